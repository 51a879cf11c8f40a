package readiness_test

import (
	"math/big"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
	"pgregory.net/rapid"
)

// TestBusinessCase_ranges: whatever turns out within the ranges lies within
// the outcome, by a ledger kept month by month in fractions; and what turns
// out best or worst of all reaches its bounds.
func TestBusinessCase_ranges(t *testing.T) {
	money := rapid.Custom(func(t *rapid.T) aims.Range {
		low := rapid.Int64Range(0, 500).Draw(t, "low")
		return aims.Range{AtLeast: aims.AmountInt(low), AtMost: aims.AmountInt(low + rapid.Int64Range(0, 500).Draw(t, "more"))}
	})
	rapid.Check(t, func(t *rapid.T) {
		b := readiness.BusinessCase{
			Currency: "EUR", Months: rapid.IntRange(1, 40).Draw(t, "months"),
			Standard: money.Draw(t, "standard"), Implementation: money.Draw(t, "implementation"), Audit: money.Draw(t, "audit"), Upkeep: money.Draw(t, "upkeep"),
		}
		b.Certificate.From = rapid.IntRange(1, 20).Draw(t, "from")
		b.Certificate.To = b.Certificate.From + rapid.IntRange(0, 6).Draw(t, "to")
		for range rapid.IntRange(0, 3).Draw(t, "benefits") {
			v := readiness.Benefit{Title: "benefit", After: rapid.IntRange(0, 6).Draw(t, "after")}
			if rapid.Bool().Draw(t, "once") {
				v.Once = money.Draw(t, "amount")
			} else {
				v.Yearly = money.Draw(t, "amount")
			}
			b.Benefits = append(b.Benefits, v)
		}
		o, err := b.Outcome()
		if err != nil {
			t.Fatal(err)
		}
		l := ledger{b: b, draw: func(r aims.Range, name string) *big.Rat {
			low, high := mustValue(r.AtLeast).IntPart(), mustValue(r.AtMost).IntPart()
			return new(big.Rat).SetInt64(rapid.Int64Range(low, high).Draw(t, name))
		}, certificate: rapid.IntRange(b.Certificate.From, b.Certificate.To).Draw(t, "certificate")}
		l.keep()
		for name, x := range map[string]struct {
			r aims.Range
			v *big.Rat
		}{"cost": {o.Cost, l.cost}, "benefit": {o.Benefit, l.benefit}, "net": {o.Net, new(big.Rat).Sub(l.benefit, l.cost)}} {
			low, high := mustValue(x.r.AtLeast).Rat(), mustValue(x.r.AtMost).Rat()
			if x.v.Cmp(low) < 0 || x.v.Cmp(high) > 0 {
				t.Fatalf("%s of %v lies outside of %s to %s", name, x.v, x.r.AtLeast, x.r.AtMost)
			}
		}
		never := b.Months + 1
		from, to := or(o.BreakEven.From, never), or(o.BreakEven.To, never)
		if at := or(l.even, never); at < from || at > to {
			t.Fatalf("break-even in month %d lies outside of %+v", l.even, o.BreakEven)
		}
		if net := l.benefit.Cmp(l.cost); o.Pays == aims.Yes && net < 0 || o.Pays == aims.No && net >= 0 {
			t.Fatalf("pays: %s, but the net is %d", o.Pays, net)
		}
		extremes(t, b, o)
	})
}

// extremes checks that the bounds of the outcome are reached.
func extremes(t *rapid.T, b readiness.BusinessCase, o readiness.BusinessOutcome) {
	var best, worst *big.Rat
	first, last := b.Months+1, 0
	for d := b.Certificate.From; d <= b.Certificate.To; d++ {
		for _, good := range []bool{true, false} {
			costs := true // the ledger draws costs first
			l := ledger{b: b, certificate: d, draw: func(r aims.Range, name string) *big.Rat {
				costs = name != "benefit"
				if costs == good {
					return mustValue(r.AtLeast).Rat()
				}
				return mustValue(r.AtMost).Rat()
			}}
			l.keep()
			net := new(big.Rat).Sub(l.benefit, l.cost)
			if good {
				first = min(first, or(l.even, b.Months+1))
				if best == nil || net.Cmp(best) > 0 {
					best = net
				}
				continue
			}
			last = max(last, or(l.even, b.Months+1))
			if worst == nil || net.Cmp(worst) < 0 {
				worst = net
			}
		}
	}
	cent := big.NewRat(1, 100)
	for name, x := range map[string][2]*big.Rat{
		"best": {best, mustValue(o.Net.AtMost).Rat()}, "worst": {mustValue(o.Net.AtLeast).Rat(), worst},
	} {
		if d := new(big.Rat).Sub(x[1], x[0]); d.Sign() < 0 || d.Cmp(cent) >= 0 {
			t.Fatalf("%s: the exact figure and the bound are %v and %v", name, x[0], x[1])
		}
	}
	if or(o.BreakEven.From, b.Months+1) != first || or(o.BreakEven.To, b.Months+1) != last {
		t.Fatalf("break-even %+v, by the ledger %d to %d", o.BreakEven, first, last)
	}
}

func or(n, other int) int {
	if n == 0 {
		return other
	}
	return n
}

// ledger keeps one course of a case, month by month.
type ledger struct {
	b             readiness.BusinessCase
	draw          func(r aims.Range, name string) *big.Rat
	certificate   int
	cost, benefit *big.Rat
	even          int
}

func (l *ledger) keep() {
	l.cost, l.benefit = new(big.Rat), new(big.Rat)
	for _, r := range []aims.Range{l.b.Standard, l.b.Implementation, l.b.Audit} {
		l.cost.Add(l.cost, l.draw(r, "cost"))
	}
	twelfth := big.NewRat(1, 12)
	upkeep := l.draw(l.b.Upkeep, "cost")
	var once, yearly []*big.Rat
	for _, v := range l.b.Benefits {
		o, y := new(big.Rat), new(big.Rat)
		if v.Once.IsZero() {
			y = l.draw(v.Yearly, "benefit")
		} else {
			o = l.draw(v.Once, "benefit")
		}
		once, yearly = append(once, o), append(yearly, y)
	}
	for m := 1; m <= l.b.Months; m++ {
		if m > l.certificate {
			l.cost.Add(l.cost, new(big.Rat).Mul(upkeep, twelfth))
		}
		for i, v := range l.b.Benefits {
			if m == l.certificate+v.After+1 {
				l.benefit.Add(l.benefit, once[i])
			}
			if m > l.certificate+v.After {
				l.benefit.Add(l.benefit, new(big.Rat).Mul(yearly[i], twelfth))
			}
		}
		if l.even == 0 && l.benefit.Cmp(l.cost) >= 0 {
			l.even = m
		}
	}
}
