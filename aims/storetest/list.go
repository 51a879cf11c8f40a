package storetest

import (
	"fmt"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/aims/store"
)

// awkward are ids that a database may take for something else, or order by
// something other than their bytes, in byte order.
var awkward = []string{
	"0", "007", "0x7", "1", "10", "1e1", "2", "7", "9223372036854775808",
	"A", "NULL", "NaN", "Z", "a", "a-b", "a.b", "a0", "aA", "a_b", "aa", "ab", "null", "true", "z",
}

func listCases() []Case {
	return []Case{
		{Name: "byte-order", Rule: "Ids are ordered and told apart by their bytes: Z before a, 10 before 2, case included.", run: func(t *trial) {
			shuffled := slices.Clone(awkward)
			for i := range shuffled { // a fixed disorder
				j := i * 7 % len(shuffled)
				shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
			}
			revs := make(map[string]store.Rev)
			for _, id := range shuffled {
				revs[id] = t.put(create(aims.Ref{Kind: "thing", ID: id}, "data of "+id))
			}
			var want []store.Record
			for _, id := range awkward {
				want = append(want, record(aims.Ref{Kind: "thing", ID: id}, revs[id], "data of "+id))
			}
			t.lists(want, "thing", "", 100, 0)
			t.lists(want, "thing", "", 100, t.now())
			for i, r := range want {
				t.shows(r, 0)
				t.lists(want[i+1:], "thing", r.Ref.ID, 100, 0)
			}
		}},
		{Name: "pages", Rule: "A page holds limit records, or the rest; it begins after the given id, whether there is such a record or not.", run: func(t *trial) {
			all := t.numbered("thing", 10)
			for limit := 1; limit <= len(all)+1; limit++ {
				var got []store.Record
				for after := ""; !t.failed(); {
					page := t.list("thing", after, limit, 0)
					t.want(len(page) == min(limit, len(all)-len(got)), "a page of %d has %d records with %d to come", limit, len(page), len(all)-len(got))
					got = append(got, page...)
					if len(page) < limit {
						break
					}
					after = page[len(page)-1].Ref.ID
				}
				t.want(slices.EqualFunc(got, all, equal), "pages of %d: got %s", limit, showAll(got))
			}
			t.lists(all[5:7], "thing", "n004a", 2, 0)
			t.lists(nil, "thing", "n009", 2, 0)
			t.lists(nil, "thing", "z", 2, 0)
			t.lists(all[:2], "thing", "A", 2, 0)
			t.lists(nil, "thin", "", 2, 0)
			t.lists(nil, "things", "", 2, 0)
		}},
		{Name: "pages-of-one-moment", Rule: "Pages read at a revision belong together, whatever is written between them.", run: func(t *trial) {
			all := t.numbered("thing", 6)
			at := t.now()
			t.lists(all[:2], "thing", "", 2, at)
			t.put(create(aims.Ref{Kind: "thing", ID: "n002a"}, "new"), remove(all[3].Ref, all[3].Rev), update(all[4].Ref, all[4].Rev, "changed"))
			t.lists(all[2:4], "thing", "n001", 2, at)
			t.put(create(aims.Ref{Kind: "thing", ID: "n005a"}, "new"), remove(all[5].Ref, all[5].Rev))
			t.lists(all[4:], "thing", "n003", 10, at)
			got := t.list("thing", "n001", 2, 0)
			t.want(len(got) == 2 && got[1].Ref.ID == "n002a", "now the page is %s", showAll(got))
		}},
		{Name: "deleted-within-a-page", Rule: "Deleted records neither appear nor take room on a page.", run: func(t *trial) {
			all := t.numbered("thing", 9)
			for _, i := range []int{0, 2, 3, 4, 8} {
				t.put(remove(all[i].Ref, all[i].Rev))
			}
			t.lists([]store.Record{all[1], all[5]}, "thing", "", 2, 0)
			t.lists([]store.Record{all[6], all[7]}, "thing", "n005", 2, 0)
			t.lists(nil, "thing", "n007", 2, 0)
		}},
	}
}

// numbered puts n records, each at a revision of its own.
func (t *trial) numbered(kind aims.Kind, n int) []store.Record {
	all := make([]store.Record, n)
	for i := range all {
		ref := aims.Ref{Kind: kind, ID: fmt.Sprintf("n%03d", i)}
		all[i] = record(ref, t.put(create(ref, ref.ID)), ref.ID)
	}
	return all
}
