package audit_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// An accreditation holds on its first and last day. One that nobody is known
// to have given is unknown, whatever its dates.
func TestAccreditation_Holds(t *testing.T) {
	for _, c := range []struct {
		a    audit.Accreditation
		at   aims.Date
		want aims.Answer
	}{
		{audit.Accreditation{}, 10, aims.Unknown},
		{audit.Accreditation{Since: 5, Until: 9}, 10, aims.Unknown},
		{audit.Accreditation{By: "a"}, 10, aims.Yes},
		{audit.Accreditation{By: "a", Since: 5, Until: 9}, 4, aims.No},
		{audit.Accreditation{By: "a", Since: 5, Until: 9}, 5, aims.Yes},
		{audit.Accreditation{By: "a", Since: 5, Until: 9}, 9, aims.Yes},
		{audit.Accreditation{By: "a", Since: 5, Until: 9}, 10, aims.No},
	} {
		if got := c.a.Holds(c.at); got != c.want {
			t.Errorf("%+v on day %d: %s, want %s", c.a, c.at, got, c.want)
		}
	}
}

func TestCertifiedScope_IsZero(t *testing.T) {
	if !(audit.CertifiedScope{Sites: []audit.Site{}}).IsZero() {
		t.Error("an empty scope says something")
	}
	for _, s := range []audit.CertifiedScope{
		{Text: "t"},
		{Roles: []aims.Role{aims.RoleUser}},
		{Systems: []aims.SystemID{"s"}},
		{Sites: []audit.Site{{ID: "a"}}},
		{Statement: "soa"},
		{StatementVersion: "1"},
	} {
		if s.IsZero() {
			t.Errorf("%+v says nothing", s)
		}
	}
}

// The list is a copy, of words that are all known and all different.
func TestEventTypes(t *testing.T) {
	seen := make(map[audit.EventType]bool)
	for _, typ := range audit.EventTypes() {
		if !typ.Known() || seen[typ] {
			t.Errorf("%q is unknown, or listed twice", typ)
		}
		seen[typ] = true
	}
	audit.EventTypes()[0] = "scribble"
	if len(seen) != 17 || audit.EventTypes()[0] != audit.Applied {
		t.Errorf("%d types, the first %q", len(seen), audit.EventTypes()[0])
	}
}
