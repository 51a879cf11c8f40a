package storetest_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims/store"
	"github.com/aimskit/aimskit/aims/storetest"
)

func TestMemory(t *testing.T) {
	storetest.Run(t, storetest.Subject{Open: func() (store.Store, error) { return new(store.Memory), nil }})
}
