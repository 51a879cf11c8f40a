package impact_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
)

// euLaw is the law of the tests, with the ids of its questions.
var (
	euLaw  = impact.EULaw()
	asking = func() []impact.QuestionID {
		var ids []impact.QuestionID
		for _, q := range euLaw.Questions {
			ids = append(ids, q.ID)
		}
		return ids
	}()
)

// drawLegal draws facts with some questions left open, leaning to what brings
// duties about: a system with few yeses owes nothing.
func drawLegal(t *rapid.T, open int) impact.LegalFacts {
	f := impact.LegalFacts{Answers: map[impact.QuestionID]aims.Answer{}}
	for _, id := range asking {
		f.Answers[id] = aims.No
	}
	f.Answers[impact.AskAISystem], f.Answers["on-union-market"] = aims.Yes, aims.Yes
	f.Answers[impact.AskPersonalData], f.Answers[impact.AskController], f.Answers[impact.AskInGDPR] = aims.Yes, aims.Yes, aims.Yes
	for range rapid.IntRange(0, 10).Draw(t, "flips") {
		id := rapid.SampledFrom(asking).Draw(t, "flipped")
		f.Answers[id] = rapid.SampledFrom([]aims.Answer{aims.Yes, aims.Yes, aims.No, aims.NotApplicable}).Draw(t, "answer")
	}
	for range rapid.IntRange(0, open).Draw(t, "open") {
		delete(f.Answers, rapid.SampledFrom(asking).Draw(t, "left open"))
	}
	dates := []aims.Date{aims.MustDate("2025-01-01"), aims.MustDate("2026-08-01"), aims.MustDate("2026-09-01"), aims.MustDate("2028-01-01"), aims.MustDate("2029-01-01")}
	f.Marketed = rapid.SampledFrom(dates).Draw(t, "marketed")
	f.ModelMarketed = rapid.SampledFrom(dates).Draw(t, "model marketed")
	return f
}

func drawDay(t *rapid.T) aims.Date {
	return rapid.SampledFrom([]aims.Date{
		aims.MustDate("2018-05-24"), aims.MustDate("2025-06-01"), now, aims.MustDate("2026-12-02"),
		aims.MustDate("2027-12-02"), aims.MustDate("2028-08-02"), aims.MustDate("2030-08-02"),
	}).Draw(t, "as of")
}

// What is said to be owed or not owed stays so, whatever the open questions
// turn out to be. Judgements of the controller are none until they are recorded.
func TestScreen_saysNothingTooEarly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, asOf := drawLegal(t, 4), drawDay(t)
		before, err := impact.Screen(f, asOf, euLaw)
		if err != nil {
			t.Fatal(err)
		}
		later := f
		later.Answers = maps.Clone(f.Answers)
		for _, id := range asking {
			if _, answered := f.Answers[id]; !answered && id != impact.AskJudgedHigh && id != impact.AskJudgedLow {
				later.Answers[id] = rapid.SampledFrom([]aims.Answer{aims.Yes, aims.No}).Draw(t, string(id))
			}
		}
		after, err := impact.Screen(later, asOf, euLaw)
		if err != nil {
			t.Fatal(err)
		}
		for i, d := range before.Duties {
			if d.Owed != impact.OwingUnclear && d.Owed != after.Duties[i].Owed {
				t.Errorf("%s was %s and became %s", d.ID, d.Owed, after.Duties[i].Owed)
			}
			if (d.Owed == impact.OwingUnclear) != (len(d.Missing) > 0) {
				t.Errorf("%s is %s, missing %v", d.ID, d.Owed, d.Missing)
			}
		}
		if c := before.Class.Class; c != impact.ClassUnclear && c != after.Class.Class {
			t.Errorf("%s became %s", c, after.Class.Class)
		}
	})
}

// Whoever answers what is missing, again and again, learns whether a duty is owed.
func TestScreen_missingIsEnough(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, asOf := drawLegal(t, 40), drawDay(t)
		id := euLaw.Duties[rapid.IntRange(0, len(euLaw.Duties)-1).Draw(t, "duty")].ID
		for range asking {
			s, err := impact.Screen(f, asOf, euLaw)
			if err != nil {
				t.Fatal(err)
			}
			d := s.Duty(id)
			if d.Owed != impact.OwingUnclear {
				return
			}
			for _, q := range d.Missing {
				if judged := q == impact.AskJudgedHigh || q == impact.AskJudgedLow; f.Answers[q] != aims.Unknown && !judged {
					t.Fatalf("%s is answered and missing", q)
				}
				f.Answers[q] = rapid.SampledFrom([]aims.Answer{aims.Yes, aims.No}).Draw(t, string(q))
				if q == impact.AskJudgedLow { // one of the two judgements is made
					f.Answers[q] = aims.Yes
				}
			}
		}
		t.Fatalf("%s is never settled", id)
	})
}

// That a question does not arise is no answer of its own.
func TestScreen_notApplicableIsNo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, asOf := drawLegal(t, 4), drawDay(t)
		no := f
		no.Answers = maps.Clone(f.Answers)
		for id, a := range f.Answers {
			if a == aims.NotApplicable {
				no.Answers[id] = aims.No
			}
		}
		a, errA := impact.Screen(f, asOf, euLaw)
		b, errB := impact.Screen(no, asOf, euLaw)
		if errA != nil || errB != nil {
			t.Fatal(errA, errB)
		}
		a.Provenance, b.Provenance = aims.Provenance{}, aims.Provenance{}
		if diff := cmp.Diff(a, b); diff != "" {
			t.Errorf("(-not applicable +no)\n%s", diff)
		}
	})
}

// A screening with all answers agrees with a plain reading of the law.
func TestScreen_oracle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f, asOf := drawLegal(t, 0), drawDay(t)
		if f.Answers[impact.AskJudgedHigh] != aims.Yes && f.Answers[impact.AskJudgedLow] != aims.Yes {
			f.Answers[impact.AskJudgedLow] = aims.Yes // so that one criterion is settled
		}
		s, err := impact.Screen(f, asOf, euLaw)
		if err != nil {
			t.Fatal(err)
		}
		o := legalOracle{f: f, asOf: asOf}
		want := o.duties()
		got := map[impact.DutyID]string{}
		for _, d := range s.Owed() {
			got[d.ID] = d.From.String()
			if (d.Owed == impact.Owed) != (d.From <= asOf) {
				t.Errorf("%s from %s is %s", d.ID, d.From, d.Owed)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
		if class := o.class(); s.Class.Class != class {
			t.Errorf("the class is %s, want %s", s.Class.Class, class)
		}
	})
}

// legalOracle reads the law with plain booleans.
type legalOracle struct {
	f    impact.LegalFacts
	asOf aims.Date
}

func (o legalOracle) is(ids ...impact.QuestionID) bool {
	for _, id := range ids {
		if o.f.Answers[id] == aims.Yes {
			return true
		}
	}
	return false
}

func (o legalOracle) applies() bool {
	return o.is("ai-system") && o.is("on-union-market", "union-deployer", "output-in-union", "union-operator") &&
		!o.is("defence-only", "foreign-authority", "research-only", "before-market")
}

var listedUses = []impact.QuestionID{
	"remote-identification", "biometric-categorisation", "emotion-recognition", "critical-infrastructure", "school-admission", "learning-outcomes",
	"education-level", "exam-monitoring", "recruitment", "work-decisions", "public-benefits", "creditworthiness", "insurance", "emergency-calls",
	"victim-risk", "police-polygraph", "evidence-reliability", "offending-risk", "police-profiling", "border-polygraph", "border-risk",
	"asylum-applications", "border-detection", "justice", "elections",
}

func (o legalOracle) derogated() bool {
	return o.is("narrow-task", "improves-work", "finds-deviations", "prepares") && !o.is("profiling") && !o.is("significant-risk")
}

func (o legalOracle) listed() bool { return o.is(listedUses...) && !o.derogated() }

func (o legalOracle) prohibited() (from string) {
	if o.is("intimate-images", "child-abuse-images") {
		from = "2026-12-02"
	}
	if o.is("manipulation", "vulnerability", "social-scoring", "crime-prediction", "face-scraping", "emotions-at-work", "sensitive-categorisation", "real-time-identification") {
		from = "2025-02-02"
	}
	return from
}

func (o legalOracle) class() impact.Class {
	switch {
	case !o.applies():
		return impact.ClassOutside
	case o.prohibited() != "":
		return impact.ClassProhibited
	case o.listed() || o.is("product-a", "product-b") && o.is("third-party"):
		return impact.ClassHighRisk
	}
	return impact.ClassOther
}

// from returns the first day for a high-risk system, or "" if it is free.
func (o legalOracle) from(cutoff string) string {
	switch {
	case o.f.Marketed >= aims.MustDate(cutoff), o.asOf >= aims.MustDate(cutoff) && o.is("changed"):
		return cutoff
	case o.is("for-authorities"):
		return "2030-08-02"
	}
	return ""
}

func (o legalOracle) duties() map[impact.DutyID]string {
	out := map[impact.DutyID]string{}
	owe := func(id impact.DutyID, when bool, from string) {
		if old, ok := out[id]; when && (!ok || from < old) {
			out[id] = from
		}
	}
	highRisk := func(id impact.DutyID, when bool, cutoff string) {
		if from := o.from(cutoff); from != "" {
			owe(id, when, from)
		}
	}
	owe("aiia", o.is("in-aims") && o.is("critical", "automated", "sensitive", "change"), "")

	bound := o.is("personal-data") && o.is("controller") && o.is("in-gdpr") && !o.is("outside-gdpr")
	met := 0
	for _, id := range []impact.QuestionID{"evaluation", "automated-decision", "monitoring", "sensitive-data", "large-scale", "matching", "vulnerable", "innovative", "exclusion"} {
		if o.is(id) {
			met++
		}
	}
	likely := o.is("judged-high") || met >= 2 && !o.is("judged-low")
	dpia := bound && !o.is("assessed-in-law", "assessed-before") &&
		(o.is("decisions", "special-categories", "public-area", "authority-list") || likely && !o.is("exempt-list"))
	owe("dpia", dpia, "2018-05-25")
	owe("prior-consultation", dpia && o.is("residual-high") || bound && o.is("national-consultation"), "2018-05-25")

	model := "2025-08-02"
	if o.f.ModelMarketed < aims.MustDate(model) {
		model = "2027-08-02"
	}
	owe("gpai-model", o.is("gpai-model"), model)
	owe("gpai-systemic", o.is("gpai-model") && o.is("gpai-systemic"), model)

	if !o.applies() {
		return out
	}
	owe("stop", o.prohibited() != "", o.prohibited())
	for id, role := range map[impact.DutyID]impact.QuestionID{"high-risk-provider": "provider", "high-risk-deployer": "deployer"} {
		highRisk(id, o.is(role) && o.listed(), "2027-12-02")
		highRisk(id, o.is(role) && o.is("product-a") && o.is("third-party"), "2028-08-02")
	}
	highRisk("derogation-record", o.is("provider") && o.is(listedUses...) && o.derogated(), "2027-12-02")
	others := slices.DeleteFunc(slices.Clone(listedUses), func(id impact.QuestionID) bool { return id == "critical-infrastructure" })
	fria := o.is("deployer") && !o.derogated() && (o.is("creditworthiness", "insurance") || o.is("public-deployer") && o.is(others...))
	highRisk("fria", fria, "2027-12-02")
	highRisk("fria-notification", fria && !o.is("conformity-derogation"), "2027-12-02")

	owe("tell-interaction", o.is("provider") && o.is("interacts") && !o.is("obvious", "crime-law"), "2026-08-02")
	marking := "2026-08-02"
	if o.f.Marketed < aims.MustDate(marking) {
		marking = "2026-12-02"
	}
	owe("mark-content", o.is("provider") && o.is("generates") && !o.is("editing", "crime-law"), marking)
	deployer := o.is("deployer") && !o.is("crime-law")
	owe("tell-biometric", deployer && o.is("biometric"), "2026-08-02")
	owe("disclose-deep-fake", deployer && o.is("deep-fake"), "2026-08-02")
	owe("disclose-text", deployer && o.is("public-text") && !o.is("editorial"), "2026-08-02")
	return out
}

// A practice that is prohibited from a later day only does not hide that
// another one, which is prohibited already, was left open.
func TestScreen_openPractice(t *testing.T) {
	f := impact.LegalFacts{Marketed: now, ModelMarketed: now, Answers: map[impact.QuestionID]aims.Answer{}}
	for _, id := range asking {
		f.Answers[id] = aims.No
	}
	f.Answers[impact.AskAISystem], f.Answers["on-union-market"], f.Answers["child-abuse-images"] = aims.Yes, aims.Yes, aims.Yes
	asOf := aims.MustDate("2026-06-01")
	if got := screen(t, f, asOf).Duty(impact.DutyStop).Owed; got != impact.OwedLater {
		t.Errorf("with every other practice ruled out: %s", got)
	}
	delete(f.Answers, "manipulation")
	if got := screen(t, f, asOf).Duty(impact.DutyStop); got.Owed != impact.OwingUnclear || !slices.Contains(got.Missing, "manipulation") {
		t.Errorf("with manipulation left open: %s, missing %v", got.Owed, got.Missing)
	}
}
