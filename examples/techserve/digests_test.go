package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Whoever writes a snapshot without the library takes the digest that an
// approval names from -digests, and the approval holds.
func TestDigests(t *testing.T) {
	write := func(approvals string) string {
		file := filepath.Join(t.TempDir(), "own.json")
		text := fmt.Sprintf(`{"format":"aimskit/0.1","taken":"2026-06-30","supplied":["policy","person"],
			"persons":[{"id":"p-ceo","topManagement":"yes"}],
			"policies":[{"id":"ai-policy","recorded":"2026-05-01","title":"AI policy","version":"1"%s}]}`, approvals)
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return file
	}
	status, stdout, stderr := call("-in", write(""), "-digests")
	digest, record, _ := strings.Cut(strings.TrimSpace(stdout), " ")
	if status != assessed || stderr != "" || record != "policy/ai-policy" {
		t.Fatalf("status %d, %q, %q", status, stdout, stderr)
	}
	for approvals, want := range map[string]bool{
		"": false,
		fmt.Sprintf(`,"approvals":[{"by":"p-ceo","on":"2026-06-01","digest":%q}]`, digest): true,
	} {
		_, stdout, stderr := call("-in", write(approvals))
		if approved := !strings.Contains(stdout, "nobody has approved") && !strings.Contains(stdout, "was changed after"); approved != want || stderr != "" {
			t.Errorf("with %s\n%s%s", approvals, stdout, stderr)
		}
	}
	if status, stdout, stderr := call("-digests"); status != invalid || stdout != "" || !strings.Contains(stderr, "-in FILE") {
		t.Errorf("without records: status %d, %q, %q", status, stdout, stderr)
	}
	if status, stdout, stderr := call("-in", write(""), "-digests", "-json"); status != invalid || stdout != "" || !strings.Contains(stderr, "leave -json out") {
		t.Errorf("as JSON: status %d, %q, %q", status, stdout, stderr)
	}
}
