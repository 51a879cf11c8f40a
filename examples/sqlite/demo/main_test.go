package main

import (
	"bytes"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestRun(t *testing.T) {
	file := filepath.Join(t.TempDir(), "demo.db")
	var out bytes.Buffer
	if err := run(t.Context(), &out, file, "../../techserve/snapshots/month03.json", time.Now()); err != nil {
		t.Fatal(err)
	}
	want := `imported: N records changed, revision 1
policy/P: entry 1, revision 1, create by p-import: import of month03.json
policy/P: entry 2, revision 2, update by p-lead: wording
2 entries, sound: true
`
	got := regexp.MustCompile(`\d+ records`).ReplaceAllString(out.String(), "N records")
	got = regexp.MustCompile(`policy/[^:]+`).ReplaceAllString(got, "policy/P")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	// Importing again puts the policy back, and changes nothing else.
	out.Reset()
	if err := run(t.Context(), &out, file, "../../techserve/snapshots/month03.json", time.Now()); err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(out.Bytes(), []byte("imported: 1 records changed, revision 3\n")) {
		t.Errorf("the second time\n%s", &out)
	}
}
