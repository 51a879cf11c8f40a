package controls

import (
	"fmt"
	"iter"

	"github.com/aimskit/aimskit/aims"
)

// Use says that something uses a control: the treatment of a risk, or a
// measure of an impact assessment.
type Use struct {
	Control aims.Key `json:"control"`
	By      aims.Ref `json:"by,omitzero"` // absent: a treatment that nobody names
	// Systems are the AI systems that it is for; absent: nobody says.
	Systems []aims.SystemID `json:"systems,omitempty"`
}

// Facts are what the rules of a Statement of Applicability look at. Only
// [NewFacts] makes them; the exported fields are added as far as they are
// known, and may be changed between two calls of [Check]. What is not known
// stays unsaid: it is never taken for a yes or no.
type Facts struct {
	// At is the day of the judgement. Records dated later are not seen.
	At aims.Date
	// Uses lists the uses of controls; empty when none is known.
	Uses []Use
	// Roles are the organization's roles towards AI systems; empty when they
	// are not determined.
	Roles []aims.Role
	// RolesTowards returns the organization's roles towards one AI system;
	// none when they are not determined, and nil when that is so of every one.
	RolesTowards func(aims.SystemID) []aims.Role
	// Evidence finds an item of evidence. Nil means that the host supplies
	// no evidence, so that nothing is known about any.
	Evidence func(aims.EvidenceID) (aims.Evidence, bool)
	// MayAccept says who may accept evidence; nil lets everybody but the
	// owner of the work, see [aims.Evidence.State].
	MayAccept func(aims.Judgment) bool
	// Previous is the version of the statement before this one, if known.
	Previous *Statement

	*index
	proofs   []proof   // of each row, once [Check] has prepared them
	provenAt aims.Date // the day of the proofs
}

// index is what [NewFacts] computes once and nobody changes.
type index struct {
	*checked
	*byKey
	rowOf []int // the row of each control in the order of keys, or -1
	thin  bool  // see [index.fillsOut]
}

// indexed returns the facts with an index, an empty one for the zero value.
func (f Facts) indexed() Facts {
	if f.index == nil {
		f.index = &index{checked: &checked{}, byKey: &byKey{}}
	}
	return f
}

// NewFacts checks a statement against the catalogue, as
// [Statement.ValidateAgainst] does, indexes it and computes the digest of its
// content. A catalogue without controls is refused. The caller leaves the
// statement's lists alone while the facts are used. Who judges a statement
// again and again saves time with [Prepare].
func NewFacts(s Statement, at aims.Date, c Catalogue) (Facts, error) {
	if err := judgeable(at, c); err != nil {
		return Facts{}, err
	}
	if err := s.ValidateAgainst(c); err != nil {
		return Facts{}, err
	}
	checked, err := newChecked(s)
	if err != nil {
		return Facts{}, err
	}
	return checked.facts(at, c), nil
}

func judgeable(at aims.Date, c Catalogue) error {
	switch {
	case c.Len() == 0:
		return fmt.Errorf("controls: the catalogue holds no control; start from controls.Edition2023()")
	case !at.Valid():
		return fmt.Errorf("controls: no day to judge a statement at")
	}
	return nil
}

// Statement returns the statement that the facts are about.
func (f Facts) Statement() Statement { return f.indexed().statement }

// Digest returns the digest of the statement's content.
func (f Facts) Digest() aims.Digest { return f.indexed().digest }

// seen reports whether the statement exists at the day.
func (f *Facts) seen() bool { return f.statement.Recorded <= f.At }

// each visits the rows with an applicability that exist at the day, with
// their index.
func (f *Facts) each(a Applicability) iter.Seq2[int, *Row] {
	return func(yield func(int, *Row) bool) {
		if !f.seen() {
			return
		}
		for _, i := range f.decided[a] {
			if !yield(i, &f.statement.Rows[i]) {
				return
			}
		}
	}
}

// rowIndex returns the index of the row of a control, or -1.
func (f *Facts) rowIndex(control aims.Key) int {
	if i, ok := f.place[control]; ok {
		return f.rowOf[i]
	}
	return -1
}

// blank reports whether not one control has been decided on.
func (f *Facts) blank() bool {
	return !f.seen() || len(f.decided[Applicable])+len(f.decided[Excluded]) == 0
}

// fillsOut reports whether the statement decides on at least half of the
// controls of Annex A, and on one in each group or more.
func (x *index) fillsOut(c Catalogue) bool {
	decided := 0
	for _, group := range c.groups {
		before := decided
		for _, control := range c.annex() {
			row := x.rowOf[x.place[control.Key]]
			if row >= 0 && x.statement.Rows[row].Applicability != Undecided && group.ID.Contains(control.ID()) {
				decided++
			}
		}
		if decided == before {
			return false
		}
	}
	return 2*decided >= c.annexA
}

// exists reports whether the control at a place exists at the day: an own
// control does from the day on which it is recorded.
func (f *Facts) exists(i int) bool { return f.since[i] <= f.At }

// proof is what the evidence of a row shows about its status.
type proof struct {
	verdict aims.Verdict       // Conforms: proven; a gap: refuted; CannotTell: neither
	best    aims.EvidenceState // how far the evidence has come that does not prove it
	stale   bool               // some was accepted and has expired
	against int                // the place in the row of what refutes it
	until   aims.Date          // last day on which it proves; absent: no end
}

// inPlace reports whether the row says at a day that the control is in place,
// at least in part.
func (r *Row) inPlace(at aims.Date) bool { return r.StatusAt(at) >= Partial }

// proof judges the evidence of a row. Accepted and fresh evidence proves the
// status; rejected evidence refutes it, unless something that was collected
// later is accepted and fresh.
func (f *Facts) proof(i int) proof {
	if f.proofs != nil && f.provenAt == f.At {
		return f.proofs[i]
	}
	if f.Evidence == nil {
		return proof{}
	}
	var (
		p                      proof
		accepted, rejected     bool
		acceptedOn, rejectedOn aims.Date
	)
	r := &f.statement.Rows[i]
	for n, id := range r.Evidence {
		e, found := f.Evidence(id)
		if !found {
			continue
		}
		switch state := e.State(r.Control, f.At, f.MayAccept); {
		case state == aims.Rejected:
			if !rejected || e.Collected >= rejectedOn {
				p.against, rejectedOn = n, e.Collected
			}
			rejected = true
		case state == aims.Accepted && e.Fresh(f.At):
			if !accepted || p.until != 0 && (e.Expires == 0 || e.Expires > p.until) {
				p.until = e.Expires
			}
			accepted, acceptedOn = true, max(acceptedOn, e.Collected)
		case state == aims.Accepted:
			p.stale = true
		default:
			p.best = max(p.best, state)
		}
	}
	switch {
	case rejected && (!accepted || rejectedOn >= acceptedOn):
		p.verdict = aims.MinorGap
	case accepted:
		p.verdict = aims.Conforms
	}
	return p
}

// prepared returns the facts with the evidence of every row judged once.
func (f Facts) prepared() Facts {
	if f = f.indexed(); f.Evidence == nil || f.proofs != nil && f.provenAt == f.At {
		return f
	}
	proofs := make([]proof, len(f.statement.Rows))
	for i, r := range f.each(Applicable) {
		if r.inPlace(f.At) {
			proofs[i] = f.proof(i)
		}
	}
	f.proofs, f.provenAt = proofs, f.At
	return f
}
