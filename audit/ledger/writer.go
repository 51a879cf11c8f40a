package ledger

import (
	"context"
	"sync"

	"github.com/aimskit/aimskit/aims/store"
)

// Writer saves for one program. A ledger has one end, so of several who [Save]
// at the same time one succeeds and the others try again; with one Writer for
// each store they queue instead, which is faster for all. Several programs may
// each have one. Set Store before the first use, and do not copy a Writer.
type Writer struct {
	Store store.Store

	mu sync.Mutex
}

// Save is [Save], one after the other.
func (w *Writer) Save(ctx context.Context, e Entry, changes ...store.Write) (store.Rev, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return Save(ctx, w.Store, e, changes...)
}
