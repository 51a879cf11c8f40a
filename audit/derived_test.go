package audit_test

import (
	"sync"
	"sync/atomic"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

func TestDerived(t *testing.T) {
	type key string
	open := func() *audit.View {
		v, err := audit.Open(audit.Snapshot{Format: aims.Format, Taken: aims.MustDate("2026-06-01")}, audit.Options{})
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	v, other := open(), open()
	built := 0
	number := func() int { built++; return built }
	for i, got := range []int{
		audit.Derived(v, key("a"), number), audit.Derived(v, key("b"), number), audit.Derived(v, key("a"), number),
		audit.Derived(v, "a", number), audit.Derived(other, key("a"), number), audit.Derived(v, key("b"), number),
	} {
		if want := []int{1, 2, 1, 3, 4, 2}[i]; got != want {
			t.Errorf("call %d: %d, want %d", i, got, want)
		}
	}
	if got := audit.Derived(v, key("a"), func() string { return "text" }); got != "text" {
		t.Errorf("of another type: %q", got)
	}
	for range 2 { // built and kept
		if got := audit.Derived(v, key("a"), func() error { return nil }); got != nil {
			t.Errorf("of an interface type: %v", got)
		}
	}
}

// All who ask at the same time get the same.
func TestDerived_concurrent(t *testing.T) {
	v, err := audit.Open(audit.Snapshot{Format: aims.Format, Taken: aims.MustDate("2026-06-01")}, audit.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var built atomic.Int64
	got := make([]*int64, 8)
	var wg sync.WaitGroup
	for i := range got {
		wg.Go(func() {
			got[i] = audit.Derived(v, struct{}{}, func() *int64 { n := built.Add(1); return &n })
		})
	}
	wg.Wait()
	for _, p := range got {
		if p != got[0] {
			t.Errorf("%d and %d", *p, *got[0])
		}
	}
}
