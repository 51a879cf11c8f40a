package certification

import (
	"slices"
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// TimeTable gives the days of an initial audit, stage 1 and stage 2 together,
// by the number of people that count. A day is an audit day of eight hours of
// one auditor.
type TimeTable struct {
	Name       string         `json:"name"`     // how a [Workload] names it, such as QMS
	Standard   string         `json:"standard"` // what is audited against
	People     string         `json:"people"`   // who counts
	Source     string         `json:"source"`
	Edition    string         `json:"edition"` // of the source
	Confidence Confidence     `json:"confidence"`
	Columns    []TimeColumn   `json:"columns"`
	Additions  []TimeAddition `json:"additions,omitempty"`
}

// TimeColumn is one column of a table. A table for one kind of organization
// only has one, without a name.
type TimeColumn struct {
	Name string    `json:"name,omitempty"`
	Rows []TimeRow `json:"rows"`
}

// TimeRow gives the days for From to To people, both included.
type TimeRow struct {
	From int         `json:"from"`
	To   int         `json:"to"`
	Days aims.Amount `json:"days"`
}

// TimeAddition is time that is added for each of something beyond a number.
type TimeAddition struct {
	Name   string      `json:"name"` // how a [Count] names it
	Of     string      `json:"of"`   // what is counted
	Beyond int         `json:"beyond,omitempty"`
	Each   aims.Range  `json:"each"`            // days; where the bounds differ, somebody chooses
	Once   aims.Answer `json:"once,omitzero"`   // yes: for all beyond the number together, not for each
	AtMost aims.Amount `json:"atMost,omitzero"` // days in all; absent: no limit

	Source     string     `json:"source"`
	Edition    string     `json:"edition"`
	Confidence Confidence `json:"confidence"`
}

// DecodeTimeTable reads a table from JSON and checks it.
func DecodeTimeTable(data []byte) (TimeTable, error) { return decode[TimeTable](data) }

// Column returns the column of a name.
func (t TimeTable) Column(name string) (TimeColumn, bool) {
	i := slices.IndexFunc(t.Columns, func(c TimeColumn) bool { return c.Name == name })
	if i < 0 {
		return TimeColumn{}, false
	}
	return t.Columns[i], true
}

// Row returns the row for a number of people. There is none where the table
// is silent: nothing is extrapolated.
func (c TimeColumn) Row(people int) (TimeRow, bool) {
	for _, r := range c.Rows {
		if r.From <= people && people <= r.To {
			return r, true
		}
	}
	return TimeRow{}, false
}

// Validate reports every problem of the table.
func (t TimeTable) Validate() error {
	c := aims.Checker{Texts: timeTexts}
	c.Text("name", t.Name)
	c.Text("standard", t.Standard)
	c.Text("people", t.People)
	checkSource(&c, t.Source, t.Edition, t.Confidence)
	if len(t.Columns) == 0 {
		c.Add("columns", aims.Missing)
	}
	names := make([]string, len(t.Columns))
	for i, column := range t.Columns {
		names[i] = column.Name
		in := aims.Field("columns", i)
		if column.Name == "" && len(t.Columns) > 1 {
			c.Add(in+"/name", aims.Missing)
		}
		c.Nest(in, column.Validate())
	}
	checkNames(&c, "columns", names)
	names = make([]string, len(t.Additions))
	for i, a := range t.Additions {
		names[i] = a.Name
	}
	aims.CheckEach(&c, "additions", t.Additions)
	checkNames(&c, "additions", names)
	return c.Err()
}

// Validate reports every problem of the column: rows rise in people, and never
// fall in days.
func (t TimeColumn) Validate() error {
	c := aims.Checker{Texts: timeTexts}
	c.OptionalText("name", t.Name)
	if len(t.Rows) == 0 {
		c.Add("rows", aims.Missing)
	}
	for i, r := range t.Rows {
		in := aims.Field("rows", i)
		checkWhole(&c, in+"/from", aims.AmountInt(int64(r.From)), 1, maxNumber)
		checkWhole(&c, in+"/to", aims.AmountInt(int64(r.To)), 1, maxNumber)
		checkNumber(&c, in+"/days", r.Days, 0, maxNumber)
		if sign, known := r.Days.Sign(); known && sign == 0 {
			c.Add(in+"/days", NumberRange, "got", "0", "least", "more than 0", "most", strconv.Itoa(maxNumber))
		}
		if r.To < r.From {
			c.Add(in+"/to", RowEmpty, "from", strconv.Itoa(r.From), "to", strconv.Itoa(r.To))
		}
		if i == 0 {
			continue
		}
		above := t.Rows[i-1]
		if r.From <= above.To {
			c.Add(in+"/from", RowsMixed, "from", strconv.Itoa(r.From), "to", strconv.Itoa(above.To))
		}
		if order, known := r.Days.Cmp(above.Days); known && order < 0 {
			c.Add(in+"/days", RowsFall, "days", r.Days.String(), "above", above.Days.String())
		}
	}
	return c.Err()
}

// Validate reports missing and malformed fields.
func (a TimeAddition) Validate() error {
	c := aims.Checker{Texts: timeTexts}
	c.Text("name", a.Name)
	c.Text("of", a.Of)
	checkWhole(&c, "beyond", aims.AmountInt(int64(a.Beyond)), 0, maxNumber)
	checkNumber(&c, "each/atLeast", a.Each.AtLeast, 0, maxNumber)
	checkNumber(&c, "each/atMost", a.Each.AtMost, 0, maxNumber)
	c.Nest("each", a.Each.Validate())
	aims.CheckOptionalWord(&c, "once", a.Once)
	if a.AtMost.Known() {
		checkNumber(&c, "atMost", a.AtMost, 0, maxNumber)
	}
	checkSource(&c, a.Source, a.Edition, a.Confidence)
	return c.Err()
}

// columnName names a column in a sentence.
func columnName(name string) string {
	if name == "" {
		return "its only column"
	}
	return "column " + name
}

// wordList names things in a sentence; the nameless one is called "the only one".
func wordList(names []string) string {
	named := make([]string, len(names))
	for i, name := range names {
		if named[i] = name; name == "" {
			named[i] = "the only one"
		}
	}
	if len(named) == 0 {
		return "none"
	}
	return strings.Join(named, ", ")
}
