package sqlite_test

import (
	"path/filepath"
	"testing"

	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/aims/storetest"
	"github.com/aimskit/aimskit/examples/sqlite"
)

// subject opens a new file with every call.
func subject(t *testing.T) storetest.Subject {
	files := make(map[store.Store]string)
	open := func(file string) (store.Store, error) {
		s, err := sqlite.Open(t.Context(), file)
		if err != nil {
			return nil, err
		}
		files[s] = file
		return s, nil
	}
	return storetest.Subject{
		Open: func() (store.Store, error) { return open(filepath.Join(t.TempDir(), "a b?.db")) },
		Reopen: func(s store.Store) (store.Store, error) {
			if err := s.(*sqlite.Store).Close(); err != nil {
				return nil, err
			}
			return open(files[s])
		},
	}
}

func TestStore(t *testing.T) { storetest.Run(t, subject(t)) }
