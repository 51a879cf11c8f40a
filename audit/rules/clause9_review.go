package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// reviewRules judge 9.3 by the latest management review.
func reviewRules() []aims.Rule[*Input] {
	about := func(id aims.PointID, r rule, judge func(*Input, *audit.ManagementReview) finding) aims.Rule[*Input] {
		r.reads = append([]aims.Kind{audit.KindReview, aims.KindEvidence}, r.reads...)
		r.check = func(in *Input) finding {
			last := in.latestReview()
			if last.ManagementReview == nil {
				return in.absent(audit.KindReview)
			}
			return and(judge(in, last.ManagementReview), in.evidence(aims.PointKey(id), last.Evidence, last.name, last.Ref()))
		}
		return point(id, r)
	}
	tookIn := func(id aims.PointID, code aims.Code, title string, topic audit.Topic, what string) aims.Rule[*Input] {
		return about(id, rule{
			code: code, title: title,
			doc: "The latest management review took in " + what + ", and accepted evidence shows it.",
		}, func(_ *Input, r *audit.ManagementReview) finding {
			if _, found := r.Input(topic); found {
				return shown(r.Ref())
			}
			return filled(false, "what the review of "+r.On.String()+" heard of "+what, r.Ref())
		})
	}
	decides := func(id aims.PointID, code aims.Code, title string, about_ audit.Matter, what string) aims.Rule[*Input] {
		return about(id, rule{
			code: code, title: title,
			doc: "The latest management review decided on " + what + ", even if nothing is needed, and accepted evidence shows it.",
		}, func(_ *Input, r *audit.ManagementReview) finding {
			if slices.ContainsFunc(r.Decisions, func(d audit.Decision) bool { return d.About == about_ }) {
				return shown(r.Ref())
			}
			return filled(false, "what the review of "+r.On.String()+" decided on "+what, r.Ref())
		})
	}
	return []aims.Rule[*Input]{
		about("9.3.1/a", rule{
			code: "rules/reviews-done", title: "reviewed at planned intervals", reads: []aims.Kind{aims.KindPerson},
			doc: "Somebody in top management took part in the latest management review, accepted evidence shows it, and the next one is planned and not overdue; " +
				"while none is planned, that is a lapse.",
		}, (*Input).reviewHeld),
		about("9.3.1/b", rule{
			code: "rules/reviews-conclude", title: "suitability, adequacy, effectiveness",
			doc: "The latest management review says whether the management system is suitable, adequate and effective, and accepted evidence shows it.",
		}, func(_ *Input, r *audit.ManagementReview) finding {
			return and(
				answered(r.Suitable, "the management system is suitable", r.Ref()),
				answered(r.Adequate, "it is adequate", r.Ref()),
				answered(r.Effective, "it is effective", r.Ref()))
		}),
		about("9.3.2/a", rule{
			code: "rules/review-earlier", title: "actions of earlier reviews",
			doc: "The latest management review took in what became of the actions of earlier ones, and accepted evidence shows it. The first review has none to look at.",
		}, func(in *Input, r *audit.ManagementReview) finding {
			_, found := r.Input(audit.EarlierActions)
			if found || len(list[audit.ManagementReview](in)) == 1 {
				return shown(r.Ref())
			}
			return filled(false, "what the review of "+r.On.String()+" heard of the actions of earlier ones", r.Ref())
		}),
		tookIn("9.3.2/b", "rules/review-issues", "changed issues", audit.ChangedIssues, "changes of the issues that matter"),
		tookIn("9.3.2/c", "rules/review-needs", "changed needs", audit.ChangedNeeds, "changes of the needs of interested parties"),
		tookIn("9.3.2/d", "rules/review-nonconformities", "trends in nonconformities", audit.Nonconformities, "trends in nonconformities and corrective actions"),
		tookIn("9.3.2/e", "rules/review-measurements", "trends in measurements", audit.Measurements, "trends in monitoring and measurement"),
		tookIn("9.3.2/f", "rules/review-audits", "audit results", audit.AuditResults, "the results of audits"),
		tookIn("9.3.2/g", "rules/review-improvement", "opportunities to improve", audit.ImprovementIdeas, "opportunities to improve"),
		decides("9.3.3/a", "rules/review-decides", "decisions on improvement", audit.OnImprovement, "opportunities to improve"),
		decides("9.3.3/b", "rules/review-changes", "decisions on change", audit.OnChange, "changes of the management system"),
		about("9.3.3/c", rule{
			code: "rules/review-recorded", title: "results on record",
			doc: "Accepted evidence shows what came of the latest management review.",
		}, func(_ *Input, r *audit.ManagementReview) finding { return shown(r.Ref()) }),
	}
}

// namedReview is a management review with what sentences call it.
type namedReview struct {
	*audit.ManagementReview
	name string
}

// latestReview returns the latest management review by the day, nil if there
// is none; of several on one day, the last in the list.
func (in *Input) latestReview() namedReview {
	return in.review.get(func() namedReview {
		var last *audit.ManagementReview
		for _, r := range list[audit.ManagementReview](in) {
			if last == nil || r.On >= last.On {
				last = r
			}
		}
		if last == nil {
			return namedReview{}
		}
		return namedReview{last, "the management review of " + last.On.String()}
	})
}

// reviewHeld judges 9.3.1/a.
func (in *Input) reviewHeld(r *audit.ManagementReview) finding {
	what := "the management review of " + r.On.String()
	var present finding
	for _, id := range append([]aims.PersonID{r.Chair}, r.Attendees...) {
		if id != "" {
			present = best(present, in.byTopManagement(id, what, r.Ref()))
		}
	}
	if present.code == "" {
		present = filled(false, "who took part in "+what, r.Ref())
	}
	switch {
	case r.Next == 0:
		return and(present, filled(false, "when the next management review is", r.Ref()).lapse())
	case r.Next < in.At:
		return and(present, partly(Overdue, []aims.Ref{r.Ref()}, "what", "the next management review", "due", r.Next.String()))
	}
	return present.holds(r.Next)
}
