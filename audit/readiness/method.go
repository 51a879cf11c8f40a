package readiness

import (
	"fmt"
	"sync"

	"github.com/aimskit/aimskit/aims"
)

// method is a model that was found usable, with what its reports say of it.
type method struct {
	model  Model
	name   string // with the version
	digest aims.Digest
}

// defaultMethod is the method of [Default], which never changes.
var defaultMethod = sync.OnceValues(func() (method, error) { return newMethod(Default()) })

// methodOf returns the method of a model.
func methodOf(m Model) (method, error) {
	if d, err := defaultMethod(); m == d.model {
		return d, err
	}
	return newMethod(m)
}

func newMethod(m Model) (method, error) {
	if err := m.Validate(); err != nil {
		return method{}, fmt.Errorf("readiness: model: %w", err)
	}
	digest, err := aims.DigestOf(m)
	return method{m, m.Name + "@" + m.Version, digest}, err
}
