package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	subset = "../../impact/instrument/testdata/aia"
	whole  = "../../../shared/oracles/aia"
)

// execute runs the program, which must end with a status.
func execute(t *testing.T, status int, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, complaints bytes.Buffer
	if got := run(args, &out, &complaints); got != status {
		t.Fatalf("status %d, want %d:\n%s", got, status, complaints.String())
	}
	return out.String(), complaints.String()
}

func questionnaires(dir string, versions ...string) []string {
	var out []string
	for _, v := range versions {
		out = append(out, "-questionnaire", filepath.Join(dir, v+".json"))
	}
	return out
}

// Each line is what the official tool shows, in the order of the cases.
func TestRun_subset(t *testing.T) {
	compare(t, subset, questionnaires(subset, "v0.10.0", "v1.0.1"))
}

func TestRun_whole(t *testing.T) {
	if _, err := os.Stat(whole); errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is not here; only the subset in %s is tested", whole, subset)
	}
	compare(t, whole, questionnaires(filepath.Join(whole, "questionnaire"), "v0.9", "v0.9.1", "v0.10.0", "v1.0.1"))
}

func compare(t *testing.T, dir string, args []string) {
	t.Helper()
	for _, name := range []string{"published", "published_negative", "synthetic"} {
		file := filepath.Join(dir, name+".json")
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var cases []struct {
			ID, Title string
			Expected  *totals
			Loaded    *totals `json:"expected_as_loaded"`
			Complete  *totals `json:"expected_after_complete"`
		}
		if err := json.Unmarshal(data, &cases); err != nil {
			t.Fatal(err)
		}
		type shown struct {
			ID string
			totals
			Complete totals `json:"after_complete"`
		}
		var want, got []shown
		for _, c := range cases {
			loaded := c.Loaded
			if loaded == nil {
				loaded = c.Expected
			}
			want = append(want, shown{c.ID + c.Title, *loaded, *c.Complete})
		}
		stdout, _ := execute(t, scored, append(args, "-cases", file)...)
		for text := range strings.Lines(stdout) {
			if !strings.HasSuffix(text, `,"unknown":[]}`+"\n") {
				t.Errorf("%s: %s", name, text)
			}
			var l shown
			if err := json.Unmarshal([]byte(text), &l); err != nil {
				t.Fatal(err)
			}
			got = append(got, l)
		}
		if !slices.Equal(want, got) {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}

// What cannot be scored gets a line with its problems and stops no other.
func TestRun_refused(t *testing.T) {
	file := filepath.Join(t.TempDir(), "cases.json")
	if err := os.WriteFile(file, []byte(`[
		{"id": "version", "version": "v9", "answers": {}},
		{"id": "choice", "version": "v1.0.1", "answers": {"riskProfile1": "item9-9", "riskProfile2": ["item1-3", "item2-0"]}},
		{"id": "type", "version": "v1.0.1", "answers": {"riskProfile1": null}},
		{"id": "stranger", "version": "v1.0.1", "seed": 3, "answers": {"riskProfile1": "item1-3", "nope": "x", "abc": ["y"]}},
		5
	]`), 0o600); err != nil {
		t.Fatal(err)
	}
	stdout, stderr := execute(t, invalid, append(questionnaires(subset, "v1.0.1"), "-cases", file)...)
	want := `{"id":"version","problems":[{"path":"/version","code":"instrument/version-unknown","text":"the answers are to version v9 of ca-aia; at hand are v1.0.1. Use the questionnaire that was answered, or move the answers to another version"}]}
{"id":"choice","problems":[{"path":"/answers/riskProfile1","code":"instrument/choice-unknown","text":"\"item9-9\" is no choice of riskProfile1; it offers item1-3, item2-0"},{"path":"/answers/riskProfile2","code":"instrument/several-answers","text":"riskProfile2 takes one answer and has 2; keep one"}]}
{"id":"type","problems":[{"path":"/answers/riskProfile1","code":"aims/null","text":"null stands where a value is wanted; leave the member out when it is unknown"}]}
{"id":"stranger","raw":3,"mitigation":0,"current":3,"level":1,"after_complete":{"raw":3,"mitigation":0,"current":3,"level":1},"unknown":["abc","nope"]}
{"id":"","problems":[{"path":"","code":"aims/wrong-type","text":"found 5, want an object"}]}
`
	if stdout != want {
		t.Errorf("got\n%s\nwant\n%s", stdout, want)
	}
	for _, want := range []string{"/0/version instrument/version-unknown", "/1/answers/riskProfile2 instrument/several-answers", "/4 aims/wrong-type"} {
		if !strings.Contains(stderr, want) {
			t.Errorf("%q is missing in\n%s", want, stderr)
		}
	}
	for n, status := range map[string]int{"1": invalid, "2": invalid, "3": invalid, "4": scored, "6": invalid} {
		execute(t, status, append(questionnaires(subset, "v1.0.1"), "-cases", file, "-explain", n)...)
	}
}

// An explanation in full; the file is what a reader sees.
func TestRun_explain(t *testing.T) {
	args := append(questionnaires(subset, "v0.10.0", "v1.0.1"), "-cases", filepath.Join(subset, "published.json"), "-explain", "3")
	stdout, _ := execute(t, scored, args...)
	for _, want := range []string{
		"Study Permit Extension Eligibility Model (version v1.0.1)\n",
		"Impact Level II, level 2 of 4: the current score of 49 out of 167 is over 41.75 and at most 83.5\n",
		"\n  measures are worth 69 of 154 and reach 40 % (61.6), so 15 % of the raw score are taken off: 58 becomes 49\n",
		"\n  To a lower level:\n    10 raw points alone\n    the fewest answers to change: 1\n      Will the system use personal information as input data?: \"No\" instead of \"Yes\" (aboutDataSource1)\n",
		"\n  Single answers that change the level:\n    level 1 with Will the system use personal information as input data?: \"No\" instead of \"Yes\" (aboutDataSource1)\n",
		"\n  These answers deserve evidence first",
	} {
		if !strings.Contains(stdout, want) {
			t.Errorf("%q is missing in\n%s", want, stdout)
		}
	}
	highest := append(questionnaires(subset, "v0.10.0", "v1.0.1"), "-cases", filepath.Join(subset, "synthetic.json"), "-explain")
	for n := range 4 {
		stdout, _ := execute(t, scored, append(highest, strconv.Itoa(3*n+1))...)
		if strings.Contains(stdout, "%!") {
			t.Errorf("case %d:\n%s", 3*n+1, stdout)
		}
	}
}

func TestRun_usage(t *testing.T) {
	dir := t.TempDir()
	broken := filepath.Join(dir, "broken.json")
	circle := filepath.Join(dir, "v1.json")
	for file, text := range map[string]string{
		broken: "{",
		circle: `{"pages": [{"name": "p", "elements": [{"type": "radiogroup", "name": "q", "choices": ["a"], "visibleIf": "{q} = 'a'"}]}]}`,
	} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	good := questionnaires(subset, "v1.0.1")
	cases := []string{"-cases", filepath.Join(subset, "published.json")}
	for _, c := range []struct {
		desc   string
		status int
		args   []string
		want   string
	}{
		{"help", scored, []string{"-help"}, "-questionnaire"},
		{"no arguments", invalid, nil, "want -questionnaire FILE"},
		{"no questionnaire", invalid, cases, "want -questionnaire FILE"},
		{"no cases", invalid, good, "-cases FILE"},
		{"a flag that is none", invalid, []string{"-wrong"}, "-wrong"},
		{"an argument too many", invalid, append(append(cases, good...), "more"), "want -questionnaire FILE"},
		{"a negative number", invalid, append(append(cases, good...), "-explain", "-1"), "counts from 1"},
		{"a number that is too large", invalid, append(append(cases, good...), "-explain", "9"), "there is no case 9; the file has 3"},
		{"no such questionnaire", invalid, append([]string{"-questionnaire", "nowhere.json"}, cases...), "cannot read the questionnaire"},
		{"no such cases", invalid, append([]string{"-cases", "nowhere.json"}, good...), "cannot read the cases"},
		{"cases that are no list", invalid, append([]string{"-cases", broken}, good...), "aims/syntax"},
		{"a questionnaire that is broken", invalid, append([]string{"-questionnaire", broken}, cases...), "aims/syntax"},
		{"a questionnaire in a circle", invalid, append([]string{"-questionnaire", circle}, cases...), "v1.json is refused:\n/pages/0/elements/0 instrument/guard-cycle"},
		{"a version twice", invalid, append(append(good, good...), cases...), "are both version v1.0.1"},
	} {
		if _, stderr := execute(t, c.status, c.args...); !strings.Contains(stderr, c.want) {
			t.Errorf("%s: %q is missing in\n%s", c.desc, c.want, stderr)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestRun_notWritten(t *testing.T) {
	args := append(questionnaires(subset, "v0.10.0", "v1.0.1"), "-cases", filepath.Join(subset, "published.json"))
	for _, more := range [][]string{nil, {"-explain", "1"}} {
		var stderr bytes.Buffer
		if got := run(append(args, more...), full{}, &stderr); got != notWritten || !strings.Contains(stderr.String(), "no space left") {
			t.Errorf("status %d:\n%s", got, stderr.String())
		}
	}
}
