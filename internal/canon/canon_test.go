package canon_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/internal/canon"
)

// example is one document of testdata/cases.json: its input, or the bytes of inputBase64, and
// either the canonical form or why there is none.
type example struct {
	Desc        string
	Input       string
	InputBase64 []byte
	Want        string
	Error       string
}

func (c example) data() []byte { return append([]byte(c.Input), c.InputBase64...) }

var sentinels = map[string]error{
	"syntax": canon.ErrSyntax, "unicode": canon.ErrUnicode, "duplicate": canon.ErrDuplicate, "number": canon.ErrNumber,
}

func load[T any](t testing.TB, file string) []T {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var cases []T
	if err := json.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

func TestJSON(t *testing.T) {
	for _, c := range load[example](t, "testdata/cases.json") {
		t.Run(c.Desc, func(t *testing.T) {
			input := c.data()
			got, err := canon.JSON(input)
			if want := sentinels[c.Error]; !errors.Is(err, want) {
				t.Errorf("error %v, want %v", err, want)
			}
			if diff := cmp.Diff(c.Want, string(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.data(), input); diff != "" {
				t.Errorf("the input changed (-want +got):\n%s", diff)
			}
		})
	}
}

// The table of RFC 8785, Appendix B.
func TestMarshal_numbers(t *testing.T) {
	for _, c := range load[struct{ Bits, Want string }](t, "testdata/numbers.json") {
		bits, err := strconv.ParseUint(c.Bits, 16, 64)
		if err != nil {
			t.Fatal(err)
		}
		got, err := canon.Marshal(math.Float64frombits(bits))
		if err != nil {
			t.Error(err)
		}
		if diff := cmp.Diff(c.Want, string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.Bits, diff)
		}
	}
	for _, f := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if got, err := canon.Marshal(f); err == nil {
			t.Errorf("%v: %s", f, got)
		}
	}
}

func TestJSON_errorsNameThePlace(t *testing.T) {
	for input, want := range map[string]string{
		`{"a/b":[0,{"~":1e999}]}`:              `canon: number would be rounded: 1e999 at "/a~1b/1/~0"`,
		`[0.` + strings.Repeat("1", 90) + `]`:  `canon: number would be rounded: 0.` + strings.Repeat("1", 62) + `… at "/0"`,
		`[[{"x":1},{"b":1,"\u0062":2}]]`:       `canon: duplicate member: "b" at "/0/1"`,
		`{"a":"x\ud83d"}`:                      `canon: not Unicode: half a surrogate pair, \ud83d at "/a"`,
		`{"a":[{"\ude02":1}]}`:                 `canon: not Unicode: half a surrogate pair, \ude02 at "/a/0/0"`,
		"\"ab\xff\"":                           `canon: not Unicode: the bytes at offset 3 are not UTF-8`,
		`[`:                                    `canon: not JSON`,
		strings.Repeat("[", 1e6):               `canon: not JSON`,
		`[` + strings.Repeat("[", 1e6) + `]]]`: `canon: not JSON`,
	} {
		if _, err := canon.JSON([]byte(input)); err == nil || err.Error() != want {
			t.Errorf("%.40s: %v, want %s", input, err, want)
		}
	}
}

func TestMarshal(t *testing.T) {
	type inner struct {
		List []int          `json:"list"`
		Map  map[string]any `json:"map"`
	}
	for _, test := range []struct {
		desc string
		v    any
		want string
		err  error
	}{
		{"nil is empty", struct{ B, A inner }{A: inner{List: []int{}}, B: inner{Map: map[string]any{}}}, `{}`, nil},
		{"a nil element stays", []*inner{nil, {}}, `[null,{}]`, nil},
		{"HTML", "<&>\u2028", "\"<&>\u2028\"", nil},
		{"U+FFFD", "\uFFFD", "\"\uFFFD\"", nil},
		{"a backslash before ufffd", `\ufffd`, `"\\ufffd"`, nil},
		{"text that is not UTF-8", []string{"\xff"}, ``, canon.ErrUnicode},
		{"name that is not UTF-8", map[string]int{"\xff": 1}, ``, canon.ErrUnicode},
		{"raw JSON that is not UTF-8", json.RawMessage("\"\xff\""), ``, canon.ErrUnicode},
		{"a whole number that a float does not hold", int64(1<<53 + 1), ``, canon.ErrNumber},
		{"nested as deep as JSON is read", deep(10_000), strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000), nil},
		{"nested deeper", deep(10_001), ``, canon.ErrSyntax},
		{"nested deeper, behind another fault", []any{int64(1<<53 + 1), deep(10_000)}, ``, canon.ErrSyntax},
		{"objects nested deeper", map[string]any{"a": deep(10_000)}, ``, canon.ErrSyntax},
		{"two keys with one text", map[any1]int{{1, 2}: 1, {1, 3}: 2}, ``, canon.ErrDuplicate},
	} {
		got, err := canon.Marshal(test.v)
		if !errors.Is(err, test.err) || string(got) != test.want {
			t.Errorf("%s: %s, %v; want %s, %v", test.desc, got, err, test.want, test.err)
		}
	}
	var unsupported *json.UnsupportedTypeError
	if _, err := canon.Marshal(func() {}); !errors.As(err, &unsupported) || !strings.HasPrefix(err.Error(), "canon: ") {
		t.Errorf("a function: %v", err)
	}
}

// deep returns a number of lists, each in the next.
func deep(lists int) []any {
	v := []any{}
	for range lists - 1 {
		v = []any{v}
	}
	return v
}

// any1 shows only its first number.
type any1 [2]int

func (a any1) MarshalText() ([]byte, error) { return strconv.AppendInt(nil, int64(a[0]), 10), nil }

// The digest of this document never changes: approvals rest on such digests.
func TestJSON_golden(t *testing.T) {
	input, err := os.ReadFile("testdata/golden-input.json")
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile("testdata/golden.json")
	if err != nil {
		t.Fatal(err)
	}
	got, err := canon.JSON(input)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.TrimSuffix(string(want), "\n"), string(got)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	const digest = "53df281ca7ee4d8e97b28f839e25febac1b4452372b2bbac2cd3f6b5f49f286d"
	if sum := sha256.Sum256(got); hex.EncodeToString(sum[:]) != digest {
		t.Errorf("sha256 %x, want %s", sum, digest)
	}
}
