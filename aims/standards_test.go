package aims_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/google/go-cmp/cmp"
)

func TestStandardsCoverEveryLeaf(t *testing.T) {
	var leaves []aims.Clause
	for r := range aims.Edition2023().Leaves() {
		leaves = append(leaves, r.Clause)
	}
	var ids []string
	for s := range aims.Standards() {
		ids = append(ids, s.ID)
		if s.Name == "" || s.Subject == "" {
			t.Errorf("%s is not named", s.ID)
		}
		var got []aims.Clause
		for row := range s.All() {
			got = append(got, row.Clause)
			found, ok := s.Corresponding(row.Clause)
			if !ok || found != row {
				t.Errorf("%s: Corresponding(%s) = %+v, %v; the list has %+v", s.ID, row.Clause, found, ok, row)
			}
			if row.None() && row.Note == "" {
				t.Errorf("%s %s: nothing corresponds, and no note says why", s.ID, row.Clause)
			}
			if row.None() && row.SameNumber() {
				t.Errorf("%s %s: matches by number and does not exist", s.ID, row.Clause)
			}
			if _, err := aims.ParseClause(row.There); !row.None() && err != nil {
				t.Errorf("%s %s: %v", s.ID, row.Clause, err)
			}
		}
		if d := cmp.Diff(leaves, got); d != "" {
			t.Errorf("%s (-want +got)\n%s", s.ID, d)
		}
		for _, no := range []aims.Clause{"", "4", "6.1", "7.5", "10.3"} {
			if row, ok := s.Corresponding(no); ok || row != (aims.Correspondence{}) {
				t.Errorf("%s: Corresponding(%q) = %+v, %v", s.ID, no, row, ok)
			}
		}
	}
	if d := cmp.Diff([]string{"iso27001:2022", "iso9001:2015", "iso14001:2015", "iso45001:2018", "iso22000:2018"}, ids); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	for range aims.Standards() {
		break
	}
}

// What is specific to AI never matches by number outside ISO/IEC 27001, where
// the same numbers mean something else.
func TestStandardsNeverMatchRiskAndOperationByNumber(t *testing.T) {
	for s := range aims.Standards() {
		for _, clause := range []aims.Clause{"6.1.2", "6.1.3", "6.1.4", "8.2", "8.3", "8.4"} {
			row, _ := s.Corresponding(clause)
			infosec := s.ID == "iso27001:2022" && clause != "6.1.4" && clause != "8.4"
			if row.SameNumber() != infosec || row.None() == infosec {
				t.Errorf("%s %s: %+v", s.ID, clause, row)
			}
		}
	}
}

func TestStandardsKnownTraps(t *testing.T) {
	for _, tt := range []struct {
		standard string
		clause   aims.Clause
		there    string
		note     string // part of it
	}{
		{"iso27001:2022", "6.1.3", "6.1.3", "Annex A"},
		{"iso27001:2022", "9.2.2", "9.2.2", "name the AI management system"},
		{"iso27001:2022", "10.1", "10.1", ""},
		{"iso27001:2022", "10.2", "10.2", ""},
		{"iso9001:2015", "6.3", "6.3", ""},
		{"iso9001:2015", "8.2", "", "requirements for products"},
		{"iso9001:2015", "8.3", "", "design"},
		{"iso9001:2015", "8.4", "", "external providers"},
		{"iso9001:2015", "10.1", "10.3", ""},
		{"iso9001:2015", "10.2", "10.2", ""},
		{"iso14001:2015", "6.1.2", "", "environmental aspects"},
		{"iso14001:2015", "6.3", "", "no 6.3"},
		{"iso14001:2015", "8.2", "", "emergency"},
		{"iso14001:2015", "9.3.2", "9.3", ""},
		{"iso14001:2015", "10.1", "10.3", ""},
		{"iso45001:2018", "6.1.2", "", "hazards"},
		{"iso45001:2018", "6.3", "", "no 6.3"},
		{"iso45001:2018", "8.2", "", "emergency"},
		{"iso45001:2018", "10.1", "10.3", ""},
		{"iso22000:2018", "6.3", "6.3", ""},
		{"iso22000:2018", "8.4", "", "emergency"},
		{"iso22000:2018", "10.1", "10.2", ""},
		{"iso22000:2018", "10.2", "10.1", ""},
	} {
		s, ok := aims.LookupStandard(tt.standard)
		if !ok {
			t.Fatalf("%s is not there", tt.standard)
		}
		row, ok := s.Corresponding(tt.clause)
		if !ok || row.There != tt.there || !strings.Contains(row.Note, tt.note) {
			t.Errorf("%s %s = %+v, want %q with a note on %q", tt.standard, tt.clause, row, tt.there, tt.note)
		}
	}
	if s, ok := aims.LookupStandard("iso27001:2013"); ok || s.ID != "" {
		t.Errorf("ISO/IEC 27001:2013 is another edition; got %+v", s)
	}
}

func TestFrameworks(t *testing.T) {
	natures := make(map[string]aims.Nature)
	for f := range aims.Frameworks() {
		if _, twice := natures[f.ID]; twice || f.Name == "" || f.Note == "" || !f.Nature.Known() {
			t.Errorf("listed twice, or incomplete: %+v", f)
		}
		natures[f.ID] = f.Nature
		if f.Certifiable() != (f.Nature == aims.NatureSystem) {
			t.Errorf("%s: certifiable %v, nature %s", f.ID, f.Certifiable(), f.Nature)
		}
		framework := aims.Key{Framework: f.ID, ID: "A.5.2"}
		if _, err := framework.MarshalText(); err != nil {
			t.Errorf("%s cannot stand in a key: %v", f.ID, err)
		}
		if f.ID == aims.FrameworkISO42001 && !strings.Contains(f.Note, "no presumption of conformity") {
			t.Errorf("%s promises too much: %s", f.ID, f.Note)
		}
		data, err := json.Marshal(f)
		var back aims.Framework
		if err != nil || json.Unmarshal(data, &back) != nil || back != f {
			t.Errorf("%s does not survive JSON: %s", f.ID, data)
		}
	}
	for id, want := range map[string]aims.Nature{
		"iso42001": aims.NatureSystem, "iso27001": aims.NatureSystem,
		"iso31000": aims.NatureGuidance, "iso23894": aims.NatureGuidance, "nist-ai-rmf": aims.NatureGuidance,
		"soc2": aims.NatureAttestation, "gdpr": aims.NatureLaw, "eu-ai-act": aims.NatureLaw,
	} {
		if natures[id] != want {
			t.Errorf("%s is %q, want %q", id, natures[id], want)
		}
	}
	for s := range aims.Standards() {
		id, _, _ := strings.Cut(s.ID, ":")
		if natures[id] != aims.NatureSystem {
			t.Errorf("%s is in the table of standards and not among the frameworks", s.ID)
		}
	}
	for range aims.Frameworks() {
		break
	}
	if aims.Nature("").Known() || aims.Nature("certificate").Known() {
		t.Error("an unknown nature is known")
	}
}
