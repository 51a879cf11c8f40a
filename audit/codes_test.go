package audit_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/audit"
	"github.com/google/go-cmp/cmp"
)

var codeConstant = regexp.MustCompile(`aims\.Code = "(audit/[a-z-]+)"`)

// Every code, whichever file declares it, has a sentence, and every sentence a
// code.
func TestSentences(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range codeConstant.FindAllStringSubmatch(string(src), -1) {
			want = append(want, m[1])
		}
	}
	for code := range audit.Sentences() {
		got = append(got, string(code))
	}
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" || len(want) < 8 {
		t.Errorf("constants against sentences (-want +got)\n%s", diff)
	}
}

// Hosts may change their copy of the sentences.
func TestSentences_copy(t *testing.T) {
	mine := audit.Sentences()
	mine[audit.StepSide] = "scribble"
	if audit.Sentences()[audit.StepSide] == "scribble" {
		t.Error("the copy is the original")
	}
}
