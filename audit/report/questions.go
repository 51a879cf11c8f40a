package report

import (
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
)

// Questions writes what to find out next: of what nothing is known, that which
// narrows the bounds of the score most for its effort comes first. It fits
// behind a readiness report; see [Document.With]. Its table is questions.
func Questions(list []readiness.Question, w Words) Document {
	d := newDraft(w, "questions")
	d.Contents = ""
	d.say("questions-intro")
	t := w.table("questions", "item", "item-title", "narrows", "narrows-excluded", "person-days", "best-answer", "worst-answer", "waiting-gates")
	for _, q := range list {
		t.row(plain(name(q.Key)), plain(w.title(q.Key, catalogued(q.Key))), plain(w.known(q.Narrows)), plain(w.known(q.NarrowsExcluded)), plain(w.amount(q.Effort)),
			plain(w.answered(q, aims.Conforms)), plain(w.answered(q, aims.MajorGap)), plain(w.gates(q)))
	}
	d.addTable(t, "no-questions")
	return d.Document
}

// known writes a share; nothing for an unknown one.
func (w Words) known(a aims.Amount) string {
	v, ok := a.Value()
	if !ok {
		return ""
	}
	return w.percent(v)
}

// answered says between what the score then lies.
func (w Words) answered(q readiness.Question, v aims.Verdict) string {
	for _, o := range q.Outcomes {
		if o.Verdict == v && !o.Excluded {
			return w.text("from-to", "from", w.percent(o.Total.Score()), "to", w.percent(o.Total.Upper()))
		}
	}
	return ""
}

func (w Words) gates(q readiness.Question) string {
	list := make([]string, len(q.Gates))
	for i, g := range q.Gates {
		list[i] = w.word(g.String())
	}
	return strings.Join(list, ", ")
}
