package company_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/examples/techserve/internal/company"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the snapshot files anew from the timeline")

// published are the months whose snapshots are kept as files.
func published() []int { return []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10} }

func document(t *testing.T, s audit.Snapshot) []byte {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(s); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// The files that the example reads are the timeline, byte for byte.
func TestFiles(t *testing.T) {
	dir := filepath.Join("..", "..", "snapshots")
	for _, month := range published() {
		file := filepath.Join(dir, fmt.Sprintf("month%02d.json", month))
		want := document(t, company.Snapshot(month))
		if *update {
			if err := os.WriteFile(file, want, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		got, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not the timeline; run go test ./examples/techserve/internal/company -update (-want +got):\n%s", file, cmp.Diff(string(want), string(got)))
		}
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(files) != len(published()) {
		t.Errorf("%d files in %s, want %d: %v", len(files), dir, len(published()), err)
	}
}
