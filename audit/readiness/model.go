package readiness

import (
	"maps"
	"strconv"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
)

// Model is a versioned way to count: what each part and each verdict is
// worth. It is stored with every report. The zero value is refused; see
// [Default].
type Model struct {
	Name    string `json:"name"`
	Version string `json:"version"`
	// Requirements and Controls are the weights of the two parts of the
	// score, in thousandths; together 1000. Inside a part all items weigh
	// the same.
	Requirements int `json:"requirements"`
	Controls     int `json:"controls"`
	// Credits is what a verdict earns, in thousandths of the item's weight.
	Credits Credits `json:"credits"`
	// Certification is the policy of the certification body that the gates
	// are judged by.
	Certification certification.Policy `json:"certification"`
}

// Credits is what each known verdict earns, in thousandths: 0 ≤ MajorGap ≤
// MinorGap ≤ Conforms ≤ 1000. What is unknown earns nothing in the score and
// everything in its upper bound, and no model can change that.
type Credits struct {
	Conforms int `json:"conforms"`
	MinorGap int `json:"minorGap"`
	MajorGap int `json:"majorGap"`
}

// Default returns the library's model. The 32 requirements carry 60 % of the
// score and the applicable controls 40 %, since a control can be excluded
// and a requirement cannot; a minor gap earns half, because the element
// exists and is in use; a major gap earns nothing. These numbers are the
// library's own convention: the standard knows no score.
func Default() Model {
	return Model{
		Name: "default", Version: "1", Requirements: 600, Controls: 400,
		Credits:       Credits{Conforms: 1000, MinorGap: 500, MajorGap: 0},
		Certification: certification.Default(),
	}
}

// The codes of problems of a model.
const (
	// WeightsSum: the weights of the two parts are negative or do not add up to 1000.
	WeightsSum aims.Code = "readiness/weights-sum"
	// CreditsOrder: the credits do not rise from major gap to conformity within 0 and 1000.
	CreditsOrder aims.Code = "readiness/credits-order"
)

var texts = map[aims.Code]string{
	WeightsSum:   "the weights {requirements} and {controls} must not be negative and must add up to 1000",
	CreditsOrder: "the credits {major}, {minor}, {conforms} must rise from major gap to conformity, within 0 and 1000",
}

// Sentences returns the English sentence template of every problem code of
// this package, for hosts that translate them.
func Sentences() map[aims.Code]string {
	all := maps.Clone(texts)
	maps.Copy(all, planTexts)
	maps.Copy(all, trialTexts)
	maps.Copy(all, timeTexts)
	return all
}

// Validate reports every problem of the model.
func (m Model) Validate() error {
	c := aims.Checker{Texts: texts}
	c.Text("name", m.Name)
	c.Text("version", m.Version)
	if m.Requirements < 0 || m.Controls < 0 || m.Requirements > 1000 || m.Requirements+m.Controls != 1000 {
		c.Add("requirements", WeightsSum, "requirements", strconv.Itoa(m.Requirements), "controls", strconv.Itoa(m.Controls))
	}
	cr := m.Credits
	if cr.MajorGap < 0 || cr.MinorGap < cr.MajorGap || cr.Conforms < cr.MinorGap || cr.Conforms > 1000 || cr.Conforms <= cr.MajorGap {
		c.Add("credits", CreditsOrder, "major", strconv.Itoa(cr.MajorGap), "minor", strconv.Itoa(cr.MinorGap), "conforms", strconv.Itoa(cr.Conforms))
	}
	c.Nest("certification", m.Certification.Validate())
	return c.Err()
}

// credit returns what a known verdict earns, in thousandths.
func (m Model) credit(v aims.Verdict) int64 {
	switch v {
	case aims.Conforms:
		return int64(m.Credits.Conforms)
	case aims.MinorGap:
		return int64(m.Credits.MinorGap)
	}
	return int64(m.Credits.MajorGap)
}
