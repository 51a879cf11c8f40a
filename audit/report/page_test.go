package report_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/audit/report"
	"github.com/aimskit/aimskit/internal/svg"
)

// The content policy allows nothing but the style that the page brings along,
// byte for byte.
func TestPolicy(t *testing.T) {
	page := report.Document{Title: "t"}.HTML()
	inside := regexp.MustCompile(`(?s)<style>(.*)</style>`).FindSubmatch(page)
	if inside == nil {
		t.Fatal("the page has no style")
	}
	sum := sha256.Sum256(inside[1])
	want := fmt.Sprintf(`content="default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'"`,
		strings.NewReplacer("+", "&#43;").Replace(base64.StdEncoding.EncodeToString(sum[:])))
	if !bytes.Contains(page, []byte(want)) {
		t.Errorf("want %s in\n%s", want, page[:600])
	}
	if bytes.Contains(inside[1], []byte("url(")) || bytes.Contains(inside[1], []byte("@import")) {
		t.Error("the style loads something")
	}
}

// Every page can be used without eyes: a language, one main heading, an outline
// without holes, captions, heads, names of pictures and of what scrolls, and
// ids that are there once.
func TestAccessible(t *testing.T) {
	s := conforming(t)
	s.report = stored(t)
	docs := s.documents(t, report.Words{})
	for name, d := range blank(report.Words{}) {
		docs[name] = d
	}
	for name, d := range docs {
		ids := make(map[string]bool)
		labels := make(map[string]bool)
		level, captions, tables, heads := 0, 0, 0, 0
		page := tokens(t, d.HTML())
		for i, tok := range page {
			for _, m := range regexp.MustCompile(`(?:^| )(id|aria-labelledby|labelledby)=(\S+)`).FindAllStringSubmatch(tok.attributes, -1) {
				if m[1] != "id" {
					labels[m[2]] = true
				} else if ids[m[2]] {
					t.Errorf("%s: the id %s is there twice", name, m[2])
				} else {
					ids[m[2]] = true
				}
			}
			switch tok.name {
			case "h1", "h2", "h3", "h4", "h5", "h6":
				l := int(tok.name[1] - '0')
				if l > level+1 || l == 1 && level > 0 {
					t.Errorf("%s: a heading of level %d below one of level %d", name, l, level)
				}
				level = l
			case "table":
				tables++
			case "caption":
				captions++
				if page[i+1].text == "" {
					t.Errorf("%s: a table has no caption", name)
				}
			case "th":
				heads++
				if !strings.Contains(tok.attributes, "scope=") {
					t.Errorf("%s: a head has no scope", name)
				}
				if page[i+1].text == "" {
					t.Errorf("%s: a head is empty", name)
				}
			case "p", "li":
				if page[i+1].name == "/"+tok.name {
					t.Errorf("%s: a paragraph or item is empty", name)
				}
			case "svg":
				if strings.Contains(tok.attributes, "role=img") && (page[i+1].name != "title" || page[i+4].name != "desc") {
					t.Errorf("%s: a picture has no title or no description", name)
				}
			}
		}
		if tables != captions || heads == 0 && tables > 0 {
			t.Errorf("%s: %d tables, %d captions, %d heads", name, tables, captions, heads)
		}
		for l := range labels {
			if !ids[l] {
				t.Errorf("%s: nothing has the id %s, which names something", name, l)
			}
		}
	}
}

// The colors of the style can be read, each on its ground.
func TestContrast(t *testing.T) {
	page := string(report.Document{}.HTML())
	colors := regexp.MustCompile(`\{[^{}]*\}`).FindAllString(page, -1)
	hex := func(rule, property string) svg.Color {
		m := regexp.MustCompile(`[ ;{]` + property + `: ?(#[0-9a-f]{3,6})`).FindStringSubmatch(rule)
		if m == nil {
			return ""
		}
		if c := m[1]; len(c) == 4 {
			return svg.Color("#" + strings.Repeat(c[1:2], 2) + strings.Repeat(c[2:3], 2) + strings.Repeat(c[3:4], 2))
		}
		return svg.Color(m[1])
	}
	seen := 0
	for _, rule := range colors {
		ink, ground := hex(rule, "color"), hex(rule, "background")
		if ink == "" && ground == "" {
			continue
		}
		if ink == "" {
			ink = "#1b1b1b"
		}
		if ground == "" {
			ground = svg.White
		}
		if seen++; svg.Contrast(ink, ground) < 4.5 {
			t.Errorf("%s on %s has a contrast of %.1f", ink, ground, svg.Contrast(ink, ground))
		}
	}
	if seen < 8 {
		t.Errorf("%d rules with colors were found, want 8", seen)
	}
}

// BenchmarkHTML writes the readiness report of a small company, from the
// report to the page.
func BenchmarkHTML(b *testing.B) {
	r := techServe(b, "05").report
	b.ReportAllocs()
	for b.Loop() {
		report.Readiness(r, report.Words{}).HTML()
	}
}
