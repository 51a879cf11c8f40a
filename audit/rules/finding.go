package rules

import (
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// finding is what a check found about a point or control, before it becomes
// an [aims.Observation]. The zero value is CannotTell without a reason, which
// no check returns.
type finding struct {
	verdict      aims.Verdict
	notExercised bool
	until        aims.Date // last day on which it holds if no record changes
	code         aims.Code
	args         []string // pairs of name and value
	refs         refs     // what it rests on
}

// shown says that the records show the point.
func shown(on ...aims.Ref) finding {
	return finding{verdict: aims.Conforms, code: Shown}.on(on...)
}

// notExercised says that the process is there and that no event has called
// for it yet.
func notExercised(on ...aims.Ref) finding {
	return shown(on...).idle()
}

// idle says of a finding that conforms that nothing has called for the point
// yet; any other stays.
func (f finding) idle() finding {
	if f.verdict == aims.Conforms {
		f.code, f.args, f.notExercised = NotExercised, nil, true
	}
	return f
}

// cannotTell says what is unknown.
func cannotTell(code aims.Code, on []aims.Ref, args ...string) finding {
	return finding{code: code, args: args}.on(on...)
}

// partly says what lapses although the element exists.
func partly(code aims.Code, on []aims.Ref, args ...string) finding {
	return finding{verdict: aims.MinorGap, code: code, args: args}.on(on...)
}

// missing says that the point is not shown at all.
func missing(code aims.Code, on []aims.Ref, args ...string) finding {
	return finding{verdict: aims.MajorGap, code: code, args: args}.on(on...)
}

// named puts the id of a record in the place of {id} in what is said of it.
// Texts are put together only for what fails, and most things do not.
func named(what string, ref aims.Ref) string { return strings.Replace(what, "{id}", ref.ID, 1) }

// resting makes a finding rest on a list of records, which nobody changes.
func (f finding) resting(on []aims.Ref) finding {
	f.refs = refs{more: slices.Clip(on)}
	return f
}

// lapse says of what is not shown that it is a lapse of something that is there.
func (f finding) lapse() finding {
	if f.verdict == aims.MajorGap {
		f.verdict = aims.MinorGap
	}
	return f
}

// about says of a finding that fails what it speaks of.
func (f finding) about(what string) finding {
	if len(f.args) > 1 {
		f.args = append([]string{"what", what}, f.args[2:]...)
	}
	return f
}

// on adds records that the finding rests on.
func (f finding) on(refs ...aims.Ref) finding {
	f.refs.more = slices.Clip(f.refs.more) // another finding may hold the same ones
	for i := range refs {
		f.refs.add(&refs[i])
	}
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
	if len(parts) == 0 {
		return finding{}
	}
	whole := finding{verdict: aims.Conforms}
	for i := range parts {
		whole.join(&parts[i])
	}
	return whole
}

// join takes one more part into the whole, which begins as a finding that
// conforms without a reason, and alone holds the memory of its references.
func (f *finding) join(part *finding) {
	verdict := f.verdict.And(part.verdict)
	if part.verdict != verdict {
		return
	}
	if f.verdict != verdict {
		*f = finding{verdict: verdict, refs: refs{more: f.refs.more[:0]}} // it is worse than all before
	}
	if f.code == "" || f.notExercised && !part.notExercised {
		f.code, f.args, f.notExercised = part.code, part.args, part.notExercised
	}
	f.until = earlier(f.until, part.until)
	f.refs.addAll(&part.refs)
}

// members joins findings on the members of one set, such as the systems in
// scope, one after the other: not one shown is a major gap, some not shown a
// minor one. An empty set is the caller's to judge.
type members struct {
	whole finding
	size  int
	lost  int // of them, how many are not shown at all
}

// over is an empty set that expects findings on so many members.
func over(size int) members {
	var m members
	if size > len(m.whole.refs.few) {
		m.whole.refs.more = make([]aims.Ref, 0, size)
	}
	return m
}

// add takes a finding on one member in.
func (m *members) add(f finding) {
	if m.size == 0 {
		m.whole.verdict = aims.Conforms
	}
	m.size++
	if f.verdict == aims.MajorGap {
		m.lost++
		f.verdict = aims.MinorGap
	}
	m.whole.join(&f)
}

// none reports whether the set is empty.
func (m *members) none() bool { return m.size == 0 }

// each returns the finding on the set, to which nothing is added any more.
func (m *members) each() finding {
	f := m.whole
	if m.size > 0 && m.lost == m.size {
		f.verdict = aims.MajorGap
	}
	return f
}

// each joins findings on the members of one set; see [members].
func each(list []finding) finding {
	var set members
	for _, f := range list {
		set.add(f)
	}
	return set.each()
}

// observation turns the finding into what a result holds. The references take
// their room from the input.
func (f finding) observation(in *Input, rule aims.Code, key aims.Key) aims.Observation {
	o := aims.Observation{
		Rule: rule, Key: key, Verdict: f.verdict, Code: f.code, Text: texts[f.code],
		Refs: in.room.sorted(&f.refs), Until: f.until, NotExercised: f.notExercised,
	}
	if len(f.args) > 1 {
		o.Args = make(map[string]string, len(f.args)/2)
		for i := 0; i+1 < len(f.args); i += 2 {
			o.Args[f.args[i]] = f.args[i+1]
		}
	}
	return o
}
