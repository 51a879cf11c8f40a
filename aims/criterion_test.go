package aims_test

import (
	"fmt"
	"testing"

	"github.com/aimskit/aimskit/aims"
)

func TestCriterionHolds(t *testing.T) {
	atMost2 := aims.Range{AtMost: aims.AmountInt(2)}
	for _, tt := range []struct {
		desc string
		in   aims.Criterion
		want aims.Answer
	}{
		{"nothing known", aims.Criterion{}, aims.Unknown},
		{"judged only", aims.Criterion{Met: aims.Yes}, aims.Yes},
		{"judged not to apply", aims.Criterion{Met: aims.NotApplicable}, aims.NotApplicable},
		{"measured well", aims.Criterion{Want: atMost2, Got: aims.AmountInt(2)}, aims.Yes},
		{"measured badly", aims.Criterion{Want: atMost2, Got: aims.AmountInt(3)}, aims.No},
		{"a number without a threshold", aims.Criterion{Got: aims.AmountInt(3)}, aims.Unknown},
		{"a threshold without a number", aims.Criterion{Want: atMost2}, aims.Unknown},
		{"a threshold without a number, judged", aims.Criterion{Want: atMost2, Met: aims.Yes}, aims.Yes},
		{"measured badly and waved through", aims.Criterion{Want: atMost2, Got: aims.AmountInt(3), Met: aims.Yes}, aims.No},
		{"measured well and judged badly", aims.Criterion{Want: atMost2, Got: aims.AmountInt(1), Met: aims.No}, aims.No},
		{"measured badly and called not applicable", aims.Criterion{Want: atMost2, Got: aims.AmountInt(3), Met: aims.NotApplicable}, aims.No},
	} {
		if got := tt.in.Holds(); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.desc, got, tt.want)
		}
	}
}

func TestCriterionSetInTime(t *testing.T) {
	monday, tuesday := aims.MustDate("2025-03-03"), aims.MustDate("2025-03-04")
	for _, tt := range []struct {
		set, on aims.Date
		want    aims.Answer
	}{
		{0, 0, aims.Unknown},
		{monday, 0, aims.Unknown},
		{0, monday, aims.Unknown},
		{monday, monday, aims.Unknown},
		{monday, tuesday, aims.Yes},
		{tuesday, monday, aims.No},
	} {
		if got := (aims.Criterion{Set: tt.set, On: tt.on}).SetInTime(); got != tt.want {
			t.Errorf("set %q, result %q: %v, want %v", tt.set, tt.on, got, tt.want)
		}
	}
}

func TestArrangementIsZero(t *testing.T) {
	if !(aims.Arrangement{}).IsZero() {
		t.Error("the zero arrangement says something")
	}
	for i, a := range []aims.Arrangement{
		{InPlace: aims.No},
		{From: 1},
		{Documents: []aims.DocumentID{"d-1"}},
		{Evidence: []aims.EvidenceID{"e-1"}},
		{Note: "none needed"},
	} {
		if a.IsZero() {
			t.Errorf("arrangement %d says nothing", i)
		}
	}
}

// A number outside its threshold fails, whoever waved it through.
func ExampleCriterion_Holds() {
	gap := aims.Criterion{
		Title: "Error rate compared with all users", Group: "users over 70", Unit: "percentage points",
		Want: aims.Range{AtMost: aims.AmountInt(2)}, Set: aims.MustDate("2025-03-03"),
		Got: aims.MustAmount("2.4"), Met: aims.Yes, On: aims.MustDate("2025-05-12"),
	}
	fmt.Println("holds:", gap.Holds(), "- set before the result:", gap.SetInTime())
	// Output:
	// holds: no - set before the result: yes
}
