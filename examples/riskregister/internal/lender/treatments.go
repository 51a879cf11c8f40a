package lender

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// lowers is by how many levels a measure lowers likelihood, loss, rights and
// access.
type lowers [4]int

// measure is a treatment as the lender describes it: in place since a day, or
// due.
type measure struct {
	id       risk.TreatmentID
	title    string
	option   risk.Option
	controls []aims.ControlID
	owner    aims.PersonID
	cost     string // EUR
	since    string // in place since, proven and verified; "" while it is to be done
	due      string
	effects  []effect
}

type effect struct {
	risk   risk.RiskID
	lowers lowers
}

func measures() []measure {
	uses := func(ids ...aims.ControlID) []aims.ControlID { return ids }
	return []measure{
		{"T-01", "Fairness tests before every release", risk.ChangeLikelihood, uses("A.6.2.4", "A.5.4"), fairness, "60000", "2026-04-20", "2026-05-31", []effect{{"R-01", lowers{1, 0, 0, 0}}, {"R-02", lowers{1, 0, 0, 0}}}},
		{"T-02", "A random sample is granted against the score, and learned from", risk.ChangeLikelihood, uses("A.7.2", "A.7.4"), modelling, "400000", "", "2026-12-31", []effect{{"R-01", lowers{1, 0, 0, 1}}, {"R-03", lowers{2, 0, 0, 0}}}},
		{"T-03", "Stand-ins are searched for and cut out", risk.ChangeLikelihood, uses("A.7.6"), fairness, "80000", "", "2026-11-30", []effect{{"R-02", lowers{1, 0, 1, 1}}}},
		{"T-04", "Weekly drift report with an alarm", risk.ChangeLikelihood, uses("A.6.2.6"), modelling, "45000", "2026-05-04", "2026-06-30", []effect{{"R-04", lowers{1, 1, 0, 0}}, {"R-29", lowers{0, 0, 1, 0}}}},
		{"T-05", "Irregular incomes are checked by a person", risk.ChangeConsequence, uses("A.9.2"), operations, "120000", "2026-06-01", "2026-06-30", []effect{{"R-05", lowers{1, 0, 1, 0}}}},
		{"T-06", "Reason codes are tested for faithfulness", risk.ChangeLikelihood, uses("A.6.2.7", "A.8.2"), modelling, "70000", "2026-06-15", "2026-06-30", []effect{{"R-06", lowers{2, 0, 0, 0}}}},
		{"T-07", "A review desk answers within five days", risk.ChangeLikelihood, uses("A.8.3"), product, "150000", "2026-05-11", "2026-05-31", []effect{{"R-07", lowers{2, 0, 2, 0}}}},
		{"T-08", "One case in fifty is decided a second time without seeing the score", risk.ChangeLikelihood, uses("A.9.3"), operations, "90000", "2026-06-08", "2026-06-30", []effect{{"R-08", lowers{1, 0, 0, 0}}}},
		{"T-09", "Disagreeing takes as little as agreeing", risk.ChangeLikelihood, uses("A.9.2"), product, "40000", "", "2026-11-15", []effect{{"R-08", lowers{2, 0, 0, 0}}}},
		{"T-10", "Answers are limited in number and detail", risk.ChangeLikelihood, uses("A.6.2.8"), security, "35000", "2026-04-27", "2026-05-31", []effect{{"R-10", lowers{2, 1, 0, 0}}}},
		{"T-11", "Documents are read apart from instructions, without tools", risk.RemoveSource, uses("A.6.2.2"), security, "110000", "", "2026-10-31", []effect{{"R-11", lowers{2, 0, 1, 0}}}},
		{"T-12", "The assistant is attacked before every release", risk.ChangeLikelihood, uses("A.6.2.4"), security, "50000", "2026-07-01", "2026-07-31", []effect{{"R-11", lowers{1, 0, 0, 0}}, {"R-13", lowers{1, 0, 0, 0}}}},
		{"T-13", "Answers come from approved texts only", risk.ChangeLikelihood, uses("A.6.2.6"), product, "65000", "", "2026-08-31", []effect{{"R-12", lowers{3, 0, 0, 0}}}},
		{"T-14", "Searches run with the rights of whoever asks", risk.ChangeLikelihood, uses("A.6.2.5"), security, "55000", "2026-06-22", "2026-06-30", []effect{{"R-13", lowers{1, 0, 1, 0}}}},
		{"T-15", "A gate for every new use of account data", risk.ChangeLikelihood, uses("A.7.3"), privacy, "30000", "", "2026-12-15", []effect{{"R-14", lowers{1, 0, 1, 0}}}},
		{"T-16", "Corrections are followed into every store", risk.ChangeLikelihood, uses("A.7.5"), privacy, "180000", "", "2027-01-31", []effect{{"R-15", lowers{2, 0, 0, 0}}}},
		{"T-17", "Bought data come with a certificate of origin", risk.ChangeLikelihood, uses("A.7.5", "A.10.3"), procurement, "25000", "2026-05-25", "2026-05-31", []effect{{"R-16", lowers{1, 0, 1, 0}}}},
		{"T-18", "A second region takes over", risk.ChangeConsequence, uses("A.4.5"), operations, "240000", "2026-07-13", "2026-07-31", []effect{{"R-18", lowers{0, 2, 1, 1}}}},
		{"T-19", "A second supplier of account data under contract", risk.Share, uses("A.10.3"), procurement, "200000", "", "2026-12-31", []effect{{"R-19", lowers{1, 2, 0, 0}}}},
		{"T-20", "Daily test questions to the language model", risk.ChangeLikelihood, uses("A.6.2.6"), quality, "20000", "2026-06-29", "2026-07-31", []effect{{"R-20", lowers{1, 0, 0, 0}}}},
		{"T-21", "Repayments are checked against samples", risk.ChangeLikelihood, uses("A.7.4"), modelling, "60000", "2026-07-06", "2026-07-31", []effect{{"R-21", lowers{1, 0, 1, 0}}}},
		{"T-22", "No release without four signatures", risk.ChangeLikelihood, uses("A.6.2.5"), quality, "15000", "2026-04-13", "2026-04-30", []effect{{"R-23", lowers{2, 0, 0, 1}}}},
		{"T-23", "The limits system is documented, and a deputy trained", risk.ChangeLikelihood, uses("A.6.2.3"), modelling, "85000", "", "2026-11-30", []effect{{"R-24", lowers{2, 1, 0, 0}}}},
		{"T-24", "Law is watched, and the conformity file kept ready", risk.ChangeLikelihood, uses("A.2.3"), headOfRisk, "130000", "2026-06-10", "2026-06-30", []effect{{"R-26", lowers{2, 1, 0, 0}}}},
		{"T-25", "A drill for incidents, twice a year", risk.ChangeLikelihood, uses("A.8.4"), headOfRisk, "20000", "2026-06-17", "2026-06-30", []effect{{"R-27", lowers{2, 0, 0, 0}}}},
		{"T-26", "A person decides where there is no history", risk.ChangeLikelihood, uses("A.9.2"), operations, "210000", "2026-05-18", "2026-05-31", []effect{{"R-28", lowers{1, 0, 1, 0}}}},
		{"T-27", "Newcomers may show rent and bills instead", risk.ChangeLikelihood, uses("A.7.2"), product, "95000", "", "2027-01-15", []effect{{"R-28", lowers{2, 0, 1, 2}}}},
		{"T-28", "Every delivery is checked on arrival", risk.ChangeLikelihood, uses("A.7.6"), operations, "30000", "2026-04-06", "2026-04-30", []effect{{"R-29", lowers{2, 0, 0, 0}}}},
		{"T-29", "Questions from banks are counted and capped", risk.ChangeLikelihood, uses("A.6.2.8"), security, "10000", "2026-05-11", "2026-05-31", []effect{{"R-22", lowers{1, 0, 0, 0}}}},
		{"T-30", "The old scorecard is switched off", risk.Avoid, uses("A.4.2"), product, "5000", "2026-05-29", "2026-05-31", []effect{{"R-30", lowers{2, 0, 0, 0}}}},
	}
}

// treatment makes the record of a measure, and the evidence that it is in
// place.
func (m measure) treatment() (risk.Treatment, *aims.Evidence) {
	t := risk.Treatment{
		ID: m.id, Recorded: day("2026-03-15"), Title: m.title, Option: m.option, Owner: m.owner, Due: day(m.due),
		Cost: aims.MustAmount(m.cost), Currency: "EUR", HowEvaluated: "sample of cases and figures of the quarter",
	}
	for _, c := range m.controls {
		t.Controls = append(t.Controls, aims.ControlKey(c))
	}
	for _, e := range m.effects {
		t.Risks = append(t.Risks, e.risk)
		made := risk.Effect{Risk: e.risk, Likelihood: e.lowers[0]}
		for i, d := range []risk.DimensionID{loss, rights, access} {
			if by := e.lowers[i+1]; by > 0 {
				made.Consequences = append(made.Consequences, risk.Lowered{Dimension: d, By: by})
			}
		}
		t.Effects = append(t.Effects, made)
	}
	if m.since == "" {
		return t, nil
	}
	t.Implemented = day(m.since)
	t.Effectiveness = []aims.Evaluation{{On: day("2026-09-04"), By: quality, Met: aims.Yes, Method: t.HowEvaluated, Result: "does what it is for"}}
	item := aims.Evidence{
		ID: aims.EvidenceID("e-" + string(m.id)), Recorded: day("2026-08-20"), Title: "Records of " + string(m.id),
		Form: aims.FormRecord, Location: "records/" + string(m.id), Owner: m.owner, Collected: day("2026-08-20"), Expires: day("2027-08-19"),
		Judgments: []aims.Judgment{{For: aims.PointKey("8.3/a"), On: day("2026-08-28"), By: auditor(m.owner), Accepted: aims.Yes}},
	}
	t.Evidence = []aims.EvidenceID{item.ID}
	return t, &item
}

// auditor names somebody who did not do the work.
func auditor(owner aims.PersonID) aims.PersonID {
	if owner == quality {
		return headOfRisk
	}
	return quality
}
