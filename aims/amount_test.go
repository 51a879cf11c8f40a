package aims_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/shopspring/decimal"
)

func TestParseAmount(t *testing.T) {
	for _, tt := range []struct{ in, text string }{
		{"0", "0"},
		{"-0", "0"},
		{"-0.00", "0"},
		{"0.10", "0.1"},
		{"1250.50", "1250.5"},
		{"-12.5", "-12.5"},
		{"100", "100"},
		{"0.1000000000000000000000000000000001", "0.1000000000000000000000000000000001"},
		{strings.Repeat("9", 34) + "." + strings.Repeat("9", 34), strings.Repeat("9", 34) + "." + strings.Repeat("9", 34)},
	} {
		a, err := aims.ParseAmount(tt.in)
		if err != nil || a.String() != tt.text || !a.Known() || a.IsZero() {
			t.Errorf("%q: got %q, %v; want %q", tt.in, a, err, tt.text)
		}
	}
	for _, s := range []string{
		"", "-", "+1", "1.", ".5", "01", "-01.5", "00", "1e3", "1E3", "1_000", "1,5", " 1", "1 ", "0x10", "NaN", "Inf", "--1", "1.2.3", "١",
		strings.Repeat("9", 35), "0." + strings.Repeat("1", 35), "1e20000000", strings.Repeat("1", 100000),
	} {
		a, err := aims.ParseAmount(s)
		if !errors.Is(err, aims.ErrSyntax) || a.Known() || err != nil && len(err.Error()) > 400 {
			t.Errorf("%q: got %v, %v", s, a, err)
		}
	}
}

// Unknown is not zero.
func TestAmountUnknown(t *testing.T) {
	var unknown aims.Amount
	zero := aims.AmountInt(0)
	if unknown.Known() || !unknown.IsZero() || unknown.String() != "" {
		t.Errorf("the zero value is %q", unknown)
	}
	if !zero.Known() || zero.IsZero() || zero.String() != "0" {
		t.Errorf("the number 0 is %q", zero)
	}
	if unknown.Equal(zero) || zero.Equal(unknown) || !unknown.Equal(aims.Amount{}) {
		t.Error("unknown equals zero, or not itself")
	}
	if _, ok := unknown.Cmp(zero); ok {
		t.Error("unknown was compared")
	}
	if _, ok := zero.Cmp(unknown); ok {
		t.Error("unknown was compared")
	}
	if _, known := unknown.Sign(); known {
		t.Error("unknown has a sign")
	}
	if _, known := unknown.Value(); known {
		t.Error("unknown has a value")
	}
}

func TestAmountArithmeticIsExact(t *testing.T) {
	tenth, ok := aims.MustAmount("0.1").Value()
	if !ok {
		t.Fatal("0.1 is unknown")
	}
	sum := decimal.Zero
	for range 10 {
		sum = sum.Add(tenth)
	}
	if one := aims.AmountOf(sum); !one.Equal(aims.AmountInt(1)) || one.String() != "1" {
		t.Errorf("ten tenths are %s", one)
	}
	if order, ok := aims.MustAmount("1.50").Cmp(aims.MustAmount("1.5")); !ok || order != 0 {
		t.Errorf("1.50 against 1.5: %d, %v", order, ok)
	}
	if sign, known := aims.MustAmount("-0.01").Sign(); sign != -1 || !known {
		t.Errorf("the sign of -0.01 is %d, %v", sign, known)
	}
}

func TestAmountJSON(t *testing.T) {
	type doc struct {
		Cost aims.Amount `json:"cost,omitzero"`
		Must aims.Amount `json:"must"`
	}
	data, err := json.Marshal(doc{Cost: aims.MustAmount("1250.50")})
	if err != nil || string(data) != `{"cost":"1250.5","must":null}` {
		t.Errorf("%s, %v", data, err)
	}
	for in, want := range map[string]string{
		`{"cost":"1250.50"}`:                            "1250.5",
		`{"cost":1250.50}`:                              "1250.5",
		`{"cost":0.1000000000000000000000000000000001}`: "0.1000000000000000000000000000000001",
		`{"cost":0}`:                                    "0",
		`{"cost":"0"}`:                                  "0",
		`{"cost":null}`:                                 "",
		`{}`:                                            "",
	} {
		var got doc
		if err := json.Unmarshal([]byte(in), &got); err != nil || got.Cost.String() != want {
			t.Errorf("%s: got %q, %v; want %q", in, got.Cost, err, want)
		}
	}
	for _, bad := range []string{`{"cost":""}`, `{"cost":"null"}`, `{"cost":1e3}`, `{"cost":true}`, `{"cost":{}}`, `{"cost":["1"]}`, `{"cost":"\"1\""}`} {
		got := doc{Cost: aims.AmountInt(7)}
		if err := json.Unmarshal([]byte(bad), &got); err == nil || got.Cost.String() != "7" {
			t.Errorf("%s: got %q, %v", bad, got.Cost, err)
		}
	}
}

// What could not be read again is not written.
func TestAmountJSONRefusesWhatItCouldNotRead(t *testing.T) {
	for _, d := range []decimal.Decimal{
		decimal.New(1, 34), decimal.New(1, 2_000_000_000), decimal.New(1, -35), decimal.New(1, -2_000_000_000),
		decimal.NewFromInt(1).DivRound(decimal.NewFromInt(3), 40),
	} {
		if data, err := json.Marshal(aims.AmountOf(d)); !errors.Is(err, aims.ErrSyntax) {
			t.Errorf("%d digits of a number with exponent %d became %.50s, %v", d.NumDigits(), d.Exponent(), data, err)
		}
	}
	if data, err := json.Marshal(aims.AmountOf(decimal.New(1, 33))); err != nil || len(data) != 36 {
		t.Errorf("34 digits: %s, %v", data, err)
	}
}

func TestMustAmountPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	aims.MustAmount("a lot")
}
