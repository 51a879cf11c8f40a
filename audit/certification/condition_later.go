package certification

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
)

// The codes of the conditions of stage 2, besides [StageOneConcluded] and
// [ConcernsResolved].
const (
	// InternalAuditComplete: internal audits covered every requirement and applicable control.
	InternalAuditComplete aims.Code = "certification/internal-audit-complete"
	// ReviewComplete: a complete management review came after them.
	ReviewComplete aims.Code = "certification/review-complete"
	// NoMajorGap: the records show no major gap.
	NoMajorGap aims.Code = "certification/no-major-gap"
	// NoOpenMajor: no major nonconformity of an internal audit is open.
	NoOpenMajor aims.Code = "certification/no-open-major"
	// OperatedLongEnough: the management system has been operating for as long as the policy asks.
	OperatedLongEnough aims.Code = "certification/operated-long-enough"
)

// The codes of the reasons that stand against conditions of stages 1 and 2.
const (
	// AuditsNotBegun: no internal audit was begun yet.
	AuditsNotBegun aims.Code = "certification/audits-not-begun"
	// NotSupplied: the host supplies no records of a kind that the condition rests on.
	NotSupplied aims.Code = "certification/not-supplied"
	// NoFile: there is no file of a certification.
	NoFile aims.Code = "certification/no-file"
	// NeverAudited: no internal audit covered something.
	NeverAudited aims.Code = "certification/never-audited"
	// NoReviewAfter: no complete management review came after the internal audits.
	NoReviewAfter aims.Code = "certification/no-review-after"
	// MajorGapShown: the records show a major gap.
	MajorGapShown aims.Code = "certification/major-gap-shown"
	// OnlyPlanned: a control is planned, which is no defect, and not in place yet.
	OnlyPlanned aims.Code = "certification/only-planned"
	// NotJudged: of a requirement or control nobody can tell.
	NotJudged aims.Code = "certification/not-judged"
	// InternalMajorOpen: a major nonconformity of an internal audit is not closed.
	InternalMajorOpen aims.Code = "certification/internal-major-open"
	// NotBegun: something from which on the management system operates is not there yet.
	NotBegun aims.Code = "certification/not-begun"
	// OperatesTooShort: the management system does not operate for long enough yet.
	OperatesTooShort aims.Code = "certification/operates-too-short"
)

var laterTexts = map[aims.Code]string{
	InternalAuditComplete: "internal audits covered every requirement and every applicable control",
	ReviewComplete:        "a complete management review took in their results",
	NoMajorGap:            "the records show no major gap",
	NoOpenMajor:           "no major nonconformity of an internal audit is open",
	OperatedLongEnough:    "the management system has been operating for as long as the body asks before stage 2",
	AuditsNotBegun:        "no internal audit was begun yet; the first one is planned for {on}",
	NotSupplied:           "nobody supplies records of the kind {kind}, so nothing can be told; supply them",
	NoFile:                "there is no file of a certification; begin it with the application",
	NeverAudited:          "no internal audit covered {what}; audit it",
	NoReviewAfter:         "no complete management review came after the internal audits, which covered everything on {on}; hold one",
	MajorGapShown:         "{what} shows a major gap; close it",
	OnlyPlanned:           "{what} is only planned, and stage 2 audits what is in place; carry it out",
	NotJudged:             "of {what} the records do not tell enough; complete them",
	InternalMajorOpen:     "the internal finding {finding} about {key} is {state}; close it",
	NotBegun:              "{what} is not on record; the time of operation counts from it",
	OperatesTooShort:      "the management system operates since {since}; the body asks for {limit}, which is over on {until}",
}

// grantGate lists the rules of a grant that the decision gate shows: all but
// those about who will decide, and from when on it will count.
func grantGate() []Rule {
	return slices.DeleteFunc(Rules(Grant), func(r Rule) bool {
		return r.Code == DecidersNamed || r.Code == DecidersIndependent || r.Code == EffectiveLater
	})
}

// later judges the gates of stage 2 and of the decision.
func (g *gate) later(list []Condition) []Condition {
	known := g.open()
	for _, r := range allRules {
		if r.Code == StageOneConcluded || r.Code == ConcernsResolved {
			list = append(list, g.rule(r, known).condition(StageTwo))
		}
	}
	for _, c := range []struct {
		code  aims.Code
		judge func(*gate) judged
	}{
		{InternalAuditComplete, (*gate).internalAuditComplete},
		{ReviewComplete, (*gate).reviewComplete},
		{NoMajorGap, (*gate).noMajorGap},
		{NoOpenMajor, (*gate).noOpenMajor},
		{OperatedLongEnough, (*gate).operatedLongEnough},
	} {
		var j judged
		if known {
			j = c.judge(g)
		}
		ruling := Rule{Code: c.code, Title: laterTexts[c.code]}.ruling(j)
		list = append(list, ruling.condition(StageTwo))
	}
	rules := grantGate()
	var rulings []Ruling
	if known {
		rulings = g.brief.rulings(rules)
	}
	for i, r := range rules {
		if known {
			list = append(list, g.supplied(rulings[i]).condition(Deciding))
			continue
		}
		list = append(list, r.ruling(judged{}).condition(Deciding))
	}
	return list
}

func (r Ruling) condition(g Gate) Condition {
	return Condition{Gate: g, Code: r.Rule, Text: r.Title, Met: r.Met, Reasons: r.Reasons, Changes: r.Changes}
}

// gate is what the conditions of the gates look at.
type gate struct {
	result rules.Result
	policy Policy
	at     aims.Date
	view   *audit.View
	brief  *brief
	filed  bool // there is a file of a certification

	audits []audit.Audit // the internal ones that came to a report
	items  []covered     // the requirements and the controls that are not excluded
}

// covered is a requirement or an applicable control, and the day since which
// an internal audit with a report covers it; absent: none does.
type covered struct {
	*rules.Item
	since aims.Date
}

// open prepares what the conditions of the later gates look at; false where
// nothing can be told.
func (g *gate) open() bool {
	if g.view == nil {
		return false
	}
	c := Case{
		Asked:  Grant,
		Audits: audit.List[audit.Audit](g.view, g.at), Findings: audit.List[audit.Finding](g.view, g.at),
	}
	for _, k := range audit.List[audit.Certificate](g.view, g.at) {
		c.Certificate, g.filed = k, true // the latest file counts
	}
	if g.filed {
		c.Actions, c.Persons = audit.List[audit.CorrectiveAction](g.view, g.at), audit.List[aims.Person](g.view, g.at)
	}
	life, err := replay(c.Certificate, g.at, g.policy)
	if life == nil {
		return false
	}
	if err == nil && life.state == Certified {
		c = beforeGrant(c, life.granted)
		life, _ = replay(c.Certificate, g.at, g.policy)
	}
	g.brief = newBrief(&c, g.policy, g.at, life)
	g.cover()
	return true
}

// beforeGrant returns the case as it lay before those who granted: the gates
// behind a certified organization stay open by what opened them.
func beforeGrant(c Case, granted aims.Date) Case {
	c.Certificate.Events = slices.DeleteFunc(slices.Clone(c.Certificate.Events), func(e audit.Event) bool {
		return e.On > granted || e.Type == audit.Granted && e.On == granted
	})
	c.Audits = slices.DeleteFunc(slices.Clone(c.Audits), func(a audit.Audit) bool { return a.Type != audit.Internal && a.LastDay > granted })
	return c
}

// onFile lists the rules that look at the file of a certification, and
// onFindings those that hold as long as no finding stands against them.
var (
	onFile     = []aims.Code{FileAllows, ApplicationAccepted, BodyAccredited, StatementNamed, LabellingDenied, PartiesImpartial}
	onFindings = []aims.Code{ConcernsResolved, MajorsVerified, MajorsInTime, MinorsPlanned}
)

// rule judges a rule of decisions as a condition.
func (g *gate) rule(r Rule, known bool) Ruling {
	if !known {
		return r.ruling(judged{})
	}
	return g.supplied(r.ruling(r.judge(g.brief)))
}

// supplied takes back what a ruling concludes from absence, where the host does
// not supply the kind of record: there absence proves nothing.
func (g *gate) supplied(r Ruling) Ruling {
	var j judged
	switch {
	case slices.Contains(onFile, r.Rule):
		if g.filed {
			return r
		}
		j = g.absent(audit.KindCertificate, NoFile)
	case slices.Contains(onFindings, r.Rule):
		if r.Met != aims.Yes || g.view.Supplied(audit.KindFinding) {
			return r
		}
		j = met()
		j.unknown(g.at, aims.Ref{}, NotSupplied, "kind", string(audit.KindFinding))
	default:
		missing := len(g.brief.relied) == 0 || slices.ContainsFunc(r.Reasons, func(r Reason) bool { return r.Code == AuditMissing || r.Code == NoRecommendation })
		if !missing || g.view.Supplied(audit.KindAudit) {
			return r
		}
		j = met()
		j.unknown(g.at, aims.Ref{}, NotSupplied, "kind", string(audit.KindAudit))
	}
	return Rule{Code: r.Rule, Title: r.Title}.ruling(j)
}

// absent judges that there is no record of a kind.
func (g *gate) absent(kind aims.Kind, code aims.Code, args ...string) judged {
	j := met()
	if g.view.Supplied(kind) {
		j.against(g.at, aims.Ref{}, code, args...)
	} else {
		j.unknown(g.at, aims.Ref{}, NotSupplied, "kind", string(kind))
	}
	return j
}

// cover finds out since when internal audits cover what.
func (g *gate) cover() {
	for _, a := range audit.List[audit.Audit](g.view, g.at) {
		if a.Type == audit.Internal && a.LastDay != 0 && a.LastDay <= g.at && a.Concluded != 0 && a.Concluded <= g.at {
			g.audits = append(g.audits, a)
		}
	}
	g.items = make([]covered, 0, len(g.result.Requirements)+len(g.result.Controls))
	for _, items := range [][]rules.Item{g.result.Requirements, g.result.Controls} {
		for i := range items {
			if items[i].Excluded {
				continue
			}
			item := covered{Item: &items[i]}
			for j := range g.audits {
				if a := &g.audits[j]; a.Scope.Covers(item.Key) {
					item.since = earliest(item.since, max(a.LastDay, a.Concluded))
				}
			}
			g.items = append(g.items, item)
		}
	}
}

func (g *gate) internalAuditComplete() judged {
	j := met()
	for i := range g.audits {
		j.refs = append(j.refs, g.audits[i].Ref())
	}
	for _, item := range g.items {
		if item.since != 0 {
			continue
		}
		if !g.view.Supplied(audit.KindAudit) {
			j.unknown(g.at, aims.Ref{}, NotSupplied, "kind", string(audit.KindAudit))
			break
		}
		j.against(g.at, aims.Ref{}, NeverAudited, "what", item.Key.ID)
	}
	return j
}

// reviewComplete: one review that took in every topic and decided on
// improvement and change came after internal audits had covered everything.
func (g *gate) reviewComplete() judged {
	audited, since := len(g.audits) > 0, aims.Date(0)
	for _, item := range g.items {
		audited = audited && item.since != 0
		since = max(since, item.since)
	}
	if !audited {
		return g.absent(audit.KindReview, NoReviewAfter, "on", "no day")
	}
	reviews := slices.SortedStableFunc(slices.Values(audit.List[audit.ManagementReview](g.view, g.at)), func(a, b audit.ManagementReview) int { return int(a.On) - int(b.On) })
	for i, r := range reviews {
		decided := func(m audit.Matter) bool {
			return slices.ContainsFunc(r.Decisions, func(d audit.Decision) bool { return d.About == m })
		}
		if r.On >= since && len(r.Missing(i == 0)) == 0 && decided(audit.OnImprovement) && decided(audit.OnChange) {
			return met(r.Ref())
		}
	}
	return g.absent(audit.KindReview, NoReviewAfter, "on", since.String())
}

func (g *gate) noMajorGap() judged {
	j := met()
	for _, item := range g.items {
		switch item.Verdict {
		case aims.MajorGap:
			code := MajorGapShown
			if slices.ContainsFunc(item.Observations, func(o aims.Observation) bool { return o.Code == rules.ControlPlanned }) {
				code = OnlyPlanned
			}
			j.against(g.at, aims.Ref{}, code, "what", item.Key.ID)
		case aims.CannotTell:
			j.unknown(g.at, aims.Ref{}, NotJudged, "what", item.Key.ID)
		}
	}
	if len(g.result.Requirements) == 0 {
		j.met = aims.Unknown
	}
	return j
}

// noOpenMajor looks at findings of internal audits, and at those that come
// from no audit.
func (g *gate) noOpenMajor() judged {
	j := met()
	for _, f := range audit.List[audit.Finding](g.view, g.at) {
		a, found := audit.Find[audit.Audit](g.view, f.Audit, g.at)
		if found && a.Type != audit.Internal || f.Grade != audit.Major {
			continue
		}
		j.refs = append(j.refs, f.Ref())
		if f.Open(g.at) {
			j.against(g.at, f.Ref(), InternalMajorOpen, "finding", string(f.ID), "key", f.Key.String(), "state", f.StateAt(g.at).String())
		}
	}
	if j.met == aims.Yes && !g.view.Supplied(audit.KindFinding) {
		j.unknown(g.at, aims.Ref{}, NotSupplied, "kind", string(audit.KindFinding))
	}
	return j
}
