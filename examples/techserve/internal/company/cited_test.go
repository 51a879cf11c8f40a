package company_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/examples/techserve/internal/company"
	"github.com/google/go-cmp/cmp"
)

// cited gathers the conforming observations of month 5 on requirements that
// conform, by the records that they rest on.
func cited(result rules.Result) map[aims.Ref][]aims.Observation {
	by := make(map[aims.Ref][]aims.Observation)
	for _, item := range result.Requirements {
		if item.Verdict != aims.Conforms {
			continue
		}
		for _, o := range item.Observations {
			for _, ref := range o.Refs {
				by[ref] = append(by[ref], o)
			}
		}
	}
	return by
}

// now finds what a result says in place of an observation.
func now(result rules.Result, o aims.Observation) aims.Observation {
	for _, item := range result.Requirements {
		for _, other := range item.Observations {
			if other.Rule == o.Rule && other.Key == o.Key {
				return other
			}
		}
	}
	return aims.Observation{}
}

// edited reads month 5 after somebody changed the list that holds a record.
// References that then lead nowhere are left in place.
func edited(t *testing.T, data []byte, ref aims.Ref, edit func(list []any, i int) []any) rules.Result {
	t.Helper()
	var doc map[string]any
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	found := false
	if ref.Kind == aims.KindOrganization {
		found = true
		delete(doc, "organization")
	}
	for member, v := range doc {
		records, _ := v.([]any)
		for i, r := range records {
			if r, ok := r.(map[string]any); ok && r["id"] == ref.ID && member != "supplied" {
				doc[member], found = edit(slices.Clone(records), i), true
				break
			}
		}
	}
	if !found {
		t.Fatalf("no record %s", ref)
	}
	delete(doc, "format") // stands first in a document
	changed, err := json.Marshal(doc)
	if err != nil {
		t.Fatal(err)
	}
	v, err := audit.Read(append([]byte(`{"format":"`+aims.Format+`",`), changed[1:]...), audit.Options{Lenient: true})
	if err != nil {
		t.Fatal(err)
	}
	return evaluate(t, v)
}

// Without any one of the records that it rests on, what is said about a
// requirement is said differently or no more. The short form, which slow
// machines repeat, leaves out most records.
func TestEveryCitedRecordMatters(t *testing.T) {
	data := document(t, company.Snapshot(5))
	by := cited(evaluate(t, read(t, company.Snapshot(5))))
	if len(by) < 50 {
		t.Fatalf("only %d records are cited", len(by))
	}
	tried := 0
	for ref, observations := range by {
		if tried++; testing.Short() && tried > 20 {
			break
		}
		t.Run(strings.ReplaceAll(ref.String(), "/", "."), func(t *testing.T) {
			t.Parallel()
			after := edited(t, data, ref, func(list []any, i int) []any { return slices.Delete(list, i, i+1) })
			for _, o := range observations {
				if cmp.Equal(o, now(after, o)) {
					t.Errorf("%s on %s says the same without %s", o.Rule, o.Key, ref)
				}
			}
		})
	}
}

// Altered records speak otherwise too: expired evidence, an approved text with
// another title, a person who left top management.
func TestAlteredRecordsMatter(t *testing.T) {
	data := document(t, company.Snapshot(5))
	before := evaluate(t, read(t, company.Snapshot(5)))
	for _, c := range []struct {
		ref    aims.Ref
		member string
		value  any
		leaf   string
		want   aims.Verdict
	}{
		{aims.Ref{Kind: aims.KindScope, ID: "scope-1"}, "boundaries", "everything", "4.3", aims.MinorGap},
		{aims.Ref{Kind: aims.KindScope, ID: "scope-1"}, "systems", []any{"sys-forecast", "sys-payment-risk", "sys-workforce"}, "4.3", aims.MinorGap},
		{aims.Ref{Kind: aims.KindSystem, ID: "sys-forecast"}, "purpose", nil, "4.1", aims.MinorGap},
		{aims.Ref{Kind: aims.KindParty, ID: "party-debtors"}, "needs", nil, "4.2", aims.MinorGap},
		{aims.Ref{Kind: aims.KindPerson, ID: "p-ceo"}, "topManagement", "no", "5.3", aims.MajorGap},
		{aims.Ref{Kind: aims.KindEvidence, ID: "ev-roles-announced"}, "expires", "2026-05-30", "5.3", aims.CannotTell},
		{aims.Ref{Kind: aims.KindChange, ID: "chg-release-gate"}, "consequences", "none", "6.3", aims.MinorGap},
		{aims.Ref{Kind: aims.KindResource, ID: "res-governance-team"}, "quantity", "2", "7.1", aims.MinorGap},
		{aims.Ref{Kind: aims.KindCommunication, ID: "com-incidents"}, "withWhom", nil, "7.4", aims.Conforms}, // the parties still say it
		{aims.Ref{Kind: aims.KindCommunication, ID: "com-incidents"}, "how", nil, "7.4", aims.MinorGap},
		{aims.Ref{Kind: aims.KindDocument, ID: "doc-roles"}, "protection", nil, "7.5.3", aims.MinorGap},
		{aims.Ref{Kind: aims.KindDocument, ID: "doc-roles"}, "title", "Roles", "7.5.3", aims.MinorGap},
	} {
		after := edited(t, data, c.ref, func(list []any, i int) []any {
			record := list[i].(map[string]any)
			if record[c.member] = c.value; c.value == nil {
				delete(record, c.member)
			}
			return list
		})
		verdict := func(r rules.Result) aims.Verdict {
			for _, item := range r.Requirements {
				if item.Key.ID == c.leaf {
					return item.Verdict
				}
			}
			t.Fatalf("no requirement %s", c.leaf)
			return 0
		}
		if was, is := verdict(before), verdict(after); was != aims.Conforms || is != c.want {
			t.Errorf("%s with another %s: %s was %s and is %s, want %s", c.ref, c.member, c.leaf, was, is, c.want)
		}
	}
}
