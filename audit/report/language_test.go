package report_test

import (
	"encoding/json"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/report"
	gen "github.com/aimskit/aimskit/internal/gen/audit"
)

// marked puts brackets around every text of the table, so that what did not
// come from it stands out.
func marked() report.Words {
	w := report.English()
	for code, text := range w.Texts {
		w.Texts[code] = "⟦" + text + "⟧"
	}
	w.Texts["report/decimal-point"] = ","
	w.Language = "qps"
	return w
}

// neutral are texts that are the same in every language: numbers, dates,
// requirements, points, digests, currencies, references to records and
// confidence marks.
var neutral = regexp.MustCompile(`^([\d.,%–: /−eE-]|A\.|[A-CIK]$|[A-Z]{3}$|sha256$|[0-9a-f]{60,64}$|[0-9.]+/[a-z](, [a-z])*|[a-z-]+/[\w.-]+$)*$`)

// parts split a text into what may come from several records.
var parts = regexp.MustCompile(`[,:;–()]|\.$`)

// untold lists the texts that a document says alike in two languages, and that
// come from no record.
func untold(t *testing.T, a, b report.Document, recorded string) []string {
	t.Helper()
	one, two := outside(tokens(t, a.HTML())), outside(tokens(t, b.HTML()))
	if len(one) != len(two) {
		t.Fatalf("%s has %d parts in one language and %d in the other", a.Title, len(one), len(two))
	}
	var out []string
	for i, tok := range one {
		if tok.text == "" || tok.text != two[i].text || i > 0 && one[i-1].name == "style" {
			continue
		}
		for _, part := range parts.Split(tok.text, -1) {
			if part = strings.TrimSpace(part); !neutral.MatchString(part) && !strings.Contains(recorded, part) {
				out = append(out, tok.text)
			}
		}
	}
	return out
}

// outside leaves out pictures, where long texts take more lines.
func outside(page []token) []token {
	var out []token
	depth := 0
	for _, tok := range page {
		switch {
		case tok.name == "svg":
			depth++
		case tok.name == "/svg":
			depth--
		case depth == 0:
			out = append(out, tok)
		}
	}
	return out
}

// record writes values as JSON without the English texts that the library
// itself put into them.
func record(t *testing.T, values ...any) string {
	t.Helper()
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for _, v := range values {
		if err := e.Encode(v); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

var ownTexts = regexp.MustCompile(`"(text|title)":"[^"]*"`)

// Whatever a report says comes from the table or from records.
func TestOneTable(t *testing.T) {
	s := conforming(t)
	s.report = stored(t)
	schedule := s.schedule(t, readiness.Goal{Budget: aims.AmountInt(20_000)})
	recorded := record(t, gen.Conforming(), "method 1.0", offered(), schedule, businessCase(), s.trial(t).Changes) + ownTexts.ReplaceAllString(record(t, s.report, s.decision(t)), "")
	english, other := s.documents(t, report.Words{}), s.documents(t, marked())
	for name, d := range blank(marked()) {
		english[name], other[name] = blank(report.Words{})[name], d
	}
	for name := range other {
		for _, text := range untold(t, other[name], english[name], recorded) {
			t.Errorf("%s says %q in every language", name, text)
		}
	}
}

// German reads the table of a second language.
func german(t testing.TB) report.Words {
	t.Helper()
	data, err := os.ReadFile("testdata/german.json")
	if err != nil {
		t.Fatal(err)
	}
	w := report.Words{Language: "de"}
	if err := json.Unmarshal(data, &w.Texts); err != nil {
		t.Fatal(err)
	}
	return w
}

// A second language needs nothing but another table.
func TestGerman(t *testing.T) {
	w := german(t)
	english := report.English()
	for code := range w.Texts {
		if _, ok := english.Texts[code]; !ok {
			t.Errorf("%s is no code of the table", code)
		}
	}
	d := report.Readiness(stored(t), w)
	golden(t, "readiness-german.md", d.Markdown())
	// A sentence of the rules, a title or a kind of record stays English until
	// somebody translates it.
	own := make(map[string]aims.Code)
	others := regexp.MustCompile(`^report/(title|kind|document|finding)-`)
	for code, text := range english.Texts {
		if strings.HasPrefix(string(code), "report/") && !others.MatchString(string(code)) && w.Texts[code] == "" {
			own[text] = code
		}
	}
	for code, text := range english.Texts {
		if others.MatchString(string(code)) {
			delete(own, text)
		}
	}
	s := conforming(t)
	s.report = stored(t)
	spoken, plain := s.documents(t, w), s.documents(t, report.Words{})
	golden(t, "plan-german.md", spoken["plan"].Markdown())
	for _, name := range []string{"readiness", "gaps", "trend", "plan", "business-case", "what-if", "explanation", "forecast", "questions", "mapping", "predicted"} {
		for _, text := range untold(t, spoken[name], plain[name], "") {
			if code := own[text]; code != "" && w.Texts["report/word-"+aims.Code(text)] == "" {
				t.Errorf("%s: %q is not translated; its code is %s", name, text, code)
			}
		}
	}
	gaps, _ := d.Table("gaps")
	if got := gaps.Rows[0][4].Lines[0]; !strings.HasSuffix(got, ": Niemand hat freigegeben: the AI policy") {
		t.Errorf("a reason is told as %q", got)
	}
	if !strings.HasPrefix(string(d.HTML()), "<!DOCTYPE html>\n<html lang=\"de\">") {
		t.Error("the page does not say that it is German")
	}
}

func TestMissing(t *testing.T) {
	english := report.English()
	if missing := english.Missing(); len(missing) != 0 {
		t.Errorf("English lacks %q", missing)
	}
	if missing := (report.Words{}).Missing(); !slices.IsSorted(missing) || len(missing) != len(english.Texts) {
		t.Errorf("nothing lacks %d texts, want %d in order", len(missing), len(english.Texts))
	}
	some := report.Words{Texts: maps.Clone(english.Texts)}
	delete(some.Texts, "report/gaps")
	delete(some.Texts, "report/title-A.2.2")
	if missing := some.Missing(); !slices.Equal(missing, []aims.Code{"report/gaps", "report/title-A.2.2"}) {
		t.Errorf("missing %q", missing)
	}
}

func TestLanguage(t *testing.T) {
	for language, want := range map[string]string{
		"": "en", "de": "de", "zh-Hant-TW": "zh-Hant-TW", "de_DE": "und", `de" onload="x`: "und", "<b>": "und",
	} {
		page := string(report.Document{Language: language}.HTML())
		if !strings.Contains(page, `<html lang="`+want+`">`) {
			t.Errorf("language %q: want %q in %s", language, want, page[:80])
		}
	}
}
