package readiness

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

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
	// Maturity is the most that an item earns by how mature its practice is
	// said to be; absent where maturity counts nowhere, as in [Default]. It only
	// takes away: no level makes anything conform, and an item of which nobody
	// said how mature it is keeps open what its verdict would earn.
	Maturity MaturityCredits `json:"maturity,omitzero"`
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

// MaturityCredits is what each level of [aims.Maturity] earns at most, in thousandths:
// 0 ≤ L0 ≤ … ≤ L5 ≤ 1000. The zero value means that maturity does not count.
type MaturityCredits struct {
	L0 int `json:"l0"`
	L1 int `json:"l1"`
	L2 int `json:"l2"`
	L3 int `json:"l3"`
	L4 int `json:"l4"`
	L5 int `json:"l5"`
}

// levels returns what the levels earn, from L0 on.
func (m MaturityCredits) levels() [6]int { return [...]int{m.L0, m.L1, m.L2, m.L3, m.L4, m.L5} }

// credit returns what a known level earns at most, in thousandths.
func (m MaturityCredits) credit(l aims.Maturity) int64 { return int64(m.levels()[l-aims.Incomplete]) }

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

// ByMaturity returns the variant of [Default] that counts how mature the practice
// of what conforms is said to be: each level above L0 earns a fifth, so that only
// what is improved on purpose earns all. These numbers, too, are the library's
// own convention; the standard asks for no level.
func ByMaturity() Model {
	m := Default()
	m.Name = "by-maturity"
	m.Maturity = MaturityCredits{L1: 200, L2: 400, L3: 600, L4: 800, L5: 1000}
	return m
}

// The codes of problems of a model.
const (
	// WeightsSum: the weights of the two parts are negative or do not add up to 1000.
	WeightsSum aims.Code = "readiness/weights-sum"
	// CreditsOrder: the credits do not rise from major gap to conformity within 0 and 1000.
	CreditsOrder aims.Code = "readiness/credits-order"
	// MaturityOrder: what the levels of maturity earn does not rise within 0 and 1000.
	MaturityOrder aims.Code = "readiness/maturity-order"
)

var texts = map[aims.Code]string{
	WeightsSum:    "the weights {requirements} and {controls} must not be negative and must add up to 1000",
	CreditsOrder:  "the credits {major}, {minor}, {conforms} must rise from major gap to conformity, within 0 and 1000",
	MaturityOrder: "what the levels earn, {levels}, must rise from L0 to L5, within 0 and 1000",
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
	if levels := m.Maturity.levels(); !slices.IsSorted(levels[:]) || levels[0] < 0 || levels[5] > 1000 {
		c.Add("maturity", MaturityOrder, "levels", strings.Trim(fmt.Sprint(levels), "[]"))
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
