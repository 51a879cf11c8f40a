package storetest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"testing"

	"github.com/aimskit/aimskit/aims/store"
)

// Subject is the store to be proved.
type Subject struct {
	// Open returns a new, empty store with every call. A store that is an
	// [io.Closer] is closed after its case.
	Open func() (store.Store, error)
	// Reopen closes a store and returns one with the same records, as after
	// a restart. Nil leaves out the cases that need it, for a store that
	// keeps nothing.
	Reopen func(store.Store) (store.Store, error)
}

// Case is one rule of the interface, with the test that shows it.
type Case struct {
	Name string // in kebab-case, unique
	Rule string // what every store must do
	run  func(t *trial)

	reopens bool // needs [Subject.Reopen]
}

// Cases returns all cases, the plain ones first.
func Cases() []Case {
	return slices.Concat(plainCases(), putCases(), revisionCases(), listCases(), boundCases(), concurrentCases())
}

// Check runs a case on a new store, and says what is wrong with the store. A
// case that needs [Subject.Reopen] and has none is passed.
func (c Case) Check(ctx context.Context, subject Subject) error {
	if c.reopens && subject.Reopen == nil {
		return nil
	}
	s, err := subject.Open()
	if err != nil {
		return fmt.Errorf("storetest: %s: open: %w", c.Name, err)
	}
	t := &trial{ctx: ctx, store: s, subject: subject, failure: new(failure)}
	c.run(t)
	t.close(t.store)
	if err := t.err(); err != nil {
		return fmt.Errorf("storetest: %s: %w\nthe rule: %s", c.Name, err, c.Rule)
	}
	return nil
}

// Check runs all cases and joins what is wrong, one error for each case.
func Check(ctx context.Context, subject Subject) error {
	var broken []error
	for _, c := range Cases() {
		broken = append(broken, c.Check(ctx, subject))
	}
	return errors.Join(broken...)
}

// Run makes every case a subtest, and compares the store with [store.Memory]
// under random operations.
func Run(t *testing.T, subject Subject) {
	t.Helper()
	for _, c := range Cases() {
		t.Run(c.Name, func(t *testing.T) {
			if c.reopens && subject.Reopen == nil {
				t.Skip("the subject cannot be opened again")
			}
			if err := c.Check(t.Context(), subject); err != nil {
				t.Error(err)
			}
		})
	}
	t.Run("model", func(t *testing.T) { runModel(t, subject) })
}

func closeStore(s store.Store) error {
	if c, ok := s.(io.Closer); ok {
		return c.Close()
	}
	return nil
}
