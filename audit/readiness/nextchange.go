package readiness

import "github.com/aimskit/aimskit/aims"

// NextChange returns the first day after that of the basis, and not after
// until, on which its report changes by itself, with what is different then:
// the first [Delta] of a [Forecast]. It is false when nothing changes.
func NextChange(b Basis, until aims.Date) (Delta, bool, error) {
	for d, err := range b.turns(until) {
		return d, err == nil, err
	}
	return Delta{}, false, nil
}
