package certification

import (
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// Policy is what a certification body fixes in numbers: limits of the
// standards it works by, and its own practice where they fix none. Beside
// every number stands where it comes from and how well that is known. It is a
// versioned value, stored with every decision: a body copies [Default],
// changes what it does otherwise, and gives the copy another name or version.
// The zero value is refused.
type Policy struct {
	Name    string `json:"name"`
	Version string `json:"version"`

	Cycle             Limit `json:"cycle"`             // of certification, from the decision on
	Validity          Limit `json:"validity"`          // how long before the end of the cycle the certificate's last day lies
	VerifyMajors      Limit `json:"verifyMajors"`      // after the last day of stage 2, until the implementation for a major is verified
	FirstSurveillance Limit `json:"firstSurveillance"` // after the initial decision, at the latest
	Restore           Limit `json:"restore"`           // after expiry, while outstanding recertification activities can be completed
	Suspension        Limit `json:"suspension"`        // after which a suspended certification is withdrawn or its scope reduced
	Bar               Limit `json:"bar"`               // after consultancy for the client, or internal audits of it
	TransferCeased    Limit `json:"transferCeased"`    // after the issuing body ceased or lost its accreditation

	Operating        Limit `json:"operating"`        // of the management system, before stage 2
	PlanWithin       Limit `json:"planWithin"`       // after a finding was issued, until the plan for it is there
	CloseWithin      Limit `json:"closeWithin"`      // after a finding was issued, until it is closed
	SurveillanceFrom Limit `json:"surveillanceFrom"` // after a decision, when surveillance is planned, at the earliest
	SurveillanceTo   Limit `json:"surveillanceTo"`   // and at the latest
	Recertification  Limit `json:"recertification"`  // before expiry, when the recertification audit is planned

	MinorsAtNextAudit Demand `json:"minorsAtNextAudit"` // what was done about a minor is verified at the next audit; else within CloseWithin
	NameStatement     Demand `json:"nameStatement"`     // the certificate names the version of the Statement of Applicability
	NotForLabelling   Demand `json:"notForLabelling"`   // and says that it does not authorize the labelling of products
}

// Limit is a length of time.
type Limit struct {
	Value      int        `json:"value"` // 0 to 1200
	Unit       Unit       `json:"unit"`
	Source     string     `json:"source"`  // with the clause, where there is one
	Edition    string     `json:"edition"` // of the source
	Confidence Confidence `json:"confidence"`
}

// Demand is something that a body asks for or not.
type Demand struct {
	Asked      aims.Answer `json:"asked"` // yes or no
	Source     string      `json:"source"`
	Edition    string      `json:"edition"`
	Confidence Confidence  `json:"confidence"`
}

// Unit is what a [Limit] counts.
type Unit string

// The units. A working day is any day from Monday to Friday: holidays are
// not known here.
const (
	Months      Unit = "months"
	Days        Unit = "days"
	WorkingDays Unit = "working-days"
)

var units = []Unit{Months, Days, WorkingDays}

// Known reports whether u is in the vocabulary.
func (u Unit) Known() bool { return u == Months || u == Days || u == WorkingDays }

// UnmarshalText reads months, days or working-days.
func (u *Unit) UnmarshalText(text []byte) error {
	return unmarshalName(u, text, "certification.Unit", units...)
}

// After returns the last day within the limit from a day on: 31 August and
// six months is the last day of February. An absent day stays absent.
func (l Limit) After(d aims.Date) aims.Date { return l.move(d, 1) }

// Before returns the day that lies the limit before another.
func (l Limit) Before(d aims.Date) aims.Date { return l.move(d, -1) }

func (l Limit) move(d aims.Date, way int) aims.Date {
	switch l.Unit {
	case Months:
		return d.AddMonths(way * l.Value)
	case WorkingDays:
		for n := l.Value; n > 0 && d != 0; {
			next := d.AddDays(way)
			if next == d { // the end of the calendar
				break
			}
			if d = next; workday(d) {
				n--
			}
		}
		return d
	}
	return d.AddDays(way * l.Value)
}

// workday reports whether a day is one from Monday to Friday; 0001-01-01 was a
// Monday.
func workday(d aims.Date) bool { return (d-1)%7 < 5 }

// Default returns the library's policy. What is marked C is the practice of
// one source, and there to be replaced.
func Default() Policy {
	const iso17021, iso42006 = "ISO/IEC 17021-1", "ISO/IEC 42006"
	const practice = "practice of certification bodies"
	rule := func(months int, clause string) Limit {
		return Limit{months, Months, iso17021 + ", " + clause, "2015", ConfidenceB}
	}
	habit := func(n int, unit Unit) Limit { return Limit{n, unit, practice, undated, ConfidenceC} }
	return Policy{
		Name: "default", Version: "1",
		Cycle:             rule(36, "9.1.3"),
		Validity:          habit(1, Days),
		VerifyMajors:      rule(6, "9.5.3.2"),
		FirstSurveillance: rule(12, "9.1.3.3"),
		Restore:           rule(6, "9.6.3.2.5"),
		Suspension:        rule(6, "9.6.5"),
		Bar:               rule(24, "5.2"),
		TransferCeased:    Limit{6, Months, "IAF MD 2", "2023", ConfidenceB},
		Operating:         habit(3, Months),
		PlanWithin:        habit(10, WorkingDays),
		CloseWithin:       habit(90, Days),
		SurveillanceFrom:  habit(9, Months),
		SurveillanceTo:    habit(10, Months),
		Recertification:   habit(3, Months),
		MinorsAtNextAudit: Demand{aims.Yes, practice, undated, ConfidenceC},
		NameStatement:     Demand{aims.Yes, iso42006 + ", 8.2.2", "2025", ConfidenceC},
		NotForLabelling:   Demand{aims.Yes, iso42006 + ", 8.2.2", "2025", ConfidenceC},
	}
}

// The codes of problems of a policy.
const (
	// PolicyMissing: a policy is empty.
	PolicyMissing aims.Code = "certification/policy-missing"
	// LimitRange: a limit is negative or longer than 1200 of its unit.
	LimitRange aims.Code = "certification/limit-range"
	// DemandOpen: a policy does not say whether it asks for something.
	DemandOpen aims.Code = "certification/demand-open"
	// LimitsSwapped: surveillance is planned to end before it begins, or after it is due.
	LimitsSwapped aims.Code = "certification/limits-swapped"
)

var policyTexts = map[aims.Code]string{
	PolicyMissing: "there is no policy; start from certification.Default() and change what the body does otherwise",
	LimitRange:    "the limit {got} does not lie between 0 and {max}",
	DemandOpen:    "{got} does not say whether this is asked for; write yes or no",
	LimitsSwapped: "{value} is less than {otherValue} of {other}; correct one of them",
}

const maxLimit = 1200

// Validate reports every problem of the policy.
func (p Policy) Validate() error {
	c := aims.Checker{Texts: policyTexts}
	if p == (Policy{}) {
		c.Add("", PolicyMissing)
		return c.Err()
	}
	c.Text("name", p.Name)
	c.Text("version", p.Version)
	for _, l := range []struct {
		name  string
		limit Limit
	}{
		{"cycle", p.Cycle},
		{"validity", p.Validity},
		{"verifyMajors", p.VerifyMajors},
		{"firstSurveillance", p.FirstSurveillance},
		{"restore", p.Restore},
		{"suspension", p.Suspension},
		{"bar", p.Bar},
		{"transferCeased", p.TransferCeased},
		{"operating", p.Operating},
		{"planWithin", p.PlanWithin},
		{"closeWithin", p.CloseWithin},
		{"surveillanceFrom", p.SurveillanceFrom},
		{"surveillanceTo", p.SurveillanceTo},
		{"recertification", p.Recertification},
	} {
		c.Nest(l.name, l.limit.Validate())
	}
	c.Nest("minorsAtNextAudit", p.MinorsAtNextAudit.Validate())
	c.Nest("nameStatement", p.NameStatement.Validate())
	c.Nest("notForLabelling", p.NotForLabelling.Validate())
	from, to, due := p.SurveillanceFrom, p.SurveillanceTo, p.FirstSurveillance
	if from.Unit == to.Unit && from.Value > to.Value {
		c.Add("surveillanceTo", LimitsSwapped, "value", to.String(), "other", "surveillanceFrom", "otherValue", from.String())
	}
	if to.Unit == due.Unit && to.Value > due.Value {
		c.Add("firstSurveillance", LimitsSwapped, "value", due.String(), "other", "surveillanceTo", "otherValue", to.String())
	}
	return c.Err()
}

// String returns the limit in words: "6 months".
func (l Limit) String() string { return strconv.Itoa(l.Value) + " " + string(l.Unit) }

// Validate reports missing and malformed fields.
func (l Limit) Validate() error {
	c := aims.Checker{Texts: policyTexts}
	if l.Value < 0 || l.Value > maxLimit {
		c.Add("value", LimitRange, "got", strconv.Itoa(l.Value), "max", strconv.Itoa(maxLimit))
	}
	aims.CheckWord(&c, "unit", l.Unit)
	checkSource(&c, l.Source, l.Edition, l.Confidence)
	return c.Err()
}

// Validate reports missing and malformed fields.
func (d Demand) Validate() error {
	c := aims.Checker{Texts: policyTexts}
	if d.Asked != aims.Yes && d.Asked != aims.No {
		c.Add("asked", DemandOpen, "got", d.Asked.String())
	}
	checkSource(&c, d.Source, d.Edition, d.Confidence)
	return c.Err()
}

func checkSource(c *aims.Checker, source, edition string, confidence Confidence) {
	c.Text("source", source)
	c.Text("edition", edition)
	aims.CheckWord(c, "confidence", confidence)
}
