package risk

import (
	"errors"

	"github.com/aimskit/aimskit/aims"
)

// Facts are what is known beside the register when it is judged. What is not
// known stays unsaid: it is never taken for a yes or no. The zero value knows
// nothing.
type Facts struct {
	// Evidence finds an item of evidence. Nil means that the host supplies
	// no evidence: a treatment that is implemented then counts, and a rule
	// says that nothing shows it.
	Evidence func(aims.EvidenceID) (aims.Evidence, bool)
	// MayAccept says who may accept evidence; nil lets everybody but the
	// owner of the work, see [aims.Evidence.State].
	MayAccept func(aims.Judgment) bool
	// Excluded says whether the Statement of Applicability excludes a control
	// for the systems, or for one of them; no systems: in general. Nil: not known.
	Excluded func(control aims.Key, systems []aims.SystemID) bool
	// Holds says whether a person held a role on a day. Nil: not known.
	Holds func(p aims.PersonID, role aims.RoleID, on aims.Date) aims.Answer
}

// Assessment is a register judged at a day. Records dated later are not seen,
// nor are risks that are closed. It does not change.
type Assessment struct {
	register *Register
	at       aims.Date
	facts    Facts

	criteria  *Criteria // in force; without: an empty one
	digest    aims.Digest
	exists    bool // there are criteria in force
	plans     []standing
	inForce   bool // there is a plan in force
	proofs    []proof
	progress  []Progress // of each treatment
	agreed    []bool     // of each treatment: an approved plan holds it as it is
	scheduled []bool     // of each treatment: a plan in force holds it, as it is or was
	risks     []assessed
	order     []int // the open risks, by id
}

// assessed is what is computed of each risk.
type assessed struct {
	open     bool
	unrated  [4]Unrated // of each state, as stated
	stated   [4]axes    // nil where unrated
	current  axes       // what the effective treatments justify; nil: the inherent rating is missing
	residual axes       // what these and the approved plan justify
	partial  [4]axes    // what is stated, also where it makes no level
}

// The places of the states in an assessed risk.
const (
	inherent = iota
	current
	residual
	target
)

// ErrNoDay is returned when a register is to be judged at no day.
var ErrNoDay = errors.New("risk: no day to judge the register at")

// Assess judges the register at a day. Every rating that was made by criteria
// other than those in force is left unrated.
func (r *Register) Assess(at aims.Date, f Facts) (*Assessment, error) {
	if !at.Valid() {
		return nil, ErrNoDay
	}
	a := &Assessment{register: r, at: at, facts: f, criteria: &Criteria{}}
	if i := r.criteriaAt(at); i >= 0 {
		a.criteria, a.digest, a.exists = &r.records.Criteria[i], r.digests[i], true
	}
	a.judgePlans()
	a.judgeTreatments()
	a.judgeRisks()
	return a, nil
}

// orEmpty returns the assessment; in place of one that nobody made, that of an
// empty register.
func (a *Assessment) orEmpty() *Assessment {
	if a == nil || a.register == nil {
		return &Assessment{register: &Register{}, criteria: &Criteria{}}
	}
	return a
}

// Register returns the register that is judged.
func (a *Assessment) Register() *Register { return a.orEmpty().register }

// At returns the day of the judgement.
func (a *Assessment) At() aims.Date { return a.orEmpty().at }

// Criteria returns the criteria in force, if there are any.
func (a *Assessment) Criteria() (Criteria, bool) {
	a = a.orEmpty()
	return *a.criteria, a.exists
}

// Progress returns how far a treatment has come; zero for one that does not
// exist at the day.
func (a *Assessment) Progress(id TreatmentID) Progress {
	a = a.orEmpty()
	if i, ok := a.register.treatments[id]; ok {
		return a.progress[i]
	}
	return 0
}

func (a *Assessment) judgeTreatments() {
	all := a.register.records.Treatments
	a.proofs = make([]proof, len(all))
	a.progress = make([]Progress, len(all))
	for i := range all {
		if t := &all[i]; t.Recorded <= a.at && t.implemented(a.at) {
			a.proofs[i] = a.facts.proof(t, a.at)
		}
		a.progress[i] = all[i].progress(a.at, a.proofs[i])
	}
}

func (a *Assessment) judgeRisks() {
	all := a.register.records.Risks
	a.risks = make([]assessed, len(all))
	const lists = 6 // of a risk: one for each state, and two that are computed
	arena := make(axes, len(all)*lists*a.axes())
	cut := func() axes {
		out := arena[:a.axes():a.axes()]
		arena = arena[a.axes():]
		return out
	}
	for _, i := range a.register.byID {
		r, q := &all[i], &a.risks[i]
		if q.open = inForce(r.Recorded, r.Closed, a.at); !q.open {
			continue
		}
		a.order = append(a.order, i)
		for s, state := range states {
			rating := r.Rating(state)
			if rating != nil && rating.On > a.at {
				rating = nil
			}
			if rating != nil && rating.Criteria != a.digest {
				q.unrated[s] = OtherCriteria
				continue
			}
			levels := cut()
			if q.unrated[s] = a.criteria.axes(rating, levels); q.unrated[s] == "" {
				q.stated[s] = levels
			}
			if rating != nil {
				q.partial[s] = levels
			}
		}
		if q.stated[inherent] != nil {
			q.current = a.lowered(i, cut(), a.works)
			q.residual = a.lowered(i, cut(), a.expected)
		}
	}
}

// axes returns how many axes the criteria have.
func (a *Assessment) axes() int { return 1 + len(a.criteria.Consequences) }

// works reports whether a treatment lowers the current ratings.
func (a *Assessment) works(treatment int) bool { return a.progress[treatment] == Effective }

// expected reports whether a treatment lowers the residual ratings: those that
// work, and those of an approved plan unless they failed or ended.
func (a *Assessment) expected(treatment int) bool {
	p := a.progress[treatment]
	return p == Effective || a.agreed[treatment] && (p == Pending || p == Unproven)
}

// lowered writes the inherent levels of a risk without the effects of the
// treatments that count.
func (a *Assessment) lowered(i int, into axes, counts func(treatment int) bool) axes {
	copy(into, a.risks[i].stated[inherent])
	for _, t := range a.register.treating[i] {
		if t.effect >= 0 && counts(t.treatment) {
			a.criteria.lower(into, &a.register.records.Treatments[t.treatment].Effects[t.effect])
		}
	}
	return into
}
