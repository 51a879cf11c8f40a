package impact

import (
	"errors"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// The errors of [Evaluate] besides [aims.InvalidError].
var (
	// ErrNoDay is returned when an assessment is to be judged at no day.
	ErrNoDay = errors.New("impact: no day to judge the assessment at")
	// ErrNotYet is returned when an assessment was recorded, or made, after the day.
	ErrNotYet = errors.New("impact: the assessment is of a later day")
)

// MethodOther: an assessment was made with another method than it is judged by.
const MethodOther aims.Code = "impact/method-other"

// ValidateAgainst reports everything in the assessment that does not fit the
// method: its digest, levels that are not on the scales, and uses that it does
// not list. What [Assessment.Validate] reports is passed over.
func (a Assessment) ValidateAgainst(m Method) error {
	digest, err := m.Digest()
	if err != nil {
		return err
	}
	return a.fits(&m, digest)
}

// fits is [Assessment.ValidateAgainst] with the digest of the method.
func (a Assessment) fits(m *Method, digest aims.Digest) error {
	c := aims.Checker{Texts: texts}
	checkMethod(&c, a.Method, digest)
	uses := listed("uses of the method", m.Uses, func(u ListedUse) UseID { return u.ID })
	for i, u := range a.Scope.Uses {
		uses.check(c.In("scope/uses", i), "use", u.Use)
	}
	tops := m.tops()
	check := func(c *aims.Checker, field string, r Rating) {
		for k, l := range r.axes() {
			if l.level <= risk.MaxLevel {
				checkLevel(c, field+"/"+l.name, l.level, tops[k])
			}
		}
	}
	for i, p := range a.Impacts {
		in := c.In("impacts", i)
		check(in, "inherent", p.Inherent)
		if p.Residual != nil {
			check(in, "residual", *p.Residual)
		}
	}
	return c.Err()
}

// checkMethod reports the digest of another method.
func checkMethod(c *aims.Checker, got, want aims.Digest) {
	if got != "" && got != want {
		c.Add("method", MethodOther, "got", clip(string(got)), "want", string(want))
	}
}

// tops returns the highest level on each axis of a rating.
func (m *Method) tops() [4]risk.Level {
	return [4]risk.Level{m.Scale.Top(), m.Scope.Top(), m.Irremediability.Top(), m.Likelihood.Top()}
}

// Evaluate judges an assessment by the method that it was made with, at a day.
// It refuses a method or an assessment that is malformed, and one that does not
// belong to the other, with an [aims.InvalidError] that names every problem:
// nothing is scored by a version that is not known.
//
// A harm has a severity, from its scale, scope and irremediability; a benefit
// has one from scale and scope. An actual impact has the level of its severity
// at the highest likelihood, a potential one that of severity and likelihood,
// and harm to human rights goes through a table of its own. What was not
// assessed may be anything, from the lowest level to the highest.
//
// Who judges many assessments by one method, or one at many days, saves time
// with a [Judge].
func Evaluate(a Assessment, m Method, at aims.Date, f Facts) (*Evaluation, error) {
	if !at.Valid() {
		return nil, ErrNoDay
	}
	p, err := judgeOf(m).Prepare(a)
	if err != nil {
		return nil, err
	}
	return p.Evaluate(at, f)
}

func (e *Evaluation) judgeMeasures() {
	for _, m := range inOrder(e.assessment.Measures, func(m Measure) MeasureID { return m.ID }) {
		e.Measures = append(e.Measures, MeasureState{m.ID, m.Progress(e.at, e.facts)})
	}
}

// rate rates every impact that applies, and finds the worst harm.
func (e *Evaluation) rate() {
	working, planned := e.credits()
	vulnerable := make(map[PartyID]bool, len(e.assessment.Parties))
	for _, p := range e.assessment.Parties {
		vulnerable[p.ID] = p.Vulnerable()
	}
	for _, p := range inOrder(e.assessment.Impacts, func(p Impact) ImpactID { return p.ID }) {
		if !p.Applies() {
			continue
		}
		r := Rated{Impact: p.ID, Party: p.Party, Domain: p.Domain, Effect: p.Effect, Confidence: p.Confidence, Missing: p.missing()}
		works, comes := working[p.ID], planned[p.ID]
		if p.Occurrence == Actual { // no measure makes it less likely
			works[likelihood], comes[likelihood] = 0, 0
		}
		without := e.method.spans(p, p.Inherent)
		with := without.lowered(works)
		r.Severity.Inherent, r.Level.Inherent = e.method.judge(p, without)
		r.Severity.Current, r.Level.Current = e.method.judge(p, with)
		r.Severity.Residual, r.Level.Residual = e.method.judge(p, with.lowered(comes))
		r.Lowered = with != without
		if p.Residual != nil {
			severity, level := e.method.judge(p, e.method.spans(p, *p.Residual))
			r.Understated = level.AtMost < r.Level.Residual.AtMost
			r.Severity.Residual, r.Level.Residual = r.Severity.Residual.or(severity), r.Level.Residual.or(level)
		}
		e.Impacts = append(e.Impacts, r)
		if p.Effect == Harm {
			e.Harm = e.Harm.or(r.Level)
		}
		if e.concentrated(p, vulnerable[p.Party]) {
			e.Concentrated = append(e.Concentrated, p.ID)
		}
	}
}

// missing lists the members of the rating that the impact needs and lacks.
func (i *Impact) missing() []string {
	var out []string
	for k, a := range i.Inherent.axes() {
		stray := k == irremediability && i.Effect == Benefit || k == likelihood && i.Occurrence == Actual
		if a.level == 0 && !stray {
			out = append(out, a.name)
		}
	}
	return out
}

// lowerings are the levels that measures take off, by axis.
type lowerings [4]int

// credits returns what the measures that work take off each harm, and what
// those that are still to come do.
func (e *Evaluation) credits() (working, planned map[ImpactID]lowerings) {
	working, planned = map[ImpactID]lowerings{}, map[ImpactID]lowerings{}
	for _, m := range e.assessment.Measures {
		into := planned
		switch e.Progress(m.ID) {
		case risk.Effective:
			into = working
		case risk.Failed, risk.Ended:
			continue
		}
		for _, q := range m.Credits {
			sum := into[q.Impact]
			for k, by := range q.axes() {
				sum[k] += by.n
			}
			into[q.Impact] = sum
		}
	}
	return working, planned
}

// spans are the levels of a rating, as far as they are known, by axis.
type spans [4]Span

func (m *Method) spans(p Impact, r Rating) spans {
	var out spans
	tops := m.tops()
	for k, a := range r.axes() {
		out[k] = spanOf(a.level, tops[k])
	}
	if p.Occurrence == Actual { // severity alone counts
		out[likelihood] = Span{tops[likelihood], tops[likelihood]}
	}
	return out
}

func (s spans) lowered(by lowerings) spans {
	for k := range s {
		s[k] = s[k].lowered(by[k])
	}
	return s
}

// judge returns the severity of an impact and its level.
func (m *Method) judge(p Impact, s spans) (severity, level Span) {
	severity = m.Extent.across(s[scale], s[scope])
	table := m.Impact
	if p.Effect == Harm {
		severity = m.Harm.across(severity, s[irremediability])
		if p.OnRights() {
			table = m.Rights
		}
	}
	return severity, table.across(s[likelihood], severity)
}

// concentrated reports whether a harm is to be shown apart. How many it falls
// on counts as few while nobody knows.
func (e *Evaluation) concentrated(p Impact, vulnerable bool) bool {
	return p.Effect == Harm && vulnerable &&
		p.Inherent.Scale >= e.method.Concentrated.Scale && p.Inherent.Scope <= e.method.Concentrated.Scope
}

// look finds the domains that nobody looked at.
func (e *Evaluation) look() {
	seen := map[Domain]bool{}
	for _, r := range e.Impacts {
		seen[r.Domain] = true
	}
	for _, o := range e.assessment.Scope.Omissions {
		seen[o.Domain] = true
	}
	for _, d := range e.method.Domains {
		if !seen[d] {
			e.Unseen = append(e.Unseen, d)
		}
	}
}

// classify finds the class of the use. A domain that nobody looked at may hold
// a harm of any level, and a listed use that nobody asked about may apply.
func (e *Evaluation) classify() {
	worst := e.Harm.Current
	if len(e.Unseen) > 0 {
		worst.AtMost = e.method.Top()
	}
	e.Class = ClassSpan{max(e.method.Class(worst.AtLeast), OrdinaryUse), max(e.method.Class(worst.AtMost), OrdinaryUse)}
	for _, u := range e.method.Uses {
		switch e.applies(u.ID) {
		case aims.Yes:
			e.Class = ClassSpan{max(e.Class.AtLeast, u.Class), max(e.Class.AtMost, u.Class)}
		case aims.Unknown:
			e.Class.AtMost = max(e.Class.AtMost, u.Class)
		}
	}
}

// applies says whether the system is put to a use that the method lists.
func (e *Evaluation) applies(use UseID) aims.Answer {
	for _, u := range e.assessment.Scope.Uses {
		if u.Use == use {
			return u.Applies
		}
	}
	return aims.Unknown
}
