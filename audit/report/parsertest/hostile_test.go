package parsertest

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	nethtml "golang.org/x/net/html"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/report"
	"github.com/aimskit/aimskit/internal/svg"
)

// corpus returns the texts of package report that try to become something else.
func corpus(t *testing.T) []string {
	t.Helper()
	data, err := os.ReadFile("../testdata/hostile.json")
	if err != nil {
		t.Fatal(err)
	}
	var list []struct{ Text string }
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	texts := []string{"\xff<script>", "\xc0\xaf=1"}
	for _, c := range list {
		if svg.Clean(c.Text) != "" { // nothing is left of the others
			texts = append(texts, c.Text)
		}
	}
	if len(texts) < 200 {
		t.Fatalf("%d texts, want 200 at least", len(texts))
	}
	return texts
}

// everywhere puts a text wherever a document has one: in every sort of block,
// and through records into a figure and a table of a report.
func everywhere(text string) report.Document {
	gap := readiness.Gap{Key: aims.Key{Framework: text, ID: text}, Title: text, Practice: text, Reasons: []aims.Observation{{
		Code: "own/x", Text: "{what}", Args: map[string]string{"what": text}, Refs: []aims.Ref{{Kind: aims.Kind(text), ID: text}},
	}}}
	item := readiness.Item{Key: gap.Key, Contribution: readiness.Bounds{Earned: 1, Judged: 2, Total: 3}}
	r := readiness.Report{
		Provenance: aims.Provenance{At: aims.MustDate("2026-06-30"), RuleSet: text},
		Total:      item.Contribution, Items: []readiness.Item{item}, Gaps: []readiness.Gap{gap}, Unknown: []aims.Key{gap.Key},
	}
	d := report.Document{Title: text, Language: "en", Contents: text, Blocks: []report.Block{
		report.Heading{Level: 2, Text: text},
		report.Paragraph{Text: text},
		report.Paragraph{Text: text, Strong: true},
		report.List{Items: []string{text, text}},
		report.Table{Name: text, Caption: text, Columns: []string{text, text, text, text}, Rows: [][]report.Cell{
			{{Lines: []string{text, text}}, {Lines: []string{text}, Tone: report.Bad}, {}, {Lines: []string{text}}},
		}},
	}}
	return d.With(report.Readiness(r, report.Words{}), report.Trend([]readiness.Report{r}, report.Words{}))
}

// tree is what a parser makes of a page: elements with the names of their
// attributes, without the texts. Of attributes that lead somewhere or that a
// browser obeys, the value counts. Pictures are left out: how many lines a text
// takes there depends on its length.
func tree(t *testing.T, page []byte) (shape []string, text string) {
	t.Helper()
	root, err := nethtml.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	var walk func(n *nethtml.Node)
	walk = func(n *nethtml.Node) {
		switch n.Type {
		case nethtml.TextNode:
			all.WriteString(n.Data)
		case nethtml.CommentNode:
			shape = append(shape, "comment")
		case nethtml.ElementNode:
			element := n.Data
			for _, a := range n.Attr {
				element += " " + a.Key
				if slices.Contains([]string{"href", "src", "style", "http-equiv", "content", "id"}, a.Key) {
					element += "=" + a.Val
				}
			}
			shape = append(shape, strings.ReplaceAll(element, " class", "")) // it follows the length of a text
			if n.Data == "svg" {
				shape = append(shape, foreign(n)...)
				return
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if n.Type == nethtml.ElementNode {
			all.WriteString("\n")
		}
	}
	walk(root)
	return shape, all.String()
}

// foreign lists what does not belong into a picture.
func foreign(picture *nethtml.Node) []string {
	known := []string{"svg", "title", "desc", "rect", "path", "circle", "text"}
	var found []string
	for n := range picture.Descendants() {
		if n.Type == nethtml.CommentNode || n.Type == nethtml.ElementNode && !slices.Contains(known, n.Data) {
			found = append(found, "picture with "+n.Data)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || strings.Contains(a.Key, "href") || a.Key == "style" {
				found = append(found, "picture with "+a.Key)
			}
		}
	}
	return found
}

// A browser's parser finds the same elements around every text.
func TestHTML(t *testing.T) {
	want, _ := tree(t, everywhere("plain").HTML())
	for _, text := range corpus(t) {
		got, all := tree(t, everywhere(text).HTML())
		if !slices.Equal(got, want) {
			t.Errorf("%q changes the page: %q", text, changed(want, got))
		}
		if n := strings.Count(all, svg.Clean(text)); n < 10 {
			t.Errorf("%q is on the page %d times, want 10 at least", text, n)
		}
	}
}

// A Markdown reader of the dialect with tables, bare links, strikethrough and
// tasks, which lets HTML pass, finds the same elements around every text.
func TestMarkdown(t *testing.T) {
	reader := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList), goldmark.WithRendererOptions(html.WithUnsafe()))
	read := func(text string) ([]string, string) {
		var page bytes.Buffer
		if err := reader.Convert(everywhere(text).Markdown(), &page); err != nil {
			t.Fatal(err)
		}
		return tree(t, page.Bytes())
	}
	want, _ := read("plain")
	for _, text := range corpus(t) {
		got, all := read(text)
		if !slices.Equal(got, want) {
			t.Errorf("%q changes the Markdown: %q", text, changed(want, got))
		}
		shown := strings.ReplaceAll(svg.Clean(text), "@", "@\u2060")
		if n := strings.Count(all, shown); n < 8 {
			t.Errorf("%q is in the Markdown %d times, want 8 at least", text, n)
		}
	}
}

// changed returns the first elements that differ.
func changed(want, got []string) [2]string {
	for i := range min(len(want), len(got)) {
		if want[i] != got[i] {
			return [2]string{want[i], got[i]}
		}
	}
	return [2]string{"", "the number of elements"}
}

// The parsers would find markup: the same texts, not escaped, are found.
func TestSaboteur(t *testing.T) {
	want, _ := tree(t, []byte("<p>plain</p>"))
	found := 0
	for _, text := range corpus(t) {
		if got, _ := tree(t, []byte("<p>"+text+"</p>")); !slices.Equal(got, want) {
			found++
		}
	}
	if found < 60 {
		t.Errorf("%d texts are markup by themselves, want 60 at least", found)
	}
}
