package readiness

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
)

// Delta is what differs between two reports.
type Delta struct {
	From   aims.Date `json:"from"` // the day of the first report
	To     aims.Date `json:"to"`   // the day of the second
	Before Bounds    `json:"before"`
	After  Bounds    `json:"after"`
	Shift  Shift     `json:"shift"` // of the total
	// BandBefore and BandAfter are the bands of the two reports.
	BandBefore Band `json:"bandBefore"`
	BandAfter  Band `json:"bandAfter"`
	// Items are those that stand differently, the clauses first. Their shifts
	// and that of Reweighed add up exactly to Shift.
	Items []Move `json:"items,omitempty"`
	// Reweighed is what the other items gain or lose because they weigh or
	// earn something else: other controls are excluded, or the model is another.
	Reweighed Shift `json:"reweighed,omitzero"`
	// Conditions are the conditions of gates that are met before and not
	// after, or the other way round.
	Conditions []Answered `json:"conditions,omitempty"`
}

// IsZero reports whether nothing differs that counts: no item stands or weighs
// differently, and no condition of a gate changes. The days do not count.
func (d Delta) IsZero() bool {
	return len(d.Items) == 0 && len(d.Conditions) == 0 && d.Shift.IsZero() && d.Reweighed.IsZero() && d.BandBefore == d.BandAfter
}

// Move is a requirement or control that stands differently in two reports.
type Move struct {
	Key    aims.Key `json:"key"`
	Before Standing `json:"before"`
	After  Standing `json:"after"`
	Shift  Shift    `json:"shift"`
	// Why lists what the rules say after and did not say before, with the
	// records it rests on. Reports hold what rules say of gaps alone, so
	// [Diff] tells less than [Explain] and [Forecast] do.
	Why []aims.Observation `json:"why,omitempty"`
}

// Standing is what counts of a requirement or control in a report.
type Standing struct {
	Verdict  aims.Verdict `json:"verdict"`
	Stated   bool         `json:"stated,omitempty"`   // the verdict was stated, and records tell nothing
	Claimed  bool         `json:"claimed,omitempty"`  // it was stated to conform, and records tell nothing
	Planned  bool         `json:"planned,omitempty"`  // a control that is planned for a day that lies ahead
	Excluded bool         `json:"excluded,omitempty"` // a control that a justified exclusion takes out
	Absent   bool         `json:"absent,omitempty"`   // the report does not hold it
}

// Answered is a condition of a gate that is answered differently.
type Answered struct {
	Gate   certification.Gate `json:"gate"`
	Code   aims.Code          `json:"code"`
	Text   string             `json:"text"`
	Before aims.Answer        `json:"before"`
	After  aims.Answer        `json:"after"`
	// Reasons say why the condition is not met after, or not known to be.
	Reasons []certification.Reason `json:"reasons,omitempty"`
}

// Diff returns what differs between two reports: the items that stand
// differently with what each gains and loses, the conditions of gates, and the
// band. The reports may have different days, models and rules. Reports that
// [Assess] did not make are refused with pointers to /before and /after.
func Diff(before, after Report) (Delta, error) {
	c := aims.Checker{Texts: planTexts}
	checkStored(&c, "before", before)
	checkStored(&c, "after", after)
	if err := c.Err(); err != nil {
		return Delta{}, err
	}
	return diff(before, after, before.reasons, after.reasons), nil
}

// checkStored refuses a report whose figures do not follow from its items and
// its model.
func checkStored(c *aims.Checker, field string, r Report) {
	var found aims.Checker
	checkReport(&found, &r)
	problems := aims.Problems(found.Err())
	for _, p := range problems {
		p.Path, p.Text = strings.TrimPrefix(p.Path, "/report"), cmp.Or(p.Text, planTexts[p.Code])
		c.Nest(field, &aims.InvalidError{Problems: []aims.Problem{p}})
	}
	if len(problems) == 0 && len(r.standings()) != len(r.Items) {
		c.Add(field, ReportForeign)
	}
}

// reasons returns what a report holds of what the rules say about an item.
func (r Report) reasons(key aims.Key) []aims.Observation {
	for _, g := range r.Gaps {
		if g.Key == key {
			return g.Reasons
		}
	}
	return nil
}

// standings returns how each item stands.
func (r Report) standings() map[aims.Key]Standing {
	m := make(map[aims.Key]Standing, len(r.Items))
	for _, i := range r.Items {
		m[i.Key] = Standing{Verdict: i.Verdict, Stated: i.Stated, Excluded: i.Excluded}
	}
	mark := func(keys []aims.Key, set func(*Standing)) {
		for _, k := range keys {
			if s, ok := m[k]; ok {
				set(&s)
				m[k] = s
			}
		}
	}
	mark(r.Claimed, func(s *Standing) { s.Claimed = true })
	mark(r.Planned, func(s *Standing) { s.Planned = true })
	return m
}

// diff compares two reports, with what the rules say about the items of each.
func diff(before, after Report, said, says func(aims.Key) []aims.Observation) Delta {
	d := Delta{
		From: before.Provenance.At, To: after.Provenance.At, Before: before.Total, After: after.Total,
		Shift:      shift(before.Total, before.Total, after.Total, after.Total),
		BandBefore: before.Band, BandAfter: after.Band,
	}
	was, is := before.standings(), after.standings()
	gave, gives := before.contributions(), after.contributions()
	for _, key := range slices.SortedFunc(maps.Keys(union(was, is)), compareKeys) {
		m := Move{Key: key, Before: standing(was, key), After: standing(is, key)}
		m.Shift = shift(gave[key], before.Total, gives[key], after.Total)
		if m.Before == m.After {
			d.Reweighed = d.Reweighed.Add(m.Shift)
			continue
		}
		m.Why = news(said(key), says(key))
		d.Items = append(d.Items, m)
	}
	d.Conditions = answered(before.Conditions, after.Conditions)
	return d
}

func union(a, b map[aims.Key]Standing) map[aims.Key]Standing {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}

func standing(m map[aims.Key]Standing, key aims.Key) Standing {
	if s, ok := m[key]; ok {
		return s
	}
	return Standing{Absent: true}
}

func (r Report) contributions() map[aims.Key]Bounds {
	m := make(map[aims.Key]Bounds, len(r.Items))
	for _, i := range r.Items {
		m[i.Key] = i.Contribution
	}
	return m
}

// news returns what is said of an item with another verdict or for another
// reason than before; where there is none, what is said in other words.
func news(said, says []aims.Observation) []aims.Observation {
	same := func(o, p aims.Observation) bool {
		return o.Rule == p.Rule && o.Key == p.Key && o.Verdict == p.Verdict && o.Code == p.Code
	}
	exactly := func(o, p aims.Observation) bool {
		return same(o, p) && maps.Equal(o.Args, p.Args) && slices.Equal(o.Refs, p.Refs)
	}
	for _, alike := range []func(o, p aims.Observation) bool{same, exactly} {
		fresh := slices.DeleteFunc(slices.Clone(says), func(o aims.Observation) bool {
			return slices.ContainsFunc(said, func(p aims.Observation) bool { return alike(o, p) })
		})
		if len(fresh) > 0 {
			return fresh
		}
	}
	return nil
}

// answered compares the conditions of gates. One that only one report holds is
// unknown in the other.
func answered(before, after []certification.Condition) []Answered {
	type name struct {
		gate certification.Gate
		code aims.Code
	}
	met := make(map[name]aims.Answer, len(before))
	for _, c := range before {
		met[name{c.Gate, c.Code}] = c.Met
	}
	var list []Answered
	for _, c := range after {
		n := name{c.Gate, c.Code}
		if met[n] != c.Met {
			list = append(list, Answered{c.Gate, c.Code, c.Text, met[n], c.Met, c.Reasons})
		}
		delete(met, n)
	}
	for _, c := range before {
		if _, left := met[name{c.Gate, c.Code}]; left && c.Met != aims.Unknown {
			list = append(list, Answered{Gate: c.Gate, Code: c.Code, Text: c.Text, Before: c.Met})
		}
	}
	return list
}
