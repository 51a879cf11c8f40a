package certification

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/shopspring/decimal"
)

// AuditTime calculates audit time, in this order: the people who count; the
// table's days; what saves time, together no more than is allowed; what costs
// time; what the table adds; the sum over the standards; integration, saving
// no more than is allowed; the share of a surveillance or recertification;
// rounding, once and at the end, up from the middle and never to nothing. What
// saves more than is allowed is cut, and the step says so. A range stays a
// range to the end.
//
// A method or workload with problems, and one that asks for what the tables do
// not hold, is reported as [aims.InvalidError]; [NotInTable] says that a table
// is silent about so many people.
func AuditTime(w Workload, m TimeMethod) (Estimate, error) {
	c := aims.Checker{Texts: timeTexts}
	c.Nest("method", m.Validate())
	c.Nest("workload", w.Validate())
	if err := c.Err(); err != nil {
		return Estimate{}, err
	}
	loads := make([]loaded, len(w.Standards))
	for i, l := range w.Standards {
		var err error
		loads[i], err = m.load(l)
		c.Nest(aims.Field("workload", "standards", i), err)
	}
	if err := c.Err(); err != nil {
		return Estimate{}, err
	}
	digest, err := aims.DigestOf(m)
	if err != nil {
		return Estimate{}, err
	}
	e := estimating{method: m, sampled: w.SampledSite == aims.Yes}
	e.Occasion = w.Occasion
	e.Provenance = aims.Provenance{Module: aims.Version, Model: m.Name + " " + m.Version, Method: digest}
	days := e.together(w, loads)
	if w.Occasion != InitialAudit {
		share := m.share(w.Occasion)
		days = e.step(OccasionShare, share.rule(), days, days.times(share.rat()), "occasion", string(w.Occasion), "share", share.String())
	}
	e.finish(days)
	return e.Estimate, nil
}

// estimating is an estimate in the making.
type estimating struct {
	Estimate
	method  TimeMethod
	sampled bool
	table   string // of the standard at hand
}

// rule is where a step comes from.
type rule struct {
	source, edition string
	confidence      Confidence
}

func (f Fraction) rule() rule     { return rule{f.Source, f.Edition, f.Confidence} }
func (t TimeTable) rule() rule    { return rule{t.Source, t.Edition, t.Confidence} }
func (a TimeAddition) rule() rule { return rule{a.Source, a.Edition, a.Confidence} }

// step records a step and returns what it comes to. The arguments are pairs of
// name and value.
func (e *estimating) step(code aims.Code, by rule, before, after span, args ...string) span {
	s := TimeStep{
		Code: code, Text: timeTexts[code], Table: e.table,
		Source: by.source, Edition: by.edition, Confidence: by.confidence,
		After: after.shown(), Args: make(map[string]string, len(args)/2),
	}
	if before.least != nil {
		s.Before = before.shown()
	}
	for i := 0; i+1 < len(args); i += 2 {
		s.Args[args[i]] = args[i+1]
	}
	e.Steps = append(e.Steps, s)
	return after
}

// together returns the days of an initial audit against all standards.
func (e *estimating) together(w Workload, loads []loaded) span {
	var sum, table span
	for i, l := range loads {
		e.table = l.table.Name
		days, base := e.standard(l), exactly(rat(l.row.Days))
		if i == 0 {
			sum, table = days, base
			continue
		}
		sum, table = sum.plus(days), table.plus(base)
	}
	e.table = ""
	if len(loads) > 1 {
		sum = e.step(StandardsSummed, e.method.Integration.rule(), span{}, sum, "standards", strconv.Itoa(len(loads)))
	}
	if w.integrated() {
		sum = e.integrate(sum, w.Integration)
	}
	if site := e.method.SampledSite; e.sampled {
		if kept := sum.atLeast(table.times(site.rest())); !kept.equal(sum) {
			sum = e.step(SiteFloor, site.rule(), sum, kept, "share", percent(site.rest()))
		}
	}
	return sum
}

// standard returns the days of an initial audit against one standard.
func (e *estimating) standard(l loaded) span {
	e.step(PeopleCounted, l.table.rule(), exactly(rat(l.persons)), exactly(big.NewRat(int64(l.effective), 1)),
		"persons", l.persons.String(), "effective", strconv.Itoa(l.effective))
	table := exactly(rat(l.row.Days))
	days := e.step(DaysFromTable, l.table.rule(), span{}, table,
		"table", l.table.Name, "days", l.row.Days.String(), "from", strconv.Itoa(l.row.From), "to", strconv.Itoa(l.row.To))
	days = e.reduce(days, table, l.Adjustments)
	days = e.increase(days, table, l.Adjustments)
	for _, a := range l.table.Additions {
		days = e.addition(days, a, l.Counts)
	}
	return days
}

// reduce takes away what saves time: together at most the limit, so that
// nothing that costs time is eaten up.
func (e *estimating) reduce(days, table span, list []Adjustment) span {
	saved, grounds := total(list, -1)
	if grounds == "" {
		return days
	}
	limit := e.method.Reduction
	if e.sampled {
		limit = e.method.SampledSite
	}
	code, taken := DaysReduced, saved
	if saved.Cmp(limit.rat()) > 0 {
		code, taken = ReductionCapped, limit.rat()
	}
	after := days.plus(table.times(taken).negative())
	return e.step(code, limit.rule(), days, after, "share", percent(saved), "cap", percent(limit.rat()), "grounds", grounds)
}

func (e *estimating) increase(days, table span, list []Adjustment) span {
	more, grounds := total(list, 1)
	if grounds == "" {
		return days
	}
	return e.step(DaysIncreased, e.method.Reduction.rule(), days, days.plus(table.times(more)), "share", percent(more), "grounds", grounds)
}

// total adds up the shares of one sign, without it, and names their grounds.
func total(list []Adjustment, sign int) (*big.Rat, string) {
	sum := new(big.Rat)
	var grounds []string
	for _, a := range list {
		if share := rat(a.Share); share.Sign() == sign {
			sum.Add(sum, share.Abs(share))
			grounds = append(grounds, a.Ground+" ("+percent(share)+")")
		}
	}
	return sum, strings.Join(grounds, ", ")
}

// addition adds the days that a table gives for something that was counted.
func (e *estimating) addition(days span, a TimeAddition, counts []Count) span {
	var n Count
	for _, n = range counts {
		if n.Name == a.Name {
			break
		}
	}
	beyond := new(big.Rat).Sub(rat(n.Number), big.NewRat(int64(a.Beyond), 1))
	if beyond.Sign() <= 0 {
		return days
	}
	each, code, counted := a.Each, DaysAdded, beyond.RatString()
	if a.Once == aims.Yes {
		beyond.SetInt64(1)
		code = DaysAddedOnce
	}
	if n.Each.Known() {
		each = aims.Range{AtLeast: n.Each, AtMost: n.Each}
	} else if order, _ := each.AtLeast.Cmp(each.AtMost); order < 0 {
		e.Open = append(e.Open, TimeChoice{Table: e.table, Addition: a.Name, Each: each})
	}
	more := span{rat(each.AtLeast), rat(each.AtMost)}.times(beyond)
	if a.AtMost.Known() {
		if capped := more.atMost(rat(a.AtMost)); !capped.equal(more) {
			code, more = AdditionCapped, capped
		}
	}
	return e.step(code, a.rule(), days, days.plus(more), "of", a.Of, "number", n.Number.String(),
		"beyond", strconv.Itoa(a.Beyond), "counted", counted, "each", inWords(each), "more", inWords(more.shown()))
}

// integrate multiplies what is left after each standard's own reductions: the
// percentages of the two are never added.
func (e *estimating) integrate(sum span, a Adjustment) span {
	limit, code, share := e.method.Integration, IntegrationApplied, rat(a.Share)
	asked := percent(share)
	if floor := new(big.Rat).Neg(limit.rat()); share.Cmp(floor) < 0 {
		code, share, asked = IntegrationCapped, floor, percent(share.Neg(share))
	}
	after := sum.times(share.Add(share, big.NewRat(1, 1)))
	return e.step(code, limit.rule(), sum, after, "share", asked, "cap", percent(limit.rat()), "ground", a.Ground)
}

// finish rounds the days, and what of them is at least on site.
func (e *estimating) finish(days span) {
	unit, share := e.method.Round, e.method.OnSite
	onSite := e.step(OnSiteShare, share.rule(), days, days.times(share.rat()), "share", percent(share.rat()))
	e.Days = e.step(DaysRounded, unit.rule(), days, days.rounded(unit.rat()), "unit", unit.String()).shown()
	e.OnSite = e.step(OnSiteRounded, unit.rule(), onSite, onSite.rounded(unit.rat()), "unit", unit.String()).shown()
}

func percent(r *big.Rat) string {
	return decimal.NewFromBigRat(new(big.Rat).Mul(r, big.NewRat(100, 1)), shownPlaces).String() + " %"
}

func inWords(r aims.Range) string {
	if r.AtLeast.Equal(r.AtMost) {
		return r.AtLeast.String()
	}
	return r.AtLeast.String() + " to " + r.AtMost.String()
}
