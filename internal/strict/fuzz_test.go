package strict_test

import (
	"testing"

	"github.com/aimskit/aimskit/internal/strict"
)

// FuzzDecode: no document makes it panic, and what is accepted is JSON that json.Unmarshal reads
// as the same value. See checkDecode for the rest.
func FuzzDecode(f *testing.F) {
	for _, file := range []string{"testdata/bad.json", "testdata/good.json"} {
		for _, c := range loadCorpus[badCase](f, file) {
			if data := c.data(); len(data) < 1<<12 {
				f.Add(data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		checkDecode(t, data, func() any { return new(doc) })
		checkDecode(t, data, func() any { return new(any) })
		checkDecode(t, data, func() any { return new([]record) })
		checkDecode(t, data, func() any { return new(map[amount][]colour) })
		strict.Decode(data, new(unfit), strict.Options{})
	})
}
