package aims_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/google/go-cmp/cmp"
)

func TestLinker(t *testing.T) {
	var got []string
	var l aims.Linker
	l.Visit = func(to aims.Ref) { got = append(got, l.Path()+" "+to.String()) }

	aims.Link(&l, "owner", aims.KindPerson, aims.PersonID("p-1"))
	aims.Link(&l, "absent", aims.KindPerson, aims.PersonID(""))
	aims.LinkAll(&l, "systems", aims.KindSystem, []aims.SystemID{"s-1", "", "s-2"})
	l.Ref("about", aims.Ref{Kind: aims.KindPolicy, ID: "x"})
	l.Ref("nothing", aims.Ref{})
	l.Refs("rests", []aims.Ref{{Kind: aims.KindPolicy, ID: "y"}, {}, {Kind: aims.KindScope, ID: "z"}})
	aims.LinkApprovals(&l, "approvals", []aims.Approval{{}, {By: "p-2"}})
	l.In("outer", 3, func(l *aims.Linker) {
		aims.LinkReviews(l, "reviews", []aims.Review{{By: "p-3"}})
	})
	aims.Link(&l, "last", aims.KindPerson, aims.PersonID("p-4"))

	want := []string{
		"/owner person/p-1", "/systems/0 ai-system/s-1", "/systems/2 ai-system/s-2", "/about policy/x",
		"/rests/0 policy/y", "/rests/2 scope/z", "/approvals/1/by person/p-2", "/outer/3/reviews/0/by person/p-3", "/last person/p-4",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if l.Path() != "" {
		t.Errorf("after the visits the path is %q", l.Path())
	}
}

func TestLinkerZeroValue(t *testing.T) {
	var l aims.Linker
	aims.Link(&l, "owner", aims.KindPerson, aims.PersonID("p-1")) // visits nothing, and does not panic
	if l.Path() != "" {
		t.Errorf("the path is %q", l.Path())
	}
}
