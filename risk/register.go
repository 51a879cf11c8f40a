package risk

import (
	"cmp"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// Register holds risks, opportunities, treatments, plans and acceptances with
// the criteria that the risks were rated by. [NewRegister] builds one;
// [Register.Assess] judges it at a day. A register does not change; the zero
// value is empty.
type Register struct {
	records Records

	criteria   map[aims.Digest]int // by digest
	digests    []aims.Digest       // of each criteria
	risks      map[RiskID]int
	treatments map[TreatmentID]int

	byID, opportunitiesByID, treatmentsByID, plansByID []int // places in the lists, in the order of ids

	treating  [][]treats    // of each risk, by treatment
	accepting [][]int       // of each risk its acceptances, oldest first
	contents  []aims.Digest // of each risk that has an acceptance
	planned   []aims.Digest // of each treatment that is in a plan
	plans     []aims.Digest // of each plan
	takenBack []aims.Date   // of each acceptance the day on which it was revoked
}

// treats says that a treatment treats a risk.
type treats struct {
	treatment int
	effect    int // its place in the treatment, or -1
}

// The codes of problems between the records of a register.
const (
	// IDTaken: two records of one kind have the same id, or ids that differ only in case.
	IDTaken aims.Code = "risk/id-taken"
	// Dangling: a record refers to one of this package that the register does not hold.
	Dangling aims.Code = "risk/dangling"
	// CauseCycle: a risk leads to itself over the causes of others.
	CauseCycle aims.Code = "risk/cause-cycle"
	// CriteriaUnknown: a rating was made with criteria that the register does not hold.
	CriteriaUnknown aims.Code = "risk/criteria-unknown"
	// RevokesOther: an acceptance takes back one of another risk.
	RevokesOther aims.Code = "risk/revokes-other"
	// RevokesRevocation: an acceptance takes back one that accepts nothing itself.
	RevokesRevocation aims.Code = "risk/revokes-revocation"
)

// NewRegister checks records and indexes them. It reports every problem in an
// [aims.InvalidError], with pointers into the records: those inside each
// record, ids that collide, references to risks, treatments and acceptances
// that lead nowhere, causes that run in a circle, and ratings whose criteria
// are not there or do not have such levels. References to records of other
// packages are not followed. The caller leaves the lists alone while the
// register is used.
func NewRegister(records Records) (*Register, error) {
	r := &Register{records: records}
	b := builder{r: r}
	b.check()
	if len(b.problems) > 0 {
		return nil, &aims.InvalidError{Problems: b.problems}
	}
	if err := r.digest(); err != nil {
		return nil, err
	}
	r.join()
	return r, nil
}

// digest computes the digests that approvals and acceptances are compared with.
func (r *Register) digest() error {
	r.plans = make([]aims.Digest, len(r.records.Plans))
	r.planned = make([]aims.Digest, len(r.records.Treatments))
	r.contents = make([]aims.Digest, len(r.records.Risks))
	var failed error
	of := func(content any) aims.Digest {
		d, err := aims.DigestOf(content)
		failed = cmp.Or(failed, err)
		return d
	}
	for i, p := range r.records.Plans {
		r.plans[i] = of(p.Content())
		for _, in := range p.Treatments {
			if t := r.treatments[in.Treatment]; r.planned[t] == "" {
				r.planned[t] = of(r.records.Treatments[t].Content())
			}
		}
	}
	for _, a := range r.records.Acceptances {
		if i := r.risks[a.Risk]; r.contents[i] == "" {
			r.contents[i] = of(r.records.Risks[i].Content())
		}
	}
	return failed
}

// join indexes the records in the order of their ids, and what belongs to
// each risk.
func (r *Register) join() {
	all := &r.records
	r.byID = sorted(all.Risks, func(v *Risk) RiskID { return v.ID })
	r.opportunitiesByID = sorted(all.Opportunities, func(v *Opportunity) OpportunityID { return v.ID })
	r.treatmentsByID = sorted(all.Treatments, func(v *Treatment) TreatmentID { return v.ID })
	r.plansByID = sorted(all.Plans, func(v *TreatmentPlan) PlanID { return v.ID })
	r.joinTreatments()
	r.joinAcceptances()
}

// sorted returns the places of a list in the order of the ids.
func sorted[T any, I aims.ID](list []T, id func(*T) I) []int {
	out := make([]int, len(list))
	for i := range out {
		out[i] = i
	}
	slices.SortFunc(out, func(a, b int) int { return strings.Compare(string(id(&list[a])), string(id(&list[b]))) })
	return out
}

func (r *Register) joinTreatments() {
	r.treating = make([][]treats, len(r.records.Risks))
	for _, i := range r.treatmentsByID { // so that observations come in their order
		t := &r.records.Treatments[i]
		effects, all := t.effectsByRisk()
		for _, id := range t.Risks {
			effect, own := effects[id]
			if !own {
				effect = all
			}
			at := r.risks[id]
			r.treating[at] = append(r.treating[at], treats{i, effect})
		}
	}
}

func (r *Register) joinAcceptances() {
	r.accepting = make([][]int, len(r.records.Risks))
	r.takenBack = make([]aims.Date, len(r.records.Acceptances))
	place := make(map[AcceptanceID]int, len(r.records.Acceptances))
	for i, a := range r.records.Acceptances {
		place[a.ID] = i
	}
	for i, a := range r.records.Acceptances {
		if a.Revokes == "" {
			at := r.risks[a.Risk]
			r.accepting[at] = append(r.accepting[at], i)
			continue
		}
		if back := &r.takenBack[place[a.Revokes]]; *back == 0 || a.seenFrom() < *back {
			*back = a.seenFrom()
		}
	}
	for _, list := range r.accepting {
		slices.SortFunc(list, func(a, b int) int {
			x, y := &r.records.Acceptances[a], &r.records.Acceptances[b]
			return cmp.Or(cmp.Compare(x.On, y.On), strings.Compare(string(x.ID), string(y.ID)))
		})
	}
}

// Records returns what the register holds.
func (r *Register) Records() Records { return r.records }

// Risk returns a risk.
func (r *Register) Risk(id RiskID) (Risk, bool) {
	if i, ok := r.risks[id]; ok {
		return r.records.Risks[i], true
	}
	return Risk{}, false
}

// Treatment returns a treatment.
func (r *Register) Treatment(id TreatmentID) (Treatment, bool) {
	if i, ok := r.treatments[id]; ok {
		return r.records.Treatments[i], true
	}
	return Treatment{}, false
}

// CriteriaAt returns the criteria in force at a day: of those recorded by then
// and not withdrawn the latest; of several recorded on one day, the last in
// the list.
func (r *Register) CriteriaAt(day aims.Date) (Criteria, bool) {
	if i := r.criteriaAt(day); i >= 0 {
		return r.records.Criteria[i], true
	}
	return Criteria{}, false
}

func (r *Register) criteriaAt(day aims.Date) int {
	latest := -1
	for i, k := range r.records.Criteria {
		if inForce(k.Recorded, k.Withdrawn, day) && (latest < 0 || k.Recorded >= r.records.Criteria[latest].Recorded) {
			latest = i
		}
	}
	return latest
}

// inForce reports whether something exists at a day that begins on one day
// and has a last one; absent days bound nothing.
func inForce(first, last, day aims.Date) bool {
	return first <= day && (last == 0 || last >= day)
}
