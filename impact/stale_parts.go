package impact

import "github.com/aimskit/aimskit/aims"

// part is an answer in an assessment, with where it comes from.
type part struct {
	path  string // JSON pointer
	basis Basis
	harm  bool
}

// answers lists what the assessment says, in the order of its fields. What it
// does not say is left out.
func (a Assessment) answers() []part {
	var out []part
	add := func(said bool, b Basis, path ...any) {
		if said {
			out = append(out, part{path: "/" + aims.Field(path...), basis: b})
		}
	}
	s := a.Scope
	for i, n := range s.Scenarios {
		add(true, n.Basis, "scope", "scenarios", i)
	}
	for _, t := range []struct {
		name string
		Statement
	}{{"purpose", s.Purpose}, {"data", s.Data}, {"model", s.Model}, {"technical", s.Technical}, {"societal", s.Societal}} {
		add(t.Text != "", t.Basis, "scope", t.name)
	}
	for i, u := range s.Uses {
		add(u.Applies != aims.Unknown, u.Basis, "scope", "uses", i)
	}
	for i, o := range s.Omissions {
		add(true, o.Basis, "scope", "omissions", i)
	}
	for i, p := range a.Parties {
		add(true, p.Basis, "parties", i)
	}
	for i, p := range a.Impacts {
		add(true, p.Basis, "impacts", i)
		out[len(out)-1].harm = p.Effect == Harm
	}
	for i, t := range a.Alternatives {
		add(true, t.Basis, "alternatives", i)
	}
	p := a.Proportionality
	add(p.Necessary != aims.Unknown || p.Proportionate != aims.Unknown || p.Why != "", p.Basis, "proportionality")
	return out
}
