package aims_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
)

// An approval of the file and one of the register's entry both count; what
// was changed afterwards voids the one that bound it.
func TestDocumentStanding(t *testing.T) {
	file, other := aims.DigestBytes([]byte("file")), aims.DigestBytes([]byte("other"))
	doc := aims.Document{ID: "d-1", Title: "procedure", Version: "1", Digest: file}
	entry, err := aims.DigestOf(doc.Content())
	if err != nil {
		t.Fatal(err)
	}
	register := aims.Document{ID: "d-1", Title: "procedure", Version: "1"}
	registered, err := aims.DigestOf(register.Content())
	if err != nil {
		t.Fatal(err)
	}
	by := func(who aims.PersonID, on aims.Date, digest aims.Digest) aims.Approval {
		return aims.Approval{By: who, On: on, Digest: digest}
	}
	lapsed := by("p-2", 10, file)
	lapsed.Until = 15
	for _, test := range []struct {
		name      string
		doc       aims.Document
		approvals []aims.Approval
		at        aims.Date
		want      aims.Standing
		who       aims.PersonID
	}{
		{"nobody", doc, nil, 20, aims.Unapproved, ""},
		{"the file", doc, []aims.Approval{by("p-1", 10, file)}, 20, aims.Approved, "p-1"},
		{"the entry", doc, []aims.Approval{by("p-1", 10, entry)}, 20, aims.Approved, "p-1"},
		{"both, the file later", doc, []aims.Approval{by("p-1", 10, entry), by("p-2", 11, file)}, 20, aims.Approved, "p-2"},
		{"both, the entry later", doc, []aims.Approval{by("p-1", 11, entry), by("p-2", 10, file)}, 20, aims.Approved, "p-1"},
		{"another file", doc, []aims.Approval{by("p-1", 10, other)}, 20, aims.Voided, "p-1"},
		{"the entry, the file lapsed", doc, []aims.Approval{by("p-1", 9, entry), lapsed}, 20, aims.Approved, "p-1"},
		{"the file lapsed", doc, []aims.Approval{lapsed}, 20, aims.Lapsed, "p-2"},
		{"before the approval", doc, []aims.Approval{by("p-1", 10, file)}, 9, aims.Unapproved, ""},
		{"no file, the entry", register, []aims.Approval{by("p-1", 10, registered)}, 20, aims.Approved, "p-1"},
		{"no file, one that came later", register, []aims.Approval{by("p-1", 10, entry)}, 20, aims.Voided, "p-1"},
	} {
		test.doc.Approvals = test.approvals
		got, approval, err := test.doc.Standing(test.at)
		if err != nil || got != test.want || approval.By != test.who {
			t.Errorf("%s: %v by %q, %v, want %v by %q", test.name, got, approval.By, err, test.want, test.who)
		}
	}
}

func TestDocumentStandingOfMalformedContent(t *testing.T) {
	doc := aims.Document{ID: "d-1", Date: -1, Approvals: []aims.Approval{{By: "p-1", On: 1}}}
	if got, approval, err := doc.Standing(2); err == nil || got != aims.Unapproved || approval != (aims.Approval{}) {
		t.Errorf("standing %v by %v, error %v, want an error and nothing else", got, approval, err)
	}
}
