package certification_test

import (
	"encoding/json"
	"testing"

	"github.com/aimskit/aimskit/audit/certification"
)

// FuzzTimeAndSites: what one of the decoders accepts is written and read back
// the same, and can be used.
func FuzzTimeAndSites(f *testing.F) {
	for _, v := range []any{
		certification.DefaultTime(), certification.QMSTime(), certification.AIMSTime(), certification.DefaultSites(),
		certification.Population{Occasion: initial, Sampled: 1, Seed: "s", Sites: []certification.Candidate{{ID: "a", Central: 1}, {ID: "b"}}},
		workload(),
	} {
		data, err := json.Marshal(v)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`"surveillance"`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if m, err := certification.DecodeTimeMethod(data); err == nil {
			again(t, m, certification.DecodeTimeMethod)
			_, _ = certification.AuditTime(workload(), m)
		}
		if table, err := certification.DecodeTimeTable(data); err == nil {
			again(t, table, certification.DecodeTimeTable)
			if err := certification.DefaultTime().With(table).Validate(); err != nil {
				t.Error(err)
			}
		}
		if w, err := certification.DecodeWorkload(data); err == nil {
			again(t, w, certification.DecodeWorkload)
			_, _ = certification.AuditTime(w, certification.DefaultTime())
		}
		if m, err := certification.DecodeSiteMethod(data); err == nil {
			again(t, m, certification.DecodeSiteMethod)
			if n, err := m.Size(100, surveillance, 1); err != nil || n > 10 {
				t.Error(n, err)
			}
		}
		if p, err := certification.DecodePopulation(data); err == nil {
			again(t, p, certification.DecodePopulation)
			if _, err := certification.SelectSites(p, certification.DefaultSites()); err != nil {
				t.Error(err)
			}
		}
		var o certification.Occasion
		if o.UnmarshalText(data) == nil && !o.Known() {
			t.Errorf("%q is no occasion", o)
		}
	})
}

func again[T any](t *testing.T, v T, decode func([]byte) (T, error)) {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	w, err := decode(data)
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if second, err := json.Marshal(w); err != nil || string(second) != string(data) {
		t.Errorf("%v\n%s\n%s", err, data, second)
	}
}

// workload is one that works.
func workload() certification.Workload {
	return certification.Workload{
		Occasion: surveillance, SampledSite: 1, Integration: less("-0.1"),
		Standards: []certification.Load{load("QMS", 12, less("-0.1"), less("0.2")), aimsLoad("user", 3, count("systems", 9))},
	}
}
