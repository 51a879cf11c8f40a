package bbolt_test

import (
	"path/filepath"
	"testing"

	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/aims/storetest"
	"github.com/aimskit/aimskit/examples/bbolt"
	suite "github.com/aimskit/aimskit/internal/gen/ledger"
)

// subject opens a new file with every call.
func subject(t *testing.T) storetest.Subject {
	files := make(map[store.Store]string)
	open := func(file string) (store.Store, error) {
		s, err := bbolt.Open(file)
		if err == nil {
			files[s] = file
		}
		return s, err
	}
	return storetest.Subject{
		Open: func() (store.Store, error) { return open(filepath.Join(t.TempDir(), "bolt.db")) },
		Reopen: func(s store.Store) (store.Store, error) {
			if err := s.(*bbolt.Store).Close(); err != nil {
				return nil, err
			}
			return open(files[s])
		},
	}
}

func TestStore(t *testing.T) { storetest.Run(t, subject(t)) }

func TestLedger(t *testing.T) { suite.Run(t, subject(t).Open) }
