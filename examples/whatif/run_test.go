package main

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/internal/svg/svgtest"
)

// call runs the program as a user does.
func call(t *testing.T, stdin string, args ...string) (status int, stdout, stderr string) {
	t.Helper()
	var out, complaints bytes.Buffer
	status = run(args, strings.NewReader(stdin), &out, &complaints)
	return status, out.String(), complaints.String()
}

// good is call for what must succeed.
func good(t *testing.T, stdin string, args ...string) string {
	t.Helper()
	status, stdout, stderr := call(t, stdin, args...)
	if status != done {
		t.Fatalf("%v: status %d\n%s", args, status, stderr)
	}
	return stdout
}

type figures struct {
	Mean, SD, P0 float64
	VaR, TVaR    map[string]float64
}

type result struct {
	Total     figures
	Scenarios map[string]figures
}

func parse(t *testing.T, text string) result {
	t.Helper()
	var r result
	if err := json.Unmarshal([]byte(text), &r); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return r
}

// The exact figures of CPL2, in the form that scripts rely on.
func TestJSON_cpl2(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		off  float64
	}{
		"simulated": {[]string{"-trials", "200000", "-seed", "3"}, .05},
		"exact":     {[]string{"-exact"}, 1e-5},
	} {
		r := parse(t, good(t, "", append(c.args, "-model", "models/cpl2.json", "-json")...))
		for what, v := range map[string]struct{ got, want float64 }{
			"mean":    {r.Total.Mean, 33294.489458891185},
			"sd":      {r.Total.SD, 48367.02651967165},
			"p0":      {r.Total.P0, math.Exp(-2)},
			"VaR50":   {r.Total.VaR["0.5"], 18529.94},
			"VaR90":   {r.Total.VaR["0.9"], 80992.10},
			"VaR95":   {r.Total.VaR["0.95"], 114863.22},
			"VaR99":   {r.Total.VaR["0.99"], 218290.53},
			"VaR99.9": {r.Total.VaR["0.999"], 463333.41},
			"TVaR99":  {r.Total.TVaR["0.99"], 322979.40},
		} {
			if math.Abs(v.got-v.want) > c.off*v.want {
				t.Errorf("%s: %s is %v, want %v", name, what, v.got, v.want)
			}
		}
		if one := r.Scenarios["cpl2"]; !reflect.DeepEqual(r.Total, one) {
			t.Errorf("one scenario is the total: %+v, %+v", r.Total, one)
		}
	}
}

func TestModels(t *testing.T) {
	files, err := filepath.Glob("models/*.json")
	if err != nil || len(files) != 3 {
		t.Fatalf("%v, %v", files, err)
	}
	readme, err := os.ReadFile("models/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		out := good(t, "", "-model", f, "-trials", "2000", "-compare")
		if !strings.Contains(out, "VaR 0.99") || !strings.Contains(out, "mean") {
			t.Errorf("%s:\n%s", f, out)
		}
		if !strings.Contains(string(readme), filepath.Base(f)) {
			t.Errorf("README.md does not tell of %s", f)
		}
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for name := range members(t, text) {
			if !strings.Contains(string(readme), "`"+name+"`") {
				t.Errorf("README.md does not explain the field %s of %s", name, f)
			}
		}
	}
}

// members collects the names of every member of a JSON text.
func members(t *testing.T, text []byte) map[string]bool {
	t.Helper()
	var root any
	if err := json.Unmarshal(text, &root); err != nil {
		t.Fatal(err)
	}
	out := make(map[string]bool)
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			for name, child := range v {
				out[name] = true
				walk(child)
			}
		case []any:
			for _, child := range v {
				walk(child)
			}
		}
	}
	walk(root)
	return out
}

func TestOut(t *testing.T) {
	dir := t.TempDir()
	args := []string{"-model", "models/portfolio.json", "-trials", "3000", "-out", dir}
	first := good(t, "", append(args, "-compare")...)
	for _, want := range []string{"all together", "regulatory-fine", "Appetite: In 19 of 20 years", "with cyber-insurance", "Return on control"} {
		if !strings.Contains(first, want) {
			t.Errorf("the tables do not say %q:\n%s", want, first)
		}
	}
	files := make(map[string][]byte)
	for _, name := range []string{"result.json", "result.csv", "exceedance.csv", "exceedance.svg", "tornado.svg", "compare.json", "compare.csv"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = data
	}
	for _, name := range []string{"exceedance.svg", "tornado.svg"} {
		for _, fault := range svgtest.Faults(files[name]) {
			t.Errorf("%s: %s", name, fault)
		}
	}
	if r := parse(t, string(files["result.json"])); len(r.Scenarios) != 5 || len(r.Total.VaR) != 5 {
		t.Errorf("result.json: %+v", r)
	}
	if rows := strings.Split(string(files["result.csv"]), "\n"); rows[0] != "scenario,metric,p,value,se,low,high" || len(rows) != 1+6*14+1 {
		t.Errorf("result.csv has %d rows and begins with %s", len(rows), rows[0])
	}
	if rows := strings.Split(string(files["exceedance.csv"]), "\n"); rows[0] != "scenario,curve,loss,exceedance" || len(rows) < 100 {
		t.Errorf("exceedance.csv has %d rows and begins with %s", len(rows), rows[0])
	}
	if rows := strings.Split(string(files["compare.csv"]), "\n"); rows[0] != "variant,metric,p,difference,se" || len(rows) != 1+6*13+1 {
		t.Errorf("compare.csv has %d rows and begins with %s", len(rows), rows[0])
	}
	good(t, "", args...)
	again, err := os.ReadFile(filepath.Join(dir, "result.json"))
	if err != nil || !bytes.Equal(again, files["result.json"]) {
		t.Errorf("the second run is another: %v", err)
	}
}

func TestVerify(t *testing.T) {
	dir := t.TempDir()
	model := []string{"-model", "models/fair.json", "-out", dir}
	good(t, "", append(model, "-trials", "2000", "-seed", "9")...)
	if out := good(t, "", append(model, "-verify")...); !strings.Contains(out, "sha256:") {
		t.Errorf("verified:\n%s", out)
	}
	name := filepath.Join(dir, "result.json")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if out := good(t, string(text), "-model", "models/fair.json", "-verify"); !strings.Contains(out, "holds") {
		t.Errorf("from standard input:\n%s", out)
	}
	printed := good(t, "", "-model", "models/cpl2.json", "-exact", "-compare", "-json")
	good(t, printed, "-model", "models/cpl2.json", "-verify")

	status, _, stderr := call(t, string(text), "-model", "models/cpl2.json", "-verify")
	if status != failed || !strings.Contains(stderr, "another model") {
		t.Errorf("of another model: %d, %s", status, stderr)
	}
	changed := strings.Replace(string(text), `"mean": `, `"mean": 1`, 1)
	status, _, stderr = call(t, changed, "-model", "models/fair.json", "-verify")
	if status != failed || !strings.Contains(stderr, "changed") {
		t.Errorf("changed: %d, %s", status, stderr)
	}
	for _, text := range []string{"", "{}"} {
		if status, _, _ := call(t, text, "-model", "models/fair.json", "-verify"); status != failed {
			t.Errorf("%q: %d", text, status)
		}
	}
	if status, _, _ := call(t, "", "-model", "models/fair.json", "-verify", "-out", t.TempDir()); status != failed {
		t.Errorf("nothing there: %d", status)
	}
}

func TestStudy(t *testing.T) {
	dir := t.TempDir()
	args := []string{"-model", "models/portfolio.json", "-study", "studies/outage.json", "-out", dir}
	table := good(t, "", args...)
	if !strings.Contains(table, "rank correlation") {
		t.Errorf("the table:\n%s", table)
	}
	read := func(name string) string {
		t.Helper()
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	rows, csv := read("study.ndjson"), read("study.csv")
	if lines := strings.Split(rows, "\n"); len(lines) != 10*2*3+1 {
		t.Errorf("%d rows", len(lines))
	}
	if !strings.HasPrefix(csv, "point,rate,controls,scenario,metric,p,value,se,low,high\n0,1,none,total,mean,,") {
		t.Errorf("the CSV begins with %.120s", csv)
	}
	var sensitivities []map[string]any
	if err := json.Unmarshal([]byte(read("sensitivity.json")), &sensitivities); err != nil || len(sensitivities) != 3 {
		t.Errorf("%v, %v", sensitivities, err)
	}
	// Stopped in the middle of a line, the study goes on and ends the same.
	if err := os.WriteFile(filepath.Join(dir, "study.ndjson"), []byte(rows[:len(rows)/2]), 0o644); err != nil {
		t.Fatal(err)
	}
	if status, _, stderr := call(t, "", args...); status != done || !strings.Contains(stderr, "going on at point") {
		t.Errorf("going on: %d, %s", status, stderr)
	}
	if got := read("study.ndjson"); got != rows {
		t.Errorf("in two parts the rows are\n%s\nand whole\n%s", got, rows)
	}
	if got := read("study.csv"); got != csv {
		t.Errorf("in two parts the table is\n%s\nand whole\n%s", got, csv)
	}
	if got := good(t, "", append(args, "-json")...); got != rows {
		t.Errorf("printed as NDJSON the rows are\n%s\nand in the file\n%s", got, rows)
	}
	status, _, stderr := call(t, "", append(args, "-exact")...)
	if status != invalid || !strings.Contains(stderr, "another study") {
		t.Errorf("another study in the same folder: %d, %s", status, stderr)
	}
}

func TestStudy_shipped(t *testing.T) {
	out := good(t, "", "-model", "models/portfolio.json", "-study", "studies/indices.json")
	if !strings.Contains(out, "first-order index") {
		t.Errorf("indices:\n%s", out)
	}
}

func TestStudy_pointsWithoutModel(t *testing.T) {
	name := filepath.Join(t.TempDir(), "study.json")
	study := `{"format": "aimskit/0.1", "factors": [{"name": "sigma", "at": ["/scenarios/0/severity/sigma"], "values": [1, -1]}], "design": {"kind": "one-at-a-time"}, "trials": 10}`
	if err := os.WriteFile(name, []byte(study), 0o644); err != nil {
		t.Fatal(err)
	}
	status, stdout, stderr := call(t, "", "-model", "models/cpl2.json", "-study", name)
	if status != invalid || !strings.Contains(stderr, "1 of 3 points") || !strings.Contains(stderr, "sigma = -1") || !strings.Contains(stdout, "var") {
		t.Errorf("%d, %s\n%s", status, stderr, stdout)
	}
}

func TestNDJSON(t *testing.T) {
	requests := strings.Join([]string{
		`{"id": 1, "trials": 500, "levels": ["0.9"]}`,
		`{"id": "b", "trials": 500, "levels": ["0.9"], "set": {"/scenarios/0/severity/p95": 90000, "/scenarios/2/frequency/rate": 9}, "on": ["cyber-insurance"], "seed": 1, "exact": false, "curves": true}`,
		`{"id": 3, "model": {"format": "aimskit/0.1", "scenarios": [{"id": "a", "frequency": {"kind": "fixed", "count": 2}, "severity": {"kind": "constant", "value": 7}}]}, "exact": true}`,
		``,
		`{"id": 4, "set": {"/scenarios/9": 1}}`,
		`{"id": 5, "set": {"/scenarios/0/severity/p95": -1}}`,
		`{"id": 6, "unknown": 1}`,
		`none`,
	}, "\n")
	lines := strings.Split(strings.TrimSpace(good(t, requests, "-model", "models/portfolio.json", "-ndjson")), "\n")
	if len(lines) != 7 {
		t.Fatalf("%d replies:\n%s", len(lines), strings.Join(lines, "\n"))
	}
	a, b, c := parse(t, lines[0]), parse(t, lines[1]), parse(t, lines[2])
	if b.Scenarios["chatbot"].Mean <= a.Scenarios["chatbot"].Mean || b.Scenarios["data-breach"].Mean >= a.Scenarios["data-breach"].Mean ||
		b.Scenarios["credit-model"].Mean != a.Scenarios["credit-model"].Mean {
		t.Errorf("what was set and switched does not show:\n%+v\n%+v", a, b)
	}
	if c.Total.Mean != 14 || !strings.HasPrefix(lines[2], `{"id":3,`) || !strings.Contains(lines[1], `"aep"`) {
		t.Errorf("its own model: %s", lines[2])
	}
	for i, want := range []string{"montecarlo/factor-place", "montecarlo/out-of-range", "aims/unknown-member", "aims/syntax"} {
		if !strings.Contains(lines[3+i], `"error":"`) || !strings.Contains(lines[3+i], want) {
			t.Errorf("reply %d: %s", 4+i, lines[3+i])
		}
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, "name a model"},
		{[]string{"-model", "models/none.json"}, "cannot read the model"},
		{[]string{"-model", "run.go"}, "aims/syntax"},
		{[]string{"-model", "models/cpl2.json", "more"}, "unexpected argument"},
		{[]string{"-model", "models/cpl2.json", "-nothing"}, "nothing"},
		{[]string{"-model", "models/cpl2.json", "-trials", "0"}, "/trials montecarlo/out-of-range"},
		{[]string{"-model", "models/cpl2.json", "-study", "none"}, "cannot read the study"},
		{[]string{"-model", "models/cpl2.json", "-study", "models/cpl2.json"}, "aims/unknown-member"},
		{[]string{"-model", "models/cpl2.json", "-study", "studies/outage.json"}, "montecarlo/factor-place"},
		{[]string{"-model", "models/fair.json", "-exact", "-study", "studies/outage.json"}, "montecarlo/factor-place"},
	} {
		status, _, stderr := call(t, "", c.args...)
		if status != invalid || !strings.Contains(stderr, c.want) {
			t.Errorf("%v: %d, %s", c.args, status, stderr)
		}
	}
	if status, _, stderr := call(t, "", "-h"); status != done || !strings.Contains(stderr, "-ndjson") {
		t.Errorf("help: %d, %s", status, stderr)
	}
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if status, _, _ := call(t, "", "-model", "models/cpl2.json", "-out", filepath.Join(blocked, "below"), "-trials", "10"); status != failed {
		t.Errorf("a folder that cannot be made: %d", status)
	}
}
