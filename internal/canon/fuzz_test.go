package canon_test

import "testing"

// FuzzJSON: no document makes it panic, the oracle agrees, and the form is its own form.
func FuzzJSON(f *testing.F) {
	for _, c := range load[example](f, "testdata/cases.json") {
		f.Add(c.data())
	}
	f.Fuzz(func(t *testing.T, data []byte) { check(t, data) })
}
