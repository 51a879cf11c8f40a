package company

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// gapStatements are what was said in the interviews of month 1, and again,
// where something had changed, in the follow-ups. What nobody was asked about
// is not in here.
func gapStatements() []life[audit.GapStatement] {
	interview := func(id audit.GapID, about, practice string, v aims.Verdict, days int64, day aims.Date, by aims.PersonID, evidence aims.EvidenceID) life[audit.GapStatement] {
		return born(audit.GapStatement{
			ID: id, Recorded: day, Key: keys(about)[0], Practice: practice, Verdict: v, Effort: aims.AmountInt(days),
			By: by, On: day, Evidence: []aims.EvidenceID{evidence},
		})
	}
	january := func(id audit.GapID, about, practice string, v aims.Verdict, days int64) life[audit.GapStatement] {
		return interview(id, about, practice, v, days, on(1, 22), "p-consultant", "ev-interviews")
	}
	april := func(id audit.GapID, about, practice string, v aims.Verdict, days int64) life[audit.GapStatement] {
		return interview(id, about, practice, v, days, on(4, 29), "p-governance", "ev-follow-up-april")
	}
	may := func(id audit.GapID, about, practice string, v aims.Verdict, days int64) life[audit.GapStatement] {
		return interview(id, about, practice, v, days, on(5, 28), "p-governance", "ev-follow-up-may")
	}
	june := func(id audit.GapID, about, practice string, v aims.Verdict, days int64) life[audit.GapStatement] {
		return interview(id, about, practice, v, days, on(6, 25), "p-governance", "ev-management-review")
	}
	august := func(id audit.GapID, about, practice string, v aims.Verdict, days int64) life[audit.GapStatement] {
		return interview(id, about, practice, v, days, on(8, 28), "p-governance", "ev-management-review-2")
	}
	return []life[audit.GapStatement]{
		january("gap-policy", "5.2", "principles on the web site for customers; no AI policy, nothing signed", aims.MajorGap, 12),
		january("gap-risk", "6.1.2", "risks are talked about before releases; no written procedure, scales or results", aims.MajorGap, 25),
		january("gap-impact", "6.1.4", "effects on people examined for two products, in different ways and by whoever had time", aims.MinorGap, 20),
		january("gap-documents", "7.5.2", "good technical practice, written down in wikis without version, author or approval", aims.MinorGap, 15),
		january("gap-training", "7.2", "experienced people; one workshop on fairness two years ago, no record of who took part", aims.MinorGap, 10),

		april("gap-risk-april", "6.1.2", "procedure with scales and criteria in force since 14 April", aims.Conforms, 0),
		april("gap-impact-april", "6.1.4", "procedure and template in force since 21 April; no result yet", aims.MinorGap, 12),
		april("gap-training-april", "7.2", "five of seven developers trained; two without a record", aims.MinorGap, 3),

		may("gap-policy-may", "5.2", "policy written and discussed; to be signed in June", aims.MajorGap, 2),
		may("gap-impact-may", "6.1.4", "all four products assessed; Workforce Planner lacks its stakeholder analysis", aims.MinorGap, 4),
		may("gap-documents-may", "7.5.2", "texts are issued under document control", aims.Conforms, 0),

		june("gap-policy-june", "5.2", "policy signed on 3 June, everybody told, on the web site", aims.Conforms, 0),
		august("gap-impact-august", "6.1.4", "stakeholder analysis of Workforce Planner made up", aims.Conforms, 0),
		august("gap-training-august", "7.2", "all developers trained, with complete records", aims.Conforms, 0),
	}
}

// interviewEvidence are the notes of interviews and follow-ups.
func interviewEvidence() []life[aims.Evidence] {
	return []life[aims.Evidence]{
		proof("ev-interviews", "Notes of eleven gap interviews, read back to those asked", aims.FormInterview, "p-consultant", on(1, 22), "5.2", "6.1.2", "6.1.4", "7.2", "7.5.2"),
		proof("ev-follow-up-april", "Notes of the follow-up in April", aims.FormInterview, "p-governance", on(4, 29), "6.1.2", "6.1.4", "7.2"),
		proof("ev-follow-up-may", "Notes of the follow-up in May", aims.FormInterview, "p-governance", on(5, 28), "5.2", "6.1.4", "7.5.2"),
	}
}
