package report

import (
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/internal/svg"
)

// Mapping writes what records of the supplied kinds can prove at best: the
// score that good records surely reach, the one that none can exceed, which
// kind to map next, and what of each requirement and control can be told. Its
// tables are mapping, next-kinds and provable; its figure is mapping.
func Mapping(m readiness.Meter, w Words) Document {
	d := newDraft(w, "mapping")
	d.say("mapping-intro")
	if len(m.Items) == 0 { // nothing was judged, so there is nothing to claim
		d.say("no-rules")
		return d.Document
	}
	d.warn("no-probability")
	d.heading("result")
	f := d.facts("mapping")
	f.fact("supplied", w.kinds(m.Kinds))
	f.fact("sure-score", w.percent(m.Sure.Score()))
	f.fact("most-score", w.percent(m.Most.Score()))
	d.add(f.Table)
	d.add(mappingFigure(m, w))
	d.heading("next-kinds")
	next := w.table("next-kinds", "kind", "adds", "wanted")
	for _, n := range m.Next {
		next.row(plain(w.kind(n.Kind)), plain(w.number(n.Adds)), plain(w.number(n.Wanted)))
	}
	d.addTable(next, "no-next-kinds")
	d.heading("provable")
	t := w.table("provable", "item", "item-title", "proof", "points-told", "missing-kinds")
	for _, i := range m.Items {
		proof := plain(w.word(i.Proof.String()))
		proof.Tone = map[readiness.Provability]Tone{readiness.Provable: Good, readiness.PartlyProvable: Fair, readiness.NotProvable: Bad}[i.Proof]
		if i.Open && i.Proof != readiness.NotProvable {
			proof.Lines = append(proof.Lines, w.text("ruled-out"))
		}
		t.row(plain(name(i.Key)), plain(w.title(i.Key, i.Title)), proof,
			plain(w.text("of", "part", w.number(i.Provable), "whole", w.number(i.Points))), plain(w.kinds(i.Missing)))
	}
	d.add(t)
	return d.Document
}

// kind names a kind of record.
func (w Words) kind(k aims.Kind) string {
	if t, ok := w.Texts[kindCode(k)]; ok {
		return t
	}
	return kindText(k)
}

func kindCode(k aims.Kind) aims.Code { return code("kind-" + string(k)) }

// kindText is the English name of a kind, which its word tells. What is no word
// stays as it is.
func kindText(k aims.Kind) string {
	text := strings.Replace(strings.ReplaceAll(string(k), "-", " "), "ai ", "AI ", 1)
	if strings.TrimSpace(text) == "" {
		return string(k)
	}
	return text
}

func (w Words) kinds(list []aims.Kind) string {
	texts := make([]string, len(list))
	for i, k := range list {
		texts[i] = w.kind(k)
	}
	return strings.Join(texts, ", ")
}

func mappingFigure(m readiness.Meter, w Words) Figure {
	caption := w.text("figure-mapping-text", "sure", w.percent(m.Sure.Score()), "most", w.percent(m.Most.Score()))
	sure, most := m.Sure.Score().InexactFloat64(), m.Most.Score().InexactFloat64()
	bars := svg.Bars{
		Title: w.text("figure-mapping"), Description: caption, Axis: svg.Axis{Min: 0, Max: 1, Format: svg.Percent},
		Legend: []svg.Key{{Color: shownColor, Label: w.text("sure-score")}, {Color: openColor, Label: w.text("most-score")}},
		Note:   w.text("no-probability"),
		Bars: []svg.Bar{{
			Label: w.text("all"), Text: w.text("from-to", "from", w.percent(m.Sure.Score()), "to", w.percent(m.Most.Score())),
			Segments: []svg.Segment{{To: sure, Color: shownColor}, {From: sure, To: max(sure, most), Color: openColor}},
		}},
	}
	return Figure{Name: "mapping", Caption: caption, picture: bars.Picture()}
}
