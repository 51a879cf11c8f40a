package readiness

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
)

// MaxFailures is how many organizations that failed a [Portfolio] names.
const MaxFailures = 100

// Portfolio counts the reports of any number of organizations, all judged by
// one rule set and one model, in memory that does not grow with their number.
// All counts are whole numbers, so that portfolios can be counted in parts, in
// any order, and merged with the same result. An organization that is added
// twice counts twice. The zero value holds nothing and takes nothing; see
// [NewPortfolio]. A portfolio is not safe for concurrent use: count one in
// each goroutine, and merge them.
type Portfolio struct {
	RuleSet string      `json:"ruleSet"` // name and version of the rules
	Rules   aims.Digest `json:"rules"`
	Model   string      `json:"model"` // name and version of the model
	Method  aims.Digest `json:"method"`

	Counted int64 `json:"counted"` // organizations with a report
	Failed  int64 `json:"failed"`  // organizations without one
	// Failures names those that failed, in the order of their names, at most
	// [MaxFailures] of them; which they are does not depend on the order in
	// which they came.
	Failures []Failure `json:"failures,omitempty"`
	From     aims.Date `json:"from,omitzero"` // the day of the earliest report
	To       aims.Date `json:"to,omitzero"`   // and of the latest

	Scores   Spread    `json:"scores"`
	Uppers   Spread    `json:"uppers"`
	Coverage Spread    `json:"coverage"`
	Bands    BandCount `json:"bands"`
	// Items counts how each requirement and each control of the rule set's
	// catalogues stands, in their order. Organizations' own controls count in
	// their scores alone: what two call own/C-1 need not be the same.
	Items []Tally `json:"items"`

	set    rules.Set
	method method
	place  map[aims.Key]int
}

// Failure is an organization that could not be counted, and why.
type Failure struct {
	Name   string `json:"name"`
	Reason string `json:"reason"` // at most 1,000 bytes
}

// BandCount is how many organizations stand in each band.
type BandCount struct {
	NotReady      int64 `json:"notReady"`
	StageOneReady int64 `json:"stageOneReady"`
	StageTwoReady int64 `json:"stageTwoReady"`
	Certifiable   int64 `json:"certifiable"`
}

// Tally is how one requirement or control stands over the organizations.
// The six counts add up to the organizations that were counted, less those
// that do not have the item.
type Tally struct {
	Key      aims.Key `json:"key"`
	Title    string   `json:"title,omitempty"`
	Conforms int64    `json:"conforms"`
	MinorGap int64    `json:"minorGap"`
	MajorGap int64    `json:"majorGap"`
	Planned  int64    `json:"planned"`  // not done, and planned for a day that lies ahead
	Unknown  int64    `json:"unknown"`  // nothing is known, or conformity is only claimed
	Excluded int64    `json:"excluded"` // by a justified exclusion
}

// Gaps returns how many organizations have a gap, major or minor.
func (t Tally) Gaps() int64 { return t.MajorGap + t.MinorGap }

// NewPortfolio returns an empty portfolio for reports by a rule set and a
// model. An unusable set or model is an error.
func NewPortfolio(set rules.Set, model Model) (*Portfolio, error) {
	method, err := methodOf(model)
	if err != nil {
		return nil, err
	}
	if set.Name == "" || set.Version == "" || set.Requirements.Edition() == "" || set.Controls.Edition() == "" {
		return nil, fmt.Errorf("readiness: the rule set has no name, version or catalogue; start from rules.Default()")
	}
	digest, err := set.Digest()
	if err != nil {
		return nil, err
	}
	p := &Portfolio{
		RuleSet: set.Name + "@" + set.Version, Rules: digest, Model: method.name, Method: method.digest,
		set: set, method: method,
	}
	for r := range set.Requirements.Leaves() {
		p.Items = append(p.Items, Tally{Key: aims.ClauseKey(r.Clause), Title: r.Title})
	}
	for c := range set.Controls.All() {
		p.Items = append(p.Items, Tally{Key: c.Key, Title: c.Title})
	}
	return p, nil
}

// Add counts the report of an organization. A report that was made with other
// rules or another model cannot be compared: it counts as failed, and is
// returned as an error as well.
func (p *Portfolio) Add(name string, r Report) error {
	if err := p.fits(&r); err != nil {
		p.Fail(name, err)
		return err
	}
	at := r.Provenance.At
	p.From, p.To = first(p.From, at), max(p.To, at)
	p.Counted++
	t := r.Total
	p.Scores.add(int(tenThousandths(t.Earned, t.Total)), 1)
	p.Uppers.add(steps-int(tenThousandths(t.Judged-t.Earned, t.Total)), 1)
	p.Coverage.add(int(tenThousandths(t.Judged, t.Total)), 1)
	switch r.Band {
	case StageOneReady:
		p.Bands.StageOneReady++
	case StageTwoReady:
		p.Bands.StageTwoReady++
	case Certifiable:
		p.Bands.Certifiable++
	default:
		p.Bands.NotReady++
	}
	p.tally(&r)
	return nil
}

// AddView judges the records of an organization at a day, and counts the
// report, with the gaps that its statements name. Whatever keeps it from being
// judged counts as failed and is returned.
func (p *Portfolio) AddView(name string, v *audit.View, at aims.Date) error {
	if err := p.judges(); err != nil {
		return err
	}
	r, err := p.assess(v, at)
	if err != nil {
		p.Fail(name, err)
		return err
	}
	return p.Add(name, r)
}

// AddDocument reads the JSON document of an organization's snapshot and counts
// it at the day on which it was taken, as [Portfolio.AddView] does. The
// catalogues are those of the portfolio's rule set.
func (p *Portfolio) AddDocument(name string, data []byte, o audit.Options) error {
	if err := p.judges(); err != nil {
		return err
	}
	o.Requirements, o.Controls = p.set.Requirements, p.set.Controls
	v, err := audit.Read(data, o)
	if err != nil {
		p.Fail(name, err)
		return err
	}
	return p.AddView(name, v, v.Taken())
}

// judges reports that a portfolio has no rules of its own.
func (p *Portfolio) judges() error {
	if p == nil || p.set.Name == "" {
		return fmt.Errorf("readiness: only a portfolio that NewPortfolio made has rules to judge records with; make one, and merge others into it")
	}
	return nil
}

func (p *Portfolio) assess(v *audit.View, at aims.Date) (Report, error) {
	result, err := rules.Evaluate(v, at, p.set)
	if err != nil {
		return Report{}, err
	}
	return p.method.assess(result, audit.List[audit.GapStatement](v, at))
}

// Fail counts an organization that has no report. No portfolio, nil, counts
// nothing.
func (p *Portfolio) Fail(name string, err error) {
	if p == nil {
		return
	}
	p.Failed++
	reason := "no reason was given"
	if err != nil {
		reason = err.Error()
	}
	p.name(Failure{clipText(name, maxName), clipText(reason, maxReason)})
}

// The longest name and reason that a portfolio keeps, in bytes.
const (
	maxName   = 200
	maxReason = 1000
)

// clipText cuts a text after at most n bytes, and makes it UTF-8.
func clipText(s string, n int) string {
	if s = strings.ToValidUTF8(s, "\uFFFD"); len(s) <= n {
		return s
	}
	return strings.ToValidUTF8(s[:n-len("…")], "") + "…"
}

// name keeps a failure among the first by name.
func (p *Portfolio) name(f Failure) {
	i, _ := slices.BinarySearchFunc(p.Failures, f, Failure.compare)
	if i >= MaxFailures {
		return
	}
	p.Failures = slices.Insert(p.Failures, i, f)
	if len(p.Failures) > MaxFailures {
		p.Failures = p.Failures[:MaxFailures]
	}
}

func (f Failure) compare(g Failure) int {
	return cmp.Or(strings.Compare(f.Name, g.Name), strings.Compare(f.Reason, g.Reason))
}

// placeOf returns where an item of a report stands in the portfolio, and false
// for an organization's own control. Most stand where they stand in the report.
func (p *Portfolio) placeOf(key aims.Key, likely int) (int, bool) {
	if likely < len(p.Items) && p.Items[likely].Key == key {
		return likely, true
	}
	if p.place == nil {
		p.place = make(map[aims.Key]int, len(p.Items))
		for i, t := range p.Items {
			p.place[t.Key] = i
		}
	}
	at, found := p.place[key]
	return at, found
}

// tally counts how the items of a report stand.
func (p *Portfolio) tally(r *Report) {
	for n, i := range r.Items {
		at, found := p.placeOf(i.Key, n)
		if !found {
			continue // an own control
		}
		t := &p.Items[at]
		switch {
		case i.Excluded:
			t.Excluded++
		case slices.Contains(r.Planned, i.Key):
			t.Planned++
		case i.Verdict == aims.Conforms:
			t.Conforms++
		case i.Verdict == aims.MinorGap:
			t.MinorGap++
		case i.Verdict == aims.MajorGap:
			t.MajorGap++
		default:
			t.Unknown++
		}
	}
}

// Gaps returns the requirements and controls in which any organization has a
// gap: the most frequent first, of these the one with more major gaps, and
// then in the order of the catalogues.
func (p *Portfolio) Gaps() []Tally {
	if p == nil {
		return nil
	}
	gaps := slices.DeleteFunc(slices.Clone(p.Items), func(t Tally) bool { return t.Gaps() == 0 })
	slices.SortStableFunc(gaps, func(a, b Tally) int {
		return cmp.Or(cmp.Compare(b.Gaps(), a.Gaps()), cmp.Compare(b.MajorGap, a.MajorGap))
	})
	return gaps
}

// first returns the earlier of two days, of which an absent one is none.
func first(a, b aims.Date) aims.Date {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}
