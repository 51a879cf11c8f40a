package report

import (
	"math"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/svg"
)

// mostMonths is how many months an axis of days names at most.
const mostMonths = 7

// dayAxis returns an axis from one day to another that names the first days of
// months: of all, or of every second, third, sixth, so that they keep apart.
func dayAxis(from, to aims.Date) svg.Axis {
	a := svg.Axis{Min: float64(from), Max: float64(to), Format: dateOf}
	if !from.Valid() || !to.Valid() {
		return a
	}
	year, month, day := from.Split()
	last, lastMonth, _ := to.Split()
	stride, months := 1, (last-year)*12+int(lastMonth-month)
	for _, n := range []int{2, 3, 6, 12, 24, 60, 120, 600, 1200, 6000, 24000} {
		if months > stride*mostMonths {
			stride = n
		}
	}
	first := from.AddDays(1 - day).AddMonths(-((year*12 + int(month) - 1) % stride))
	for d := first; d.Valid() && d <= to; d = d.AddMonths(stride) {
		if d >= from {
			a.At = append(a.At, float64(d))
		}
		if d == d.AddMonths(stride) {
			break // the end of the calendar
		}
	}
	return a
}

// dateOf writes a day on an axis; nothing where there is none.
func dateOf(v float64) string {
	v = math.Round(v)
	if d := aims.Date(v); v > 0 && v <= math.MaxInt32 && d.Valid() {
		return d.String()
	}
	return ""
}
