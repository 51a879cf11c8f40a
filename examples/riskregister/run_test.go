package main

import (
	"bytes"
	stdcsv "encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/examples/riskregister/internal/lender"
	"github.com/aimskit/aimskit/internal/svg/svgtest"
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
	own := []string{"-register", "register/register.json", "-criteria", "register/criteria.json"}
	for _, c := range []struct {
		golden string
		args   []string
	}{
		{"example.txt", nil},
		{"residual.txt", append(own, "-facts", "register/facts.json", "-at", "2026-09-30", "-state", "residual")},
		{"spring.txt", append(own, "-at", "2026-04-15")}, // half a year before, and without evidence
		{"hostile.txt", []string{"-register", "testdata/hostile.json", "-at", "2026-09-30"}},
		{"nothing.txt", []string{"-register", "testdata/nothing.json", "-at", "2026-09-30"}},
	} {
		t.Run(c.golden, func(t *testing.T) {
			status, stdout, stderr := call(c.args...)
			if status != judged || stderr != "" {
				t.Fatalf("status %d, standard error %q", status, stderr)
			}
			golden(t, c.golden, stdout)
			if _, again, _ := call(c.args...); again != stdout {
				t.Error("the second run prints something else")
			}
		})
	}
}

// The output says every fault that the story tells, with its record.
func TestFaultsAreShown(t *testing.T) {
	_, stdout, _ := call()
	_, found, _ := strings.Cut(stdout, "Inconsistent or missing")
	for _, f := range lender.Faults() {
		if !strings.Contains(found, string(f.Rule)) || !strings.Contains(found, strings.TrimPrefix(f.Record.ID, "A-")) {
			t.Errorf("nothing says %s about %s", f.Rule, f.Record)
		}
	}
}

func TestJSON(t *testing.T) {
	status, stdout, stderr := call("-json")
	if status != judged || stderr != "" {
		t.Fatalf("status %d, standard error %q", status, stderr)
	}
	var got struct {
		At       string `json:"at"`
		State    string `json:"state"`
		Criteria struct {
			Version string `json:"version"`
		} `json:"criteria"`
		Ranking []struct {
			Rank     int    `json:"rank"`
			Risk     string `json:"risk"`
			Title    string `json:"title"`
			Position struct {
				Zone string `json:"zone"`
			} `json:"position"`
		} `json:"ranking"`
		HeatMap struct {
			Counts  [][]int `json:"counts"`
			Unrated int     `json:"unrated"`
		} `json:"heatMap"`
		Groups       map[string][]any `json:"groups"`
		Observations []struct {
			Code string `json:"code"`
		} `json:"observations"`
		Attributions []struct {
			Before, After int64
			Shares        []any `json:"shares"`
		} `json:"attributions"`
	}
	if err := json.Unmarshal([]byte(stdout), &got); err != nil {
		t.Fatal(err)
	}
	if got.At != lender.At || got.State != "current" || got.Criteria.Version != "2.0" {
		t.Errorf("at %s, %s levels, criteria %s", got.At, got.State, got.Criteria.Version)
	}
	counted := got.HeatMap.Unrated
	for _, row := range got.HeatMap.Counts {
		for _, n := range row {
			counted += n
		}
	}
	if counted != len(got.Ranking) || len(got.Ranking) < 25 {
		t.Errorf("%d risks on the heat map, %d ranked", counted, len(got.Ranking))
	}
	if first := got.Ranking[0]; first.Rank != 1 || first.Risk != "R-01" || first.Position.Zone != "above-tolerance" {
		t.Errorf("the first is %+v", first)
	}
	for _, by := range []string{"system", "source", "objective", "annexC", "owner"} {
		if len(got.Groups[by]) == 0 {
			t.Errorf("no groups by %s", by)
		}
	}
	if len(got.Observations) < len(lender.Faults()) || len(got.Attributions) != 2 || len(got.Attributions[0].Shares) != 8 {
		t.Errorf("%d observations, attributions %+v", len(got.Observations), got.Attributions)
	}
}

// Nothing is written unless a folder is named; then pictures without faults
// and tables that another reader reads.
func TestOut(t *testing.T) {
	for name, c := range map[string]struct {
		args  []string
		risks int
	}{
		"the example": {nil, 29},
		"hostile":     {[]string{"-register", "testdata/hostile.json", "-at", "2026-09-30"}, 2},
		"nothing":     {[]string{"-register", "testdata/nothing.json", "-at", "2026-09-30"}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "a", "b")
			if status, _, stderr := call(append(c.args, "-out", dir)...); status != judged {
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
			if want := []string{"heatmap.csv", "heatmap.svg", "observations.csv", "ranking.csv", "ranking.svg"}; !slices.Equal(want, names) {
				t.Fatalf("files %q, want %q", names, want)
			}
			for _, name := range names {
				data, err := os.ReadFile(filepath.Join(dir, name))
				if err != nil {
					t.Fatal(err)
				}
				if strings.HasSuffix(name, ".svg") {
					for _, fault := range svgtest.Faults(data) {
						t.Errorf("%s: %s", name, fault)
					}
					continue
				}
				rows, err := stdcsv.NewReader(bytes.NewReader(data)).ReadAll()
				if err != nil {
					t.Errorf("%s: %v", name, err)
				}
				if name == "ranking.csv" && len(rows) != c.risks+1 {
					t.Errorf("%s has %d rows, want %d and a head", name, len(rows), c.risks)
				}
				for _, row := range rows {
					for _, cell := range row {
						if strings.HasPrefix(cell, "=") {
							t.Errorf("%s: the cell %q is a formula", name, cell)
						}
					}
				}
			}
		})
	}
}

func TestInvalid(t *testing.T) {
	own := []string{"-at", "2026-09-30", "-register"}
	for _, c := range []struct {
		desc string
		args []string
		want []string // beginnings of the lines on standard error
	}{
		{"records that contradict themselves and each other", append(own, "testdata/malformed.json"), []string{
			"testdata/malformed.json /risks/0/title aims/missing ",
			"testdata/malformed.json /risks/0/sources/0 risk/source-unknown ",
			"testdata/malformed.json /risks/0/owner aims/id-malformed ",
			"testdata/malformed.json /risks/1/id risk/id-taken ",
			"testdata/malformed.json /risks/2/causes/0 risk/dangling ",
		}},
		{"words, members and types", append(own, "testdata/broken.json"), []string{
			"testdata/broken.json /risks/0/decision aims/unknown-word ",
			"testdata/broken.json /risks/0/likelyhood aims/unknown-member ",
			"testdata/broken.json /risks/1/title aims/null ",
		}},
		{"criteria in two files", append(own, "register/criteria.json", "-criteria", "register/criteria.json"), []string{
			"riskregister: register/criteria.json: the register holds criteria already",
		}},
		{"no criteria", append(own, "register/register.json"), []string{"register/register.json /risks/0/inherent/criteria risk/criteria-unknown "}},
		{"malformed criteria in a file of their own", append(own, "register/register.json", "-criteria", "testdata/criteria-malformed.json"), []string{
			"testdata/criteria-malformed.json /criteria/0/likelihood/steps aims/missing ",
		}},
		{"facts that are no facts", []string{"-facts", "testdata/broken.json"}, []string{"testdata/broken.json /risks aims/unknown-member "}},
		{"criteria that are none", []string{"-criteria", "testdata/broken.json"}, []string{"testdata/broken.json /risks/0/decision aims/unknown-word "}},
		{"changes to nothing", []string{"-whatif", "testdata/whatif-malformed.json"}, []string{
			"testdata/whatif-malformed.json /changes/0/treatment risk/dangling ",
			"testdata/whatif-malformed.json /changes/1/treatment aims/missing ",
			"testdata/whatif-malformed.json /changes/2/control risk/control-unused ",
		}},
		{"weights that do not fit", []string{"-whatif", "testdata/whatif-measure.json"}, []string{"testdata/whatif-measure.json /measures/1/weights risk/weights-mismatch "}},
		{"what-if on another register", []string{"-whatif", "testdata/broken.json"}, []string{"testdata/broken.json /risks aims/unknown-member "}},
		{"no day", []string{"-register", "testdata/nothing.json"}, []string{"riskregister: -at is missing"}},
		{"no day of the calendar", []string{"-at", "2026-02-30"}, []string{"riskregister: -at: "}},
		{"no state", []string{"-state", "future"}, []string{"riskregister: -state: risk.State: unknown word \"future\"; use one of inherent, current, residual, target"}},
		{"no file", append(own, "testdata/none.json"), []string{"riskregister: cannot read: "}},
	} {
		t.Run(c.desc, func(t *testing.T) {
			status, stdout, stderr := call(append(c.args, "-out", filepath.Join(t.TempDir(), "out"))...)
			if status != invalid || stdout != "" {
				t.Errorf("status %d, standard output %q", status, stdout)
			}
			lines := strings.Split(strings.TrimSuffix(stderr, "\n"), "\n")
			if len(lines) < len(c.want) {
				t.Fatalf("%d lines, want %d:\n%s", len(lines), len(c.want), stderr)
			}
			for i, want := range c.want {
				if !strings.HasPrefix(lines[i], want) {
					t.Errorf("line %d is %q, want it to begin with %q", i+1, lines[i], want)
				}
			}
		})
	}
}

// Somebody who writes a register by hand learns the digest that its ratings
// name.
func TestDigest(t *testing.T) {
	const want = "criteria-2026 2.0 sha256:"
	for _, args := range [][]string{nil, {"-criteria", "register/criteria.json"}, {"-register", "register/criteria.json"}} {
		status, stdout, stderr := call(append(args, "-digest")...)
		digest, ok := strings.CutPrefix(stdout, want)
		if status != judged || stderr != "" || !ok || strings.Count(stdout, "\n") != 1 {
			t.Fatalf("%q: status %d, standard output %q, standard error %q", args, status, stdout, stderr)
		}
		register, err := os.ReadFile("register/register.json")
		if err != nil {
			t.Fatal(err)
		}
		if rated := `"criteria": "sha256:` + strings.TrimSpace(digest) + `"`; !strings.Contains(string(register), rated) {
			t.Errorf("no rating of the example has %s", rated)
		}
	}
	for _, args := range [][]string{
		{"-criteria", "testdata/none.json"},
		{"-register", "testdata/broken.json"},
		{"-criteria", "testdata/criteria-malformed.json"},
	} {
		status, stdout, stderr := call(append(args, "-digest")...)
		if status != invalid || stdout != "" || stderr == "" {
			t.Errorf("%q: status %d, standard output %q, standard error %q", args, status, stdout, stderr)
		}
	}
}

func TestLibrary(t *testing.T) {
	status, stdout, stderr := call("-library")
	var got library
	if err := json.Unmarshal([]byte(stdout), &got); err != nil || status != judged || stderr != "" {
		t.Fatalf("status %d, %v, standard error %q", status, err, stderr)
	}
	if want := starter(); !reflect.DeepEqual(got, want) || len(got.Risks) < 40 || len(got.Sources) != 12 || len(got.Objectives) != 11 {
		t.Errorf("%d risks, %d sources, %d objectives come back, want %d, %d, %d", len(got.Risks), len(got.Sources), len(got.Objectives), len(want.Risks), 12, 11)
	}
}

func TestUsage(t *testing.T) {
	for _, c := range []struct {
		args   []string
		status int
	}{
		{[]string{"-h"}, judged},
		{[]string{"-colour"}, invalid},
		{[]string{"-register"}, invalid},
		{[]string{"register.json"}, invalid},
	} {
		status, stdout, stderr := call(c.args...)
		if status != c.status || stdout != "" || !strings.Contains(stderr, "-register FILE") {
			t.Errorf("%q: status %d, standard output %q, standard error %q", c.args, status, stdout, stderr)
		}
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
	if status, _, stderr := call("-out", filepath.Join(file, "dir")); status != notWritten || !strings.HasPrefix(stderr, "riskregister: ") {
		t.Errorf("below a file: status %d, standard error %q", status, stderr)
	}
	for _, name := range []string{"heatmap.svg", "ranking.svg", "heatmap.csv", "ranking.csv", "observations.csv"} {
		dir := t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
		if status, _, stderr := call("-out", dir); status != notWritten || !strings.HasPrefix(stderr, "riskregister: ") {
			t.Errorf("with a folder %s: status %d, standard error %q", name, status, stderr)
		}
	}
	for _, args := range [][]string{nil, {"-json"}, {"-digest"}, {"-library"}} {
		var stderr bytes.Buffer
		if status := run(args, full{}, &stderr); status != notWritten || stderr.String() != "riskregister: no space left\n" {
			t.Errorf("%q: status %d, standard error %q", args, status, stderr.String())
		}
	}
}
