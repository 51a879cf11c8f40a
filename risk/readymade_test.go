package risk_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// TestReadyMade holds the ready-made criteria against what their
// documentation says.
func TestReadyMade(t *testing.T) {
	for _, c := range []struct {
		k             risk.Criteria
		rows, columns int
		cox           []string // the cells that the third axiom would make green
	}{
		{risk.Criteria3x3(), 3, 3, nil},
		{risk.Criteria4x4(), 4, 4, []string{"1/3", "1/4", "4/1"}},
		{risk.Criteria5x5(), 5, 5, []string{"1/4", "1/5", "5/1"}},
		{risk.Criteria5x4(), 5, 4, []string{"1/4", "5/1"}},
	} {
		name, m := string(c.k.ID), c.k.Matrix
		if err := c.k.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if len(m.Grid) != c.rows || len(m.Grid[0]) != c.columns || len(m.Unused(c.k.Top())) > 0 {
			t.Errorf("%s: %v", name, m)
		}
		affected := map[risk.Affected]bool{}
		for _, d := range c.k.Consequences {
			affected[d.Affected] = true
		}
		same(t, name+" affected", map[risk.Affected]bool{risk.Organization: true, risk.Individuals: true, risk.Societies: true}, affected)
		var green []string
		for _, d := range cox(t, m, risk.Axes{}, risk.Colors{}) {
			if d.Code != risk.CoxShouldBeGreen {
				t.Errorf("%s: %s", name, d.Observation().Sentence())
			}
			green = append(green, d.Cells[0].String())
		}
		same(t, name+" by Cox", c.cox, green)
		if got := m.At(1, risk.Level(c.columns)); c.rows > 3 && got < 2 {
			t.Errorf("%s: an extreme consequence that is rare has level %d", name, got)
		}
		for l := risk.Level(1); int(l) <= min(c.rows, c.columns); l++ {
			for s := l; int(s) <= min(c.rows, c.columns); s++ {
				if m.At(l, s) < m.At(s, l) {
					t.Errorf("%s: cell %d/%d lies below its mirror", name, l, s)
				}
			}
		}
		if c.k.Appetite != 1 || c.k.Limit() != 2 {
			t.Errorf("%s: appetite %d, tolerance %d", name, c.k.Appetite, c.k.Limit())
		}
	}
}

// TestReadyMade_copies: changing one does not change the next.
func TestReadyMade_copies(t *testing.T) {
	for _, make := range []func() risk.Criteria{risk.Criteria3x3, risk.Criteria4x4, risk.Criteria5x5, risk.Criteria5x4} {
		k := make()
		want, err := k.Digest()
		if err != nil {
			t.Fatal(err)
		}
		k.Matrix.Grid[0][0] = 9
		k.Levels[0].Label = "changed"
		k.Likelihood.Steps[0].Label = "changed"
		k.Consequences[0].Scale.Steps[0].Min = aims.AmountInt(1)
		if got, err := make().Digest(); err != nil || got != want {
			t.Errorf("%s is another after a change of its copy", k.ID)
		}
	}
}
