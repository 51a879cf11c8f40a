package rules

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// impactReads are the kinds that judging an impact assessment looks at.
func impactReads(more ...aims.Kind) []aims.Kind {
	return append([]aims.Kind{
		impact.KindAssessment, impact.KindMethod, aims.KindSystem, aims.KindScope, aims.KindEvidence,
	}, more...)
}

// impactRules judge 6.1.4: there is a process, and what the assessments hold
// shows that it asks what it must ask. What is looked for in an assessment,
// package impact says.
func impactRules() []aims.Rule[*Input] {
	about := func(id aims.PointID, r rule) aims.Rule[*Input] {
		r.reads = impactReads(r.reads...)
		key := aims.PointKey(id)
		r.check = func(in *Input) finding {
			return in.eachAppraisal(func(a assessed) finding { return a.lacks(key) })
		}
		return point(id, r)
	}
	return []aims.Rule[*Input]{
		point("6.1.4/a", rule{
			code: "rules/impact-process", title: "process for assessing impacts",
			reads: []aims.Kind{aims.KindProcess, aims.KindDocument, aims.KindEvidence, impact.KindMethod},
			doc:   "A process in use is kept for 6.1.4, a document in force, approved as it stands, lays it down, and so is the method with its triggers, scales and limits.",
			check: func(in *Input) finding {
				_, approved := in.impactMethod()
				return and(in.process("6.1.4", "assessing impacts of AI systems"), in.served("6.1.4/a", "the process for assessing impacts"), approved)
			},
		}),
		about("6.1.4/b", rule{
			code: "rules/impact-individuals", title: "individuals and groups considered",
			doc: "Every assessment names the individuals and groups that the system touches, and how they were consulted, or why not.",
		}),
		about("6.1.4/c", rule{
			code: "rules/impact-societies", title: "societies considered",
			doc: "Every assessment names the societies that the system touches, or says why it touches none.",
		}),
		about("6.1.4/d", rule{
			code: "rules/impact-uses", title: "use and misuse considered",
			doc: "Every assessment goes through intended use, foreseeable misuse and failure, or says why one does not occur.",
		}),
		about("6.1.4/e", rule{
			code: "rules/impact-context", title: "surroundings and jurisdictions considered",
			doc: "Every assessment says what surrounds the system, technically and socially, and in which jurisdictions it works.",
		}),
		about("6.1.4/f", rule{
			code: "rules/impact-written", title: "results in writing",
			doc: "Every assessment rates its impacts, with reasons, and says what was decided.",
		}),
		about("6.1.4/g", rule{
			code: "rules/impact-shared", title: "results shared",
			doc: "Of every assessment interested parties get to see a summary, or a reason says why not.",
		}),
		about("6.1.4/h", rule{
			code: "rules/impact-in-risks", title: "risk assessment uses the results", reads: []aims.Kind{risk.KindRisk},
			doc: "A risk of the register names the assessment as its source, or the assessment the risk in which it was used.",
		}),
	}
}

// impactControlRules hold what the Statement of Applicability claims of A.5.2
// to A.5.5 against the assessments.
func impactControlRules() []aims.Rule[*Input] {
	claim := func(control aims.ControlID, code aims.Code, doc string, points ...aims.PointID) contradiction {
		keys := []aims.Key{aims.ControlKey(control)}
		for _, p := range points {
			keys = append(keys, aims.PointKey(p))
		}
		return contradiction{control, code, impactReads(), doc, func(in *Input) finding {
			return first(in.appraisals(), func(a assessed) finding {
				if a.record.ID == "" {
					return finding{}
				}
				return a.lacks(keys...)
			})
		}}
	}
	return contradictions(
		claim("A.5.2", "rules/impact-process-claimed", "No assessment contradicts that the process is followed: uses answered, decision in keeping with the class of the use, conditions with owners."),
		claim("A.5.3", "rules/impact-documents-claimed", "No assessment contradicts that results are documented and kept: version, approval as it stands, time of retention."),
		claim("A.5.4", "rules/impact-individuals-claimed", "No assessment contradicts that individuals and groups are considered: named, consulted or not for a reason, each with its impacts.", "6.1.4/b"),
		claim("A.5.5", "rules/impact-societies-claimed", "No assessment contradicts that societies are considered: named, or none for a reason.", "6.1.4/c"),
	)
}
