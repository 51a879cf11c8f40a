package impact

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// The codes of observations on whom the system touches.
const (
	// StakeholdersMissing: there is no stakeholder analysis: nobody is named, or nobody was consulted and no reason says why.
	StakeholdersMissing aims.Code = "impact/stakeholders-missing"
	// IndividualsMissing: no individuals and no group of them are named, and no omission says why.
	IndividualsMissing aims.Code = "impact/individuals-missing"
	// SocietyMissing: no society is named, and no omission says why.
	SocietyMissing aims.Code = "impact/society-missing"
	// PartyNotConsulted: a party was not consulted, and no reason says why.
	PartyNotConsulted aims.Code = "impact/party-not-consulted"
	// PartyUntouched: a party is named, and no impact on it.
	PartyUntouched aims.Code = "impact/party-untouched"
)

func partyRules() []rule[*Evaluation] {
	return []rule[*Evaluation]{
		{
			code: StakeholdersMissing, key: aims.PointKey(pointIndividuals), title: "there is a stakeholder analysis",
			doc:   "Looks at the parties and how they were consulted by the day. Major gap if there is none, or none was consulted and no reason is given for any.",
			reads: reads(),
			check: func(e *Evaluation, out *output) {
				if e.noStakeholders() {
					out.on(e, aims.MajorGap)
				}
			},
		},
		{
			code: IndividualsMissing, key: aims.PointKey(pointIndividuals), title: "individuals or groups are named",
			doc:   "Looks for a party of individuals or a group where any party is named. Major gap if there is neither, unless omissions say why of both.",
			reads: reads(),
			check: func(e *Evaluation, out *output) {
				named := e.named(Individuals) || e.named(Group)
				if len(e.assessment.Parties) > 0 && !named && !(e.omitted(Individuals) && e.omitted(Group)) {
					out.on(e, aims.MajorGap)
				}
			},
		},
		{
			code: SocietyMissing, key: aims.PointKey(pointSocieties), title: "societies are named",
			doc:   "Looks for a party that is a society, or an omission that says why there is none. Minor gap without.",
			reads: reads(),
			check: func(e *Evaluation, out *output) {
				if !e.named(Society) && !e.omitted(Society) {
					out.on(e, aims.MinorGap)
				}
			},
		},
		{
			code: PartyNotConsulted, clause: clauseProcess, title: "each party was consulted, or a reason says why not",
			doc:   "Looks at the consultations of each party by the day. Minor gap for each without one and without a reason, unless there is no stakeholder analysis at all.",
			reads: reads(),
			check: func(e *Evaluation, out *output) {
				if e.noStakeholders() {
					return
				}
				for _, p := range e.parties() {
					if !e.heard(p) {
						out.ofParty(e, p.ID, aims.MinorGap, "party", p.Title)
					}
				}
			},
		},
		{
			code: PartyUntouched, clause: clauseProcess, title: "each party has an impact",
			doc:   "Looks for parties on which no impact falls that applies. Minor gap for each.",
			reads: reads(),
			check: func(e *Evaluation, out *output) {
				for _, p := range e.parties() {
					if !slices.ContainsFunc(e.Impacts, func(r Rated) bool { return r.Party == p.ID }) {
						out.ofParty(e, p.ID, aims.MinorGap, "party", p.Title)
					}
				}
			},
		},
	}
}

// parties returns the parties by id.
func (e *Evaluation) parties() []Party {
	return inOrder(e.assessment.Parties, func(p Party) PartyID { return p.ID })
}

// heard reports whether a party was consulted, or a reason says why not.
func (e *Evaluation) heard(p Party) bool { return p.WhyNot != "" || p.Consulted(e.at) }

// noStakeholders reports whether there is no stakeholder analysis.
func (e *Evaluation) noStakeholders() bool {
	return !slices.ContainsFunc(e.assessment.Parties, e.heard)
}

// named reports whether a party of the kind is named.
func (e *Evaluation) named(k PartyKind) bool {
	return slices.ContainsFunc(e.assessment.Parties, func(p Party) bool { return p.Kind == k })
}

// omitted reports whether an omission says why there is no party of the kind.
func (e *Evaluation) omitted(k PartyKind) bool {
	return slices.ContainsFunc(e.assessment.Scope.Omissions, func(o Omission) bool { return o.Party == k })
}
