package aims_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
)

func TestScopeIncludesAndExcludes(t *testing.T) {
	s := aims.Scope{
		Systems: []aims.SystemID{"s-1", "s-2"},
		Exclusions: []aims.Exclusion{
			{What: "the shop", Reason: "no AI"},
			{System: "s-3", Reason: "research"},
		},
	}
	for _, test := range []struct {
		system aims.SystemID
		in     bool
		out    string
	}{{"s-1", true, ""}, {"s-2", true, ""}, {"s-3", false, "research"}, {"s-4", false, ""}, {"", false, ""}} {
		if got := s.Includes(test.system); got != test.in {
			t.Errorf("Includes(%q) = %v", test.system, got)
		}
		if e, ok := s.Excludes(test.system); e.Reason != test.out || ok != (test.out != "") {
			t.Errorf("Excludes(%q) = %v, %v", test.system, e, ok)
		}
	}
}
