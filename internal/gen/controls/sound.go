package controls

import (
	"fmt"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// At is the day for which [Sound] is sound.
const At = "2026-06-30"

func day(s string) aims.Date { return aims.MustDate(s) }

// Catalogue returns Annex A with n own controls, own/C-1 to own/C-n.
func Catalogue(n int) controls.Catalogue {
	own := make([]controls.Custom, n)
	for i := range own {
		own[i] = controls.Custom{
			Key:   aims.Key{Framework: aims.FrameworkOwn, ID: fmt.Sprintf("C-%d", i+1)},
			Title: fmt.Sprintf("Own control %d", i+1), Purpose: "something of our own", Why: "Annex A has nothing like it",
		}
	}
	c, err := controls.Edition2023().With(own...)
	if err != nil {
		panic(err)
	}
	return c
}

// Evidence is evidence by its id.
type Evidence map[aims.EvidenceID]aims.Evidence

// Lookup finds an item.
func (e Evidence) Lookup(id aims.EvidenceID) (aims.Evidence, bool) {
	found, ok := e[id]
	return found, ok
}

// Sound returns a statement over a catalogue on which no rule observes
// anything, and its evidence. Most controls are implemented; every tenth is
// planned, and the controls of A.10 are excluded, each for a reason of its own.
func Sound(c controls.Catalogue) (controls.Statement, Evidence) {
	s := controls.Statement{ID: "soa-1", Recorded: day("2026-01-10"), Version: "1.0", Scope: "scope-1"}
	all := Evidence{}
	n := 0
	for control := range c.All() {
		n++
		row := Included(control.Key)
		switch {
		case strings.HasPrefix(control.Key.ID, "A.10."):
			row = Excluded(control.Key)
		case n%10 == 0:
			row.Status, row.Owner, row.Due = controls.Planned, "p-lead", day("2026-12-31")
		default:
			e := Accepted(control.Key)
			all[e.ID] = e
			row.Status, row.Owner, row.Evidence = controls.Implemented, "p-lead", []aims.EvidenceID{e.ID}
		}
		s.Rows = append(s.Rows, row)
		s.Decisions = append(s.Decisions, controls.Decision{
			On: day("2026-01-12"), By: "p-cto", Control: row.Control, To: row.Applicability, Why: "result of the risk assessment",
		})
	}
	return Approve(s), all
}

// Included returns an applicable row whose status nobody gives.
func Included(control aims.Key) controls.Row {
	return controls.Row{
		Control: control, Applicability: controls.Applicable,
		Reasons: []controls.Reason{{Kind: controls.RiskAssessment, Reference: "risks of the register that name " + control.ID}},
	}
}

// Excluded returns a justified exclusion.
func Excluded(control aims.Key) controls.Row {
	return controls.Row{
		Control: control, Applicability: controls.Excluded,
		Exclusions: []controls.Exclusion{{
			Ground: controls.ActivityNotPerformed,
			Text:   "Nobody outside the organization takes part in what " + control.ID + " governs, as the register of partners shows.",
		}},
	}
}

// Accepted returns evidence for a control that is accepted and fresh.
func Accepted(control aims.Key) aims.Evidence {
	return aims.Evidence{
		ID: aims.EvidenceID("e-" + control.ID), Title: "Records of " + control.ID, Form: aims.FormRecord,
		Location: "records/" + control.ID, Owner: "p-lead", Collected: day("2026-05-15"), Expires: day("2027-05-14"),
		Judgments: []aims.Judgment{{For: control, On: day("2026-05-20"), By: "p-quality", Accepted: aims.Yes}},
	}
}

// Approve returns the statement with one approval of what it says.
func Approve(s controls.Statement) controls.Statement {
	digest, err := aims.DigestOf(s.Content())
	if err != nil {
		panic(err)
	}
	s.Approvals = []aims.Approval{{By: "p-ceo", On: day("2026-01-15"), Digest: digest}}
	return s
}
