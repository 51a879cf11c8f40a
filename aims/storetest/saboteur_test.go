package storetest_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/aims/storetest"
	"pgregory.net/rapid"
)

// saboteurs says of every sin which case notices it. Other cases may, too.
var saboteurs = []struct {
	sin    sin
	notice string
}{
	{"begins at 1", "empty"},
	{"forgets the schema", "read-what-was-written"},
	{"updates the data only", "update"},
	{"lists the deleted", "delete"},
	{"counts empty writes", "no-write"},
	{"keeps what it was given", "own-bytes"},
	{"shares what it hands out", "own-bytes"},
	{"lists kinds by prefix", "kinds-apart"},
	{"joins kind and id", "kinds-apart"},
	{"is one for all tenants", "stores-apart"},
	{"Get goes on when cancelled", "cancelled"},
	{"List goes on when cancelled", "cancelled"},
	{"Put goes on when cancelled", "cancelled"},
	{"is empty after a restart", "durable"},
	{"counts anew after a restart", "durable"},
	{"creates over", "create-once"},
	{"the last update wins", "lost-update"},
	{"deletes whatever is there", "lost-update"},
	{"takes newer revisions", "lost-update"},
	{"expects the store's revision", "own-revision"},
	{"revises all records", "own-revision"},
	{"updates what is not there", "absent"},
	{"deletes what is not there", "absent"},
	{"updates the deleted", "created-again"},
	{"creates at the old revision", "created-again"},
	{"does what it can", "all-or-none"},
	{"counts failures", "all-or-none"},
	{"numbers its writes", "one-revision"},
	{"names the first conflict", "every-conflict"},
	{"sorts the conflicts", "every-conflict"},
	{"conflicts without names", "every-conflict"},
	{"asserts nothing", "assert"},
	{"asserts no absence", "assert"},
	{"asserts presence", "write-skew"},
	{"counts assertions", "assert-alone"},
	{"takes a record twice", "written-twice"},
	{"Get takes anything", "malformed"},
	{"List takes anything", "malformed"},
	{"Put takes anything", "malformed"},
	{"goes back when it deletes", "rising"},
	{"reads the present only", "read-the-past"},
	{"Get reads the present", "read-the-past"},
	{"List reads the present", "read-the-past"},
	{"reads the future", "the-future"},
	{"forgets at once", "window"},
	{"forgets one too early", "window"},
	{"forgets here and there", "window"},
	{"takes the present for what it forgot", "window"},
	{"orders without case", "byte-order"},
	{"orders by length", "byte-order"},
	{"ids without case", "byte-order"},
	{"begins with the given id", "pages"},
	{"one more than the limit", "pages"},
	{"later pages read the present", "pages-of-one-moment"},
	{"the deleted take room", "deleted-within-a-page"},
	{"keeps text", "any-bytes"},
	{"keeps JSON", "any-bytes"},
	{"trims", "any-bytes"},
	{"ends at zero", "any-bytes"},
	{"short ids", "longest-names"},
	{"short kinds", "longest-names"},
	{"takes small records", "largest-record"},
	{"takes larger records", "largest-record"},
	{"takes later schemas", "largest-record"},
	{"takes few writes", "most-writes"},
	{"takes more writes", "most-writes"},
	{"pages of at most 1000", "most-writes"},
	{"checks, then waits", "concurrent-creation"},
	{"checks, then waits", "concurrent-updates"},
	{"checks, then waits", "concurrent-skew"},
	{"writes one by one", "concurrent-reads"},
	{"counts before it writes", "revisions-in-order"},
	{"gives revisions out twice", "revisions-in-order"},
}

// subject returns a store that commits a sin; "" is none.
func subject(s sin) storetest.Subject {
	one := newSloppy(s)
	return storetest.Subject{
		Open: func() (store.Store, error) {
			if s == "is one for all tenants" {
				return one, nil
			}
			return newSloppy(s), nil
		},
		Reopen: func(old store.Store) (store.Store, error) {
			switch s {
			case "is empty after a restart":
				return newSloppy(s), nil
			case "counts anew after a restart":
				old.(*sloppy).rev = 1
			}
			return old, nil
		},
	}
}

// TestSloppy: without a sin, the slow store is sound.
func TestSloppy(t *testing.T) { storetest.Run(t, subject("")) }

// TestSaboteurs: whatever rule a store breaks, the case of this rule says so.
func TestSaboteurs(t *testing.T) {
	for _, sab := range saboteurs {
		t.Run(string(sab.sin)+"/"+sab.notice, func(t *testing.T) {
			c := find(t, sab.notice)
			err := c.Check(t.Context(), subject(sab.sin))
			for range 20 { // chance decides who comes first
				if err != nil || !strings.Contains(sab.notice, "concurrent") && sab.notice != "revisions-in-order" {
					break
				}
				err = c.Check(t.Context(), subject(sab.sin))
			}
			if err == nil {
				t.Errorf("the case %s does not notice", sab.notice)
			} else if !strings.Contains(err.Error(), c.Rule) || !strings.Contains(err.Error(), c.Name) {
				t.Errorf("the error names neither case nor rule: %v", err)
			}
			t.Log(err)
		})
	}
}

// TestEveryCaseHasItsSaboteur: no case is there that cannot fail.
func TestEveryCaseHasItsSaboteur(t *testing.T) {
	names := make(map[string]bool)
	for _, c := range storetest.Cases() {
		if names[c.Name] || c.Rule == "" {
			t.Errorf("the case %q stands twice or has no rule", c.Name)
		}
		names[c.Name] = true
		if !slices.ContainsFunc(saboteurs, func(s struct {
			sin    sin
			notice string
		},
		) bool {
			return s.notice == c.Name
		}) {
			t.Errorf("no saboteur shows that the case %s can fail", c.Name)
		}
	}
}

func find(t *testing.T, name string) storetest.Case {
	t.Helper()
	for _, c := range storetest.Cases() {
		if c.Name == name {
			return c
		}
	}
	t.Fatalf("there is no case %s", name)
	return storetest.Case{}
}

// TestCheck: a program gets all that is wrong at once.
func TestCheck(t *testing.T) {
	if err := storetest.Check(t.Context(), subject("")); err != nil {
		t.Error(err)
	}
	err := storetest.Check(t.Context(), subject("creates over"))
	for _, want := range []string{"storetest: create-once: ", "storetest: every-conflict: "} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error lacks %q: %v", want, err)
		}
	}
	refuses := errors.New("no disk")
	err = storetest.Check(t.Context(), storetest.Subject{Open: func() (store.Store, error) { return nil, refuses }})
	if !errors.Is(err, refuses) {
		t.Errorf("a store that cannot be opened: %v", err)
	}
}

// TestModelNotices: the random comparison alone finds most sins, too.
func TestModelNotices(t *testing.T) {
	for _, s := range []sin{
		"begins at 1", "forgets the schema", "updates the data only", "lists the deleted", "counts empty writes",
		"lists kinds by prefix", "joins kind and id", "creates over", "the last update wins", "deletes whatever is there",
		"expects the store's revision", "revises all records", "updates the deleted", "creates at the old revision",
		"does what it can", "counts failures", "numbers its writes", "names the first conflict", "sorts the conflicts",
		"asserts nothing", "asserts no absence", "asserts presence", "counts assertions", "Put takes anything",
		"goes back when it deletes", "reads the present only", "Get reads the present", "List reads the present",
		"orders without case", "orders by length", "ids without case", "begins with the given id", "one more than the limit",
		"later pages read the present", "the deleted take room", "keeps text", "ends at zero",
	} {
		t.Run(string(s), func(t *testing.T) {
			run := rapid.Custom(func(rt *rapid.T) string {
				if err := storetest.Compare(t.Context(), rt, subject(s)); err != nil {
					return err.Error()
				}
				return ""
			})
			for seed := range 3000 {
				if run.Example(seed) != "" {
					return
				}
			}
			t.Error("not noticed")
		})
	}
}
