package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
)

// clause8 returns the rules for clause 8, operation: so far 8.1.
func clause8() []aims.Rule[*Input] {
	processes := func(id aims.PointID, r rule, judge func(*Input, aims.Process) finding) aims.Rule[*Input] {
		r.reads = append([]aims.Kind{aims.KindProcess, aims.KindEvidence}, r.reads...)
		return overAll(id, r, (*Input).processes, func(in *Input, p aims.Process) finding { return judge(in, p).holds(p.Until) })
	}
	return []aims.Rule[*Input]{
		processes("8.1/a", rule{
			code: "rules/operation-criteria", title: "processes planned with criteria", reads: []aims.Kind{aims.KindDocument},
			doc: "Every process states the criteria for running it and is described in a document in force, approved as it stands.",
		}, func(in *Input, p aims.Process) finding {
			return and(filled(len(p.Criteria) > 0, "the criteria of the process", p.Ref()), in.document(p.Document, "the process", p.Ref()))
		}),
		processes("8.1/b", rule{
			code: "rules/operation-run", title: "processes run by their criteria",
			doc: "The latest run of every process met its criteria, accepted evidence shows it, and no planned run is overdue. A process that an event sets in motion may wait for it.",
		}, func(in *Input, p aims.Process) finding {
			last, ran := latestRun(p, in.At)
			switch {
			case !ran && p.Trigger != "" && p.Every == "":
				return in.vouchedProcess("8.1/b", p)
			case !ran:
				return missing(NotRun, []aims.Ref{p.Ref()}, "what", string(p.ID))
			}
			next := p.Every.After(last.On)
			f := and(answer(last.MetCriteria, "the latest run met the criteria", p.Ref()),
				in.evidence(aims.PointKey("8.1/b"), last.Evidence, "the latest run of the process").on(p.Ref()))
			if next != 0 && next < in.At {
				return and(f, partly(Overdue, []aims.Ref{p.Ref()}, "what", "the next run of the process "+string(p.ID), "due", next.String()))
			}
			return f.holds(next)
		}),
		point("8.1/c", rule{
			code: "rules/operation-controls", title: "necessary controls in place", reads: []aims.Kind{controls.KindStatement, aims.KindEvidence},
			doc:   "At least one applicable control is proven to be in place, in full or in part, and every other one is too or is planned with an owner for a day that lies ahead.",
			check: (*Input).controlsInPlace,
		}),
		point("8.1/d", rule{
			code: "rules/operation-monitored", title: "effect of controls monitored", reads: []aims.Kind{aims.KindMetric, aims.KindMeasurement, aims.KindEvidence},
			doc:   "At least one metric watches controls; its latest result has a conclusion, led to something where it misses its target, and accepted evidence shows it.",
			check: (*Input).controlsMonitored,
		}),
		processes("8.1/e", rule{
			code: "rules/operation-records", title: "records of operation",
			doc: "Every process has a latest run with a result, and accepted evidence shows it. A process that an event sets in motion may wait for it.",
		}, func(in *Input, p aims.Process) finding {
			last, ran := latestRun(p, in.At)
			switch {
			case !ran && p.Trigger != "" && p.Every == "":
				return in.vouchedProcess("8.1/e", p)
			case !ran:
				return missing(NotRun, []aims.Ref{p.Ref()}, "what", string(p.ID))
			}
			return and(filled(last.Result != "", "what the latest run of the process gave", p.Ref()),
				in.evidence(aims.PointKey("8.1/e"), last.Evidence, "the latest run of the process").on(p.Ref()))
		}),
		processes("8.1/f", rule{
			code: "rules/operation-changes", title: "changes and deviations controlled", reads: []aims.Kind{aims.KindChange},
			doc: "Every change that is done was approved before, and for every deviation of a process the consequences were reviewed and something was done. Without any, the processes are looked after.",
		}, func(in *Input, p aims.Process) finding {
			parts := []finding{in.vouchedProcess("8.1/f", p)}
			for _, d := range p.Deviations {
				if d.On <= in.At {
					parts = append(parts, filled(d.Consequences != "" && d.Action != "", "what a deviation led to and what was done about it", p.Ref()))
				}
			}
			for _, c := range in.changes() {
				if slices.Contains(c.Affects, p.Ref()) && c.Done != 0 && c.Done <= in.At {
					parts = append(parts, in.approvedFirst(c))
				}
			}
			return and(parts...)
		}),
		processes("8.1/g", rule{
			code: "rules/operation-external", title: "work from outside controlled", reads: []aims.Kind{aims.KindSupplier},
			doc: "Of every process it is said whether others carry it out and, if so, how that is controlled; their due diligence passed, is not overdue, and accepted evidence shows it.",
		}, func(in *Input, p aims.Process) finding {
			basis := in.vouchedProcess("8.1/g", p)
			if p.ExternallyProvided != aims.Yes {
				return and(answered(p.ExternallyProvided, "others carry out the process", p.Ref()), basis)
			}
			parts := []finding{basis, filled(p.ExternalControl != "" && len(p.Suppliers) > 0, "by whom the process is carried out, and how that is controlled", p.Ref())}
			for _, id := range p.Suppliers {
				parts = append(parts, in.diligence("8.1/g", id).on(p.Ref()))
			}
			return and(parts...)
		}),
	}
}

func (in *Input) vouchedProcess(id aims.PointID, p aims.Process) finding {
	return in.vouched(aims.PointKey(id), "the process", p.Ref(), p.Owner, p.Reviews, p.ReviewBy, p.Evidence)
}

// controlsInPlace judges the controls that the Statement of Applicability
// finds necessary.
func (in *Input) controlsInPlace() finding {
	s := in.soa()
	if !s.usable {
		return s.approved
	}
	var members []finding
	begun := false // or, for all that is known, may be
	for _, p := range s.positions() {
		f := in.state(p.State, []aims.Ref{s.record.Ref()}).holds(p.Until)
		row, _ := s.record.Row(p.Control)
		switch p.State {
		case controls.StateExcluded:
			continue
		case controls.StateProven, controls.StatePartlyProven:
			f = shown(append(f.refs, evidenceRefs(row.Evidence)...)...).holds(p.Until)
		case controls.StatePlanned:
			if row.Owner != "" && row.Due != 0 && row.Due >= in.At {
				f = shown(s.record.Ref()).holds(row.Due)
			}
		}
		begun = begun || f.verdict != aims.MajorGap && p.State != controls.StatePlanned
		members = append(members, f)
	}
	if !begun {
		return missing(NothingRecorded, []aims.Ref{s.record.Ref()}, "kind", "applicable control in place")
	}
	return each(members)
}

func evidenceRefs(ids []aims.EvidenceID) []aims.Ref {
	var refs []aims.Ref
	for _, id := range ids {
		refs = append(refs, aims.Ref{Kind: aims.KindEvidence, ID: string(id)})
	}
	return refs
}

// controlsMonitored judges whether somebody watches the effect of controls.
func (in *Input) controlsMonitored() finding {
	var candidates []finding
	for _, m := range in.metrics() {
		if len(m.Controls) == 0 {
			continue
		}
		last, found := in.latest(m)
		if !found {
			candidates = append(candidates, in.measured(aims.PointKey("8.1/d"), m, "the effect of controls"))
			continue
		}
		parts := []finding{
			in.measured(aims.PointKey("8.1/d"), m, "the effect of controls"),
			filled(last.Conclusion != "", "what the result means", last.Ref()),
		}
		if last.MeetsTarget == aims.No {
			parts = append(parts, filled(len(last.LedTo) > 0, "what a missed target led to", last.Ref()))
		}
		candidates = append(candidates, and(parts...))
	}
	if len(candidates) == 0 {
		return in.noneOf(aims.KindMetric, "metric on controls")
	}
	return best(candidates...)
}

// diligence judges the due diligence on a supplier: the latest by the day.
func (in *Input) diligence(id aims.PointID, supplier aims.SupplierID) finding {
	s, found := audit.Find[aims.Supplier](in.View, supplier, in.At)
	if !found {
		return in.absent(aims.KindSupplier)
	}
	what := "due diligence on " + string(s.ID)
	var latest aims.DueDiligence
	for _, d := range s.DueDiligence {
		if d.On != 0 && d.On <= in.At && d.On >= latest.On {
			latest = d
		}
	}
	if latest.On == 0 {
		return missing(FieldEmpty, []aims.Ref{s.Ref()}, "what", what)
	}
	f := in.evidence(aims.PointKey(id), latest.Evidence, what).on(s.Ref())
	switch {
	case latest.Result == 0:
		f = and(f, cannotTell(NotAnswered, []aims.Ref{s.Ref()}, "what", what+" passed"))
	case latest.Result == aims.ResultFail:
		f = and(f, missing(AnsweredNo, []aims.Ref{s.Ref()}, "what", what+" passed"))
	}
	if s.ReevaluateBy != 0 && s.ReevaluateBy < in.At {
		return and(f, partly(Overdue, []aims.Ref{s.Ref()}, "what", "new "+what, "due", s.ReevaluateBy.String()))
	}
	return f.holds(s.ReevaluateBy)
}
