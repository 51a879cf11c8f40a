package impact

import (
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// Measure is something that is done against harm (8.4, ISO/IEC 42005). It
// gets credit for a harm only once it works and evidence of that is accepted;
// see [Evaluate].
type Measure struct {
	ID        MeasureID        `json:"id"`
	Title     string           `json:"title"`
	Controls  []aims.Key       `json:"controls,omitempty"`  // what it puts in place
	Treatment risk.TreatmentID `json:"treatment,omitempty"` // the treatment of the risk register that it is
	Owner     aims.PersonID    `json:"owner,omitempty"`
	Due       aims.Date        `json:"due,omitzero"`
	Credits   []Credit         `json:"credits,omitempty"` // none: it is not said to lower any harm

	// What became of it.
	Implemented   aims.Date         `json:"implemented,omitzero"`    // the day from which it works
	Ended         aims.Date         `json:"ended,omitzero"`          // last day on which it works
	Evidence      []aims.EvidenceID `json:"evidence,omitempty"`      // that it is in place
	Effectiveness []aims.Evaluation `json:"effectiveness,omitempty"` // whether it does what it is for
}

// Credit is by how many levels a measure lowers a harm on each scale. The
// credits of several measures add up, and end at level 1.
type Credit struct {
	Impact          ImpactID `json:"impact"`
	Scale           int      `json:"scale,omitzero"`
	Scope           int      `json:"scope,omitzero"`
	Irremediability int      `json:"irremediability,omitzero"`
	Likelihood      int      `json:"likelihood,omitzero"`
}

// The codes of problems with a measure.
const (
	// CreditOutside: a measure lowers by a number of levels that no scale has.
	CreditOutside aims.Code = "impact/credit-outside"
	// CreditStray: a measure lowers an impact that is no harm.
	CreditStray aims.Code = "impact/credit-stray"
)

// Validate reports missing and malformed fields.
func (m Measure) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", m.ID)
	c.Text("title", m.Title)
	c.Keys("controls", m.Controls)
	aims.CheckOptionalID(&c, "treatment", m.Treatment)
	aims.CheckOptionalID(&c, "owner", m.Owner)
	c.OptionalDate("due", m.Due)
	for i, q := range m.Credits {
		in := c.In("credits", i)
		aims.CheckID(in, "impact", q.Impact)
		for _, by := range q.axes() {
			if most := int(risk.MaxLevel) - 1; by.n < 0 || by.n > most {
				in.Add(by.name, CreditOutside, "got", strconv.Itoa(by.n), "max", strconv.Itoa(most))
			}
		}
	}
	checkUnlike(&c, "credits", "impact", m.Credits, func(q Credit) ImpactID { return q.Impact })
	c.OptionalDate("implemented", m.Implemented)
	c.OptionalDate("ended", m.Ended)
	c.NotBefore("ended", m.Ended, "implemented", m.Implemented)
	aims.CheckIDs(&c, "evidence", m.Evidence)
	aims.CheckEach(&c, "effectiveness", m.Effectiveness)
	return c.Err()
}

type lowering struct {
	name string
	n    int
}

func (q Credit) axes() [4]lowering {
	return [4]lowering{
		{"scale", q.Scale},
		{"scope", q.Scope},
		{"irremediability", q.Irremediability},
		{"likelihood", q.Likelihood},
	}
}

// content returns the measure as it was decided, without what became of it.
func (m Measure) content() Measure {
	m.Implemented, m.Ended, m.Evidence, m.Effectiveness = 0, 0, nil, nil
	m.Controls = slices.SortedFunc(slices.Values(m.Controls), aims.Key.Compare)
	m.Credits = byID(m.Credits, func(q Credit) ImpactID { return q.Impact })
	return m
}

func (m Measure) links(l *aims.Linker) {
	aims.Link(l, "treatment", risk.KindTreatment, m.Treatment)
	aims.Link(l, "owner", aims.KindPerson, m.Owner)
	aims.LinkAll(l, "evidence", aims.KindEvidence, m.Evidence)
	aims.LinkEvaluations(l, "effectiveness", m.Effectiveness)
}
