package report_test

import (
	"fmt"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/report"
)

// A gap list in two formats, and in a second language. Texts of records stay
// texts: what looks like markup is escaped.
func Example() {
	r := readiness.Report{
		Provenance: aims.Provenance{At: aims.MustDate("2026-05-31")},
		Gaps: []readiness.Gap{{
			Key: aims.ClauseKey("5.2"), Title: "AI policy", Verdict: aims.MajorGap, Priority: readiness.Critical,
			Practice: "=draft() <b>since March</b>",
		}},
	}
	d := report.GapList(r, report.Words{})
	for line := range strings.Lines(string(d.Markdown())) {
		if strings.Contains(line, "5.2") {
			fmt.Print(line)
		}
	}

	gaps, _ := d.Table("gaps")
	fmt.Print(string(gaps.CSV()))

	german := report.Words{Language: "de", Texts: map[aims.Code]string{
		"report/gap-list-intro": "Bekannte Lücken am {at}, die dringendsten zuerst: {number}.",
	}}
	fmt.Println(report.GapList(r, german).Blocks[0])
	// Output:
	// | 5.2 | AI policy | critical | major gap |  |  | =draft() \<b\>since March\</b\> |
	// Requirement or control,Title,Priority,Verdict,Reasons,Records,Practice of today
	// 5.2,AI policy,critical,major gap,,,'=draft() <b>since March</b>
	// {Bekannte Lücken am 2026-05-31, die dringendsten zuerst: 1. false}
}

// Of zero values a template is a blank form.
func ExampleScopeDefinition() {
	d := report.ScopeDefinition(aims.Scope{}, nil, nil, report.Words{})
	systems, _ := d.Table("scope-systems")
	fmt.Println(systems.Caption)
	fmt.Println(strings.Join(systems.Columns, " | "))
	fmt.Println(len(systems.Rows), "empty rows")
	// Output:
	// AI systems inside and outside
	// AI system | Title | Purpose | Scope | Why
	// 6 empty rows
}

// The table of a language can be checked for what is left to translate.
func ExampleWords_Missing() {
	w := report.English()
	delete(w.Texts, "report/gaps")
	fmt.Println(w.Missing())
	// Output:
	// [report/gaps]
}
