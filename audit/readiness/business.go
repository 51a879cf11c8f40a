package readiness

import (
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// BusinessCase is what certification costs and brings, over a number of months
// from the first day of work. Each figure is a range with both bounds, and the
// library supplies none: what nobody knows is asked for, not assumed. What is
// not needed is given as 0 to 0. Money is not discounted.
type BusinessCase struct {
	Currency string `json:"currency"` // an ISO 4217 code
	Months   int    `json:"months"`   // how far it looks, 1 to 600

	// Spent once, and counted from the first month.
	Standard       aims.Range `json:"standard"`       // the text of the standard
	Implementation aims.Range `json:"implementation"` // the work until the certificate, own and bought
	Audit          aims.Range `json:"audit"`          // stage 1 and stage 2
	// Certificate is how many months it takes to the certificate.
	Certificate MonthRange `json:"certificate"`
	// Upkeep is spent each year from the certificate on: surveillance audits,
	// people, tools. A twelfth of it falls on each month.
	Upkeep   aims.Range `json:"upkeep"`
	Benefits []Benefit  `json:"benefits,omitempty"`
}

// MonthRange is a number of months that lies between two, both included.
type MonthRange struct {
	From int `json:"from"`
	To   int `json:"to"`
}

// Benefit is what certification brings, once or each year.
type Benefit struct {
	Title string `json:"title"`
	// Either is given: Once comes in one month; Yearly by twelfths, in each
	// month from then on.
	Once   aims.Range `json:"once,omitzero"`
	Yearly aims.Range `json:"yearly,omitzero"`
	// After is how many whole months after the certificate it begins; 0: in
	// the month after it.
	After int `json:"after,omitempty"`
}

const maxMonths = 600

// The codes of problems of a business case.
const (
	// MonthsRange: a number of months lies outside of its limits, or a range of months is reversed.
	MonthsRange aims.Code = "readiness/months-range"
	// BenefitKind: a benefit comes neither once nor each year, or both.
	BenefitKind aims.Code = "readiness/benefit-kind"
)

// Validate reports every problem of the business case.
func (b BusinessCase) Validate() error {
	c := aims.Checker{Texts: planTexts}
	checkCurrency(&c, "currency", b.Currency)
	checkMonths(&c, "months", b.Months, 1)
	checkMoney(&c, "standard", b.Standard)
	checkMoney(&c, "implementation", b.Implementation)
	checkMoney(&c, "audit", b.Audit)
	checkMonths(&c, "certificate/from", b.Certificate.From, 1)
	checkMonths(&c, "certificate/to", b.Certificate.To, b.Certificate.From)
	checkMoney(&c, "upkeep", b.Upkeep)
	for i, v := range b.Benefits {
		in := aims.Field("benefits", i)
		c.Text(in+"/title", v.Title)
		switch once, yearly := !v.Once.IsZero(), !v.Yearly.IsZero(); {
		case once == yearly:
			c.Add(in, BenefitKind)
		case once:
			checkMoney(&c, in+"/once", v.Once)
		default:
			checkMoney(&c, in+"/yearly", v.Yearly)
		}
		checkMonths(&c, in+"/after", v.After, 0)
	}
	return c.Err()
}

func checkMonths(c *aims.Checker, field string, n, least int) {
	if n < least || n > maxMonths {
		c.Add(field, MonthsRange, "got", strconv.Itoa(n), "least", strconv.Itoa(least), "most", strconv.Itoa(maxMonths))
	}
}

// checkMoney checks a range of money with both bounds.
func checkMoney(c *aims.Checker, field string, r aims.Range) {
	checkBound(c, field+"/atLeast", r.AtLeast)
	checkBound(c, field+"/atMost", r.AtMost)
	c.Nest(field, r.Validate())
}

func checkBound(c *aims.Checker, field string, a aims.Amount) {
	if !a.Known() {
		c.Add(field, aims.Missing)
	}
	c.Count(field, a)
}

// BusinessOutcome is what a [BusinessCase] comes to. All ranges are as wide as
// the figures make them: no case within the ranges given lies outside.
type BusinessOutcome struct {
	Currency string `json:"currency"`
	Months   int    `json:"months"`
	// Cost, Benefit and Net add up all months; rounded outwards to two places.
	Cost    aims.Range `json:"cost"`
	Benefit aims.Range `json:"benefit"`
	Net     aims.Range `json:"net"` // benefit without cost
	// Pays says whether the benefits cover the costs within the months: yes,
	// no, or unknown where it depends on what turns out within the ranges.
	Pays aims.Answer `json:"pays"`
	// BreakEven is the first month at whose end the benefits so far cover the
	// costs so far, from the best case to the worst; 0 stands for "not within
	// the months".
	BreakEven MonthRange `json:"breakEven"`
}
