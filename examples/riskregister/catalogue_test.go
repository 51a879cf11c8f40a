package main

import (
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/risk"
)

// The controls that the starter library suggests are of Annex A, and at least
// one of each entry serves an objective that the risk hinders, as the catalogue
// sees it. The check stands here because package risk does not know package
// controls.
func TestLibraryFitsAnnexA(t *testing.T) {
	annexA := controls.Edition2023()
	suggested := make(map[aims.ControlID]bool)
	for e := range risk.Starter().All() {
		serves := false
		for _, id := range e.Controls {
			suggested[id] = true
			ctl, ok := annexA.Lookup(id)
			if !ok {
				t.Errorf("%s: there is no control %s", e.ID, id)
			}
			serves = serves || slices.ContainsFunc(ctl.Serves(), func(o aims.AnnexC) bool { return slices.Contains(e.Objectives, o) })
		}
		if !serves {
			t.Errorf("%s: none of %v serves any of %v", e.ID, e.Controls, e.Objectives)
		}
	}
	for ctl := range annexA.All() {
		// A.5.3 is about keeping records of impact assessments, which treats
		// no risk by itself.
		if id := ctl.ID(); !suggested[id] && id != "A.5.3" {
			t.Errorf("no entry suggests %s", id)
		}
	}
}

// The measures of the example use controls of Annex A, and its sources and
// objectives are those of Annex C or families.
func TestStoryFitsTheCatalogues(t *testing.T) {
	in, err := read(options{state: "current"})
	if err != nil {
		t.Fatal(err)
	}
	annexA, lib := controls.Edition2023(), risk.Starter()
	records := in.register.Records()
	for _, v := range records.Treatments {
		for _, k := range v.Controls {
			if _, ok := annexA.LookupKey(k); !ok {
				t.Errorf("%s: there is no control %s", v.ID, k)
			}
		}
	}
	for _, r := range records.Risks {
		for _, s := range r.Sources {
			if _, ok := lib.Source(s); !ok {
				t.Errorf("%s: there is no source %s", r.ID, s)
			}
		}
		for _, o := range r.AnnexC {
			if _, ok := lib.Objective(o); !ok {
				t.Errorf("%s: there is no objective %s", r.ID, o)
			}
		}
	}
	if len(records.Risks) < 25 {
		t.Errorf("%d risks, want at least 25", len(records.Risks))
	}
}
