package controls

import (
	"fmt"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// Date draws a day near [At], or none.
func Date() *rapid.Generator[aims.Date] {
	return rapid.Custom(func(t *rapid.T) aims.Date {
		if rapid.Bool().Draw(t, "absent") {
			return 0
		}
		return day(At).AddDays(rapid.IntRange(-40, 40).Draw(t, "days"))
	})
}

func text() *rapid.Generator[string] {
	return rapid.SampledFrom([]string{
		"", " ", "n/a", "TBD", "R-12", "not relevant", "Risk assessment", "contract with the hospital, section 4",
		"Nobody here trains a model; all of them are bought.", "当社はモデルを訓練せず購入する", "naïve — «quoted»\nand broken",
	})
}

func ids[T ~string](prefix string, most int) *rapid.Generator[[]T] {
	return rapid.Custom(func(t *rapid.T) []T {
		n := rapid.SliceOfNDistinct(rapid.IntRange(1, 4), 0, most, rapid.ID).Draw(t, prefix)
		var list []T
		for _, i := range n {
			list = append(list, T(fmt.Sprintf("%s-%d", prefix, i)))
		}
		return list
	})
}

// Reason draws a reason.
func Reason() *rapid.Generator[controls.Reason] {
	return rapid.Custom(func(t *rapid.T) controls.Reason {
		r := controls.Reason{
			Kind: rapid.SampledFrom([]controls.ReasonKind{
				controls.RiskAssessment, controls.Legal, controls.Contractual, controls.BestPractice,
			}).Draw(t, "kind"),
			Reference: text().Draw(t, "reference"),
		}
		if rapid.Bool().Draw(t, "record") {
			r.Ref = aims.Ref{Kind: aims.KindObligation, ID: "o-1"}
		}
		return r
	})
}

// Exclusion draws an exclusion, in general or for named systems.
func Exclusion(general bool) *rapid.Generator[controls.Exclusion] {
	return rapid.Custom(func(t *rapid.T) controls.Exclusion {
		e := controls.Exclusion{
			Ground: rapid.SampledFrom([]controls.Ground{
				"", controls.NoRisk, controls.ActivityNotPerformed, controls.NoExternalRequirement,
			}).Draw(t, "ground"),
			Text:  text().Draw(t, "text"),
			Until: Date().Draw(t, "until"),
		}
		if !general {
			e.Systems = append([]aims.SystemID{"s-0"}, ids[aims.SystemID]("s", 2).Draw(t, "systems")...)
		}
		return e
	})
}

// Row draws a row that Validate accepts.
func Row(control aims.Key) *rapid.Generator[controls.Row] {
	return rapid.Custom(func(t *rapid.T) controls.Row {
		r := controls.Row{
			Control: control,
			Applicability: rapid.SampledFrom([]controls.Applicability{
				controls.Undecided, controls.Applicable, controls.Applicable, controls.Excluded,
			}).Draw(t, "applicability"),
			Reasons:  list(t, "reasons", Reason()),
			Status:   controls.Status(rapid.IntRange(0, 3).Draw(t, "status")),
			Since:    Date().Draw(t, "since"),
			Due:      Date().Draw(t, "due"),
			Evidence: ids[aims.EvidenceID]("e", 2).Draw(t, "evidence"),
			Note:     text().Draw(t, "note"),
		}
		if rapid.Bool().Draw(t, "owned") {
			r.Owner = "p-lead"
		}
		r.Exclusions = list(t, "exclusions", Exclusion(r.Applicability == controls.Excluded))
		return r
	})
}

// Keys returns the controls of a catalogue.
func Keys(c controls.Catalogue) []aims.Key {
	var keys []aims.Key
	for control := range c.All() {
		keys = append(keys, control.Key)
	}
	return keys
}

// list draws a short list; an empty one is nil.
func list[T any](t *rapid.T, name string, g *rapid.Generator[T]) []T {
	if l := rapid.SliceOfN(g, 0, 2).Draw(t, name); len(l) > 0 {
		return l
	}
	return nil
}

// Statement draws a statement over a catalogue that Validate accepts, with at
// most most rows, in any order.
func Statement(c controls.Catalogue, most int) *rapid.Generator[controls.Statement] {
	return rapid.Custom(func(t *rapid.T) controls.Statement {
		s := controls.Statement{
			ID:       "soa-1",
			Recorded: Date().Draw(t, "recorded"),
			Version:  rapid.SampledFrom([]string{"1.0", "1.1"}).Draw(t, "version"),
			Scope:    rapid.SampledFrom([]aims.ScopeID{"", "scope-1"}).Draw(t, "scope"),
		}
		keys := Keys(c)
		for _, key := range rapid.SliceOfNDistinct(rapid.SampledFrom(keys), 0, most, rapid.ID).Draw(t, "controls") {
			s.Rows = append(s.Rows, Row(key).Draw(t, key.ID))
		}
		on := day(At)
		for range rapid.IntRange(0, 3).Draw(t, "decisions") {
			on = on.AddDays(rapid.IntRange(0, 9).Draw(t, "days"))
			s.Decisions = append(s.Decisions, controls.Decision{
				On: on, By: "p-cto", Control: rapid.SampledFrom(keys).Draw(t, "control"),
				To:  rapid.SampledFrom([]controls.Applicability{controls.Undecided, controls.Applicable, controls.Excluded}).Draw(t, "to"),
				Why: "because",
			})
		}
		if rapid.Bool().Draw(t, "approved") {
			s = Approve(s)
			s.Approvals[0].Until = 0
		}
		if rapid.Bool().Draw(t, "extended") {
			s.Ext = map[string]string{"colour": text().Draw(t, "ext")}
		}
		return s
	})
}

// EvidenceFor draws evidence e-1 to e-4 in any state for any of the controls.
func EvidenceFor(keys []aims.Key) *rapid.Generator[Evidence] {
	return rapid.Custom(func(t *rapid.T) Evidence {
		all := Evidence{}
		for i := range 4 {
			if rapid.Bool().Draw(t, "absent") {
				continue
			}
			e := Accepted(rapid.SampledFrom(keys).Draw(t, "for"))
			e.ID = aims.EvidenceID(fmt.Sprintf("e-%d", i+1))
			e.Collected, e.Expires = Date().Draw(t, "collected"), Date().Draw(t, "expires")
			for j := range e.Judgments {
				e.Judgments[j].Accepted = rapid.SampledFrom([]aims.Answer{aims.Yes, aims.Yes, aims.No}).Draw(t, "accepted")
			}
			for _, key := range keys {
				if rapid.Bool().Draw(t, "judged") {
					e.Judgments = append(e.Judgments, aims.Judgment{
						For: key, On: day(At), By: "p-quality",
						Accepted: rapid.SampledFrom([]aims.Answer{aims.Yes, aims.No}).Draw(t, "verdict"),
					})
				}
			}
			all[e.ID] = e
		}
		return all
	})
}
