package certification_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
)

var codeConstant = regexp.MustCompile(`([A-Z]\w+)\s+aims\.Code = "certification/(?:due-)?([a-z-]+)"`)

// TestEveryCodeIsExpected: each code that a file declares, a test names or
// spells, as what it wants to come out; appointments and problems are written
// without "certification/" and "due-" in some.
func TestEveryCodeIsExpected(t *testing.T) {
	var code, tests strings.Builder
	for pattern, into := range map[string]*strings.Builder{"*.go": &code, "*_test.go": &tests, "testdata/*.json": &tests} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if into == &tests || !strings.HasSuffix(name, "_test.go") {
				into.Write(data)
			}
		}
	}
	declared := codeConstant.FindAllStringSubmatch(code.String(), -1)
	if len(declared) < 100 {
		t.Fatalf("only %d codes", len(declared))
	}
	for _, c := range declared {
		if !regexp.MustCompile(`certification\.` + c[1] + `\b|[/ "-]` + c[2] + `[ "]`).MatchString(tests.String()) {
			t.Errorf("no test wants %s", c[1])
		}
	}
}

// TestAuditTime_everyStep: what each kind of workload adds to the steps that
// every calculation has.
func TestAuditTime_everyStep(t *testing.T) {
	always := []aims.Code{
		certification.PeopleCounted, certification.DaysFromTable, certification.OnSiteShare, certification.DaysRounded, certification.OnSiteRounded,
	}
	one := func(l certification.Load) certification.Workload {
		return certification.Workload{Occasion: initial, Standards: []certification.Load{l}}
	}
	several := func(share string) certification.Workload {
		return certification.Workload{
			Occasion: initial, Standards: []certification.Load{load("QMS", 5), load("ISMS", 5)}, Integration: less(share),
		}
	}
	site := one(load("QMS", 275, less("-0.6")))
	site.SampledSite = aims.Yes
	floor := several("-0.2")
	floor.SampledSite = aims.Yes
	for i := range floor.Standards {
		floor.Standards[i] = load("QMS", 425, less("-0.5"))
	}
	yearly := one(load("QMS", 10))
	yearly.Occasion = surveillance
	for _, c := range []struct {
		desc string
		in   certification.Workload
		want []aims.Code // beside those
	}{
		{"nothing else", one(load("QMS", 10)), nil},
		{"less", one(load("QMS", 275, less("-0.1"))), []aims.Code{certification.DaysReduced}},
		{"too much less", one(load("QMS", 275, less("-0.4"))), []aims.Code{certification.ReductionCapped}},
		{"too much less at a sampled site", site, []aims.Code{certification.ReductionCapped}},
		{"more", one(load("QMS", 275, less("0.1"))), []aims.Code{certification.DaysIncreased}},
		{"more systems", one(aimsLoad("provider", 4, count("systems", 7))), []aims.Code{certification.DaysAdded}},
		{"many agreements", one(aimsLoad("provider", 4, count("third-party-agreements", 9))), []aims.Code{certification.DaysAddedOnce}},
		{"many controls of one's own", one(aimsLoad("provider", 4, count("extra-controls", 40))), []aims.Code{certification.AdditionCapped}},
		{"two standards as one", several("-0.1"), []aims.Code{certification.StandardsSummed, certification.IntegrationApplied}},
		{"two standards as one, too much less", several("-0.3"), []aims.Code{certification.StandardsSummed, certification.IntegrationCapped}},
		{"two standards as one at a sampled site", floor, []aims.Code{certification.SiteFloor}},
		{"every year", yearly, []aims.Code{certification.OccasionShare}},
	} {
		t.Run(c.desc, func(t *testing.T) {
			var got []aims.Code
			for _, s := range estimate(t, c.in).Steps {
				got = append(got, s.Code)
			}
			for _, code := range slices.Concat(always, c.want) {
				if !slices.Contains(got, code) {
					t.Errorf("no step is %s: %v", code, got)
				}
			}
			if len(c.in.Standards) == 1 && len(got) != len(always)+len(c.want) {
				t.Errorf("got %v", got)
			}
		})
	}
}

// TestSelectSites_rules: why so many sites, and why the first one after the
// central function.
func TestSelectSites_rules(t *testing.T) {
	for _, c := range []struct {
		occasion    certification.Occasion
		sampled     aims.Answer
		rule, first aims.Code
	}{
		{initial, aims.Yes, certification.SampleOfRoot, certification.RandomlyChosen},
		{initial, aims.No, certification.EverySite, certification.AllChosen},
		{surveillance, aims.No, certification.ShareOfSites, certification.RotationChosen},
	} {
		p := certification.Population{Occasion: c.occasion, Sampled: c.sampled, Seed: "seed", Sites: []certification.Candidate{{ID: "head", Central: aims.Yes}}}
		for _, id := range []string{"a", "b", "c", "d", "e", "f"} {
			p.Sites = append(p.Sites, certification.Candidate{ID: id})
		}
		s, err := certification.SelectSites(p, certification.DefaultSites())
		if err != nil {
			t.Fatal(err)
		}
		if s.Rule.Code != c.rule || s.Chosen[0].Code != certification.CentralAudited || s.Chosen[1].Code != c.first {
			t.Errorf("%s, sampled %s: %s, %v", c.occasion, c.sampled, s.Rule.Code, s.Chosen)
		}
	}
}

// TestTransferChecks_codes: the three conditions of a transfer, in order.
func TestTransferChecks_codes(t *testing.T) {
	checks, err := certification.TransferChecks(certificate(t, toCertified), body("second", "a", "", ""), aims.MustDate("2026-09-01"), certification.Default())
	if err != nil {
		t.Fatal(err)
	}
	var got []aims.Code
	for _, k := range checks {
		got = append(got, k.Code)
	}
	if want := []aims.Code{certification.TransferValid, certification.TransferIssuer, certification.TransferAcceptor}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
