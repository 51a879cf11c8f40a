package readiness

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/shopspring/decimal"
)

// Outcome works out what the case comes to, from its ranges alone. A malformed
// case is an [aims.InvalidError].
func (b BusinessCase) Outcome() (BusinessOutcome, error) {
	if err := b.Validate(); err != nil {
		return BusinessOutcome{}, err
	}
	out := BusinessOutcome{Currency: b.Currency, Months: b.Months}
	var cost, benefit, net extent
	out.BreakEven.From = b.Months + 1
	for d := b.Certificate.From; d <= b.Certificate.To; d++ {
		good, bad := course{b, d, true}, course{b, d, false}
		cost.widen(good.spent(b.Months), bad.spent(b.Months))
		benefit.widen(bad.earned(b.Months), good.earned(b.Months))
		net.widen(bad.net(b.Months), good.net(b.Months))
		out.BreakEven.From = min(out.BreakEven.From, good.breakEven())
		out.BreakEven.To = max(out.BreakEven.To, bad.breakEven())
	}
	for _, m := range []*int{&out.BreakEven.From, &out.BreakEven.To} {
		if *m > b.Months {
			*m = 0
		}
	}
	out.Cost, out.Benefit, out.Net = cost.money(), benefit.money(), net.money()
	switch {
	case !net.low.IsNegative():
		out.Pays = aims.Yes
	case net.high.IsNegative():
		out.Pays = aims.No
	}
	return out, nil
}

// course is a case with the month of its certificate, where all figures turn
// out well, or all turn out badly. Its sums are twelve times the money, so
// that they are exact.
type course struct {
	BusinessCase
	certificate int
	good        bool
}

func (c course) cost(r aims.Range) decimal.Decimal    { return bound(r, !c.good) }
func (c course) benefit(r aims.Range) decimal.Decimal { return bound(r, c.good) }

func bound(r aims.Range, high bool) decimal.Decimal {
	a := r.AtLeast
	if high {
		a = r.AtMost
	}
	v, _ := a.Value()
	return v
}

// spent returns the costs of the first months.
func (c course) spent(months int) decimal.Decimal {
	once := decimal.Sum(c.cost(c.Standard), c.cost(c.Implementation), c.cost(c.Audit))
	return once.Mul(twelve).Add(c.cost(c.Upkeep).Mul(monthsFrom(c.certificate, months)))
}

// earned returns the benefits of the first months.
func (c course) earned(months int) decimal.Decimal {
	var total decimal.Decimal
	for _, b := range c.Benefits {
		begun := monthsFrom(c.certificate+b.After, months)
		if begun.IsPositive() {
			total = total.Add(c.benefit(b.Once).Mul(twelve))
		}
		total = total.Add(c.benefit(b.Yearly).Mul(begun))
	}
	return total
}

func (c course) net(months int) decimal.Decimal { return c.earned(months).Sub(c.spent(months)) }

// breakEven returns the first month at whose end nothing is left to recover, or
// the one after the last.
func (c course) breakEven() int {
	for m := 1; m <= c.Months; m++ {
		if !c.net(m).IsNegative() {
			return m
		}
	}
	return c.Months + 1
}

var twelve = decimal.NewFromInt(12)

func monthsFrom(start, months int) decimal.Decimal {
	return decimal.NewFromInt(int64(max(0, months-start)))
}

// extent is what sums lie between.
type extent struct {
	low, high decimal.Decimal
	any       bool
}

func (e *extent) widen(low, high decimal.Decimal) {
	if !e.any {
		*e = extent{low, high, true}
		return
	}
	e.low, e.high = decimal.Min(e.low, low), decimal.Max(e.high, high)
}

// money returns the extent as money, rounded outwards to two places.
func (e extent) money() aims.Range {
	return aims.Range{AtLeast: aims.AmountOf(floorTwelfth(e.low)), AtMost: aims.AmountOf(floorTwelfth(e.high.Neg()).Neg())}
}

func floorTwelfth(v decimal.Decimal) decimal.Decimal {
	q, rest := v.QuoRem(twelve, 2)
	if rest.IsNegative() {
		q = q.Sub(decimal.New(1, -2))
	}
	return q
}
