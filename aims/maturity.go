package aims

import "github.com/aimskit/aimskit/internal/word"

// Maturity is how capable a practice is, by the levels of process capability of
// ISO/IEC 33020, stored 1 to 6 and written L0 to L5. It is what somebody judged,
// and never makes a verdict: a practice of any level may lack what a
// requirement asks for. Zero: not assessed.
type Maturity uint8

// The levels of maturity.
const (
	Incomplete  Maturity = iota + 1 // L0: the practice is absent, or misses its purpose
	Performed                       // L1: it serves its purpose, by whoever does it
	Managed                         // L2: it is planned and followed up
	Established                     // L3: it runs by a defined way of working, everywhere
	Predictable                     // L4: it stays within limits that are measured
	Innovating                      // L5: it is improved towards goals, on purpose
)

var maturities = word.Scale{Name: "aims.Maturity", Words: []string{"", "L0", "L1", "L2", "L3", "L4", "L5"}}

// String returns L0 to L5, or "" when the maturity was not assessed.
func (m Maturity) String() string { return maturities.String(int(m)) }

// Known reports whether m is one of the levels.
func (m Maturity) Known() bool { return Incomplete <= m && m <= Innovating }

// MarshalText returns L0 to L5.
func (m Maturity) MarshalText() ([]byte, error) { return maturities.Marshal(int(m)) }

// UnmarshalText reads L0 to L5.
func (m *Maturity) UnmarshalText(text []byte) error { return unmarshalWord(m, text, maturities) }
