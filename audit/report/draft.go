package report

import (
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/shopspring/decimal"
)

// draft is a document that is being written, in a language.
type draft struct {
	Document
	w      Words
	filled bool // a template with records, rather than a blank form
}

// newDraft begins a document with its title.
func newDraft(w Words, title string, args ...string) *draft {
	return &draft{Document: Document{Title: w.text(title, args...), Language: w.Language, Contents: w.text("contents")}, w: w}
}

func (d *draft) heading(name string) { d.add(Heading{Level: 2, Text: d.w.text(name)}) }

func (d *draft) say(name string, args ...string) { d.add(Paragraph{Text: d.w.text(name, args...)}) }

func (d *draft) warn(name string) { d.add(Paragraph{Text: d.w.text(name), Strong: true}) }

func (d *draft) add(b Block) { d.Blocks = append(d.Blocks, b) }

// table begins a table: the name is also the one of its caption, and columns
// are the names of texts.
func (w Words) table(name string, columns ...string) Table {
	t := Table{Name: name, Caption: w.text("table-" + name)}
	for _, c := range columns {
		t.Columns = append(t.Columns, w.text(c))
	}
	return t
}

func (t *Table) row(cells ...Cell) { t.Rows = append(t.Rows, cells) }

// addTable adds a table, or where it has no rows, a text instead.
func (d *draft) addTable(t Table, none string) {
	if len(t.Rows) == 0 {
		d.say(none)
		return
	}
	d.add(t)
}

// facts is a table of names and values.
type facts struct {
	w Words
	Table
}

func (d *draft) facts(name string) *facts {
	return &facts{d.w, d.w.table(name, "what", "value")}
}

// fact adds a row. A value that is absent leaves its cell empty.
func (f *facts) fact(name string, values ...string) {
	f.row(plain(f.w.text(name)), plain(values...))
}

// plain is a cell with the lines that are not empty.
func plain(lines ...string) Cell {
	var c Cell
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			c.Lines = append(c.Lines, l)
		}
	}
	return c
}

// ids turns ids into texts.
func ids[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, id := range list {
		out[i] = string(id)
	}
	return out
}

func joined[T ~string](list []T) string { return strings.Join(ids(list), ", ") }

// name writes a requirement or control as the standard does, and others with
// their framework.
func name(k aims.Key) string {
	switch {
	case k.IsZero():
		return ""
	case k.Framework == aims.FrameworkISO42001:
		return k.ID
	}
	return k.String()
}

func names(keys []aims.Key) string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = name(k)
	}
	return strings.Join(out, ", ")
}

func refs(list []aims.Ref) string {
	out := make([]string, len(list))
	for i, r := range list {
		out[i] = r.String()
	}
	return strings.Join(out, ", ")
}

// percent writes a share of 0 to 1 with two decimals, exactly.
func (w Words) percent(d decimal.Decimal) string {
	return strings.Replace(d.Shift(2).StringFixed(2), ".", w.text("decimal-point"), 1) + " %"
}

// amount writes a number as it was given; nothing for an unknown one.
func (w Words) amount(a aims.Amount) string {
	if !a.Known() {
		return ""
	}
	return strings.Replace(a.String(), ".", w.text("decimal-point"), 1)
}

// money writes an amount with its currency, thousands apart; nothing for an
// unknown one.
func money(w Words, a aims.Amount, currency string) string {
	if !a.Known() {
		return ""
	}
	whole, fraction, _ := strings.Cut(a.String(), ".")
	sign := ""
	if rest, negative := strings.CutPrefix(whole, "-"); negative {
		sign, whole = "−", rest
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + " " + whole[i:] // as in every language
	}
	if fraction != "" {
		whole += w.text("decimal-point") + fraction
	}
	return strings.TrimSpace(sign + whole + " " + currency)
}

func (w Words) answer(a aims.Answer) Cell {
	c := plain(w.word(a.String()))
	switch a {
	case aims.Yes:
		c.Tone = Good
	case aims.No:
		c.Tone = Bad
	case aims.Unknown:
		c.Tone = Unsure
	}
	return c
}

func (w Words) verdict(v aims.Verdict) Cell {
	tone := map[aims.Verdict]Tone{aims.Conforms: Good, aims.MinorGap: Fair, aims.MajorGap: Bad, aims.CannotTell: Unsure}
	return Cell{Lines: []string{w.word(v.String())}, Tone: tone[v]}
}

// provenance says what a result was made with.
func (d *draft) provenance(p aims.Provenance) {
	f := d.facts("provenance")
	fact := func(name, value string) {
		if value != "" { // not everything is made with rules, or a model
			f.fact(name, value)
		}
	}
	fact("at", p.At.String())
	fact("module", p.Module)
	fact("rule-set", p.RuleSet)
	fact("rules-digest", string(p.Rules))
	fact("model", p.Model)
	fact("model-digest", string(p.Method))
	fact("input-digest", string(p.Input))
	if len(f.Rows) > 0 {
		d.heading("provenance")
		d.add(f.Table)
	}
}

// number writes how many there are.
func (w Words) number(n int) string { return strconv.Itoa(n) }
