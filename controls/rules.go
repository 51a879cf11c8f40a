package controls

import (
	"cmp"
	"iter"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// Rules returns the library's rules for a Statement of Applicability, in a
// list of the caller's own. Each has the code of the one observation that it
// makes, and is silent where it finds nothing; so a statement on which all of
// them are silent shows what they look at.
//
// A rule with a Key judges that point of a requirement: its observations name
// in their own Key the control that makes them, or the point where no single
// control does. A rule without a Key judges the control itself.
func Rules() []aims.Rule[Facts] {
	return slices.Concat(completenessRules(), inclusionRules(), values(exclusionRules()...), implementationRules(), recordRules())
}

// Check returns what the rules observe, ordered by control (points first),
// then by code, then by the records that the observations rest on.
func Check(f Facts, rules []aims.Rule[Facts]) []aims.Observation {
	f = f.prepared()
	found := make([]aims.Observation, 0, len(f.keys)/4)
	for _, r := range rules {
		if r.Check == nil {
			continue
		}
		for o := range r.Check(f) {
			found = append(found, o)
		}
	}
	return f.sorted(found)
}

// sorted returns the observations in their order. It looks the rank of a
// control up, since comparing keys takes as long as many a rule.
func (f *Facts) sorted(found []aims.Observation) []aims.Observation {
	type ranked struct{ rank, i int }
	order := make([]ranked, len(found))
	for i, o := range found {
		order[i] = ranked{f.rank(o.Key), i}
	}
	slices.SortFunc(order, func(x, y ranked) int {
		if x.rank != y.rank {
			return x.rank - y.rank
		}
		a, b := &found[x.i], &found[y.i]
		if a.Key != b.Key {
			return a.Key.Compare(b.Key)
		}
		return cmp.Or(cmp.Compare(a.Code, b.Code), slices.CompareFunc(a.Refs, b.Refs, aims.Ref.Compare), x.i-y.i)
	})
	out := make([]aims.Observation, len(found))
	for to, from := range order {
		out[to] = found[from.i]
	}
	return out
}

// rank returns the place of a key among the controls of the catalogue: odd
// for one of them, even for what stands between two.
func (f *Facts) rank(key aims.Key) int {
	if i, ok := f.place[key]; ok {
		return 2*i + 1
	}
	i, _ := slices.BinarySearchFunc(f.keys, key, aims.Key.Compare)
	return 2 * i
}

// The points that the rules judge.
const (
	pointCompared  aims.PointID = "6.1.3/d" // controls compared with Annex A, nothing needed overlooked
	pointStatement aims.PointID = "6.1.3/f" // necessary controls, with the reason for every inclusion and exclusion
	pointPlan      aims.PointID = "6.1.3/g" // what, by whom, by when
	pointApproved  aims.PointID = "7.5.2/c" // documents approved, and again after a change
	pointProtected aims.PointID = "7.5.3/b" // documents protected against loss of integrity
	pointChanges   aims.PointID = "7.5.3/e" // changes of documents governed
	pointDue       aims.PointID = "8.3/a"   // what is due is done
	clauseInPlace  aims.Clause  = "8.1"     // controls in place; its rules judge the controls themselves
)

// rule describes a rule of this package.
type rule struct {
	code  aims.Code
	point aims.PointID // absent: it judges the control, for clause 8.1
	title string
	doc   string
	reads []aims.Kind // besides the statement
	check func(f *Facts, out *output)
}

func (r rule) value() aims.Rule[Facts] {
	text := texts[r.code]
	v := aims.Rule[Facts]{
		Code: r.code, Version: 1, Clause: clauseInPlace, Title: r.title, Doc: r.doc,
		Reads: append([]aims.Kind{KindStatement}, r.reads...),
		Check: func(f Facts) iter.Seq[aims.Observation] {
			f = f.indexed()
			return func(yield func(aims.Observation) bool) {
				r.check(&f, &output{code: r.code, text: text, statement: f.statement.Ref(), yield: yield})
			}
		},
	}
	if r.point != "" {
		v.Clause, v.Key = r.point.Clause(), aims.PointKey(r.point)
	}
	return v
}

func values(rules ...rule) []aims.Rule[Facts] {
	out := make([]aims.Rule[Facts], len(rules))
	for i, r := range rules {
		out[i] = r.value()
	}
	return out
}

// output takes the observations of one rule.
type output struct {
	code      aims.Code
	text      string
	statement aims.Ref
	yield     func(aims.Observation) bool
	full      bool // nobody wants more
}

// control makes an observation on a control, which the sentence names. The
// arguments are pairs of name and value.
func (o *output) control(v aims.Verdict, key aims.Key, refs []aims.Ref, args ...string) {
	o.add(v, key, refs, short(key), args)
}

// point makes an observation on a point.
func (o *output) point(v aims.Verdict, p aims.PointID, args ...string) {
	o.add(v, aims.PointKey(p), nil, "", args)
}

func (o *output) add(v aims.Verdict, key aims.Key, refs []aims.Ref, control string, args []string) {
	if o.full {
		return
	}
	made := aims.Observation{Rule: o.code, Key: key, Verdict: v, Code: o.code, Text: o.text, Refs: o.refs(refs)}
	if control != "" || len(args) > 0 {
		made.Args = make(map[string]string, 1+len(args)/2)
	}
	if control != "" {
		made.Args["control"] = control
	}
	for i := 0; i < len(args); i += 2 {
		made.Args[args[i]] = args[i+1]
	}
	o.full = !o.yield(made)
}

// refs returns the statement and the other records, sorted, each once.
func (o *output) refs(others []aims.Ref) []aims.Ref {
	refs := make([]aims.Ref, 0, 1+len(others))
	if o.statement.ID != "" {
		refs = append(refs, o.statement)
	}
	if len(others) > 0 {
		refs = append(refs, others...)
		slices.SortFunc(refs, aims.Ref.Compare)
		refs = slices.Compact(refs)
	}
	return refs
}

// eachRow makes a check that looks at one row after the other of those with an
// applicability.
func eachRow(a Applicability, look func(f *Facts, i int, r *Row, out *output)) func(*Facts, *output) {
	return func(f *Facts, out *output) {
		for i, r := range f.each(a) {
			if out.full {
				return
			}
			look(f, i, r, out)
		}
	}
}
