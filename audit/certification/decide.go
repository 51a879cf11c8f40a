package certification

import (
	"fmt"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// Decide says whether what is asked in a case can be decided on a day, and
// gives every rule with its reasons. The outcome is what was asked if all
// rules hold, and not yet otherwise; what is unknown does not hold. Only what
// is dated up to the day is seen.
//
// An unusable policy, a file whose events cannot follow each other, and a case
// that contradicts itself are errors with every problem; see [Case.Validate]
// for the rest of a hand-made case, whose texts Decide does not read.
func Decide(c Case, policy Policy, at aims.Date) (Decision, error) {
	var k aims.Checker
	k.Nest("policy", policy.Validate())
	k.Date("at", at)
	ties := aims.Checker{Texts: caseTexts}
	c.checkTies(&ties)
	c.checkOrder(&ties)
	k.Nest("", ties.Err())
	if err := k.Err(); err != nil {
		return Decision{}, fmt.Errorf("certification: %w", err)
	}
	life, err := replay(c.Certificate, at, policy)
	if err != nil {
		k.Nest("certificate", err)
		return Decision{}, fmt.Errorf("certification: %w", k.Err())
	}
	b := newBrief(&c, policy, at, life)
	d := Decision{
		Provenance: aims.Provenance{Module: aims.Version, Model: policy.Name + "@" + policy.Version, At: at},
		Policy:     policy, Asked: c.Asked, Outcome: c.Asked, State: life.state,
	}
	d.Rulings = b.rulings(b.rules())
	if slices.ContainsFunc(d.Rulings, func(r Ruling) bool { return r.Met != aims.Yes }) {
		d.Outcome = NotYet
	} else {
		b.conclude(&d)
	}
	d.Changes = changes(d)
	if d.Outcome == NotYet {
		d.Instead = b.instead()
	}
	return d, nil
}

// brief is a case as the rules look at it on a day.
type brief struct {
	*Case
	policy Policy
	at     aims.Date
	life   *life
	last   aims.Date // of the events seen

	applied   aims.Date            // the latest application
	decided   aims.Date            // the latest decision that the one asked for follows on
	audits    []*audit.Audit       // for the certification, since the application
	relied    []*audit.Audit       // those that the decision rests on
	findings  []stand              // of these audits, as far as they are seen
	graded    [audit.Major + 1]int // how many of them have a grade
	relations []audit.Relation     // that bear on impartiality
	late      bool                 // expired for longer than it could be restored: a stage 2 suffices
	fault     aims.Code            // why the file does not allow the decision
}

func newBrief(c *Case, policy Policy, at aims.Date, l *life) *brief {
	b := &brief{Case: c, policy: policy, at: at, life: l, relations: relationsOf(c, at)}
	for i := range c.Certificate.Events {
		e := &c.Certificate.Events[i]
		if e.On > at {
			continue
		}
		b.last = max(b.last, e.On)
		switch e.Type {
		case audit.Applied:
			b.applied = max(b.applied, e.On)
		case audit.Granted, audit.Renewed:
			b.decided = max(b.decided, e.On)
		case audit.Maintained:
			if c.Asked != Renew && c.Asked != ExtendScope {
				b.decided = max(b.decided, e.On)
			}
		case audit.Restored:
			if c.Asked == Restore {
				b.decided = max(b.decided, e.On)
			}
		case audit.ScopeExtended:
			if c.Asked == ExtendScope {
				b.decided = max(b.decided, e.On)
			}
		}
	}
	b.late = c.Asked == Grant && l.state == Expired
	b.audits = make([]*audit.Audit, 0, len(c.Audits))
	b.relied = make([]*audit.Audit, 0, len(c.Audits))
	for i := range c.Audits {
		a := &c.Audits[i]
		if a.Type == audit.Internal || a.Since() > at {
			continue
		}
		if day := b.day(a); day < b.applied {
			continue
		}
		b.audits = append(b.audits, a)
		if b.reliedOn(a) {
			b.relied = append(b.relied, a)
		}
	}
	b.findings = make([]stand, 0, len(c.Findings))
	for i := range c.Findings {
		f := &c.Findings[i]
		if f.Since() <= at && b.has(f.Audit) {
			b.findings = append(b.findings, standOf(f, at))
			if f.Grade.Known() {
				b.graded[f.Grade]++
			}
		}
	}
	return b
}

// day returns the day that an audit counts by: its last one as far as it is
// seen, else the day of the decision, while it goes on.
func (b *brief) day(a *audit.Audit) aims.Date {
	if a.LastDay != 0 && a.LastDay <= b.at {
		return a.LastDay
	}
	return b.at
}

// reliedOn reports whether the decision rests on an audit: one that began, and
// ended after the decision before. A renewal rests on the recertification audit
// and what came with it or later, an extension of the scope on audits that
// looked at what is new, as far as they say; to have audited before that bars
// nobody from deciding.
func (b *brief) reliedOn(a *audit.Audit) bool {
	first := begun(a)
	if first == 0 || first > b.at {
		return false
	}
	switch b.decisionType() {
	case audit.Granted, audit.Refused:
		return !b.late || b.day(a) > b.life.expires
	case audit.Renewed:
		return b.day(a) > b.decided && b.day(a) >= b.recertified()
	case audit.ScopeExtended:
		return b.day(a) > b.decided && b.looksAtNew(a.Scope.Systems)
	}
	return b.day(a) > b.decided
}

// recertified returns the first day of the latest recertification audit, or the
// day of the decision where none was begun.
func (b *brief) recertified() aims.Date {
	day, last := b.at, aims.Date(0)
	for i := range b.Audits {
		a := &b.Audits[i]
		if first := begun(a); a.Type == audit.Recertification && a.Since() <= b.at && first != 0 && first <= b.at && b.day(a) > b.decided && first >= last {
			day, last = first, first
		}
	}
	return day
}

// looksAtNew reports whether an audit of these systems looked at one that the
// scope is extended by; one that names no systems may have.
func (b *brief) looksAtNew(systems []aims.SystemID) bool {
	if len(systems) == 0 || b.Scope == nil {
		return true
	}
	return slices.ContainsFunc(systems, func(s aims.SystemID) bool {
		return slices.Contains(b.Scope.Systems, s) && !slices.Contains(b.life.scope.Systems, s)
	})
}

func (b *brief) has(id audit.AuditID) bool {
	for _, a := range b.audits {
		if a.ID == id {
			return true
		}
	}
	return false
}

// restores reports whether an expired certificate is to be restored, which is
// a renewal by another name.
func (b *brief) restores() bool { return b.Asked == Restore && b.life.state == Expired }

// rules returns the rules of what is asked.
func (b *brief) rules() []Rule {
	if b.restores() {
		return Rules(Renew)
	}
	return Rules(b.Asked)
}

// rulings judges rules. Where all of them hold, and the state table still
// refuses what the file would have to note, such as for the order of days, the
// rule about the file does not hold either.
func (b *brief) rulings(rules []Rule) []Ruling {
	list, hold := make([]Ruling, 0, len(rules)), true
	for _, r := range rules {
		ruling := r.ruling(r.judge(b))
		hold = hold && ruling.Met == aims.Yes
		list = append(list, ruling)
	}
	if !hold {
		return list
	}
	if _, f := b.follow(append(b.lacking(), b.decision())); f != nil {
		b.fault = f.code
		for i, r := range rules {
			if r.Code == FileAllows {
				j := met(b.Certificate.Ref())
				b.against(&j, f)
				list[i] = r.ruling(j)
			}
		}
	}
	return list
}

// judged is what came of one rule, before it is written down.
type judged struct {
	met     aims.Answer
	reasons []Reason
	refs    []aims.Ref
	until   aims.Date // the last day on which it holds by itself; absent: no end
}

func met(refs ...aims.Ref) judged { return judged{met: aims.Yes, refs: refs} }

// against adds a reason that is known to stand against the rule. The day is
// the earliest on which it could be gone.
func (j *judged) against(day aims.Date, ref aims.Ref, code aims.Code, args ...string) {
	j.met = aims.No
	j.add(day, ref, code, args)
}

// unknown adds a reason why nobody can tell.
func (j *judged) unknown(day aims.Date, ref aims.Ref, code aims.Code, args ...string) {
	if j.met == aims.Yes {
		j.met = aims.Unknown
	}
	j.add(day, ref, code, args)
}

func (j *judged) add(day aims.Date, ref aims.Ref, code aims.Code, args []string) {
	r := Reason{Code: code, Text: decideTexts[code], Changes: day}
	if len(args) > 0 {
		r.Args = make(map[string]string, len(args)/2)
		for i := 0; i+1 < len(args); i += 2 {
			r.Args[args[i]] = args[i+1]
		}
	}
	if !ref.IsZero() {
		r.Refs = []aims.Ref{ref}
	}
	j.reasons = append(j.reasons, r)
}

// holdsUntil shortens how long the rule holds by itself; no day changes
// nothing.
func (j *judged) holdsUntil(day aims.Date) {
	if day != 0 && (j.until == 0 || day < j.until) {
		j.until = day
	}
}

// ruling writes down what came of the rule.
func (r Rule) ruling(j judged) Ruling {
	ruling := Ruling{
		Rule: r.Code, Title: r.Title, Source: r.Source, Clause: r.Clause, Confidence: r.Confidence,
		Met: j.met, Reasons: j.reasons, Refs: j.refs,
	}
	if j.met == aims.Yes {
		if j.until != 0 {
			ruling.Changes = j.until.AddDays(1)
		}
		return ruling
	}
	for i, reason := range j.reasons {
		if reason.Changes == 0 {
			ruling.Changes = 0
			break
		}
		if i == 0 || reason.Changes > ruling.Changes {
			ruling.Changes = reason.Changes
		}
	}
	return ruling
}

// changes returns the earliest day on which the outcome could be another.
func changes(d Decision) aims.Date {
	var day aims.Date
	for _, r := range d.Rulings {
		switch {
		case d.Outcome == NotYet && r.Met != aims.Yes:
			if r.Changes == 0 {
				return 0
			}
			day = max(day, r.Changes)
		case d.Outcome != NotYet && r.Changes != 0 && (day == 0 || r.Changes < day):
			day = r.Changes
		}
	}
	return day
}
