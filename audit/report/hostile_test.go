package report_test

import (
	stdcsv "encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/report"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/internal/csv"
	"github.com/aimskit/aimskit/internal/svg"
	"github.com/aimskit/aimskit/internal/svg/svgtest"
)

// hostile returns the corpus: texts that try to become markup, a link or a
// formula.
func hostile(t testing.TB) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/hostile.json")
	if err != nil {
		t.Fatal(err)
	}
	var corpus []struct{ Kind, Text string }
	if err := json.Unmarshal(data, &corpus); err != nil {
		t.Fatal(err)
	}
	texts := []string{"\xff<script>", "\xc0\xaf=1"} // no Unicode, so not in JSON
	for _, c := range corpus {
		texts = append(texts, c.Text)
	}
	if len(corpus) < 200 {
		t.Fatalf("%d texts, want 200 at least", len(corpus))
	}
	return texts
}

// fill puts a text into every string of a value, and one element into every
// list, so that a report meets it wherever it could.
func fill(v reflect.Value, text string, depth int) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				fill(f, text, depth+1)
			}
		}
	case reflect.Slice:
		if depth < 8 {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fill(v.Index(0), text, depth+1)
		}
	case reflect.Pointer:
		if depth < 6 && v.Type().Elem().Kind() == reflect.Struct && v.Type().Elem().PkgPath() != "math/big" {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), text, depth+1)
		}
	case reflect.Map:
		if v.Type().Elem().Kind() == reflect.String {
			m := reflect.MakeMap(v.Type())
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			key.SetString("what")
			value.SetString(text)
			m.SetMapIndex(key, value)
			v.Set(m)
		}
	case reflect.Uint8:
		v.SetUint(1)
	case reflect.Int32: // a date
		v.SetInt(int64(aims.MustDate("2026-01-01")))
	}
}

func filled[T any](text string) T {
	var v T
	fill(reflect.ValueOf(&v).Elem(), text, 0)
	return v
}

// poisoned lists the ways to make a document out of values that hold nothing
// but one text. The first has every sort of block.
var poisoned = []func(text string) report.Document{
	func(text string) report.Document {
		figure := trend(text).Figures()[0]
		figure.Name, figure.Caption = text, text
		return report.Document{Title: text, Language: text, Contents: text, Blocks: []report.Block{
			report.Heading{Level: 2, Text: text},
			report.Heading{Level: 9, Text: text},
			report.Paragraph{Text: text},
			report.Paragraph{Text: text, Strong: true},
			report.List{Items: []string{text, text}},
			report.Table{
				Name: text, Caption: text, Columns: []string{text, text, text},
				Rows: [][]report.Cell{{{Lines: []string{text, text}, Tone: report.Bad}, {Lines: []string{text}, Tone: 200}}, {}},
			},
			figure,
		}}
	},
	trend,
	func(text string) report.Document { return report.Readiness(poisonedReport(text), report.Words{}) },
	func(text string) report.Document { return report.GapList(poisonedReport(text), report.Words{}) },
	func(text string) report.Document {
		return report.Statement(filled[controls.Statement](text), controls.Catalogue{}, someDay, report.Words{})
	},
	func(text string) report.Document {
		return report.Impact(filled[impact.Assessment](text), filled[impact.Method](text), nil, report.Words{})
	},
	func(text string) report.Document {
		return report.Audit(filled[audit.Audit](text), filled[[]audit.Finding](text), filled[[]audit.CorrectiveAction](text), someDay, report.Words{})
	},
	func(text string) report.Document {
		d := filled[certification.Decision](text)
		return report.Certification(filled[audit.Certificate](text), filled[certification.Standing](text), &d, report.Words{})
	},
	func(text string) report.Document {
		return report.ScopeDefinition(filled[aims.Scope](text), filled[[]aims.AISystem](text), filled[[]aims.InterestedParty](text), report.Words{})
	},
	func(text string) report.Document {
		return report.AuditPlan(filled[audit.Audit](text), filled[audit.Plan](text), report.Words{})
	},
	func(text string) report.Document {
		return report.Plan(poisonedSchedule(text), filled[[]readiness.Action](text), filled[[]readiness.CurvePoint](text), report.Words{})
	},
	func(text string) report.Document {
		return report.BusinessCase(filled[readiness.BusinessCase](text), filled[readiness.BusinessOutcome](text), report.Words{})
	},
	func(text string) report.Document { return report.WhatIf(filled[readiness.Trial](text), report.Words{}) },
	func(text string) report.Document {
		return report.Explanation(filled[[]readiness.Cause](text), report.Words{})
	},
	func(text string) report.Document {
		return report.Forecast(poisonedReport(text), someDay, filled[[]readiness.Delta](text), report.Words{})
	},
	func(text string) report.Document {
		return report.Readiness(poisonedReport(text), report.Words{}).With(
			report.Questions(filled[[]readiness.Question](text), report.Words{}),
			report.Mapping(filled[readiness.Meter](text), report.Words{}),
			report.Predicted(filled[[]readiness.PredictedFinding](text), report.Words{}))
	},
}

// poisonedSchedule is long enough for a picture, and names the action that is
// offered.
func poisonedSchedule(text string) readiness.Schedule {
	s := filled[readiness.Schedule](text)
	s.Cost = aims.AmountInt(1)
	return s
}

var someDay = aims.MustDate("2026-06-30")

func trend(text string) report.Document {
	return report.Trend([]readiness.Report{poisonedReport(text)}, report.Words{})
}

func poisonedReport(text string) readiness.Report {
	r := filled[readiness.Report](text)
	r.Total = readiness.Bounds{Earned: 1, Judged: 2, Total: 3}
	r.Items[0].Contribution = r.Total
	return r
}

// each makes, of every text, the document with every sort of block and one of
// the others in turn, or with -cross all others, beside the same of a plain
// text: all texts go the same few ways through the package.
func each(t *testing.T, check func(text string, d, plain report.Document)) {
	t.Helper()
	plain := make([]report.Document, len(poisoned))
	for i, f := range poisoned {
		plain[i] = f("plain")
	}
	for i, text := range hostile(t) {
		if svg.Clean(text) == "" {
			continue // there are other rows and paragraphs
		}
		for n := range poisoned {
			if *cross || n == 0 || n == 1+i%(len(poisoned)-1) {
				check(text, poisoned[n](text), plain[n])
			}
		}
	}
}

// token is a piece of a page: an element with its attributes, or text.
type token struct{ name, attributes, text string }

// tokens reads a page the way that finds most markup: every tag counts.
func tokens(t *testing.T, page []byte) []token {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(page)))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var all []token
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return all
		}
		if err != nil {
			t.Fatalf("no page: %v", err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			var attributes []string
			for _, a := range tok.Attr {
				if a.Name.Local == "data-label" { // a text: the name of a column
					attributes = append([]string{"data-label"}, attributes...)
					continue
				}
				attributes = append(attributes, a.Name.Local+"="+a.Value)
			}
			all = append(all, token{name: tok.Name.Local, attributes: strings.Join(attributes, " ")})
		case xml.EndElement:
			all = append(all, token{name: "/" + tok.Name.Local})
		case xml.CharData:
			if text := strings.TrimSpace(string(tok)); text != "" {
				all = append(all, token{text: text})
			}
		case xml.Comment, xml.ProcInst:
			all = append(all, token{name: "comment"})
		}
	}
}

// shape is the markup of a page without its texts: elements, and the
// attributes that no text may change. Classes follow the length of texts, and
// pictures have a test of their own.
func shape(page []token) []string {
	var out []string
	for _, tok := range outside(page) {
		if tok.name != "" {
			out = append(out, tok.name+" "+classes.ReplaceAllString(tok.attributes, ""))
		}
	}
	return out
}

var classes = regexp.MustCompile(` ?class=(short|long|(bad|good|fair|unsure)( short| long)?)$`)

// Nothing of a text becomes markup of a page, and the text is there.
func TestHostileHTML(t *testing.T) {
	each(t, func(text string, d, plain report.Document) {
		page, want := tokens(t, d.HTML()), shape(tokens(t, plain.HTML()))
		got := shape(page)
		if d.Language == text {
			got[0] = want[0] // see TestLanguage
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%q in %q (-want +got):\n%s", text, plain.Title, cmp.Diff(want, got))
		}
		if !slices.ContainsFunc(page, func(tok token) bool { return strings.Contains(tok.text, svg.Clean(text)) }) {
			t.Errorf("%q is not in %q", text, plain.Title)
		}
	})
}

// Nothing of a text becomes markup of a picture.
func TestHostileSVG(t *testing.T) {
	each(t, func(text string, d, _ report.Document) {
		for _, f := range d.Figures() {
			if faults := svgtest.Faults(f.SVG()); len(faults) > 0 {
				t.Errorf("%q in %s: %q", text, f.Name, faults)
			}
		}
	})
}

var (
	escaped = regexp.MustCompile(`\\[!-/:-@\[-` + "`" + `{-~]`)
	inert   = regexp.MustCompile("[^\\\\`*_\\[\\]<>&|~^$#{}\n]+")
	starts  = regexp.MustCompile(`^([-+*>=:]|#{1,6} |\d+[.)]|!\[|\t|    )`)
	files   = regexp.MustCompile(`\]\([a-z0-9-]*\.svg\)`) // of figures, whose names are no texts
	links   = regexp.MustCompile(`(?i)://|www\.|(mailto|xmpp):[^ ]|@[a-z0-9]`)
)

// Nothing of a text becomes markup of Markdown: what means something there is
// what the same document holds around a plain text.
func TestHostileMarkdown(t *testing.T) {
	each(t, func(text string, d, plain report.Document) {
		got := files.ReplaceAllString(string(d.Markdown()), "](file)")
		want := files.ReplaceAllString(string(plain.Markdown()), "](file)")
		if marks(got) != marks(want) {
			t.Fatalf("%q in %q (-want +got):\n%s", text, plain.Title, cmp.Diff(marks(want), marks(got)))
		}
		wanted := strings.Split(want, "\n")
		for n, line := range strings.Split(got, "\n") {
			if begins := starts.FindString(line); begins != starts.FindString(wanted[n]) {
				t.Fatalf("%q in %q: line %q begins with %q", text, plain.Title, line, begins)
			}
		}
		if l := links.FindString(escaped.ReplaceAllString(got, "")); l != "" {
			t.Fatalf("%q in %q makes a link of %q", text, plain.Title, l)
		}
	})
}

// marks keeps what means something in Markdown and is not escaped.
func marks(s string) string { return inert.ReplaceAllString(escaped.ReplaceAllString(s, ""), "") }

// No cell is a formula, and every text comes back.
func TestHostileCSV(t *testing.T) {
	for _, text := range hostile(t) {
		table := report.Table{Columns: []string{text, "b"}, Rows: [][]report.Cell{{{Lines: []string{text}}, {Lines: []string{"x", text}}}}}
		rows, err := stdcsv.NewReader(strings.NewReader(string(table.CSV()))).ReadAll()
		if err != nil || len(rows) != 2 {
			t.Fatalf("%q: %v, %q", text, err, table.CSV())
		}
		feed := func(s string) string { return strings.ReplaceAll(s, "\r\n", "\n") }
		for i, got := range []string{rows[0][0], rows[1][0], rows[1][1]} {
			want := text
			if i == 2 {
				want = "x\n" + text
			}
			if csv.Plain(got) != feed(want) && got != feed(csv.Safe(want)) {
				t.Errorf("%q came back as %q", want, got)
			}
			for _, part := range regexp.MustCompile("[;\t\r\n]").Split(got, -1) {
				part = strings.TrimLeft(part, " \u00a0\ufeff\x00\"")
				if formula.MatchString(part) {
					t.Errorf("%q became the formula %q", text, part)
				}
			}
		}
	}
}

var formula = regexp.MustCompile(`^([=@＝＠＋－]|[+-](\D|$|\d+[^\d.e]))`)
