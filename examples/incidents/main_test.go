package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/risk/montecarlo"
)

func call(args ...string) (status int, stdout, stderr string) {
	var out, complaints bytes.Buffer
	status = run(args, &out, &complaints)
	return status, out.String(), complaints.String()
}

func TestRun(t *testing.T) {
	model := filepath.Join(t.TempDir(), "model.json")
	status, stdout, stderr := call("-in", "chatbot.json", "-out", model, "-replicates", "9")
	if status != done {
		t.Fatalf("%d, %s", status, stderr)
	}
	for _, want := range []string{"Rate: 6.875 a year", "lognormal", "not for ranges", "- The number of incidents in a year is Poisson"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("the report does not say %q:\n%s", want, stdout)
		}
	}
	data, err := os.ReadFile(model)
	if err != nil {
		t.Fatal(err)
	}
	m, err := montecarlo.DecodeModel(data)
	if err != nil || m.Scenarios[0].ID != "chatbot" || len(m.Parameters) == 0 {
		t.Errorf("the model: %v\n%s", err, data)
	}
	status, stdout, _ = call("-in", "chatbot.json", "-json", "-replicates", "0")
	if status != done || !json.Valid([]byte(stdout)) {
		t.Errorf("JSON: %d\n%s", status, stdout)
	}
}

func TestRun_known(t *testing.T) {
	name := filepath.Join(t.TempDir(), "known.json")
	text := `{"format": "aimskit/0.1", "scenario": "a", "years": 1, "losses": [{"loss": 1}, {"loss": 2}, {"loss": 5}, {"loss": 6}]}`
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if status, stdout, _ := call("-in", name, "-replicates", "19"); status != done || !strings.Contains(stdout, "(p = ") {
		t.Errorf("%d\n%s", status, stdout)
	}
	if status, stdout, _ := call("-in", name, "-replicates", "0"); status != done || strings.Contains(stdout, "(p = ") {
		t.Errorf("%d\n%s", status, stdout)
	}
}

func TestRun_refused(t *testing.T) {
	dir := t.TempDir()
	few := filepath.Join(dir, "few.json")
	if err := os.WriteFile(few, []byte(`{"format": "aimskit/0.1", "scenario": "a", "years": 0, "losses": [{"loss": 1}]}`), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args   []string
		status int
		want   string
	}{
		{nil, invalid, "name the incidents"},
		{[]string{"-x"}, invalid, "-x"},
		{[]string{"-in", "none.json"}, invalid, "cannot read"},
		{[]string{"-in", few}, invalid, "/losses montecarlo/losses-few"},
		{[]string{"-in", "chatbot.json", "-replicates", "0", "-out", filepath.Join(dir, "none", "model.json")}, notWritten, "none"},
		{[]string{"-h"}, done, "-replicates"},
	} {
		if status, _, stderr := call(c.args...); status != c.status || !strings.Contains(stderr, c.want) {
			t.Errorf("%v: %d, %s", c.args, status, stderr)
		}
	}
}
