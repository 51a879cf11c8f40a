package risk

import (
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// Treatment is one measure against risks (6.1.3, 8.3). A control that was in
// place before anybody wrote a register is a treatment as well: one that is
// implemented.
type Treatment struct {
	ID       TreatmentID `json:"id"`
	Recorded aims.Date   `json:"recorded,omitzero"`
	Title    string      `json:"title"`

	// What is to be done; see [Treatment.Content].
	Option       Option          `json:"option"`
	Risks        []RiskID        `json:"risks,omitempty"`
	Controls     []aims.Key      `json:"controls,omitempty"` // what it puts in place
	Systems      []aims.SystemID `json:"systems,omitempty"`  // the systems that it is for; empty: no particular ones
	Actions      []aims.Action   `json:"actions,omitempty"`
	Process      aims.ProcessID  `json:"process,omitempty"`      // the process of the management system in which it is carried out (6.1.1)
	HowEvaluated string          `json:"howEvaluated,omitempty"` // how it will be told whether it works
	Owner        aims.PersonID   `json:"owner,omitempty"`
	Due          aims.Date       `json:"due,omitzero"`
	Cost         aims.Amount     `json:"cost,omitzero"`
	Currency     string          `json:"currency,omitempty"` // of the cost: an ISO 4217 code
	Effects      []Effect        `json:"effects,omitempty"`  // none: it is not said to lower any rating

	// What became of it.
	Implemented   aims.Date         `json:"implemented,omitzero"`    // the day from which it works
	Ended         aims.Date         `json:"ended,omitzero"`          // last day on which it works
	Evidence      []aims.EvidenceID `json:"evidence,omitempty"`      // that it is in place
	Effectiveness []aims.Evaluation `json:"effectiveness,omitempty"` // whether it does what it is for
	Ext           map[string]string `json:"ext,omitempty"`           // the host's own; no rule reads it
}

// Effect is by how many levels a treatment lowers the ratings of a risk. The
// effects of several treatments add up, and end at level 1.
type Effect struct {
	Risk         RiskID    `json:"risk,omitempty"` // absent: each risk of the treatment that has no effect of its own here
	Likelihood   int       `json:"likelihood,omitzero"`
	Consequences []Lowered `json:"consequences,omitempty"`
}

// Lowered is by how many levels a consequence falls on one dimension.
type Lowered struct {
	Dimension DimensionID `json:"dimension"`
	By        int         `json:"by"`
}

// The codes of problems with a treatment.
const (
	// EffectOutside: an effect lowers by a number of levels that no scale has.
	EffectOutside aims.Code = "risk/effect-outside"
	// EffectStray: an effect is on a risk that the treatment does not treat.
	EffectStray aims.Code = "risk/effect-stray"
	// CurrencyMalformed: a currency is not three capital letters.
	CurrencyMalformed aims.Code = "risk/currency-malformed"
	// CurrencyMissing: a cost is given without its currency.
	CurrencyMissing aims.Code = "risk/currency-missing"
)

// Content returns what the approval of a plan binds: the measure as it was
// decided, without what became of it.
func (t Treatment) Content() Treatment {
	t.Recorded, t.Implemented, t.Ended = 0, 0, 0
	t.Evidence, t.Effectiveness, t.Ext = nil, nil, nil
	t.Actions = aims.PlannedActions(t.Actions)
	return t
}

// effectsByRisk returns the place of the effect on each risk that has its own,
// and of the one for all others, or -1.
func (t *Treatment) effectsByRisk() (own map[RiskID]int, all int) {
	all = -1
	for i, e := range t.Effects {
		if e.Risk == "" {
			all = i
			continue
		}
		if own == nil {
			own = make(map[RiskID]int, len(t.Effects))
		}
		own[e.Risk] = i
	}
	return own, all
}

// Ref names the record.
func (t Treatment) Ref() aims.Ref { return aims.Ref{Kind: KindTreatment, ID: string(t.ID)} }

// Since returns the day from which the record exists.
func (t Treatment) Since() aims.Date { return t.Recorded }

// Validate reports every problem inside the record.
func (t Treatment) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", t.ID)
	c.OptionalDate("recorded", t.Recorded)
	c.Text("title", t.Title)
	aims.CheckWord(&c, "option", t.Option)
	aims.CheckIDs(&c, "risks", t.Risks)
	c.Keys("controls", t.Controls)
	aims.CheckIDs(&c, "systems", t.Systems)
	aims.CheckEach(&c, "actions", t.Actions)
	aims.CheckOptionalID(&c, "process", t.Process)
	c.OptionalText("howEvaluated", t.HowEvaluated)
	aims.CheckOptionalID(&c, "owner", t.Owner)
	c.OptionalDate("due", t.Due)
	c.Count("cost", t.Cost)
	switch {
	case t.Currency != "" && !currency(t.Currency):
		c.Add("currency", CurrencyMalformed, "got", clip(t.Currency))
	case t.Currency == "" && t.Cost.Known():
		c.Add("currency", CurrencyMissing)
	}
	t.checkEffects(&c)
	c.OptionalDate("implemented", t.Implemented)
	c.OptionalDate("ended", t.Ended)
	c.NotBefore("ended", t.Ended, "implemented", t.Implemented)
	aims.CheckIDs(&c, "evidence", t.Evidence)
	aims.CheckEach(&c, "effectiveness", t.Effectiveness)
	return c.Err()
}

func (t *Treatment) checkEffects(c *aims.Checker) {
	if len(t.Effects) == 0 {
		return
	}
	treated := make(map[RiskID]bool, len(t.Risks))
	for _, id := range t.Risks {
		treated[id] = true
	}
	seen := make(map[RiskID]bool, len(t.Effects))
	for i, e := range t.Effects {
		in := c.In("effects", i)
		aims.CheckOptionalID(in, "risk", e.Risk)
		switch {
		case seen[e.Risk] && e.Risk == "":
			in.Add("", aims.Twice, "value", "an effect on each risk")
		case seen[e.Risk]:
			in.Add("risk", aims.Twice, "value", string(e.Risk))
		case e.Risk != "" && aims.ValidID(string(e.Risk)) && !treated[e.Risk]:
			in.Add("risk", EffectStray, "got", string(e.Risk))
		}
		seen[e.Risk] = true
		checkEffect(in, "likelihood", e.Likelihood)
		for j, low := range e.Consequences {
			at := in.In("consequences", j)
			aims.CheckID(at, "dimension", low.Dimension)
			same := func(m Lowered) bool { return m.Dimension == low.Dimension }
			if low.Dimension != "" && slices.IndexFunc(e.Consequences, same) < j {
				at.Add("dimension", aims.Twice, "value", string(low.Dimension))
			}
			checkEffect(at, "by", low.By)
		}
	}
}

func checkEffect(c *aims.Checker, field string, by int) {
	if most := int(MaxLevel) - 1; by < 0 || by > most {
		c.Add(field, EffectOutside, "got", strconv.Itoa(by), "max", strconv.Itoa(most))
	}
}

// Links visits the references of the record.
func (t Treatment) Links(l *aims.Linker) {
	aims.LinkAll(l, "risks", KindRisk, t.Risks)
	aims.LinkAll(l, "systems", aims.KindSystem, t.Systems)
	aims.LinkActions(l, "actions", t.Actions)
	aims.Link(l, "process", aims.KindProcess, t.Process)
	aims.Link(l, "owner", aims.KindPerson, t.Owner)
	for i, e := range t.Effects {
		l.In("effects", i, func(l *aims.Linker) { aims.Link(l, "risk", KindRisk, e.Risk) })
	}
	aims.LinkAll(l, "evidence", aims.KindEvidence, t.Evidence)
	aims.LinkEvaluations(l, "effectiveness", t.Effectiveness)
}
