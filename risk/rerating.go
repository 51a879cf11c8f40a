package risk

import "github.com/aimskit/aimskit/aims"

// Rerating is one thing that [Rerate] changed, or could not.
type Rerating struct {
	Code      aims.Code `json:"code"`
	Ref       aims.Ref  `json:"ref"`             // the risk, or the treatment
	State     State     `json:"state,omitempty"` // of the rating; absent for a treatment
	Axis      string    `json:"axis,omitempty"`  // likelihood, or the dimension; absent for the risk level
	From      Level     `json:"from,omitzero"`   // zero: there was none
	To        Level     `json:"to,omitzero"`     // zero: there is none
	FromLabel string    `json:"fromLabel,omitempty"`
	ToLabel   string    `json:"toLabel,omitempty"`
}

// The codes of what a rerating changes.
const (
	// AxisMoved: a likelihood or a consequence has another level, or stands on another dimension.
	AxisMoved aims.Code = "risk/axis-moved"
	// LevelMoved: a risk level has another number or label, or a rating has one no longer.
	LevelMoved aims.Code = "risk/level-moved"
	// DimensionDropped: a rating on a dimension is left out, since the new criteria do without it.
	DimensionDropped aims.Code = "risk/dimension-dropped"
	// DimensionAdded: the new criteria have a dimension that the rating says nothing about.
	DimensionAdded aims.Code = "risk/dimension-added"
	// RatingLeft: a rating was made with other criteria than the old ones, and is left as it is.
	RatingLeft aims.Code = "risk/rating-left"
	// EffectLeft: an effect counts levels of a scale that changes, and is left as it is.
	EffectLeft aims.Code = "risk/effect-left"
)

// axisLikelihood names the axis in reports; dimensions go by their ids.
const axisLikelihood = "likelihood"

// Args returns what the sentence speaks of.
func (r Rerating) Args() map[string]string {
	shown := func(l Level, label string) string {
		switch {
		case l == 0:
			return "none"
		case label != "":
			return label
		}
		return l.String()
	}
	return map[string]string{
		"record": r.Ref.ID, "state": string(r.State), "axis": r.Axis,
		"from": shown(r.From, r.FromLabel), "to": shown(r.To, r.ToLabel),
	}
}

// Sentence returns the English sentence with its arguments filled in.
func (r Rerating) Sentence() string {
	return aims.Problem{Code: r.Code, Args: r.Args(), Text: texts[r.Code]}.Sentence()
}
