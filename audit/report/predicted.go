package report

import (
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
)

// Predicted writes the findings that an auditor would likely raise, each with
// the record that would dissolve it. The grade of a finding stays the
// auditor's. It fits behind a readiness report; see [Document.With]. Its table
// is predicted.
func Predicted(list []readiness.PredictedFinding, w Words) Document {
	d := newDraft(w, "predicted")
	d.Contents = ""
	d.say("predicted-intro")
	t := w.table("predicted", "item", "item-title", "grade", "statement", "seen-records", "remedy", "remedy-kind")
	for _, p := range list {
		t.row(plain(w.place(p)), plain(w.title(p.Key, p.Title)), w.grade(p.Grade), plain(w.found(p)), plain(refs(p.Seen)),
			plain(w.sentence(p.Remedy.Code, p.Remedy.Text, p.Remedy.Args), refs(p.Remedy.Records)), plain(w.kind(p.Remedy.Kind)))
	}
	d.addTable(t, "no-predicted")
	return d.Document
}

// place names the points that a finding is about, or the whole requirement or
// control: "5.2/a, b".
func (w Words) place(p readiness.PredictedFinding) string {
	if len(p.Points) == 0 {
		return name(p.Key)
	}
	list := make([]string, len(p.Points))
	for i, k := range p.Points {
		list[i] = name(k)
		if _, letter, ok := strings.Cut(k.ID, "/"); ok && i > 0 {
			list[i] = letter
		}
	}
	return strings.Join(list, ", ")
}

// found is the statement of an auditor. A reason has another sentence there
// than in a list of gaps, so it has a code of its own.
func (w Words) found(p readiness.PredictedFinding) string {
	return w.sentence(findingCode(p.Code), p.Text, p.Args)
}

// findingCode is the code of what an auditor says of a reason.
func findingCode(reason aims.Code) aims.Code { return code("finding-" + string(reason)) }
