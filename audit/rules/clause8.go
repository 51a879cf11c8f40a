package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/risk"
)

// clause8 returns the rules for clause 8, operation; those for 8.4 are still
// to come.
func clause8() []aims.Rule[*Input] {
	return slices.Concat(operationRules(), assessedRules(), treatedRules(), impactsAssessedRules())
}

// operationRules judge 8.1.
func operationRules() []aims.Rule[*Input] {
	processes := func(id aims.PointID, r rule, judge func(*Input, *aims.Process) finding) aims.Rule[*Input] {
		r.reads = append([]aims.Kind{aims.KindProcess, aims.KindEvidence}, r.reads...)
		return overAll(id, r, (*Input).processes, func(in *Input, p *aims.Process) finding { return judge(in, p).holds(p.Until) })
	}
	runs := func(id aims.PointID, r rule, judge func(*Input, *aims.Process, aims.Run) finding) aims.Rule[*Input] {
		r.reads = []aims.Kind{aims.KindProcess, aims.KindEvidence}
		r.doc += " A process may wait for the event that sets it in motion, or for its first planned run, as long as others have been run."
		r.check = func(in *Input) finding { return in.overRuns(judge) }
		return point(id, r)
	}
	return []aims.Rule[*Input]{
		processes("8.1/a", rule{
			code: "rules/operation-criteria", title: "processes planned with criteria", reads: []aims.Kind{aims.KindDocument},
			doc: "Every process states the criteria for running it and is described in a document in force, approved as it stands.",
		}, func(in *Input, p *aims.Process) finding {
			return and(filled(len(p.Criteria) > 0, "the criteria of the process", p.Ref()), in.document(p.Document, "the process", p.Ref()))
		}),
		runs("8.1/b", rule{
			code: "rules/operation-run", title: "processes run by their criteria",
			doc: "The latest run of every process met its criteria, accepted evidence shows it, and no planned run is overdue.",
		}, func(in *Input, p *aims.Process, last aims.Run) finding {
			next := p.Every.After(last.On)
			f := and(answer(last.MetCriteria, "the latest run met the criteria", p.Ref()),
				in.evidence(aims.PointKey("8.1/b"), last.Evidence, "the latest run of the process", p.Ref()))
			if next != 0 && next < in.At {
				return and(f, partly(Overdue, []aims.Ref{p.Ref()}, "what", "the next run of the process "+string(p.ID), "due", next.String()))
			}
			return f.holds(next)
		}),
		point("8.1/c", rule{
			code: "rules/operation-controls", title: "necessary controls in place", reads: []aims.Kind{controls.KindStatement, aims.KindEvidence, risk.KindPlan, risk.KindTreatment},
			doc: "Every applicable control is proven to be in place. One in place in part has an owner and a day, which lies ahead, for the rest. " +
				"One that is planned so counts when a treatment of the approved plan puts it in place on a day that lies ahead; else nothing can be told of it. While none is begun, that is a gap.",
			check: (*Input).controlsInPlace,
		}),
		point("8.1/d", rule{
			code: "rules/operation-monitored", title: "effect of controls monitored", reads: []aims.Kind{aims.KindMetric, aims.KindMeasurement, aims.KindEvidence},
			doc:   "At least one metric watches controls. The latest result of every one that does has a conclusion, meets its target, if there is one, or led to something, and accepted evidence shows it.",
			check: (*Input).controlsMonitored,
		}),
		runs("8.1/e", rule{
			code: "rules/operation-records", title: "records of operation",
			doc: "The latest run of every process has a result, and accepted evidence shows it.",
		}, func(in *Input, p *aims.Process, last aims.Run) finding {
			return and(filled(last.Result != "", "what the latest run of the process gave", p.Ref()),
				in.evidence(aims.PointKey("8.1/e"), last.Evidence, "the latest run of the process", p.Ref()))
		}),
		point("8.1/f", rule{
			code: "rules/operation-changes", title: "changes and deviations controlled", reads: []aims.Kind{aims.KindProcess, aims.KindEvidence, aims.KindChange},
			doc:   "Every change that is done was approved before, and for every deviation of a process the consequences were reviewed and something was done. Every process is looked after.",
			check: (*Input).changesControlled,
		}),
		point("8.1/g", rule{
			code: "rules/operation-external", title: "work from outside controlled", reads: []aims.Kind{aims.KindProcess, aims.KindEvidence, aims.KindSupplier, aims.KindScope, aims.KindSystem},
			doc: "Of every process it is said whether others carry it out and, if so, how that is controlled. The due diligence on those who do, and on every supplier of an AI system in scope, " +
				"passed, is not overdue, and accepted evidence shows it.",
			check: (*Input).outsideControlled,
		}),
	}
}

// overRuns judges the latest run of every process that has been run. The
// others may wait, unless there is none that was run.
func (in *Input) overRuns(judge func(*Input, *aims.Process, aims.Run) finding) finding {
	var set members
	var idle []finding
	var silent aims.Date
	ranAny := false
	for _, p := range in.processes() {
		if last, ran := latestRun(p, in.At); ran {
			ranAny = true
			set.add(judge(in, p, last).holds(p.Until))
			continue
		}
		notRun := missing(NotRun, []aims.Ref{p.Ref()}, "what", string(p.ID)).holds(p.Until)
		if waits, until := in.waits(p); waits {
			idle = append(idle, notRun)
			silent = earlier(silent, until)
		} else {
			set.add(notRun)
		}
	}
	if ranAny {
		return set.each().holds(silent)
	}
	for _, f := range idle {
		set.add(f)
	}
	if set.none() {
		return in.absent(aims.KindProcess)
	}
	return set.each()
}

// changesControlled judges 8.1/f.
func (in *Input) changesControlled() finding {
	var set members
	for _, p := range in.processes() {
		f := in.vouchedProcess("8.1/f", p)
		for _, d := range p.Deviations {
			if d.On <= in.At {
				f = and(f, filled(d.Consequences != "" && d.Action != "", "what a deviation led to and what was done about it", p.Ref()))
			}
		}
		set.add(f.holds(p.Until))
	}
	if set.none() {
		return in.absent(aims.KindProcess)
	}
	var changes members
	for _, c := range in.changes() {
		if in.tookEffect(c) {
			changes.add(in.approvedFirst(c))
		}
	}
	return and(set.each(), in.ifAny(aims.KindChange, &changes))
}

// ifAny joins findings on records of a kind of which there may be none, as
// long as that is known.
func (in *Input) ifAny(k aims.Kind, set *members) finding {
	switch {
	case !set.none():
		return set.each()
	case !in.Supplied(k):
		return in.absent(k)
	}
	return shown()
}

// outsideControlled judges 8.1/g.
func (in *Input) outsideControlled() finding {
	var set members
	for _, p := range in.processes() {
		f := and(in.vouchedProcess("8.1/g", p), answered(p.ExternallyProvided, "others carry out the process", p.Ref()))
		if p.ExternallyProvided == aims.Yes {
			f = and(f, filled(p.ExternalControl != "" && len(p.Suppliers) > 0, "by whom the process is carried out, and how that is controlled", p.Ref()))
			for _, id := range p.Suppliers {
				f = and(f, in.diligence("8.1/g", id).on(p.Ref()))
			}
		}
		set.add(f.holds(p.Until))
	}
	if set.none() {
		return in.absent(aims.KindProcess)
	}
	var suppliers members
	for _, s := range in.inScope() {
		for _, id := range suppliersOf(s) {
			suppliers.add(in.diligence("8.1/g", id).on(s.Ref()))
		}
	}
	return and(set.each(), in.ifAny(aims.KindSystem, &suppliers))
}

// suppliersOf returns the suppliers on whom a system rests, each once.
func suppliersOf(s *aims.AISystem) []aims.SupplierID {
	ids := append(slices.Clone(s.Suppliers), s.Supplier)
	for _, c := range s.Components {
		ids = append(ids, c.Supplier)
	}
	slices.Sort(ids)
	return slices.DeleteFunc(slices.Compact(ids), func(id aims.SupplierID) bool { return id == "" })
}

func (in *Input) vouchedProcess(id aims.PointID, p *aims.Process) finding {
	return in.vouched(aims.PointKey(id), "the process", p.Ref(), p.Owner, p.Reviews, p.ReviewBy, p.Evidence)
}

// controlsInPlace judges the controls that the Statement of Applicability
// finds necessary.
func (in *Input) controlsInPlace() finding {
	s := in.soa()
	if !s.usable {
		return s.approved
	}
	var set members
	begun := false // or, for all that is known, may be
	all := in.positions()
	for i := range all {
		p := &all[i]
		var f finding
		switch soa := p.refs[:1]; {
		case p.State == controls.StateExcluded:
			continue
		case p.State == controls.StateProven:
			f = p.finding
		case p.State == controls.StatePartlyProven && p.promised(in.At):
			f = shown().resting(p.refs).holds(p.Until).holds(p.row.Due)
		case p.State == controls.StatePlanned && p.promised(in.At):
			f = in.underWay(p.Control, soa).holds(p.row.Due)
		case p.State == controls.StatePlanned:
			f = missing(ControlUnplanned, soa)
		default:
			f = state(p.State).on(soa...).holds(p.Until)
		}
		begun = begun || f.verdict != aims.MajorGap && p.State != controls.StatePlanned
		set.add(f)
	}
	if !begun {
		return missing(NothingRecorded, []aims.Ref{s.record.Ref()}, "kind", "applicable control in place")
	}
	return set.each()
}

// underWay judges a control that is planned: the approved treatment plan may
// be about to put it in place.
func (in *Input) underWay(control aims.Key, refs []aims.Ref) finding {
	if _, approved := in.plan(); approved.verdict == aims.Conforms {
		for _, t := range in.planned() {
			if slices.Contains(t.Controls, control) && t.Due >= in.At {
				return and(approved, shown(refs...).on(t.Ref())).holds(t.Due)
			}
		}
	}
	return cannotTell(ControlPlanned, refs)
}

// controlsMonitored judges whether somebody watches the effect of controls.
func (in *Input) controlsMonitored() finding {
	var all []finding
	for _, m := range in.metrics() {
		if !slices.ContainsFunc(m.Controls, func(k aims.Key) bool { _, ok := in.Controls.LookupKey(k); return ok }) {
			continue
		}
		last, found := in.latest(m)
		if !found {
			all = append(all, in.measured(aims.PointKey("8.1/d"), m, "the effect of controls"))
			continue
		}
		parts := []finding{
			in.measured(aims.PointKey("8.1/d"), m, "the effect of controls"),
			filled(last.Conclusion != "", "what the result means", last.Ref()),
		}
		meets := last.MeetsTarget
		if meets == aims.Unknown {
			meets = m.Target.Holds(last.Value)
		}
		switch {
		case meets == aims.No:
			parts = append(parts, filled(len(last.LedTo) > 0, "what a missed target led to", last.Ref()))
		case meets == aims.Unknown && !m.Target.IsZero():
			parts = append(parts, cannotTell(NotAnswered, []aims.Ref{last.Ref()}, "what", "the latest result of "+string(m.ID)+" meets its target"))
		}
		all = append(all, and(parts...).holds(m.Until))
	}
	if len(all) == 0 {
		return in.noneOf(aims.KindMetric, "metric on controls")
	}
	return and(all...)
}

// diligence judges the due diligence on a supplier: the latest by the day.
func (in *Input) diligence(id aims.PointID, supplier aims.SupplierID) finding {
	s, found := find[aims.Supplier](in, string(supplier))
	if !found {
		return in.absent(aims.KindSupplier)
	}
	const what = "due diligence on {id}"
	var latest aims.DueDiligence
	for _, d := range s.DueDiligence {
		if d.On != 0 && d.On <= in.At && d.On >= latest.On {
			latest = d
		}
	}
	if latest.On == 0 {
		return filled(false, what, s.Ref())
	}
	f := in.evidence(aims.PointKey(id), latest.Evidence, what, s.Ref())
	switch {
	case latest.Result == 0:
		f = and(f, cannotTell(NotAnswered, []aims.Ref{s.Ref()}, "what", named(what+" passed", s.Ref())))
	case latest.Result == aims.ResultFail:
		f = and(f, missing(AnsweredNo, []aims.Ref{s.Ref()}, "what", named(what+" passed", s.Ref())))
	}
	if s.ReevaluateBy != 0 && s.ReevaluateBy < in.At {
		return and(f, partly(Overdue, []aims.Ref{s.Ref()}, "what", named("new "+what, s.Ref()), "due", s.ReevaluateBy.String()))
	}
	return f.holds(s.ReevaluateBy)
}
