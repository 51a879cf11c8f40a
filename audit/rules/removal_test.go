package rules_test

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
)

// irrelevant lists the references of conforming observations whose removal
// changes nothing, each with the reason. It is meant to stay empty.
var irrelevant = map[string]string{}

// TestEveryCitedRecordMatters removes every record that a conforming
// observation rests on, and lets every cited evidence expire: each time the
// verdict must change, or become one that no event calls for. So no rule is satisfied by presence alone, and none
// cites what it does not need.
func TestEveryCitedRecordMatters(t *testing.T) {
	data, err := os.ReadFile(base)
	if err != nil {
		t.Fatal(err)
	}
	before := evaluate(t, decode(t, data), 0)
	without := afterEach(func(ref aims.Ref) rules.Result { return evaluate(t, decode(t, without(t, data, ref)), 0) })
	expired := afterEach(func(ref aims.Ref) rules.Result { return evaluate(t, decode(t, expired(t, data, ref)), 0) })
	cited := 0
	for _, item := range append(slices.Clone(before.Requirements), before.Controls...) {
		for _, o := range item.Observations {
			if o.Verdict != aims.Conforms {
				continue
			}
			for _, ref := range o.Refs {
				cited++
				if reason := irrelevant[string(o.Rule)+" "+ref.String()]; reason != "" {
					continue
				}
				if after := observation(t, without(ref), o.Rule, o.Key); after.Verdict == aims.Conforms && after.NotExercised == o.NotExercised {
					t.Errorf("%s on %s rests on %s, and still conforms without it", o.Rule, o.Key, ref)
				}
				if ref.Kind != aims.KindEvidence {
					continue
				}
				if after := observation(t, expired(ref), o.Rule, o.Key); after.Verdict == aims.Conforms {
					t.Errorf("%s on %s rests on %s, and still conforms when it has expired", o.Rule, o.Key, ref)
				}
			}
		}
	}
	if cited == 0 {
		t.Fatal("nothing conforms in the base")
	}
}

// afterEach remembers what came out after something was done to a record,
// which many observations rest on.
func afterEach(judge func(aims.Ref) rules.Result) func(aims.Ref) rules.Result {
	results := make(map[aims.Ref]rules.Result)
	return func(ref aims.Ref) rules.Result {
		if _, known := results[ref]; !known {
			results[ref] = judge(ref)
		}
		return results[ref]
	}
}

func decode(t *testing.T, data []byte) audit.Snapshot {
	t.Helper()
	s, _, err := audit.Decode(data, aims.DecodeOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// without returns the snapshot without a record. Ids are unique over all
// kinds of the base, so that the id finds it.
func without(t *testing.T, data []byte, ref aims.Ref) []byte {
	t.Helper()
	return change(t, data, ref, func(list []any, i int) []any { return slices.Delete(list, i, i+1) })
}

// expired returns the snapshot with an item of evidence that expired on the
// day before the snapshot was taken.
func expired(t *testing.T, data []byte, ref aims.Ref) []byte {
	t.Helper()
	yesterday := decode(t, data).Taken.AddDays(-1).String()
	return change(t, data, ref, func(list []any, i int) []any {
		list[i].(map[string]any)["expires"] = yesterday
		return list
	})
}

func change(t *testing.T, data []byte, ref aims.Ref, edit func(list []any, i int) []any) []byte {
	t.Helper()
	var doc map[string]any
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	found := 0
	for member, v := range doc {
		if o, ok := v.(map[string]any); ok && member == "organization" && o["id"] == ref.ID {
			delete(doc, member)
			found++
		}
		list, _ := v.([]any)
		for i := len(list) - 1; i >= 0; i-- {
			if r, ok := list[i].(map[string]any); ok && r["id"] == ref.ID {
				list = edit(list, i)
				doc[member] = list
				found++
			}
		}
	}
	if found != 1 {
		t.Fatalf("%d records of the base have the id %s", found, ref.ID)
	}
	return document(t, doc)
}
