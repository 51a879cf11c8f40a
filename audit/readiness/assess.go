package readiness

import (
	"fmt"
	"maps"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/rules"
)

// Report is how ready a management system is, as far as its records tell,
// with everything that the figures rest on. Readiness is not a probability of
// certification.
type Report struct {
	Provenance aims.Provenance `json:"provenance"`
	Model      Model           `json:"model"`
	// Total is the score over everything that counts; Requirements and
	// Controls are its two parts, each by itself.
	Total        Bounds `json:"total"`
	Requirements Bounds `json:"requirements"`
	Controls     Bounds `json:"controls"`
	// WithoutExclusions is the score as if every excluded control counted
	// and were not done.
	WithoutExclusions Bounds `json:"withoutExclusions"`

	Band       Band                      `json:"band"`
	Conditions []certification.Condition `json:"conditions"`

	Items   []Item     `json:"items"`
	Gaps    []Gap      `json:"gaps,omitempty"`    // the most urgent first
	Unknown []aims.Key `json:"unknown,omitempty"` // what nothing is known about, in order
	// Planned lists the controls that are planned, with an owner and for a day
	// that lies ahead: not done, and no gap of the statement either.
	Planned []aims.Key `json:"planned,omitempty"`
	// Claimed lists what a gap assessment states to conform while the records
	// do not show it. It counts as unknown.
	Claimed []aims.Key `json:"claimed,omitempty"`
	// Disagreements lists what a gap assessment states otherwise than the
	// records show; the records count.
	Disagreements []Disagreement `json:"disagreements,omitempty"`
	// Unmatched lists what a gap assessment states about things that the
	// result does not judge. It counts nowhere.
	Unmatched []aims.Key         `json:"unmatched,omitempty"`
	Remarks   []aims.Observation `json:"remarks,omitempty"`
	// SystemsIn and SystemsOut count the AI systems inside and outside of the
	// scope. Only those inside are judged.
	SystemsIn  int `json:"systemsIn"`
	SystemsOut int `json:"systemsOut"`
}

// Item is the part of one requirement or control in the score.
type Item struct {
	Key      aims.Key     `json:"key"`
	Verdict  aims.Verdict `json:"verdict"`          // what counts
	Shown    aims.Verdict `json:"shown"`            // what the records show
	Stated   bool         `json:"stated,omitempty"` // what counts was stated, and records tell nothing
	Excluded bool         `json:"excluded,omitempty"`
	// Maturity is what the gap assessment says of the practice; it counts only
	// in a model that asks for it.
	Maturity     aims.Maturity `json:"maturity,omitzero"`
	Contribution Bounds        `json:"contribution"` // in the unit of [Report.Total]
}

// Disagreement is a requirement or control of which a gap assessment states
// something else than the records show.
type Disagreement struct {
	Key    aims.Key     `json:"key"`
	Stated aims.Verdict `json:"stated"`
	Shown  aims.Verdict `json:"shown"`
	By     aims.Ref     `json:"by"` // the statement
}

// Assess counts what records show, with what a gap assessment states beside
// it: a stated gap is a known gap where the records tell nothing; a stated
// conformity never counts. Of several statements on one thing the latest
// counts, of one day the last in the list; those after the day of the result
// are not seen. An unusable model or an empty result is an error.
func Assess(result rules.Result, stated []audit.GapStatement, model Model) (Report, error) {
	m, err := methodOf(model)
	if err != nil {
		return Report{}, err
	}
	return m.assess(result, stated)
}

func (m method) assess(result rules.Result, stated []audit.GapStatement) (Report, error) {
	if len(result.Requirements) == 0 {
		return Report{}, fmt.Errorf("readiness: nothing to assess: the result holds no requirement; make it with rules.Evaluate")
	}
	r := Report{
		Provenance: result.Provenance, Model: m.model, Remarks: result.Remarks,
		Conditions: certification.Preconditions(result, m.model.Certification),
		SystemsIn:  result.SystemsIn, SystemsOut: result.SystemsOut,
		Items: make([]Item, 0, len(result.Requirements)+len(result.Controls)),
	}
	r.Provenance.Model, r.Provenance.Method = m.name, m.digest
	r.Band = bandOf(r.Conditions)
	statements := latest(stated, result.Provenance.At)
	for _, items := range [][]rules.Item{result.Requirements, result.Controls} {
		for i := range items {
			r.take(&items[i], statements[items[i].Key])
		}
	}
	r.Unmatched = r.unmatched(statements)
	r.count(len(result.Requirements))
	rankGaps(r.Gaps)
	return r, nil
}

// latest returns the statement that counts for each key.
func latest(stated []audit.GapStatement, at aims.Date) map[aims.Key]*audit.GapStatement {
	m := make(map[aims.Key]*audit.GapStatement, len(stated))
	for i := range stated {
		g := &stated[i]
		if was := m[g.Key]; g.Since() <= at && (was == nil || g.On >= was.On) {
			m[g.Key] = g
		}
	}
	return m
}

// unmatched returns the keys of the statements on no item, in order.
func (r *Report) unmatched(statements map[aims.Key]*audit.GapStatement) []aims.Key {
	if len(statements) == 0 {
		return nil
	}
	for _, i := range r.Items {
		delete(statements, i.Key)
	}
	return slices.SortedFunc(maps.Keys(statements), compareKeys)
}

// take settles what counts for one item, and what was stated about it, which
// is nil for nothing.
func (r *Report) take(item *rules.Item, s *audit.GapStatement) {
	counts := Item{Key: item.Key, Verdict: item.Verdict, Shown: item.Verdict, Excluded: item.Excluded}
	if s != nil {
		counts.Maturity = s.Maturity
	}
	if !item.Excluded {
		r.judge(&counts, item, s)
	}
	r.Items = append(r.Items, counts)
}

// judge lists an item that counts among the gaps, or wherever it belongs.
func (r *Report) judge(counts *Item, item *rules.Item, s *audit.GapStatement) {
	said := s != nil && s.Verdict != aims.CannotTell
	switch {
	case said && item.Verdict == aims.CannotTell && s.Verdict == aims.Conforms:
		r.Claimed = append(r.Claimed, item.Key)
	case said && item.Verdict == aims.CannotTell:
		counts.Verdict, counts.Stated = s.Verdict, true
	case said && s.Verdict != item.Verdict:
		r.Disagreements = append(r.Disagreements, Disagreement{item.Key, s.Verdict, item.Verdict, s.Ref()})
	}
	switch {
	case counts.Verdict == aims.CannotTell:
		r.Unknown = append(r.Unknown, item.Key)
	case planned(item.Observations) && !counts.Stated:
		r.Planned = append(r.Planned, item.Key)
	case counts.Verdict.Gap():
		gap := Gap{
			Key: item.Key, Title: item.Title, Verdict: counts.Verdict, Stated: counts.Stated,
			Reasons: against(item.Observations),
		}
		if s != nil {
			gap.Practice, gap.Maturity = s.Practice, s.Maturity
		}
		r.Gaps = append(r.Gaps, gap)
	}
}

// against returns the observations that make a gap.
func against(all []aims.Observation) []aims.Observation {
	n := 0
	for i := range all {
		if all[i].Verdict.Gap() {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	list := make([]aims.Observation, 0, n)
	for i := range all {
		if all[i].Verdict.Gap() {
			list = append(list, all[i])
		}
	}
	return list
}

// planned reports whether all that stands against an item is that it is
// planned for a day that lies ahead.
func planned(all []aims.Observation) bool {
	found := false
	for i := range all {
		is := all[i].Code == rules.ControlPlanned
		if all[i].Verdict.Gap() && !is {
			return false
		}
		found = found || is
	}
	return found
}

// count weighs the items. All bounds of one report that are compared share
// one unit, in which every weight is a whole number.
func (r *Report) count(requirements int) {
	leaves, rest := r.Items[:requirements], r.Items[requirements:]
	applicable := 0
	for _, i := range rest {
		if !i.Excluded {
			applicable++
		}
	}
	perLeaf, perControl := unit(r.Model, requirements, applicable)
	for i := range leaves {
		leaves[i].Contribution = r.weigh(leaves[i], perLeaf)
		r.Total = r.Total.plus(leaves[i].Contribution)
		r.Requirements = r.Requirements.plus(r.weigh(leaves[i], 1))
	}
	for i := range rest {
		if rest[i].Excluded {
			continue
		}
		rest[i].Contribution = r.weigh(rest[i], perControl)
		r.Total = r.Total.plus(rest[i].Contribution)
		r.Controls = r.Controls.plus(r.weigh(rest[i], 1))
	}
	r.WithoutExclusions = r.withoutExclusions(leaves, rest)
}

// unit returns the weight of one requirement and of one control, in a unit in
// which both are whole. A part without items carries no weight.
func unit(m Model, requirements, controls int) (perLeaf, perControl int64) {
	if controls == 0 {
		return 1, 0
	}
	return int64(m.Requirements) * int64(controls), int64(m.Controls) * int64(requirements)
}

func (r *Report) withoutExclusions(leaves, rest []Item) Bounds {
	perLeaf, perControl := unit(r.Model, len(leaves), len(rest))
	var b Bounds
	for _, i := range leaves {
		b = b.plus(r.weigh(i, perLeaf))
	}
	for _, i := range rest {
		if i.Excluded {
			i.Verdict = aims.MajorGap
		}
		w := r.weigh(i, perControl)
		if i.Excluded {
			w.Earned = 0
		}
		b = b.plus(w)
	}
	return b
}

// weigh returns the contribution of an item with a weight. Of a gap that is
// only stated, what is lost is known, and what is left stays unknown: nothing
// is earned without records. The same goes for an item whose maturity nobody
// assessed, in a model that asks for it.
func (r *Report) weigh(i Item, weight int64) Bounds {
	b := Bounds{Total: weight * 1000}
	credit := weight * r.Model.credit(i.Verdict)
	byMaturity := r.Model.Maturity != MaturityCredits{}
	if byMaturity && i.Maturity.Known() {
		credit = min(credit, weight*r.Model.Maturity.credit(i.Maturity))
	}
	switch {
	case i.Verdict == aims.CannotTell:
	case i.Stated || byMaturity && !i.Maturity.Known():
		b.Judged = b.Total - credit
	default:
		b.Judged, b.Earned = b.Total, credit
	}
	return b
}

func (b Bounds) plus(c Bounds) Bounds {
	return Bounds{b.Earned + c.Earned, b.Judged + c.Judged, b.Total + c.Total}
}
