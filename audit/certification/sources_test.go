package certification_test

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write SOURCES.md anew")

const sources = "SOURCES.md"

// The published list of sources is the one that the rules and the default
// values make.
func TestSources(t *testing.T) {
	want := sourceList(t)
	if *update {
		if err := os.WriteFile(sources, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(sources)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("go test ./audit/certification -run TestSources -update writes it anew (-want +got)\n%s", diff)
	}
}

// sourceList writes where each rule of a decision and each default number
// comes from, and how sure it is.
func sourceList(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	row := func(what, value, source string, sure certification.Confidence) {
		if source == "" || !sure.Known() {
			t.Errorf("%s has no source or confidence", what)
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", what, value, source, sure)
	}
	b.WriteString(sourcesHead)
	b.WriteString("\n## Rules of decisions\n\n| rule | asks that | source | sure |\n|---|---|---|---|\n")
	var seen []aims.Code
	for _, o := range []certification.Outcome{
		certification.Grant, certification.Maintain, certification.Renew, certification.Suspend, certification.Restore,
		certification.ExtendScope, certification.ReduceScope, certification.Transfer,
	} {
		for _, r := range certification.Rules(o) {
			if !slices.Contains(seen, r.Code) {
				seen = append(seen, r.Code)
				row("`"+string(r.Code)+"`", r.Title, strings.TrimSuffix(r.Source+", "+r.Clause, ", "), r.Confidence)
			}
		}
	}
	for _, list := range []struct {
		title string
		of    any
	}{
		{"Limits and demands: `Default()`", certification.Default()},
		{"Audit time: `DefaultTime()`", certification.DefaultTime()},
		{"Sampling of sites: `DefaultSites()`", certification.DefaultSites()},
	} {
		fmt.Fprintf(&b, "\n## %s\n\n| member | value | source | sure |\n|---|---|---|---|\n", list.title)
		v := reflect.ValueOf(list.of)
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			name = "`" + name + "`"
			switch f := v.Field(i).Interface().(type) {
			case certification.Limit:
				row(name, fmt.Sprint(f.Value, " ", f.Unit), f.Source+":"+f.Edition, f.Confidence)
			case certification.Demand:
				row(name, f.Asked.String(), f.Source+":"+f.Edition, f.Confidence)
			case certification.Fraction:
				row(name, fmt.Sprint(f.Part, "/", f.Of), f.Source+":"+f.Edition, f.Confidence)
			case []certification.TimeTable:
				for _, table := range f {
					rows := table.Columns[0].Rows
					row("table "+table.Name, fmt.Sprintf("up to %d people", rows[len(rows)-1].To), table.Source+":"+table.Edition, table.Confidence)
				}
			}
		}
	}
	return strings.ReplaceAll(b.String(), ":undated", "")
}

const sourcesHead = `# Where the rules and numbers of certification come from

A: seen in an official source. B: two or more independent sources agree. C: one
source; a practice, there to be replaced. K: general knowledge of the standard,
to be verified against a licensed copy. I: derived by this library. The numbers of
subclauses are K wherever they stand.

Made from the code; do not edit. Mended by
` + "`go test ./audit/certification -run TestSources -update`" + `.
`
