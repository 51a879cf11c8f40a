package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
)

var update = flag.Bool("update", false, "write the golden files anew")

// call runs the program and returns what it left.
func call(args ...string) (status int, stdout, stderr string) {
	var out, problems bytes.Buffer
	status = run(args, &out, &problems)
	return status, out.String(), problems.String()
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s: run go test -update and look at the difference\nwant:\n%s\ngot:\n%s", file, want, got)
	}
}

func TestOutput(t *testing.T) {
	third := filepath.Join("snapshots", "month03.json")
	for _, c := range []struct {
		golden string
		args   []string
	}{
		{"months.txt", nil},
		{"months.json", []string{"-json"}},
		{"own.txt", []string{"-in", third}},
		{"own.json", []string{"-json", "-in", third}},
		{"nothing.txt", []string{"-in", filepath.Join("testdata", "nothing.json")}},
		{"foreign.txt", []string{"-in", filepath.Join("testdata", "foreign.json")}},
	} {
		t.Run(c.golden, func(t *testing.T) {
			status, stdout, stderr := call(c.args...)
			if status != assessed || stderr != "" {
				t.Fatalf("status %d, standard error %q", status, stderr)
			}
			golden(t, c.golden, stdout)
			if _, again, _ := call(c.args...); again != stdout {
				t.Error("the second run prints something else")
			}
		})
	}
}

// Every month has a verdict for each of the 32 requirements and the sentence
// that no figure may go without stands below the figures.
func TestPromises(t *testing.T) {
	_, text, _ := call()
	if !strings.Contains(text, "Readiness is not a probability of certification.") {
		t.Error("the caution is missing")
	}
	_, stdout, _ := call("-json")
	var months []struct {
		Month  int                     `json:"month"`
		Leaves map[string]aims.Verdict `json:"leaves"`
		Gates  map[string]struct {
			Open    *bool    `json:"open"`
			Reasons []string `json:"reasons"`
		} `json:"gates"`
	}
	if err := json.Unmarshal([]byte(stdout), &months); err != nil {
		t.Fatal(err)
	}
	var numbers []int
	for _, m := range months {
		numbers = append(numbers, m.Month)
		if len(m.Leaves) != 32 {
			t.Errorf("month %d: %d leaves", m.Month, len(m.Leaves))
		}
		for _, g := range []string{"stage1", "stage2", "decision"} {
			if gate := m.Gates[g]; gate.Open == nil || *gate.Open == (len(gate.Reasons) > 0) {
				t.Errorf("month %d: gate %s is %+v", m.Month, g, gate)
			}
		}
	}
	if want := []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10}; !slices.Equal(want, numbers) {
		t.Errorf("months %v, want %v", numbers, want)
	}
}

func TestInvalid(t *testing.T) {
	empty := filepath.Join(t.TempDir(), "empty.json")
	if err := os.WriteFile(empty, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		desc string
		args []string
		want []string // beginnings of the lines on standard error
	}{
		{"words, members and types", []string{"-in", "testdata/broken.json"}, []string{
			"/taken aims/unknown-word ",
			"/persons/0/topManagement aims/unknown-word ",
			"/persons/2/salary aims/unknown-member ",
			"/policies/0/title aims/null ",
			"/policies/0/version aims/wrong-type ",
		}},
		{"records that contradict themselves and each other", []string{"-in", "testdata/malformed.json"}, []string{
			"/supplied/2 audit/kind-unknown ",
			"/persons/1/id audit/id-case ",
			"/persons/2/until aims/dates-swapped ",
			"/policies/0/title aims/missing ",
			"/policies/0/owner audit/dangling ",
		}},
		{"a line break in a name", []string{"-in", "testdata/hostile.json"}, []string{
			`/persons/0/x\n\x1by aims/unknown-member `,
		}},
		{"no JSON", []string{"-in", empty}, []string{"/ aims/syntax "}},
		{"no file", []string{"-in", "testdata/none.json"}, []string{"techserve: cannot read the snapshot: "}},
		{"a folder", []string{"-in", "testdata"}, []string{"techserve: cannot read the snapshot: "}},
	} {
		t.Run(c.desc, func(t *testing.T) {
			status, stdout, stderr := call(append(c.args, "-out", filepath.Join(t.TempDir(), "out"))...)
			if status != invalid || stdout != "" {
				t.Errorf("status %d, standard output %q", status, stdout)
			}
			lines := strings.Split(strings.TrimSuffix(stderr, "\n"), "\n")
			if len(lines) != len(c.want) {
				t.Fatalf("%d lines, want %d:\n%s", len(lines), len(c.want), stderr)
			}
			for i, want := range c.want {
				if message, ok := strings.CutPrefix(lines[i], want); !ok || strings.TrimSpace(message) == "" {
					t.Errorf("line %d is %q, want it to begin with %q and to go on", i+1, lines[i], want)
				}
			}
		})
	}
}

func TestUsage(t *testing.T) {
	for _, c := range []struct {
		args   []string
		status int
	}{
		{[]string{"-h"}, assessed},
		{[]string{"-colour"}, invalid},
		{[]string{"-in"}, invalid},
		{[]string{"month01.json"}, invalid},
	} {
		status, stdout, stderr := call(c.args...)
		if status != c.status || stdout != "" || !strings.Contains(stderr, "-in FILE") {
			t.Errorf("%q: status %d, standard output %q, standard error %q", c.args, status, stdout, stderr)
		}
	}
}

// Nothing is written unless a folder is named; then the snapshots as they
// were read, and reports that read back as they were.
func TestOut(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b")
	if status, _, stderr := call("-out", dir); status != assessed {
		t.Fatalf("status %d: %s", status, stderr)
	}
	if status, _, stderr := call("-out", dir, "-in", "snapshots/month05.json"); status != assessed {
		t.Fatalf("status %d: %s", status, stderr)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	var want []string
	for _, name := range []string{"month01", "month02", "month03", "month04", "month05", "month06", "month07", "month08", "month09", "month10", "snapshot"} {
		want = append(want, name+"-report.html", name+"-report.json", name+".json")
	}
	for name, documents := range dossiers {
		for _, d := range strings.Fields(documents) {
			want = append(want, name+"-"+d+".html")
		}
	}
	want = append(want, "trend.html", "readiness-trend.svg")
	for _, form := range []string{"audit-plan", "checklist", "gap-assessment", "impact", "scope"} {
		want = append(want, "blank-"+form+".html")
	}
	slices.Sort(want)
	if !slices.Equal(want, names) {
		t.Errorf("files %q, want %q", names, want)
	}
	for _, name := range []string{"month05", "snapshot"} {
		before, err := os.ReadFile("snapshots/month05.json")
		if err != nil {
			t.Fatal(err)
		}
		after, err := os.ReadFile(filepath.Join(dir, name+".json"))
		if err != nil || !bytes.Equal(before, after) {
			t.Errorf("%s.json is not what was read: %v", name, err)
		}
		data, err := os.ReadFile(filepath.Join(dir, name+"-report.json"))
		if err != nil {
			t.Fatal(err)
		}
		page, err := os.ReadFile(filepath.Join(dir, name+"-report.html"))
		if err != nil || !bytes.Contains(page, []byte("5.2")) || bytes.Contains(page, []byte("<script")) {
			t.Errorf("%s-report.html is no report: %v", name, err)
		}
		var report readiness.Report
		if err := json.Unmarshal(data, &report); err != nil {
			t.Fatal(err)
		}
		r, err := assess(source{data: before})
		if err != nil {
			t.Fatal(err)
		}
		if r.report.Total != report.Total {
			t.Errorf("%s-report.json: total %v, want %v", name, report.Total, r.report.Total)
		}
		if len(report.Items) != 32+38 || report.Provenance != r.report.Provenance {
			t.Errorf("%s-report.json holds %d items, made with %+v", name, len(report.Items), report.Provenance)
		}
	}
}

// The picture of README is the one that the program draws.
func TestPicture(t *testing.T) {
	dir := t.TempDir()
	if status, _, stderr := call("-out", dir); status != assessed {
		t.Fatalf("status %d: %s", status, stderr)
	}
	drawn, err := os.ReadFile(filepath.Join(dir, "readiness-trend.svg"))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("readiness.svg", drawn, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile("readiness.svg")
	if err != nil || !bytes.Equal(kept, drawn) {
		t.Errorf("readiness.svg is not what is drawn: run go test -update: %v", err)
	}
}

func TestExampleFiles(t *testing.T) {
	for name, files := range map[string]fstest.MapFS{
		"another name": {"snapshots/january.json": {}},
		"a folder":     {"snapshots/month01.json": {Mode: fs.ModeDir}},
	} {
		if list, err := example(files); err == nil {
			t.Errorf("%s: %d snapshots and no error", name, len(list))
		}
	}
}

// Errors that are not about the document stand on one line too.
func TestComplain(t *testing.T) {
	var b bytes.Buffer
	complain(&b, source{name: "month01"}, errors.New("no\nrules"))
	if got := b.String(); got != "techserve: month01: no rules\n" {
		t.Errorf("got %q", got)
	}
}

// full refuses every byte, as a full disk does.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestNotWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	taken := t.TempDir()
	for _, name := range []string{"month01.json", "month03-report.json"} {
		if err := os.Mkdir(filepath.Join(taken, name), 0o755); err != nil {
			t.Fatal(err)
		}
		if status, _, stderr := call("-out", taken); status != notWritten || !strings.HasPrefix(stderr, "techserve: ") {
			t.Errorf("with a folder %s: status %d, standard error %q", name, status, stderr)
		}
		if err := os.Remove(filepath.Join(taken, name)); err != nil {
			t.Fatal(err)
		}
	}
	if status, _, stderr := call("-out", filepath.Join(file, "dir")); status != notWritten || !strings.HasPrefix(stderr, "techserve: ") {
		t.Errorf("below a file: status %d, standard error %q", status, stderr)
	}
	for _, args := range [][]string{nil, {"-json"}, {"-in", "snapshots/month01.json"}} {
		var stderr bytes.Buffer
		if status := run(args, full{}, &stderr); status != notWritten || stderr.String() != "techserve: no space left\n" {
			t.Errorf("%q: status %d, standard error %q", args, status, stderr.String())
		}
	}
}
