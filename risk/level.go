package risk

import (
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// Level is a place on a [Scale], counted from one, the lowest. Zero means
// "not assessed" and is no place. It is not a uint8 only because JSON has no
// lists of those: they would be written as base64.
type Level uint16

// MaxLevel is the highest level that a scale can have.
const MaxLevel Level = 10

// LevelOutside: a level is not on its scale.
const LevelOutside aims.Code = "risk/level-outside"

// String returns the number of the level; "" for zero.
func (l Level) String() string {
	if l == 0 {
		return ""
	}
	return strconv.Itoa(int(l))
}

// checkLevel checks a level that must be there, on a scale that ends at top.
func checkLevel(c *aims.Checker, field string, l, top Level) {
	if l == 0 {
		c.Add(field, aims.Missing)
		return
	}
	checkOptionalLevel(c, field, l, top)
}

// checkOptionalLevel checks a level that may be absent.
func checkOptionalLevel(c *aims.Checker, field string, l, top Level) {
	if l > top {
		c.Add(field, LevelOutside, "got", l.String(), "max", strconv.Itoa(int(top)))
	}
}

// lowered returns a level after a reduction, which ends at the lowest place.
// What is not assessed stays so.
func (l Level) lowered(by int) Level {
	if by >= int(l) {
		return min(l, 1)
	}
	return l - Level(by)
}
