package readiness

import (
	"cmp"
	"maps"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/shopspring/decimal"
)

// Question is an unknown requirement or control, with what it is worth to have
// it told.
type Question struct {
	Key aims.Key `json:"key"`
	// Narrows is by how much the distance between score and upper bound
	// shrinks once a verdict is shown, whichever it is: 0 to 1, rounded down to
	// four places.
	Narrows aims.Amount `json:"narrows"`
	// NarrowsExcluded is the same for the case that a control turns out to be
	// excluded with a justification that holds: then the other controls weigh
	// more, the unknown ones too, so that it is less or even 0. Absent for a
	// requirement, which cannot be excluded.
	NarrowsExcluded aims.Amount `json:"narrowsExcluded,omitzero"`
	// Effort is what it takes to find out, in person-days; absent where nobody said.
	Effort aims.Amount `json:"effort,omitzero"`
	// Outcomes are the bounds of the total that each answer would lead to.
	Outcomes []Outcome `json:"outcomes"`
	// Gates are the gates with a condition that is unknown and names points of
	// the requirement.
	Gates []certification.Gate `json:"gates,omitempty"`
}

// Outcome is one answer to a [Question]: a verdict, or an exclusion.
type Outcome struct {
	Verdict  aims.Verdict `json:"verdict,omitzero"`
	Excluded bool         `json:"excluded,omitempty"`
	Total    Bounds       `json:"total"`
}

// EffortNegative: an effort is below zero.
const EffortNegative aims.Code = "readiness/effort-negative"

// NextBest returns what nothing is known about, or nothing but a stated gap,
// by what to ask next: that which narrows the bounds most for its effort. What
// costs no effort comes first, that of unknown effort last, since it cannot be
// compared; ties go to what an earlier gate waits for, and then by clause.
//
// Each figure is exact for its one question. The figures of two questions add
// up as long as neither control turns out to be excluded; then they do not,
// because an exclusion changes what every control weighs.
//
// Efforts are in person-days, by requirement or control; see [Efforts]. Those
// of known items are passed over. A report that [Assess] did not make and a
// negative effort are refused.
func NextBest(report Report, efforts map[aims.Key]aims.Amount) ([]Question, error) {
	c := aims.Checker{Texts: planTexts}
	checkReport(&c, &report)
	if c.Err() == nil && !report.partsAgree() {
		c.Add("report", ReportForeign)
	}
	c.Texts = trialTexts
	for _, key := range slices.SortedFunc(maps.Keys(efforts), compareKeys) {
		if sign, known := efforts[key].Sign(); known && sign < 0 {
			c.Add(aims.Field("efforts", key.String()), EffortNegative, "key", key.String(), "got", efforts[key].String())
		}
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	requirements := int(report.Requirements.Total / 1000)
	var list []Question
	for i, item := range report.Items {
		open := item.Contribution.Total - item.Contribution.Judged
		if item.Excluded || item.Verdict != aims.CannotTell && !item.Stated {
			continue
		}
		q := Question{Key: item.Key, Effort: efforts[item.Key], Gates: report.waiting(item.Key), Narrows: aims.AmountOf(down(open, report.Total.Total))}
		for _, v := range []aims.Verdict{aims.MajorGap, aims.MinorGap, aims.Conforms} {
			q.Outcomes = append(q.Outcomes, Outcome{Verdict: v, Total: report.told(i, v)})
		}
		if i >= requirements {
			out := report.excluding(i, requirements)
			q.Outcomes = append(q.Outcomes, Outcome{Excluded: true, Total: out})
			q.NarrowsExcluded = aims.AmountOf(narrowed(report.Total, out))
		}
		list = append(list, q)
	}
	slices.SortStableFunc(list, func(a, b Question) int {
		return cmp.Or(report.Total.compare(a, b), cmp.Compare(a.gate(), b.gate()), compareKeys(a.Key, b.Key))
	})
	return list, nil
}

// Efforts returns the efforts that statements give for closing gaps, in
// person-days: of each requirement or control that of the latest statement at
// a day, of several on one day that of the last in the list. To close a gap
// takes at least what it takes to find out whether there is one.
func Efforts(stated []audit.GapStatement, at aims.Date) map[aims.Key]aims.Amount {
	m := make(map[aims.Key]aims.Amount)
	for key, g := range latest(stated, at) {
		if g.Effort.Known() {
			m[key] = g.Effort
		}
	}
	return m
}

// partsAgree reports whether the two parts of the report are those of its
// items: requirements, none of them excluded, and then controls.
func (r Report) partsAgree() bool {
	n, applicable := r.Requirements.Total/1000, int64(0)
	if n < 1 || n > int64(len(r.Items)) || slices.ContainsFunc(r.Items[:n], func(i Item) bool { return i.Excluded }) {
		return false
	}
	for _, i := range r.Items[n:] {
		if !i.Excluded {
			applicable++
		}
	}
	return r.Requirements.Total == n*1000 && r.Controls.Total == applicable*1000
}

// told returns the total once the records show a verdict for item i.
func (r Report) told(i int, v aims.Verdict) Bounds {
	item := r.Items[i]
	was := item.Contribution
	item.Verdict, item.Stated = v, false
	is := r.weigh(item, was.Total/1000)
	return Bounds{r.Total.Earned - was.Earned + is.Earned, r.Total.Judged - was.Judged + is.Judged, r.Total.Total}
}

// excluding returns the total once item i, a control, is excluded.
func (r Report) excluding(i, requirements int) Bounds {
	then := Report{Model: r.Model, Items: slices.Clone(r.Items)}
	then.Items[i].Excluded = true
	then.count(requirements)
	return then.Total
}

// narrowed returns by how much the distance between score and upper bound
// shrinks, rounded down; below zero where it grows.
func narrowed(before, after Bounds) decimal.Decimal {
	open := func(b Bounds) decimal.Decimal { return decimal.NewFromInt(b.Total - b.Judged) }
	was, is := decimal.NewFromInt(before.Total), decimal.NewFromInt(after.Total)
	diff := open(before).Mul(is).Sub(open(after).Mul(was))
	q, rest := diff.QuoRem(was.Mul(is), places)
	if rest.IsNegative() {
		q = q.Sub(decimal.New(1, -places))
	}
	return q
}

// compare puts first the question that narrows these bounds more for its effort.
func (b Bounds) compare(q, r Question) int {
	more := func(q Question) decimal.Decimal { return decimal.NewFromInt(q.Outcomes[0].Total.Judged - b.Judged) }
	eq, known := q.Effort.Value()
	er, also := r.Effort.Value()
	switch {
	case known != also:
		return either(known)
	case eq.IsZero() != er.IsZero():
		return either(eq.IsZero())
	case known && !eq.IsZero():
		return more(r).Mul(eq).Cmp(more(q).Mul(er))
	}
	return more(r).Cmp(more(q))
}

// either puts the first of two first, or the second.
func either(first bool) int {
	if first {
		return -1
	}
	return 1
}

// waiting returns the gates with an unknown condition on points of a
// requirement.
func (r Report) waiting(key aims.Key) []certification.Gate {
	clause, ok := key.Clause()
	var gates []certification.Gate
	for _, c := range r.Conditions {
		if !ok || c.Met != aims.Unknown || slices.Contains(gates, c.Gate) {
			continue
		}
		if slices.ContainsFunc(c.Keys, func(k aims.Key) bool { of, is := k.Clause(); return is && of == clause }) {
			gates = append(gates, c.Gate)
		}
	}
	slices.Sort(gates)
	return gates
}

// gate returns the first gate that waits for an answer, or one after all.
func (q Question) gate() certification.Gate {
	if len(q.Gates) == 0 {
		return certification.Deciding + 1
	}
	return q.Gates[0]
}
