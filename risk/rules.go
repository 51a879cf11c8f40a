package risk

import (
	"cmp"
	"iter"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// Rules returns the library's rules for a register, in a list of the caller's
// own. Each has the code of the one observation that it makes, and is silent
// where it finds nothing; so a register on which all of them are silent shows
// what they look at. All observations of a rule carry its Key: the point that
// it judges, or the clause where no single point is meant.
func Rules() []aims.Rule[*Assessment] {
	return slices.Concat(criteriaRules(), ratingRules(), comparisonRules(), registerRules(),
		decisionRules(), treatmentRules(), planRules(), acceptanceRules())
}

// Check returns what the rules observe, ordered by the key of the rule and by
// its code; a rule of this package goes through the records by their ids.
func Check(a *Assessment, rules []aims.Rule[*Assessment]) []aims.Observation {
	ordered := slices.Clone(rules)
	slices.SortStableFunc(ordered, func(x, y aims.Rule[*Assessment]) int {
		return cmp.Or(x.Key.Compare(y.Key), cmp.Compare(x.Code, y.Code))
	})
	var out []aims.Observation
	for _, r := range ordered {
		if r.Check != nil {
			out = slices.AppendSeq(out, r.Check(a))
		}
	}
	return out
}

// The points that the rules judge.
const (
	pointCriteria    aims.PointID = "6.1.1/d" // criteria set and kept current
	pointActions     aims.PointID = "6.1.1/e" // actions on risks and opportunities planned
	pointComparable  aims.PointID = "6.1.2/c" // assessments can be compared
	pointConsequence aims.PointID = "6.1.2/e" // consequences for each of the affected, or why not
	pointLikelihood  aims.PointID = "6.1.2/f" // likelihood
	pointLevel       aims.PointID = "6.1.2/g" // each risk gets a level
	pointOption      aims.PointID = "6.1.3/b" // an option for each risk that needs one
	pointControls    aims.PointID = "6.1.3/c" // the controls that the options take
	pointStatement   aims.PointID = "6.1.3/f" // necessary controls in the Statement of Applicability
	pointPlan        aims.PointID = "6.1.3/g" // what, by whom, by when
	pointApproved    aims.PointID = "6.1.3/h" // the plan is approved as it stands
	pointAccepted    aims.PointID = "6.1.3/i" // what remains is accepted
	pointIntervals   aims.PointID = "8.2/b"   // assessed at the planned intervals
	pointDone        aims.PointID = "8.3/a"   // what is due is done
	pointVerified    aims.PointID = "8.3/b"   // somebody verified that it works
	pointAgain       aims.PointID = "8.3/d"   // what did not work was decided again
	pointResults     aims.PointID = "8.3/e"   // results of treatments are kept
)

// rule describes a rule of this package.
type rule struct {
	code   aims.Code
	point  aims.PointID
	clause aims.Clause // where no point is meant
	title  string
	doc    string
	reads  []aims.Kind
	check  func(a *Assessment, out *output)
}

func (r rule) value() aims.Rule[*Assessment] {
	key, clause := aims.ClauseKey(r.clause), r.clause
	if r.point != "" {
		key, clause = aims.PointKey(r.point), r.point.Clause()
	}
	return aims.Rule[*Assessment]{
		Code: r.code, Version: 1, Clause: clause, Key: key, Title: r.title, Doc: r.doc, Reads: r.reads,
		Check: func(a *Assessment) iter.Seq[aims.Observation] {
			return func(yield func(aims.Observation) bool) {
				r.check(a.orEmpty(), &output{code: r.code, key: key, yield: yield})
			}
		},
	}
}

func values(rules ...rule) []aims.Rule[*Assessment] {
	out := make([]aims.Rule[*Assessment], len(rules))
	for i, r := range rules {
		out[i] = r.value()
	}
	return out
}

// output takes the observations of one rule.
type output struct {
	code  aims.Code
	key   aims.Key
	yield func(aims.Observation) bool
	full  bool // nobody wants more
}

// add makes an observation that rests on records. The arguments are pairs of
// name and value.
func (o *output) add(v aims.Verdict, refs []aims.Ref, args ...string) {
	if o.full {
		return
	}
	made := aims.Observation{Rule: o.code, Key: o.key, Verdict: v, Code: o.code, Text: texts[o.code]}
	if len(args) > 0 {
		made.Args = make(map[string]string, len(args)/2)
	}
	for i := 0; i < len(args); i += 2 {
		made.Args[args[i]] = args[i+1]
	}
	if len(refs) > 0 {
		slices.SortFunc(refs, aims.Ref.Compare)
		made.Refs = slices.Compact(refs)
	}
	o.full = !o.yield(made)
}

// risk makes an observation on a risk, which the sentence names as {risk}.
func (o *output) risk(v aims.Verdict, r *Risk, args ...string) {
	o.add(v, []aims.Ref{r.Ref()}, append(args, "risk", string(r.ID))...)
}

// treatment makes an observation on a treatment, which the sentence names as
// {treatment}.
func (o *output) treatment(v aims.Verdict, t *Treatment, args ...string) {
	o.add(v, []aims.Ref{t.Ref()}, append(args, "treatment", string(t.ID))...)
}

// eachRisk makes a check that looks at one open risk after the other.
func eachRisk(look func(a *Assessment, i int, r *Risk, out *output)) func(*Assessment, *output) {
	return func(a *Assessment, out *output) {
		for _, i := range a.order {
			if out.full {
				return
			}
			look(a, i, &a.register.records.Risks[i], out)
		}
	}
}

// eachTreatment makes a check that looks at one treatment after the other
// that exists at the day.
func eachTreatment(look func(a *Assessment, i int, t *Treatment, out *output)) func(*Assessment, *output) {
	return func(a *Assessment, out *output) {
		for _, i := range a.register.treatmentsByID {
			if out.full {
				return
			}
			if a.progress[i] != 0 {
				look(a, i, &a.register.records.Treatments[i], out)
			}
		}
	}
}

// eachPlan makes a check that looks at one plan after the other that is in
// force.
func eachPlan(look func(a *Assessment, i int, p *TreatmentPlan, out *output)) func(*Assessment, *output) {
	return func(a *Assessment, out *output) {
		for _, i := range a.register.plansByID {
			if out.full {
				return
			}
			if a.plans[i].inForce {
				look(a, i, &a.register.records.Plans[i], out)
			}
		}
	}
}
