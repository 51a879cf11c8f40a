package strict_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"github.com/aimskit/aimskit/internal/strict"
)

// The benchmark's document: an inventory as a host would hand it over.
type inventory struct {
	Format  string   `json:"format"`
	Systems []system `json:"systems,omitempty"`
	Risks   []risk   `json:"risks,omitempty"`
}

type system struct {
	ID          ident             `json:"id"`
	Name        string            `json:"name"`
	Purpose     string            `json:"purpose,omitempty"`
	Owner       ident             `json:"owner,omitempty"`
	Stage       colour            `json:"stage,omitempty"`
	Roles       []colour          `json:"roles,omitempty"`
	Datasets    []ident           `json:"datasets,omitempty"`
	Suppliers   []ident           `json:"suppliers,omitempty"`
	Since       day               `json:"since,omitzero"`
	Users       int               `json:"users,omitempty"`
	Oversight   *oversight        `json:"oversight,omitempty"`
	Evidence    []evidence        `json:"evidence,omitempty"`
	Ext         map[string]string `json:"ext,omitempty"`
	Generative  colour            `json:"generative,omitempty"`
	Share       float64           `json:"share,omitempty"`
	Description string            `json:"description,omitempty"`
}

type oversight struct {
	Mode  colour `json:"mode,omitempty"`
	Who   ident  `json:"who,omitempty"`
	Power string `json:"power,omitempty"`
}

type evidence struct {
	ID      ident  `json:"id"`
	Title   string `json:"title"`
	URI     string `json:"uri,omitempty"`
	Digest  string `json:"digest,omitempty"`
	State   colour `json:"state,omitempty"`
	On      day    `json:"on,omitzero"`
	By      ident  `json:"by,omitempty"`
	Outcome string `json:"outcome,omitempty"`
}

type risk struct {
	ID           ident    `json:"id"`
	Title        string   `json:"title"`
	Causes       []string `json:"causes,omitempty"`
	Systems      []ident  `json:"systems,omitempty"`
	Owner        ident    `json:"owner,omitempty"`
	Likelihood   int      `json:"likelihood,omitempty"`
	Consequences []level  `json:"consequences,omitempty"`
	Option       colour   `json:"option,omitempty"`
	Controls     []string `json:"controls,omitempty"`
	Due          day      `json:"due,omitzero"`
}

type level struct {
	Dimension colour `json:"dimension"`
	Level     int    `json:"level"`
}

// ident, day and colour stand for the ids, dates and enumerations of the domain.
type ident string

func (i *ident) UnmarshalText(b []byte) error {
	if len(b) == 0 || len(b) > 64 {
		return fmt.Errorf("id: %q has no length from 1 to 64", b)
	}
	*i = ident(b)
	return nil
}

type day struct{ y, m, d int }

func (d day) IsZero() bool { return d == day{} }

func (d day) MarshalText() ([]byte, error) {
	return fmt.Appendf(nil, "%04d-%02d-%02d", d.y, d.m, d.d), nil
}

func (d *day) UnmarshalText(b []byte) error {
	t, err := time.Parse(time.DateOnly, string(b))
	if err != nil {
		return err
	}
	d.y, d.m, d.d = t.Year(), int(t.Month()), t.Day()
	return nil
}

// makeInventory returns a document of about size bytes.
func makeInventory(size int) inventory {
	v := inventory{Format: "aimskit/0.1"}
	for n, length := 0, 0; length < size; n++ {
		id := func(kind string, i int) ident { return ident(fmt.Sprintf("%s-%04d", kind, i)) }
		s := system{
			ID: id("sys", n), Name: fmt.Sprintf("Ticket triage %d", n),
			Purpose: "Sorts incoming requests and proposes an answer that a person checks before it is sent",
			Owner:   id("p", n%40), Stage: colour(n%3 + 1), Roles: []colour{1, 2},
			Datasets: []ident{id("data", n), id("data", n+1)}, Since: day{2025, n%12 + 1, n%28 + 1},
			Users: n * 17, Oversight: &oversight{Mode: 2, Who: id("p", n%7), Power: "may stop the system at any time"},
			Ext: map[string]string{"costCentre": fmt.Sprint(4000 + n), "note": "größer als vorher – prüfen"},
			Description: "A classifier and a language model behind one interface. " +
				"It says \"I do not know\" below a threshold.\nIt is retrained every quarter.",
			Share: float64(n%100) / 8,
		}
		for i := range 3 {
			s.Evidence = append(s.Evidence, evidence{
				ID: id("ev", n*3+i), Title: "Validation report", URI: "https://records.example/validation/" + fmt.Sprint(n*3+i),
				Digest: "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
				State:  colour(i + 1), On: day{2026, 1, i + 1}, By: id("p", i), Outcome: "97 passed, 3 failed",
			})
		}
		r := risk{
			ID: id("risk", n), Title: "Wrong priority for a request about health", Systems: []ident{s.ID},
			Causes: []string{"too few examples of rare cases", "drift after a change of products"},
			Owner:  id("p", n%9), Likelihood: n%5 + 1, Option: colour(n%3 + 1),
			Consequences: []level{{1, 3}, {2, 4}, {3, 1}},
			Controls:     []string{"iso42001/A.6.2.4", "iso42001/A.7.4"}, Due: day{2026, 9, 30},
		}
		v.Systems, v.Risks = append(v.Systems, s), append(v.Risks, r)
		length += len(mustMarshal(s)) + len(mustMarshal(r))
	}
	return v
}

func mustMarshal(v any) []byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return b
}

// BenchmarkDecode reads 1 MB and reports how much longer that takes than json.Unmarshal alone, the
// two measured in turn. The house allows 2.5.
func BenchmarkDecode(b *testing.B) {
	compact := mustMarshal(makeInventory(1 << 20))
	indented, err := json.MarshalIndent(makeInventory(1<<20), "", "  ")
	if err != nil {
		b.Fatal(err)
	}
	for _, doc := range []struct {
		name string
		data []byte
	}{{"compact", compact}, {"indented", indented}} {
		b.Run(doc.name, func(b *testing.B) {
			b.SetBytes(int64(len(doc.data)))
			var plain, whole time.Duration
			for b.Loop() {
				start := time.Now()
				var v inventory
				if err := json.Unmarshal(doc.data, &v); err != nil {
					b.Fatal(err)
				}
				between := time.Now()
				var w inventory
				if r := strict.Decode(doc.data, &w, strict.Options{}); len(r.Problems) > 0 {
					b.Fatal(r.Problems)
				}
				plain += between.Sub(start)
				whole += time.Since(between)
			}
			n := float64(b.N)
			b.ReportMetric(float64(plain.Microseconds())/n, "unmarshal-µs")
			b.ReportMetric(float64(whole.Microseconds())/n, "strict-µs")
			b.ReportMetric(float64(whole)/float64(plain), "ratio")
		})
	}
}

// BenchmarkSmall reads one record, where making the plans weighs most.
func BenchmarkSmall(b *testing.B) {
	data := mustMarshal(makeInventory(1).Systems[0])
	b.Run("unmarshal", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var v system
			if err := json.Unmarshal(data, &v); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("strict", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var v system
			if r := strict.Decode(data, &v, strict.Options{}); len(r.Problems) > 0 {
				b.Fatal(r.Problems)
			}
		}
	})
}
