package instrument_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact/instrument"
)

func amount(n int64) aims.Amount { return aims.AmountInt(n) }

// The two faulty publications are told by what they print: one lost the
// answers of whole sections, the other prints a total that its own points do
// not add up to.
func TestAgainst_negative(t *testing.T) {
	var cases []oracleCase
	readJSON(t, &cases, subset, "published_negative.json")
	s := newShelf(subset)
	for i, want := range [][]string{
		{
			"/raw instrument/stated-differs",
			"/level instrument/stated-differs",
			"/sections/decisionSectorPanel-RS instrument/section-unanswered",
			"/sections/impactPanel-RS instrument/section-unanswered",
			"/sections/aboutDataSourcePanel-RS instrument/section-unanswered",
		},
		{
			"/raw instrument/stated-differs",
			"/sections/riskProfilePanel-RS instrument/stated-differs",
			"/sections instrument/stated-sum",
		},
	} {
		c := cases[i]
		e := evaluate(t, s.program(t, c.Version), c.answers(), instrument.KeepHidden)
		stated := instrument.Stated{Raw: amount(56), Mitigation: amount(56), Level: 2}
		if i == 1 {
			stated = instrument.Stated{Raw: amount(45), Mitigation: amount(36), Sections: make(map[instrument.SectionID]int)}
			for _, section := range e.Sections {
				if section.Shown {
					stated.Sections[section.ID] = section.Points
				}
			}
			stated.Sections["riskProfilePanel-RS"] += 4 // its printed points come to 47
		}
		if diff := cmp.Diff(want, places(e.Against(stated))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.Title, diff)
		}
	}
}

// A result that was published rightly is not doubted, and neither is one that
// says nothing.
func TestAgainst_published(t *testing.T) {
	var cases []oracleCase
	readJSON(t, &cases, subset, "published.json")
	s := newShelf(subset)
	for _, c := range cases {
		e := evaluate(t, s.program(t, c.Version), c.answers(), instrument.KeepHidden)
		stated := instrument.Stated{
			Raw: amount(int64(c.Expected.Raw)), Mitigation: amount(int64(c.Expected.Mitigation)),
			Current: amount(int64(c.Expected.Current)), Level: c.Expected.Level, Sections: make(map[instrument.SectionID]int),
		}
		for _, section := range e.Sections {
			if section.Shown {
				stated.Sections[section.ID] = section.Points
			}
		}
		if got := e.Against(stated); len(got) > 0 {
			t.Errorf("%s: %v", c.Title, got)
		}
		if got := e.Against(instrument.Stated{}); len(got) > 0 {
			t.Errorf("%s: %v", c.Title, got)
		}
		stated.Current = amount(0)
		if diff := cmp.Diff([]string{"/current instrument/stated-differs"}, places(e.Against(stated))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.Title, diff)
		}
	}
}
