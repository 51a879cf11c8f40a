package rules

import (
	"cmp"
	"iter"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// scopeRules judge 4.3. A scope approved by top management is evidence of
// itself; a scope that nobody approved shows nothing.
func scopeRules() []aims.Rule[*Input] {
	about := func(id aims.PointID, r rule, judge func(*Input, *aims.Scope) finding) aims.Rule[*Input] {
		r.reads = append([]aims.Kind{aims.KindScope, aims.KindPerson}, r.reads...)
		r.check = func(in *Input) finding {
			s, approved := in.scope()
			if s.ID == "" {
				return approved
			}
			return and(approved, judge(in, s))
		}
		return point(id, r)
	}
	says := func(id aims.PointID, code aims.Code, title, what string, has func(*aims.Scope) bool) aims.Rule[*Input] {
		return about(id, rule{code: code, title: title, doc: "The approved scope itself says " + what + "."},
			func(_ *Input, s *aims.Scope) finding { return filled(has(s), what, s.Ref()) })
	}
	return []aims.Rule[*Input]{
		about("4.3/a", rule{
			code: "rules/scope-boundaries", title: "boundaries drawn", reads: []aims.Kind{aims.KindSystem},
			doc: "The scope, approved by top management, draws its boundaries, and every AI system that is not retired is either included or excluded. " +
				"Some undecided are a minor gap; all of them, a live one of high risk, or none included at all, a major one.",
		}, func(in *Input, s *aims.Scope) finding {
			return and(filled(s.Boundaries != "", "where the management system ends", s.Ref()), in.decidedOn(s))
		}),
		says("4.3/b", "rules/scope-issues", "issues considered", "which issues the scope considered", func(s *aims.Scope) bool { return len(s.Issues) > 0 }),
		says("4.3/c", "rules/scope-parties", "parties considered", "which interested parties the scope considered", func(s *aims.Scope) bool { return len(s.Parties) > 0 }),
		about("4.3/d", rule{
			code: "rules/scope-exclusions", title: "exclusions justified", reads: []aims.Kind{aims.KindSystem},
			doc: "Every exclusion of the approved scope gives a reason, and no AI system outside of it feeds one inside.",
		}, (*Input).exclusions),
		says("4.3/e", "rules/scope-activities", "activities named", "to which activities the scope applies", func(s *aims.Scope) bool { return s.Applicability != "" }),
		about("4.3/f", rule{
			code: "rules/scope-documented", title: "scope documented", reads: []aims.Kind{aims.KindDocument},
			doc: "The approved scope is held by a document in force that is approved as it stands.",
		}, func(in *Input, s *aims.Scope) finding { return in.document(s.Document, "the scope", s.Ref()) }),
		{
			Code: misleadsRule, Version: 1, Clause: "4.3", Title: "scope may mislead",
			Doc: "Remarks on every AI system that the scope does not include and that faces customers or is of high risk, " +
				"or is live while nobody has said whether it does or is. It changes no verdict.",
			Reads: []aims.Kind{aims.KindScope, aims.KindPerson, aims.KindSystem},
			Check: scopeMisleads,
		},
	}
}

// decidedOn judges whether the scope includes at least one AI system that is
// not retired, and includes or excludes every other.
func (in *Input) decidedOn(s *aims.Scope) finding {
	systems := in.systems()
	if !slices.ContainsFunc(systems, func(system *aims.AISystem) bool { return s.Includes(system.ID) }) && (len(systems) > 0 || len(s.Systems) == 0) {
		return missing(Uncovered, []aims.Ref{s.Ref()}, "what", "any AI system that is not retired")
	}
	var set members
	var grave []finding
	for _, system := range systems {
		if _, excluded := s.Excludes(system.ID); excluded || s.Includes(system.ID) {
			set.add(shown(s.Ref()))
			continue
		}
		f := missing(Uncovered, []aims.Ref{s.Ref(), system.Ref()}, "what", "the AI system "+string(system.ID)+", neither included nor excluded")
		set.add(f)
		if in.grave(system) {
			grave = append(grave, f)
		}
	}
	if set.none() {
		return in.absent(aims.KindSystem)
	}
	return and(append(grave, set.each())...)
}

// exclusions judges what the scope leaves out: the reasons, and whether
// something inside depends on it.
func (in *Input) exclusions(s *aims.Scope) finding {
	parts := []finding{shown(s.Ref())}
	var reasons members
	for _, e := range s.Exclusions {
		if e.Reason != "" {
			reasons.add(shown(s.Ref()))
		} else {
			reasons.add(missing(FieldEmpty, []aims.Ref{s.Ref()}, "what", "why the scope excludes "+cmp.Or(string(e.System), e.What)))
		}
	}
	if !reasons.none() {
		parts = append(parts, reasons.each())
	}
	systems := in.systems()
	if len(systems) == 0 && !in.Supplied(aims.KindSystem) {
		parts = append(parts, in.absent(aims.KindSystem))
	}
	for _, system := range systems {
		for _, feeder := range systems {
			if s.Includes(system.ID) && slices.Contains(system.FedBy, feeder.ID) && !s.Includes(feeder.ID) {
				parts = append(parts, partly(Uncovered, []aims.Ref{s.Ref(), system.Ref(), feeder.Ref()},
					"what", "the AI system "+string(feeder.ID)+", which feeds "+string(system.ID)))
			}
		}
	}
	return and(parts...)
}

const misleadsRule aims.Code = "rules/scope-misleads-readers"

// scopeMisleads remarks on the systems whose absence from the scope readers
// will not expect.
func scopeMisleads(in *Input) iter.Seq[aims.Observation] {
	return func(yield func(aims.Observation) bool) {
		s, _ := in.scope()
		if s.ID == "" {
			return
		}
		for _, system := range in.systems() {
			code := ScopeMisleads
			switch open := system.CustomerFacing == aims.Unknown || system.HighRisk == aims.Unknown; {
			case s.Includes(system.ID):
				continue
			case system.CustomerFacing == aims.Yes || system.HighRisk == aims.Yes:
			case open && system.StageAt(in.At).Live() == aims.Yes:
				code = ScopeUnclear
			default:
				continue
			}
			f := cannotTell(code, []aims.Ref{s.Ref(), system.Ref()}, "what", string(system.ID))
			if !yield(f.observation(in, misleadsRule, aims.Key{})) {
				return
			}
		}
	}
}

// scope returns the scope in force at the day, and whether top management
// approved it. Of several, an approved one counts before a draft, then the one recorded last.
func (in *Input) scope() (*aims.Scope, finding) {
	return current(in, aims.KindScope, func(s *aims.Scope) (aims.Date, finding) {
		return s.Withdrawn, topApproval(in, s, s.Approvals, "the scope")
	})
}

// current returns the version of a record that counts at the day, and what
// its approval is worth: the best approved one, then the one recorded last.
// Versions withdrawn before the day do not count. Where none counts, the
// record has no id.
func current[T aims.Record](in *Input, kind aims.Kind, approved func(*T) (withdrawn aims.Date, f finding)) (*T, finding) {
	c, known := in.current[kind].(*counting[T])
	if !known {
		c = choose(in, kind, approved)
		if in.current == nil {
			in.current = make(map[aims.Kind]any)
		}
		in.current[kind] = c
	}
	return c.record, c.standing
}

// counting is the version of a record that counts, and what its approval is worth.
type counting[T aims.Record] struct {
	record   *T
	standing finding
}

func choose[T aims.Record](in *Input, kind aims.Kind, approved func(*T) (withdrawn aims.Date, f finding)) *counting[T] {
	c := &counting[T]{standing: in.absent(kind)}
	for _, v := range list[T](in) {
		withdrawn, f := approved(v)
		if withdrawn != 0 && withdrawn < in.At {
			continue
		}
		f = f.holds(withdrawn)
		if c.record == nil || rank(f) > rank(c.standing) || rank(f) == rank(c.standing) && (*v).Since() >= (*c.record).Since() {
			c.record, c.standing = v, f
		}
	}
	if c.record == nil {
		c.record = new(T)
	}
	return c
}

// inScope returns the AI systems that the scope includes, that exist at the
// day and are not retired, for reading only.
func (in *Input) inScope() []*aims.AISystem {
	return in.includedList.get(func() []*aims.AISystem {
		s, _ := in.scope()
		return without(in.systems(), func(system *aims.AISystem) bool { return !s.Includes(system.ID) })
	})
}

// systemRules judge 4.4.
func systemRules() []aims.Rule[*Input] {
	reads := []aims.Kind{aims.KindProcess, aims.KindEvidence}
	processes := func(id aims.PointID, r rule, judge func(*Input, *aims.Process) finding) aims.Rule[*Input] {
		return overAll(id, r, (*Input).processes, func(in *Input, p *aims.Process) finding { return judge(in, p).holds(p.Until) })
	}
	vouched := func(in *Input, id aims.PointID, p *aims.Process) finding {
		return in.vouched(aims.PointKey(id), "the process {id}", p.Ref(), p.Owner, p.Reviews, p.ReviewBy, p.Evidence)
	}
	return []aims.Rule[*Input]{
		processes("4.4/a", rule{
			code: "rules/system-established", title: "management system set up", reads: reads,
			doc: "Every process says since when it is in use, and somebody other than its owner reviewed it and the next review lies ahead, or evidence supports it.",
		}, func(in *Input, p *aims.Process) finding {
			return and(filled(p.From != 0, "when the process {id} was put in use", p.Ref()), vouched(in, "4.4/a", p))
		}),
		point("4.4/b", rule{
			code: "rules/system-in-use", title: "management system in use", reads: reads,
			doc:   "Every process has been run, and accepted evidence shows its latest run. A process may wait for the event that sets it in motion, or for its first planned run, as long as others have been run.",
			check: (*Input).inUse,
		}),
		processes("4.4/c", rule{
			code: "rules/system-maintained", title: "management system looked after", reads: reads,
			doc: "Somebody other than its owner has reviewed every process and the next review lies ahead, or evidence shows that it is looked after.",
		}, func(in *Input, p *aims.Process) finding { return vouched(in, "4.4/c", p) }),
		betterRule(),
		processes("4.4/e", rule{
			code: "rules/processes-described", title: "processes and what passes between them", reads: []aims.Kind{aims.KindProcess, aims.KindDocument},
			doc: "Every process is described in a document in force, approved as it stands, with inputs and outputs, and says with which others it interacts, unless there is only one.",
		}, func(in *Input, p *aims.Process) finding {
			return and(
				filled(len(p.Inputs) > 0 && len(p.Outputs) > 0, "what the process {id} takes in and gives out", p.Ref()),
				filled(len(p.Interactions) > 0 || len(in.processes()) == 1, "with which processes {id} interacts", p.Ref()),
				in.document(p.Document, "the process {id}", p.Ref()))
		}),
	}
}

// inUse judges whether the processes have been run.
func (in *Input) inUse() finding {
	var set members
	var silent aims.Date
	for _, p := range in.processes() {
		last, ran := latestRun(p, in.At)
		waits, until := in.waits(p)
		switch {
		case ran:
			set.add(in.evidence(aims.PointKey("4.4/b"), last.Evidence, "the latest run of {id}", p.Ref()).holds(p.Until))
		case waits:
			silent = earlier(silent, until)
		default:
			set.add(missing(NotRun, []aims.Ref{p.Ref()}, "what", string(p.ID)))
		}
	}
	if set.none() {
		return in.noneOf(aims.KindProcess, "process with a run").holds(silent)
	}
	return set.each().holds(silent)
}

// processes returns the processes that have begun, or do not say when, and
// are not ended at the day, for reading only.
func (in *Input) processes() []*aims.Process {
	return in.processList.get(func() []*aims.Process {
		return without(list[aims.Process](in), func(p *aims.Process) bool {
			return p.From > in.At || p.Until != 0 && p.Until < in.At
		})
	})
}

// waits reports whether a process that was never run need not have been yet:
// its first planned run lies ahead, or only an event sets it in motion. The
// date is the last day of that, if time alone ends it.
func (in *Input) waits(p *aims.Process) (bool, aims.Date) {
	if p.Every == "" {
		return p.Trigger != "", 0
	}
	due := p.Every.After(p.From)
	if p.Until != 0 && p.Until < due {
		return due != 0, 0
	}
	return due >= in.At && due != 0, due
}

// latestRun returns the latest run of a process by a day.
func latestRun(p *aims.Process, at aims.Date) (aims.Run, bool) {
	var last aims.Run
	found := false
	for _, r := range p.Runs {
		if r.On <= at && (!found || r.On >= last.On) {
			last, found = r, true
		}
	}
	return last, found
}
