package instrument_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact/instrument"
)

// The oracle of the Canadian tool: a subset is part of the package, the rest
// lies beside the project or is not there.
const (
	subset = "testdata/aia"
	whole  = "../../../shared/oracles/aia"
)

// totals is what the official tool prints.
type totals struct {
	Raw        int `json:"raw"`
	Mitigation int `json:"mitigation"`
	Current    int `json:"current"`
	Level      int `json:"level"`
}

// oracleCase is an assessment with the results of the official tool.
type oracleCase struct {
	ID, Title, Version, Why string
	Answers                 map[instrument.QuestionID]instrument.Answer
	Expected                totals
	AsLoaded                totals `json:"expected_as_loaded"`
	Complete                totals `json:"expected_after_complete"`
	Sections                *struct{ Risk, Mitigation officialTable }
}

// officialTable is one of the two tables that the official tool prints.
type officialTable struct {
	Items []officialRow
	Total officialRow
}

type officialRow struct {
	Area                    string
	Key                     string
	Questions, Project, Max int
}

func (c oracleCase) name() string { return c.ID + c.Title }

func (c oracleCase) answers() instrument.Answers {
	return instrument.Answers{Instrument: "ca-aia", Version: c.Version, Given: c.Answers}
}

func (c oracleCase) want(h instrument.HiddenPolicy) totals {
	switch {
	case h == instrument.DropHidden:
		return c.Complete
	case c.AsLoaded != totals{}:
		return c.AsLoaded
	}
	return c.Expected
}

func got(e instrument.Evaluation) totals {
	return totals{e.Raw, e.Mitigation, e.Current, e.Level}
}

func readJSON(t testing.TB, into any, path ...string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(path...))
	if errors.Is(err, fs.ErrNotExist) && path[0] == whole {
		t.Skipf("%s is not here; only the subset in %s is tested", filepath.Join(path...), subset)
	}
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", filepath.Join(path...), err)
	}
}

// canadian reads and compiles a questionnaire of the oracle.
func canadian(t testing.TB, dir, version string) (instrument.Instrument, *instrument.Program) {
	t.Helper()
	var raw json.RawMessage
	if dir == whole {
		readJSON(t, &raw, dir, "questionnaire", version+".json")
	} else {
		readJSON(t, &raw, dir, version+".json")
	}
	in, err := instrument.ReadSurvey(raw, instrument.CanadianAIA(version), aims.DecodeOptions{})
	if err != nil {
		t.Fatalf("%s: %v", version, err)
	}
	p, err := instrument.Compile(in)
	if err != nil {
		t.Fatalf("%s: %v", version, err)
	}
	return in, p
}

// shelf compiles each version once.
type shelf struct {
	dir  string
	ins  map[string]instrument.Instrument
	byID map[string]*instrument.Program
}

func newShelf(dir string) *shelf {
	return &shelf{dir, make(map[string]instrument.Instrument), make(map[string]*instrument.Program)}
}

func (s *shelf) program(t testing.TB, version string) *instrument.Program {
	t.Helper()
	if s.byID[version] == nil {
		s.ins[version], s.byID[version] = canadian(t, s.dir, version)
	}
	return s.byID[version]
}

func policies() []instrument.HiddenPolicy {
	return []instrument.HiddenPolicy{instrument.KeepHidden, instrument.DropHidden}
}

func TestOracle_subset(t *testing.T) { testOracle(t, subset, 3, 11) }

func TestOracle_whole(t *testing.T) { testOracle(t, whole, 9, 120) }

// Every case matches in both columns; the section tables match where the
// official tool printed them.
func testOracle(t *testing.T, dir string, published, synthetic int) {
	s := newShelf(dir)
	for file, want := range map[string]int{"published": published, "published_negative": 2, "synthetic": synthetic} {
		var cases []oracleCase
		readJSON(t, &cases, dir, file+".json")
		if len(cases) != want {
			t.Errorf("%s has %d cases, want %d", file, len(cases), want)
		}
		for _, c := range cases {
			p := s.program(t, c.Version)
			for _, h := range policies() {
				e, err := p.Evaluate(c.answers(), h)
				if err != nil {
					t.Errorf("%s: %v", c.name(), err)
					continue
				}
				if diff := cmp.Diff(c.want(h), got(e)); diff != "" {
					t.Errorf("%s, %s (-want +got):\n%s", c.name(), h, diff)
				}
				if len(e.Unknown)+len(e.Unlisted) > 0 {
					t.Errorf("%s: unknown %v, unlisted %v", c.name(), e.Unknown, e.Unlisted)
				}
			}
			if c.Sections != nil && c.Why == "" {
				checkTables(t, c, p, s.ins[c.Version])
			}
		}
	}
}

// checkTables holds the sections that are shown, and score, against the
// official tables.
func checkTables(t *testing.T, c oracleCase, p *instrument.Program, in instrument.Instrument) {
	t.Helper()
	e, err := p.Evaluate(c.answers(), instrument.KeepHidden)
	if err != nil {
		t.Fatal(err)
	}
	for kind, want := range map[instrument.Kind]officialTable{instrument.Raw: c.Sections.Risk, instrument.Mitigation: c.Sections.Mitigation} {
		var table officialTable
		for _, s := range e.Sections {
			if s.Kind != kind || !s.Shown {
				continue
			}
			key, _, _ := strings.Cut(string(s.ID), "Panel")
			row := officialRow{area(in, s.ID), key, s.Questions, s.Points, s.Most}
			table.Items = append(table.Items, row)
			table.Total.Questions += s.Questions
			table.Total.Project += s.Points
			table.Total.Max += s.Most
		}
		if diff := cmp.Diff(want, table); diff != "" {
			t.Errorf("%s, %s (-want +got):\n%s", c.name(), kind, diff)
		}
	}
}

// area is how the official tool names a section.
func area(in instrument.Instrument, id instrument.SectionID) string {
	for _, p := range in.Pages {
		for _, s := range p.Sections {
			if s.ID == id && len(s.Title) > 0 {
				return p.Title.In("en") + " - " + s.Title.In("en")
			}
			if s.ID == id {
				return p.Title.In("en")
			}
		}
	}
	return ""
}

// The maxima are those of the official tool.
func TestOracle_maxima(t *testing.T) {
	var want map[string]struct {
		Raw        int `json:"max_raw"`
		Mitigation int `json:"max_mitigation_both_phases"`
		Questions  int
		RawScored  int `json:"scored_raw_questions"`
		Scored     int `json:"scored_mitigation_questions"`
	}
	readJSON(t, &want, whole, "maxima.json")
	want["v1.0.1"] = want["master"]
	for _, v := range []string{"v0.9", "v0.9.1", "v0.10.0", "v1.0.1"} {
		in, p := canadian(t, whole, v)
		if m := p.Most(); m.Raw != want[v].Raw || m.Mitigation != want[v].Mitigation {
			t.Errorf("%s: %+v, want %+v", v, m, want[v])
		}
		questions := 0
		for _, page := range in.Pages {
			for _, s := range page.Sections {
				questions += len(s.Questions)
			}
		}
		const introductions = 4 // html elements, which the official count includes
		if questions+introductions != want[v].Questions {
			t.Errorf("%s: %d questions, want %d", v, questions, want[v].Questions)
		}
		e, err := p.Evaluate(instrument.Answers{Instrument: "ca-aia", Version: v}, instrument.DropHidden)
		if err != nil {
			t.Fatal(err)
		}
		scored := map[instrument.Kind]int{}
		for _, s := range e.Sections {
			scored[s.Kind] += s.Questions
		}
		if scored[instrument.Raw] != want[v].RawScored || scored[instrument.Mitigation] != want[v].Scored {
			t.Errorf("%s: %v scored questions, want %+v", v, scored, want[v])
		}
	}
}
