package certification

import (
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// Replay reads the events of a certificate up to a day and tells where the
// certification stands on it. Events after the day are not seen, and expiry
// is computed. Every event that cannot follow on those before it is reported
// in an [aims.InvalidError], with its pointer, its clause and what would be
// possible instead; it is passed over, and the reading goes on. A zero or
// malformed policy is refused in the same way.
//
// Replay checks what it reads and no more; [audit.Certificate.Validate] checks
// the rest of the record.
func Replay(cert audit.Certificate, at aims.Date, policy Policy) (Standing, error) {
	l, err := replay(cert, at, policy)
	if err != nil {
		return Standing{}, err
	}
	return l.standing(at), nil
}

func replay(cert audit.Certificate, at aims.Date, policy Policy) (*life, error) {
	c := aims.Checker{Texts: eventTexts}
	c.Nest("policy", policy.Validate())
	c.Date("at", at)
	if err := c.Err(); err != nil {
		return nil, err
	}
	l := &life{policy: policy, body: cert.Body, scope: cert.Scope}
	last := aims.Date(0)
	for i := range cert.Events {
		e := &cert.Events[i]
		if e.On > at {
			continue
		}
		if f := l.take(e, last); f != nil {
			l.report(&c, i, e, f)
		}
		last = max(last, e.On)
	}
	l.pass(at)
	return l, c.Err()
}

// life is a certification as far as it was replayed.
type life struct {
	policy Policy
	state  State
	since  aims.Date // first day of the state
	body   audit.Body
	scope  audit.CertifiedScope

	applied  aims.Date                   // first day of the way to the next grant
	reviewed bool                        // the application
	team     map[aims.PersonID]aims.Date // who audited, and when last

	stageTwo, surveillance, recertification conclusion // the latest of each; cleared when they count no more

	granted   aims.Date // the initial decision
	number    int       // of the cycle
	decided   aims.Date // that began the cycle
	year      int       // of the initial decision, or of the recertification audit behind the cycle
	watched   aims.Date // last day of the latest surveillance or recertification audit since the initial decision
	effective aims.Date
	expires   aims.Date
	before    aims.Date // last day of validity in the cycle before

	suspended aims.Date // first day of the latest suspension
	again     aims.Date // from when on the certificate is valid after it
	lapsed    bool      // expired while suspended
}

// conclusion is how an audit ended, and what became of its findings.
type conclusion struct {
	first aims.Date // the first of its sort since they were last cleared
	on    aims.Date
	open  audit.Outcome // plans open or majors open, until they are resolved
	clear aims.Date     // since when nothing stands against a decision

	maintained bool // a decision to maintain rests on it already
}

func (k *conclusion) end(e *audit.Event) {
	if k.first == 0 {
		k.first = e.On
	}
	k.on, k.open, k.clear, k.maintained = e.On, e.Outcome, 0, false
	if e.Outcome == audit.Clear {
		k.open, k.clear = "", e.On
	}
}

func (k *conclusion) resolve(on aims.Date) {
	if k.open != "" {
		k.open, k.clear = "", on
	}
}

// fault says why an event cannot be, with whatever else stands against it.
type fault struct {
	field string // below the event; "" is the event itself
	code  aims.Code
	args  []string
	next  *fault
}

func no(field string, code aims.Code, args ...string) *fault {
	return &fault{field: field, code: code, args: args}
}

// and returns both faults, either of which may be nil.
func (f *fault) and(g *fault) *fault {
	if f == nil {
		return g
	}
	last := f
	for last.next != nil {
		last = last.next
	}
	last.next = g
	return f
}

// pass lets time go by until a day: a certificate expires after its last day,
// suspended or not.
func (l *life) pass(at aims.Date) {
	if (l.state == Certified || l.state == Suspended) && l.expires < at {
		l.lapsed = l.state == Suspended
		l.enter(Expired, l.expires.AddDays(1))
	}
}

func (l *life) enter(s State, on aims.Date) {
	if s != l.state {
		l.state, l.since = s, on
	}
}

// take lets an event happen, or says why it cannot and changes nothing but
// that time went by.
func (l *life) take(e *audit.Event, last aims.Date) *fault {
	m, known := moves[e.Type]
	if !known || !e.On.Valid() {
		return no("", aims.Unreadable)
	}
	if e.On < last {
		return no("on", aims.DatesSwapped, "date", e.On.String(), "other", "the event before", "otherDate", last.String())
	}
	l.pass(e.On)
	if !m.from.has(l.state) {
		return no("type", EventIllegal, "state", l.words(), "want", strings.Join(l.possible(), ", "))
	}
	f := m.carries(e)
	if m.guard != nil {
		f = f.and(m.guard(l, e))
	}
	if f != nil {
		return f
	}
	m.do(l, e)
	if e.Type.ConcludesAudit() {
		l.remember(e)
	}
	return nil
}

// report adds the problems of event i. What is malformed in itself is said by
// the event's own Validate.
func (l *life) report(c *aims.Checker, i int, e *audit.Event, f *fault) {
	for ; f != nil; f = f.next {
		in := aims.Field("events", i)
		if f.code == aims.Unreadable {
			c.Nest(in, e.Validate())
			continue
		}
		if f.field != "" {
			in += "/" + f.field
		}
		c.Add(in, f.code, append([]string{"event", string(e.Type), "clause", moves[e.Type].clause}, f.args...)...)
	}
}

// words names the state for a sentence.
func (l *life) words() string {
	if l.state == 0 {
		return "none"
	}
	return l.state.String()
}

// possible lists the events that can follow in the state, in their order.
func (l *life) possible() []string {
	var list []string
	for _, t := range audit.EventTypes() {
		if moves[t].from.has(l.state) {
			list = append(list, string(t))
		}
	}
	return list
}

// remember keeps who audited.
func (l *life) remember(e *audit.Event) {
	if l.team == nil && len(e.By) > 0 {
		l.team = make(map[aims.PersonID]aims.Date)
	}
	for _, p := range e.By {
		l.team[p] = e.On
	}
}
