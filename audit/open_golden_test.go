package audit_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/google/go-cmp/cmp"
)

// bad holds what stands in the fields of malformed records: little is good in
// itself, ids collide and lead nowhere.
var bad = struct {
	texts   []string
	amounts []string
	numbers []int64
}{
	[]string{"", "a", "a", "A", "b", " ", "b c", "own", "x\x00", "-", "C.9", "sha256:00", "ÄÖ"},
	[]string{"-1", "0", "2", "2.5"},
	[]int64{0, 1, 2, 5, 9, 700000, 800000, -1},
}

// fill fills a value with what is bad, and lists with up to three elements.
func fill(v reflect.Value, rnd *rand.Rand, depth int) {
	if amount, ok := v.Addr().Interface().(*aims.Amount); ok {
		if rnd.IntN(4) > 0 {
			*amount = aims.MustAmount(bad.amounts[rnd.IntN(len(bad.amounts))])
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(bad.texts[rnd.IntN(len(bad.texts))])
	case reflect.Bool:
		v.SetBool(rnd.IntN(2) == 1)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		if n := bad.numbers[rnd.IntN(len(bad.numbers))]; !v.OverflowInt(n) {
			v.SetInt(n)
		}
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(uint64(rnd.IntN(8)))
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fill(v.Field(i), rnd, depth)
			}
		}
	case reflect.Slice:
		if depth == 0 {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), rnd.IntN(4), 4))
		for i := range v.Len() {
			fill(v.Index(i), rnd, depth-1)
		}
	case reflect.Pointer:
		if depth > 0 && rnd.IntN(3) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), rnd, depth-1)
		}
	}
}

// TestOpenKeepsItsProblems: what Open says of malformed records stays the
// same, byte by byte and in the same order. The golden file holds, for two bad
// records of each kind in four variants, how many problems there are, and the
// digest of their list; -update writes it anew, and that is right only where
// records or their checks were meant to change.
func TestOpenKeepsItsProblems(t *testing.T) {
	const golden = "testdata/open-problems.txt"
	var got []string
	members := reflect.TypeFor[audit.Snapshot]()
	for i := range members.NumField() {
		field := members.Field(i)
		if !field.IsExported() || field.Name == "Format" || field.Name == "Taken" || field.Name == "Supplied" || field.Name == "Ext" {
			continue
		}
		for variant := range uint64(4) {
			s := audit.Snapshot{Format: aims.Format, Taken: aims.MustDate(day), Supplied: audit.Kinds()}
			list := reflect.ValueOf(&s).Elem().Field(i)
			rnd := rand.New(rand.NewPCG(variant, 1))
			if list.Kind() == reflect.Slice {
				list.Set(reflect.MakeSlice(list.Type(), 2, 2))
				fill(list.Index(0), rnd, 3)
				fill(list.Index(1), rnd, 3)
			} else {
				list.Set(reflect.New(list.Type().Elem()))
				fill(list.Elem(), rnd, 3)
			}
			_, err := audit.Open(s, audit.Options{})
			var b strings.Builder
			for _, p := range aims.Problems(err) {
				fmt.Fprintln(&b, p.Ref, p)
			}
			got = append(got, fmt.Sprintln(field.Name, variant, len(aims.Problems(err)), aims.DigestBytes([]byte(b.String()))))
		}
	}
	text := strings.Join(got, "")
	if *updateSchema {
		if err := os.WriteFile(golden, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.SplitAfter(string(want), "\n"), strings.SplitAfter(text, "\n")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
