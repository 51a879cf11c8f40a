package rules_test

import (
	"os"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/rules"
)

// TestUntilIsTheLastDay: through the day that an observation names as its
// last one it holds, and on the next day it does not. One that names none
// holds for ever, as long as nobody touches the records.
func TestUntilIsTheLastDay(t *testing.T) {
	data, err := os.ReadFile(base)
	if err != nil {
		t.Fatal(err)
	}
	s := decode(t, data)
	on := make(map[aims.Date]rules.Result)
	result := func(at aims.Date) rules.Result {
		if _, done := on[at]; !done {
			on[at] = evaluate(t, s, at)
		}
		return on[at]
	}
	now := result(s.Taken)
	for _, item := range append(slices.Clone(now.Requirements), now.Controls...) {
		for _, o := range item.Observations {
			same := func(at aims.Date) bool {
				later := observation(t, result(at), o.Rule, o.Key)
				return later.Verdict == o.Verdict && later.Code == o.Code
			}
			switch {
			case o.Until == 0:
				if !same(s.Taken.AddMonths(600)) {
					t.Errorf("%s on %s names no last day, and has changed after fifty years", o.Rule, o.Key)
				}
			case !same(o.Until):
				t.Errorf("%s on %s should hold until %s, and does not on that day", o.Rule, o.Key, o.Until)
			case same(o.Until.AddDays(1)):
				t.Errorf("%s on %s should hold until %s, and still holds on the next day", o.Rule, o.Key, o.Until)
			}
		}
	}
}
