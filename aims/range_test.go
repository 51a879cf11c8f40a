package aims_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
)

func TestRangeHolds(t *testing.T) {
	half, one, two := aims.MustAmount("0.5"), aims.AmountInt(1), aims.AmountInt(2)
	var unknown aims.Amount
	for _, tt := range []struct {
		desc string
		in   aims.Range
		got  aims.Amount
		want aims.Answer
	}{
		{"no bound", aims.Range{}, one, aims.Unknown},
		{"no number", aims.Range{AtLeast: one, AtMost: two}, unknown, aims.Unknown},
		{"below the lower bound", aims.Range{AtLeast: one}, half, aims.No},
		{"on the lower bound", aims.Range{AtLeast: one}, one, aims.Yes},
		{"above the lower bound only", aims.Range{AtLeast: one}, two, aims.Yes},
		{"above the upper bound", aims.Range{AtMost: one}, two, aims.No},
		{"on the upper bound", aims.Range{AtMost: one}, aims.MustAmount("1.00"), aims.Yes},
		{"below the upper bound only", aims.Range{AtMost: one}, half, aims.Yes},
		{"zero is a number", aims.Range{AtMost: aims.AmountInt(0)}, aims.AmountInt(0), aims.Yes},
		{"within both", aims.Range{AtLeast: half, AtMost: two}, one, aims.Yes},
		{"below both", aims.Range{AtLeast: one, AtMost: two}, half, aims.No},
		{"above both", aims.Range{AtLeast: half, AtMost: one}, two, aims.No},
	} {
		if got := tt.in.Holds(tt.got); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.desc, got, tt.want)
		}
	}
}

func TestRangeValidate(t *testing.T) {
	if err := (aims.Range{AtLeast: aims.AmountInt(2), AtMost: aims.MustAmount("2.0")}).Validate(); err != nil {
		t.Errorf("a range of one number: %v", err)
	}
	err := aims.Range{AtLeast: aims.MustAmount("2.01"), AtMost: aims.AmountInt(2)}.Validate()
	want := "no number is at least 2.01 and at most 2; correct one of the bounds"
	if p := aims.Problems(err); len(p) != 1 || p[0].Sentence() != want {
		t.Errorf("problems = %v, want %q", p, want)
	}
}
