package certification

import (
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// Workload is what audit time is calculated for: one organization on one
// site, or one site of several, at one point of the cycle.
type Workload struct {
	Occasion Occasion `json:"occasion"`
	// SampledSite says that this is one of the sites of a sample, or the
	// central function above them: more may be saved there. Anything but yes
	// keeps the narrower limit.
	SampledSite aims.Answer `json:"sampledSite,omitzero"`
	Standards   []Load      `json:"standards"`            // what is audited together
	Integration Adjustment  `json:"integration,omitzero"` // of the sum over the standards; with several of them only
}

// Load is what one standard brings to a [Workload].
type Load struct {
	Table       string       `json:"table"`            // of the method
	Column      string       `json:"column,omitempty"` // of the table
	People      []Personnel  `json:"people"`
	Adjustments []Adjustment `json:"adjustments,omitempty"` // their order does not matter
	Counts      []Count      `json:"counts,omitempty"`      // one for each addition of the table
}

// Personnel is a group of people, and how many of them count towards the time
// after part-time work, shifts and many doing the same are considered. That is
// settled before anything is reduced, and is no part of the reduction.
type Personnel struct {
	Title     string      `json:"title"`
	Persons   aims.Amount `json:"persons"`
	Effective aims.Amount `json:"effective,omitzero"` // absent: all of them
	Ground    string      `json:"ground,omitempty"`   // required where fewer count than there are
}

// Adjustment makes the time shorter or longer by a share of the table's days:
// -0.1 is a tenth less.
type Adjustment struct {
	Ground string      `json:"ground"`
	Share  aims.Amount `json:"share"` // -1 to 10
}

// Count says how many there are of something for which a table adds time, and
// which of the allowed days each takes. Without a choice the result is a
// range.
type Count struct {
	Name   string      `json:"name"` // of the addition
	Number aims.Amount `json:"number"`
	Each   aims.Amount `json:"each,omitzero"`    // days, within the range of the addition
	Ground string      `json:"ground,omitempty"` // why so many days
}

// DecodeWorkload reads a workload from JSON and checks it.
func DecodeWorkload(data []byte) (Workload, error) { return decode[Workload](data) }

// Validate reports every problem inside the workload. Whether the tables hold
// what it names is for [AuditTime] to say.
func (w Workload) Validate() error {
	c := aims.Checker{Texts: timeTexts}
	aims.CheckWord(&c, "occasion", w.Occasion)
	aims.CheckOptionalWord(&c, "sampledSite", w.SampledSite)
	if len(w.Standards) == 0 {
		c.Add("standards", aims.Missing)
	}
	aims.CheckEach(&c, "standards", w.Standards)
	if w.integrated() {
		c.Nest("integration", w.Integration.Validate())
		if len(w.Standards) == 1 {
			c.Add("integration", NotIntegrated)
		}
	}
	return c.Err()
}

func (w Workload) integrated() bool {
	return w.Integration.Ground != "" || w.Integration.Share.Known()
}

// Validate reports missing and malformed fields.
func (l Load) Validate() error {
	c := aims.Checker{Texts: timeTexts}
	c.Text("table", l.Table)
	if len(l.People) == 0 {
		c.Add("people", aims.Missing)
	}
	aims.CheckEach(&c, "people", l.People)
	aims.CheckEach(&c, "adjustments", l.Adjustments)
	names := make([]string, len(l.Counts))
	for i, n := range l.Counts {
		names[i] = n.Name
	}
	aims.CheckEach(&c, "counts", l.Counts)
	checkNames(&c, "counts", names)
	return c.Err()
}

// Validate reports missing and malformed fields.
func (p Personnel) Validate() error {
	c := aims.Checker{Texts: timeTexts}
	c.Text("title", p.Title)
	checkWhole(&c, "persons", p.Persons, 0, maxNumber)
	c.OptionalText("ground", p.Ground)
	if !p.Effective.Known() {
		return c.Err()
	}
	checkNumber(&c, "effective", p.Effective, 0, maxNumber)
	if c.Err() == nil {
		c.NotMore("effective", p.Effective, "persons", p.Persons)
		if order, _ := p.Effective.Cmp(p.Persons); order < 0 {
			c.Text("ground", p.Ground)
		}
	}
	return c.Err()
}

// Validate reports missing and malformed fields.
func (a Adjustment) Validate() error {
	c := aims.Checker{Texts: timeTexts}
	c.Text("ground", a.Ground)
	checkNumber(&c, "share", a.Share, -1, 10)
	return c.Err()
}

// Validate reports missing and malformed fields.
func (n Count) Validate() error {
	c := aims.Checker{Texts: timeTexts}
	c.Text("name", n.Name)
	checkWhole(&c, "number", n.Number, 0, maxNumber)
	if n.Each.Known() {
		checkNumber(&c, "each", n.Each, 0, maxNumber)
	}
	c.OptionalText("ground", n.Ground)
	return c.Err()
}

// loaded is a load with the parts of the tables that it names.
type loaded struct {
	Load
	table     TimeTable
	row       TimeRow
	persons   aims.Amount // heads
	effective int
}

// load looks up what a valid load names, and reports what is not there.
func (m TimeMethod) load(l Load) (loaded, error) {
	c := aims.Checker{Texts: timeTexts}
	out := loaded{Load: l}
	var ok bool
	if out.table, ok = m.Table(l.Table); !ok {
		names := make([]string, len(m.Tables))
		for i, t := range m.Tables {
			names[i] = t.Name
		}
		c.Add("table", TableUnknown, "got", strconv.Quote(l.Table), "want", wordList(names))
		return out, c.Err()
	}
	out.count()
	out.lookUp(&c)
	out.checkCounts(&c)
	return out, c.Err()
}

// count adds up the people; part of a person counts as one.
func (l *loaded) count() {
	heads, effective := aims.AmountInt(0), aims.AmountInt(0)
	add := func(to *aims.Amount, a aims.Amount) {
		sum, _ := to.Value()
		more, _ := a.Value()
		*to = aims.AmountOf(sum.Add(more))
	}
	for _, p := range l.People {
		add(&heads, p.Persons)
		if p.Effective.Known() {
			add(&effective, p.Effective)
		} else {
			add(&effective, p.Persons)
		}
	}
	d, _ := effective.Value()
	l.persons, l.effective = heads, int(min(d.Ceil().IntPart(), maxNumber+1))
}

func (l *loaded) lookUp(c *aims.Checker) {
	column, ok := l.table.Column(l.Column)
	if !ok {
		names := make([]string, len(l.table.Columns))
		for i, t := range l.table.Columns {
			names[i] = t.Name
		}
		c.Add("column", ColumnUnknown, "table", l.table.Name, "got", strconv.Quote(l.Column), "want", wordList(names))
		return
	}
	if l.row, ok = column.Row(l.effective); !ok {
		var ranges []string
		for _, r := range column.Rows {
			ranges = append(ranges, strconv.Itoa(r.From)+" to "+strconv.Itoa(r.To))
		}
		c.Add("people", NotInTable, "table", l.table.Name, "column", columnName(l.Column),
			"people", strconv.Itoa(l.effective), "want", wordList(ranges))
	}
}

// checkCounts wants one count for every addition: what nobody counted is not
// zero.
func (l *loaded) checkCounts(c *aims.Checker) {
	var names []string
	for _, a := range l.table.Additions {
		names = append(names, a.Name)
		if !slices.ContainsFunc(l.Counts, func(n Count) bool { return n.Name == a.Name }) {
			c.Add("counts", CountMissing, "table", l.table.Name, "name", a.Name)
		}
	}
	for i, n := range l.Counts {
		at := slices.Index(names, n.Name)
		if at < 0 {
			c.Add(aims.Field("counts", i, "name"), CountUnknown, "table", l.table.Name, "got", strconv.Quote(n.Name), "want", wordList(names))
			continue
		}
		if each := l.table.Additions[at].Each; each.Holds(n.Each) == aims.No {
			c.Add(aims.Field("counts", i, "each"), EachOutside, "got", n.Each.String(), "least", each.AtLeast.String(), "most", each.AtMost.String())
		}
	}
}
