package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// contradiction describes what in the records contradicts that a control is in
// place. What records leave open does not contradict accepted evidence.
type contradiction struct {
	control aims.ControlID
	code    aims.Code
	reads   []aims.Kind
	doc     string
	check   func(*Input) finding // a gap, or anything else where nothing contradicts
}

// contradictions makes rules that speak of a control which the Statement of
// Applicability says is in place, wholly or in part, and keep silent otherwise.
func contradictions(list ...contradiction) []aims.Rule[*Input] {
	var made []aims.Rule[*Input]
	for _, c := range list {
		key := aims.ControlKey(c.control)
		made = append(made, unlessSilent(key, "8.1", rule{
			code: c.code, title: "claim of " + string(c.control) + " held against the records", reads: append(controlReads(), c.reads...), doc: c.doc,
			check: func(in *Input) finding {
				if !in.claims(key) {
					return finding{}
				}
				if f := c.check(in); f.verdict.Gap() {
					return in.contradicts(key, f)
				}
				return finding{}
			},
		}))
	}
	return made
}

// contradicts turns a fault that records show into a lapse of a control that
// is said to be in place.
func (in *Input) contradicts(key aims.Key, f finding) finding {
	o := f.observation(in, f.code, key)
	return partly(ControlContradicted, o.Refs, "control", key.ID, "reason", o.Sentence())
}

// claims reports whether the Statement of Applicability says that a control is
// in place, wholly or in part.
func (in *Input) claims(key aims.Key) bool {
	all := in.positions()
	for i := range all {
		if all[i].Control == key {
			code := all[i].finding.code
			return code == Shown || code == ControlPartly || code == ControlClaimed
		}
	}
	return false
}

// first returns the first gap that a look at one thing after the other finds.
func first[T any](things []T, look func(T) finding) finding {
	for _, t := range things {
		if f := look(t); f.verdict.Gap() {
			return f
		}
	}
	return finding{}
}

// denied judges an answer where only a plain no contradicts.
func denied(a aims.Answer, what string, ref aims.Ref) finding {
	if a == aims.No {
		return missing(AnsweredNo, []aims.Ref{ref}, "what", named(what, ref))
	}
	return finding{}
}

// lacking judges a field that a record of its kind has to fill.
func lacking(is bool, what string, ref aims.Ref) finding {
	if is {
		return finding{}
	}
	return filled(false, what, ref)
}

// either returns the first of several findings that is a gap.
func either(parts ...finding) finding {
	return first(parts, func(f finding) finding { return f })
}

// arranged makes the check of a control that every AI system in scope arranges
// for itself.
func arranged(what string, of func(*aims.Arrangements) aims.Arrangement) func(*Input) finding {
	what += " for the AI system {id}"
	return func(in *Input) finding {
		return first(in.inScope(), func(s *aims.AISystem) finding {
			a := of(&s.Arrangements)
			if a.InPlace == aims.Yes && a.From > in.At {
				return partly(NotBegun, []aims.Ref{s.Ref()}, "what", named(what, s.Ref()), "on", a.From.String())
			}
			return denied(a.InPlace, what, s.Ref())
		})
	}
}

// ownDatasets returns the data sets that AI systems in scope name.
func (in *Input) ownDatasets() []*aims.Dataset {
	return in.datasetList.get(func() []*aims.Dataset {
		systems := in.inScope()
		return without(list[aims.Dataset](in), func(d *aims.Dataset) bool {
			return d.Disposed != 0 && d.Disposed <= in.At || !slices.ContainsFunc(systems, func(s *aims.AISystem) bool { return slices.Contains(s.Datasets, d.ID) })
		})
	})
}

// deployed returns the release of every AI system in scope that runs at the
// day: the one deployed last and not taken back.
func (in *Input) deployed() []*aims.Release {
	latest := make(map[aims.SystemID]*aims.Release)
	for _, r := range list[aims.Release](in) {
		gone := r.RolledBack != 0 && r.RolledBack <= in.At
		last := latest[r.System]
		if r.Deployed != 0 && r.Deployed <= in.At && !gone && (last == nil || r.Deployed >= last.Deployed) {
			latest[r.System] = r
		}
	}
	var found []*aims.Release
	for _, s := range in.inScope() {
		if r, ok := latest[s.ID]; ok {
			found = append(found, r)
		}
	}
	return found
}

// running returns the use cases of AI systems in scope that are active.
func (in *Input) running() []*aims.UseCase {
	systems := in.inScope()
	return without(list[aims.UseCase](in), func(u *aims.UseCase) bool {
		return u.Status != aims.UseActive || u.From > in.At || u.Until != 0 && u.Until < in.At ||
			!slices.ContainsFunc(systems, func(s *aims.AISystem) bool { return s.ID == u.System })
	})
}

// supplying returns the suppliers on which AI systems in scope rest.
func (in *Input) supplying() []*aims.Supplier {
	systems := in.inScope()
	return without(list[aims.Supplier](in), func(p *aims.Supplier) bool {
		ended := p.Until != 0 && p.Until < in.At
		return ended || !slices.ContainsFunc(systems, func(s *aims.AISystem) bool {
			return slices.Contains(p.Systems, s.ID) || s.Supplier == p.ID || slices.Contains(s.Suppliers, p.ID)
		})
	})
}
