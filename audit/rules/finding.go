package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// finding is what a check found about a point or control, before it becomes
// an [aims.Observation]. The zero value is CannotTell without a reason, which
// no check returns.
type finding struct {
	verdict      aims.Verdict
	code         aims.Code
	args         []string // pairs of name and value
	refs         []aims.Ref
	until        aims.Date // last day on which it holds if no record changes
	notExercised bool
}

// shown says that the records show the point.
func shown(refs ...aims.Ref) finding { return finding{verdict: aims.Conforms, code: Shown, refs: refs} }

// notExercised says that the process is there and that no event has called
// for it yet.
func notExercised(refs ...aims.Ref) finding {
	return finding{verdict: aims.Conforms, code: NotExercised, refs: refs, notExercised: true}
}

// idle says of a finding that conforms that nothing has called for the point
// yet; any other stays.
func (f finding) idle() finding {
	if f.verdict != aims.Conforms {
		return f
	}
	return notExercised(f.refs...).holds(f.until)
}

// cannotTell says what is unknown.
func cannotTell(code aims.Code, refs []aims.Ref, args ...string) finding {
	return finding{code: code, refs: refs, args: args}
}

// partly says what lapses although the element exists.
func partly(code aims.Code, refs []aims.Ref, args ...string) finding {
	return finding{verdict: aims.MinorGap, code: code, refs: refs, args: args}
}

// missing says that the point is not shown at all.
func missing(code aims.Code, refs []aims.Ref, args ...string) finding {
	return finding{verdict: aims.MajorGap, code: code, refs: refs, args: args}
}

// on adds records that the finding rests on.
func (f finding) on(refs ...aims.Ref) finding {
	f.refs = append(slices.Clip(f.refs), refs...)
	return f
}

// holds limits the days on which the finding holds; absent dates limit nothing.
func (f finding) holds(until aims.Date) finding {
	f.until = earlier(f.until, until)
	return f
}

// earlier returns the earlier of two dates, of which an absent one is never.
func earlier(a, b aims.Date) aims.Date {
	if a == 0 || b != 0 && b < a {
		return b
	}
	return a
}

// and joins findings on parts of which every one is needed. The verdicts join
// as [aims.Verdict.And] says; the reason is that of the first part with the
// joint verdict. A failing or unknown whole rests on the parts that make it
// so, a conforming one on all of them.
func and(parts ...finding) finding {
	verdict := aims.Conforms
	for _, p := range parts {
		verdict = verdict.And(p.verdict)
	}
	var whole finding
	var until aims.Date
	size := 0
	for _, p := range parts {
		if p.verdict == verdict {
			size += len(p.refs)
		}
	}
	var refs []aims.Ref
	if size > 0 {
		refs = make([]aims.Ref, 0, size)
	}
	for _, p := range parts {
		if p.verdict != verdict {
			continue
		}
		if whole.code == "" || whole.notExercised && !p.notExercised {
			whole = p
		}
		refs = append(refs, p.refs...)
		until = earlier(until, p.until)
	}
	whole.refs, whole.until = refs, until
	return whole
}

// each joins findings on the members of one set, such as the systems in
// scope: not one shown is a major gap, some not shown a minor one. An empty
// set is the caller's to judge.
func each(members []finding) finding {
	anyShown := slices.ContainsFunc(members, func(f finding) bool { return f.verdict != aims.MajorGap })
	if !anyShown || !slices.ContainsFunc(members, func(f finding) bool { return f.verdict == aims.MajorGap }) {
		return and(members...)
	}
	softened := slices.Clone(members)
	for i := range softened {
		if softened[i].verdict == aims.MajorGap {
			softened[i].verdict = aims.MinorGap
		}
	}
	return and(softened...)
}

// observation turns the finding into what a result holds.
func (f finding) observation(rule aims.Code, key aims.Key) aims.Observation {
	o := aims.Observation{
		Rule: rule, Key: key, Verdict: f.verdict, Code: f.code, Text: texts[f.code],
		Until: f.until, NotExercised: f.notExercised,
	}
	if len(f.args) > 1 {
		o.Args = make(map[string]string, len(f.args)/2)
		for i := 0; i+1 < len(f.args); i += 2 {
			o.Args[f.args[i]] = f.args[i+1]
		}
	}
	o.Refs = slices.Clone(f.refs)
	slices.SortFunc(o.Refs, aims.Ref.Compare)
	o.Refs = slices.Compact(o.Refs)
	return o
}
