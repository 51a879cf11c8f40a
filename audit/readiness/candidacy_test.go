package readiness_test

import (
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/google/go-cmp/cmp"
)

func TestCandidacy(t *testing.T) {
	no := func() readiness.CandidacyFacts {
		return readiness.CandidacyFacts{
			AIVendor: aims.No, RegulatedIndustry: aims.No, GovernmentContractor: aims.No, CrossBorder: aims.No,
			EarlyStartUp: aims.No, LowRiskInternalUse: aims.NotApplicable, StrongGovernance: aims.No,
		}
	}
	vendor, young, both, unsure := no(), no(), no(), no()
	vendor.AIVendor = aims.Yes
	young.EarlyStartUp = aims.Yes
	both.GovernmentContractor, both.StrongGovernance = aims.Yes, aims.Yes
	unsure.CrossBorder, unsure.EarlyStartUp = aims.Unknown, aims.Yes
	for _, c := range []struct {
		desc          string
		facts         readiness.CandidacyFacts
		advice        string
		reasons, open []aims.Code
	}{
		{"a vendor", vendor, "certify", []aims.Code{readiness.ForVendor}, nil},
		{"a start-up", young, "implement-without", []aims.Code{readiness.AgainstStartUp}, nil},
		{"both sides", both, "weigh", []aims.Code{readiness.ForGovernment, readiness.AgainstGovernance}, nil},
		{"nothing calls for it", no(), "implement-without", []aims.Code{readiness.NothingCalls}, nil},
		{"one is open that could decide", unsure, "", []aims.Code{readiness.AgainstStartUp}, []aims.Code{readiness.ForCrossBorder}},
		{"a vendor of whom no more is known", readiness.CandidacyFacts{AIVendor: aims.Yes}, "certify", []aims.Code{readiness.ForVendor}, []aims.Code{
			readiness.AgainstStartUp, readiness.AgainstLowRisk, readiness.AgainstGovernance,
		}},
	} {
		got := readiness.Candidacy(c.facts)
		codes := func(list []readiness.CandidacyReason) (out []aims.Code) {
			for _, r := range list {
				if r.Text == "" || r.For == (r.Code[:len("readiness/for")] != "readiness/for") {
					t.Errorf("%s: %+v", c.desc, r)
				}
				out = append(out, r.Code)
			}
			return out
		}
		if got.Advice.String() != c.advice {
			t.Errorf("%s: %s, want %s", c.desc, got.Advice, c.advice)
		}
		if diff := cmp.Diff([][]aims.Code{c.reasons, c.open}, [][]aims.Code{codes(got.Reasons), codes(got.Open)}); diff != "" {
			t.Errorf("%s: reasons and open (-want +got)\n%s", c.desc, diff)
		}
	}
}

func TestCandidacyAdvice_words(t *testing.T) {
	for a := readiness.AdviceWithout; a.Known(); a++ {
		text, err := a.MarshalText()
		var back readiness.CandidacyAdvice
		if err != nil || back.UnmarshalText(text) != nil || back != a {
			t.Errorf("%s does not round-trip", a)
		}
	}
	if _, err := readiness.CandidacyAdvice(0).MarshalText(); err == nil {
		t.Error("no advice has a word")
	}
	if readiness.CandidacyAdvice(4).Known() {
		t.Error("there is a fourth advice")
	}
}

// TestCandidacy_open: a fact is open exactly when some answers to the other
// unknown facts let it decide; tried with every combination.
func TestCandidacy_open(t *testing.T) {
	codes := []aims.Code{
		readiness.ForVendor, readiness.ForRegulated, readiness.ForGovernment, readiness.ForCrossBorder,
		readiness.AgainstStartUp, readiness.AgainstLowRisk, readiness.AgainstGovernance,
	}
	advice := func(a [7]aims.Answer) readiness.Candidate {
		return readiness.Candidacy(readiness.CandidacyFacts{
			AIVendor: a[0], RegulatedIndustry: a[1], GovernmentContractor: a[2], CrossBorder: a[3],
			EarlyStartUp: a[4], LowRiskInternalUse: a[5], StrongGovernance: a[6],
		})
	}
	var decides func(a [7]aims.Answer, fact, next int) bool
	decides = func(a [7]aims.Answer, fact, next int) bool {
		if next == len(a) {
			b := a
			a[fact], b[fact] = aims.Yes, aims.No
			return advice(a).Advice != advice(b).Advice
		}
		if next == fact || a[next] != aims.Unknown {
			return decides(a, fact, next+1)
		}
		for _, v := range []aims.Answer{aims.Yes, aims.No} {
			a[next] = v
			if decides(a, fact, next+1) {
				return true
			}
		}
		return false
	}
	for n := range 2187 {
		var a [7]aims.Answer
		for i := range a {
			a[i] = []aims.Answer{aims.Unknown, aims.Yes, aims.No}[n%3]
			n /= 3
		}
		var want []aims.Code
		for i, v := range a {
			if v == aims.Unknown && decides(a, i, 0) {
				want = append(want, codes[i])
			}
		}
		var got []aims.Code
		for _, r := range advice(a).Open {
			got = append(got, r.Code)
		}
		if !slices.Equal(want, got) {
			t.Fatalf("%v: open %v, want %v", a, got, want)
		}
	}
}
