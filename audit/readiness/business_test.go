package readiness_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func span(low, high string) aims.Range {
	return aims.Range{AtLeast: aims.MustAmount(low), AtMost: aims.MustAmount(high)}
}

func sound() readiness.BusinessCase {
	return readiness.BusinessCase{
		Currency: "USD", Months: 36, Standard: span("150", "200"), Implementation: span("0", "0"), Audit: span("850", "1000"),
		Certificate: readiness.MonthRange{From: 6, To: 8}, Upkeep: span("120", "240"),
		Benefits: []readiness.Benefit{{Title: "contract", Yearly: span("0", "1200"), After: 2}, {Title: "saved work", Once: span("100", "100")}},
	}
}

// TestBusinessCase_outcome: the best case spends 1,000 and 10 a month from
// month 7, and earns 100 in month 7 and 100 a month from month 9.
func TestBusinessCase_outcome(t *testing.T) {
	got, err := sound().Outcome()
	if err != nil {
		t.Fatal(err)
	}
	want := readiness.BusinessOutcome{
		Currency: "USD", Months: 36,
		Cost:      span("1280", "1800"), // 1,000 + 28 months of 10; 1,200 + 30 of 20
		Benefit:   span("100", "2900"),  // the contract comes to nothing; 28 months of 100
		Net:       span("-1700", "1600"),
		Pays:      aims.Unknown,
		BreakEven: readiness.MonthRange{From: 19, To: 0}, // 1,000 + 12·10 + … < 100 + 11·100
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	sure, never := sound(), sound()
	sure.Benefits[0].Yearly, sure.Certificate.To = span("6000", "6000"), 6
	never.Benefits = nil
	for _, c := range []struct {
		desc      string
		b         readiness.BusinessCase
		pays      aims.Answer
		breakEven readiness.MonthRange
	}{
		{"in any case", sure, aims.Yes, readiness.MonthRange{From: 10, To: 11}},
		{"in no case", never, aims.No, readiness.MonthRange{}},
	} {
		o, err := c.b.Outcome()
		if err != nil || o.Pays != c.pays || o.BreakEven != c.breakEven {
			t.Errorf("%s: pays %s, break-even %+v, %v", c.desc, o.Pays, o.BreakEven, err)
		}
	}
}

// businessProblems is one case of testdata/business-problems.json: a change to
// a sound case (a JSON merge of top-level members) and what is refused.
type businessProblems struct {
	Desc string          `json:"desc"`
	Edit json.RawMessage `json:"edit"`
	Want []problem       `json:"want"`
}

func TestBusinessCase_problems(t *testing.T) {
	data, err := os.ReadFile("testdata/business-problems.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []businessProblems
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range cases {
		b := sound()
		b.Benefits = nil // or its elements would be merged
		if err := json.Unmarshal(c.Edit, &b); err != nil {
			t.Fatal(c.Desc, err)
		}
		_, err := b.Outcome()
		if diff := cmp.Diff(c.Want, problemsOf(err), cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.Desc, diff)
		}
	}
	if _, err := (readiness.BusinessCase{}).Outcome(); len(aims.Problems(err)) != 11 {
		t.Errorf("the zero case: %v", err)
	}
}

func TestBusinessCase_json(t *testing.T) {
	data, err := json.Marshal(sound())
	if err != nil {
		t.Fatal(err)
	}
	var back readiness.BusinessCase
	if _, err := aims.Decode(data, &back, aims.DecodeOptions{}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(sound(), back); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
