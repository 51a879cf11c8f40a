package lender_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/examples/riskregister/internal/lender"
	"github.com/aimskit/aimskit/risk"
)

var update = flag.Bool("update", false, "write the files anew from the story")

// The files that the example reads are the story, byte for byte.
func TestFiles(t *testing.T) {
	story, err := lender.Tell()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []struct {
		name  string
		value any
	}{
		{"criteria.json", story.Criteria},
		{"register.json", story.Register},
		{"facts.json", story.Facts},
	} {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		if err := e.Encode(f.value); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("..", "..", "register", f.name)
		if *update {
			if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, b.Bytes()) {
			t.Errorf("%s is not the story; run go test ./examples/riskregister/internal/lender -update (-want +got):\n%s", file, cmp.Diff(b.String(), string(got)))
		}
	}
}

// The rules find every fault, and next to nothing that is not one of them or
// follows from one.
func TestFaults(t *testing.T) {
	story, err := lender.Tell()
	if err != nil {
		t.Fatal(err)
	}
	records := story.Register
	records.Criteria = story.Criteria.Criteria
	register, err := risk.NewRegister(records)
	if err != nil {
		t.Fatal(err)
	}
	found, err := register.Assess(aims.MustDate(lender.At), risk.Facts{
		Evidence: func(id aims.EvidenceID) (aims.Evidence, bool) {
			i := slices.IndexFunc(story.Facts.Evidence, func(e aims.Evidence) bool { return e.ID == id })
			if i < 0 {
				return aims.Evidence{}, false
			}
			return story.Facts.Evidence[i], true
		},
		Excluded: func(k aims.Key, _ []aims.SystemID) bool { return slices.Contains(story.Facts.Excluded, k) },
	})
	if err != nil {
		t.Fatal(err)
	}
	faults := lender.Faults()
	told := make([]bool, len(faults))
	for _, o := range risk.Check(found, risk.Rules()) {
		i := slices.IndexFunc(faults, func(f lender.Fault) bool { return f.Rule == o.Code && slices.Contains(o.Refs, f.Record) })
		if i < 0 {
			t.Errorf("not told: %s %s %v", o.Code, o.Sentence(), o.Refs)
			continue
		}
		told[i] = true
	}
	for i, f := range faults {
		if !told[i] {
			t.Errorf("not found: %s %s, %s", f.Rule, f.Record, f.Story)
		}
	}
}
