package instrument_test

import (
	"testing"

	"github.com/aimskit/aimskit/impact/instrument"
)

func TestQuickMigrate(t *testing.T) {
	s := newShelf(whole)
	var cases []oracleCase
	readJSON(t, &cases, whole, "published.json")
	s.program(t, "v1.0.1")
	for _, c := range cases {
		s.program(t, c.Version)
		m, err := instrument.Migrate(s.ins[c.Version], s.ins["v1.0.1"], c.answers())
		if err != nil {
			t.Fatal(err)
		}
		t.Log(c.Version, len(c.Answers), "moved", len(m.Moved), "changed", len(m.Changed), "split", len(m.Split), "lost", len(m.Lost), "owed", len(m.Owed))
		if c.Version == "v0.10.0" {
			for _, x := range m.Moved {
				if x.From != x.To || x.Was[0] != x.Is[0] {
					t.Log(x)
				}
			}
			t.Log(m.Changed)
			t.Log(m.Lost)
		}
	}
}
