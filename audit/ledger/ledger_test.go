package ledger_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims/store"
	suite "github.com/aimskit/aimskit/internal/gen/ledger"
)

func TestLedger(t *testing.T) {
	suite.Run(t, func() (store.Store, error) { return new(store.Memory), nil })
}
