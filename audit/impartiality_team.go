package audit

import (
	"iter"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// Team is an audit team, and for a certification those who review and decide,
// as the rules of impartiality and competence look at it.
type Team struct {
	Basis     Basis // the records that it is judged by
	Audit     Audit
	On        aims.Date  // the day of the work; absent: the first day of the audit, or the planned one
	Relations []Relation // ties to the client, such as those of a [Certificate]
	Reviewers []aims.PersonID
	Deciders  []aims.PersonID
}

// CheckTeam returns what rules say about a team, in their order. Rules come
// from [ImpartialityRules] and [CompetenceRules], or are the caller's.
func CheckTeam(t Team, rules []aims.Rule[Team]) []aims.Observation {
	var all []aims.Observation
	for _, r := range rules {
		if r.Check != nil {
			all = slices.AppendSeq(all, r.Check(t))
		}
	}
	return all
}

// teamRule completes a rule, and each of its observations.
func teamRule(r aims.Rule[Team], judge func(Team) []aims.Observation) aims.Rule[Team] {
	r.Version = 1
	r.Check = func(t Team) iter.Seq[aims.Observation] {
		all := judge(t)
		for i := range all {
			all[i].Rule, all[i].Key = r.Code, r.Key
		}
		return slices.Values(all)
	}
	return r
}

// says makes an observation that rests on the audit.
func (t Team) says(v aims.Verdict, reason aims.Code, args ...string) aims.Observation {
	o := aims.Observation{Verdict: v, Code: reason, Text: texts[reason], Refs: []aims.Ref{t.Audit.Ref()}}
	if len(args) > 0 {
		o.Args = make(map[string]string, len(args)/2)
	}
	for i := 0; i+1 < len(args); i += 2 {
		o.Args[args[i]] = args[i+1]
	}
	return o
}

// eachAuditor judges one auditor after the other.
func (t Team) eachAuditor(judge func(Member) aims.Observation) []aims.Observation {
	var all []aims.Observation
	for _, m := range t.auditors() {
		all = append(all, judge(m))
	}
	if len(all) == 0 {
		all = append(all, t.says(aims.MajorGap, NobodyAudits))
	}
	return all
}

// day returns the day of the work; zero: it is not known.
func (t Team) day() aims.Date {
	switch {
	case t.On != 0:
		return t.On
	case t.Audit.Opened != 0:
		return t.Audit.Opened
	}
	return t.Audit.Planned
}

// auditors returns the members who judge what they see.
func (t Team) auditors() []Member {
	return slices.DeleteFunc(slices.Clone(t.Audit.Team), func(m Member) bool { return !m.Role.Audits() })
}

// scope returns the part of the audit that is a member's.
func (t Team) scope(m Member) Scope {
	if m.Scope.IsZero() {
		return t.Audit.Scope
	}
	return m.Scope
}

// people returns the auditors, reviewers and deciders, each once.
func (t Team) people() []aims.PersonID {
	var auditors []aims.PersonID
	for _, m := range t.auditors() {
		auditors = append(auditors, m.Person)
	}
	return distinct(slices.Concat(auditors, t.Reviewers, t.Deciders))
}
