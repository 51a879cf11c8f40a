package audit

import (
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// Options says how a snapshot is opened. The zero value refuses a snapshot
// with any problem.
type Options struct {
	// Lenient sets bad records aside and keeps the rest; [View.Problems]
	// lists what is wrong with them. Of a kind with records set aside,
	// absence proves nothing any more, as if the kind were not supplied.
	// A reference that leads nowhere is listed, and its record kept. What is
	// wrong with the snapshot itself or its organization still refuses it.
	Lenient bool
	// Decode sets the limits of [Read] and whether it takes a newer minor
	// version; whether it is lenient says Lenient above.
	Decode aims.DecodeOptions
	// Requirements is the catalogue that requirements are looked up in; the
	// zero value stands for [aims.Edition2023].
	Requirements aims.Catalogue
	// Controls is the catalogue that the controls of statements are looked up
	// in, together with the organization's own; the zero value stands for
	// [controls.Edition2023].
	Controls controls.Catalogue
}

// Open checks a snapshot and indexes it. It is the only way to a [View], and
// reports every problem in an [aims.InvalidError]: those inside records, ids
// that collide, and references that lead nowhere. A reference to a kind that
// is neither supplied nor in the snapshot is not followed: the host keeps
// those records elsewhere. The caller leaves the snapshot's records alone
// while the view is used.
func Open(s Snapshot, o Options) (*View, error) {
	v := &View{snapshot: s, index: make(map[aims.Ref]place), supplied: make(map[aims.Kind]bool)}
	v.lists = v.snapshot.lists()
	v.head()
	v.records(o)
	v.references()
	if len(v.problems) > 0 && !o.Lenient || v.fatal {
		return nil, &aims.InvalidError{Problems: v.problems}
	}
	return v, nil
}

// head checks what is not a list of records.
func (v *View) head() {
	s := &v.snapshot
	c := aims.Checker{Texts: texts}
	if s.Format != aims.Format {
		c.Add("format", aims.FormatUnknown, "got", s.Format, "want", aims.Format)
	}
	c.Date("taken", s.Taken)
	known := Kinds()
	for i, k := range s.Supplied {
		if !slices.Contains(known, k) {
			c.Add(aims.Field("supplied", i), KindUnknown, "got", string(k), "want", joinKinds(known))
		}
		v.supplied[k] = true
	}
	if s.Organization != nil {
		c.Nest("organization", s.Organization.Validate())
	}
	v.problems = aims.Problems(c.Err())
	v.fatal = len(v.problems) > 0
}

func joinKinds(kinds []aims.Kind) string {
	var b strings.Builder
	for i, k := range kinds {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(k))
	}
	return b.String()
}

// partial takes a kind of which records were set aside out of those supplied,
// so that absence proves nothing and the digest tells.
func (s *Snapshot) partial(kind aims.Kind) {
	s.Supplied = slices.DeleteFunc(slices.Clone(s.Supplied), func(k aims.Kind) bool { return k == kind })
}

// validator returns what checks one record after the other: its own
// Validate, and for a Statement of Applicability the controls that it speaks
// of, Annex A and the organization's own, which come before the statements.
func (o Options) validator() func(aims.Record) error {
	catalogue, requirements := o.Controls, o.Requirements
	if catalogue.Len() == 0 {
		catalogue = controls.Edition2023()
	}
	if requirements.Edition() == "" {
		requirements = aims.Edition2023()
	}
	return func(r aims.Record) error {
		switch r := r.(type) {
		case GapStatement:
			var c aims.Checker
			c.Nest("", r.Validate())
			if c.Err() == nil {
				c.Nest("key", known(r.Key, requirements, catalogue))
			}
			return c.Err()
		case controls.Custom:
			if err := r.Validate(); err != nil {
				return err
			}
			if extended, err := catalogue.With(r); err == nil {
				catalogue = extended // else its id is taken, which is reported
			}
			return nil
		case controls.Statement:
			return r.ValidateAgainst(catalogue)
		}
		return r.Validate()
	}
}

// known reports a key of ISO/IEC 42001 that is neither a requirement nor a
// control: a heading, a point, an objective, or nothing at all.
func known(k aims.Key, requirements aims.Catalogue, catalogue controls.Catalogue) error {
	if _, ok := k.Control(); ok {
		_, err := catalogue.ResolveKey(k)
		return err
	}
	clause, ok := k.Clause()
	if !ok {
		return nil // of another framework
	}
	if r, found := requirements.Lookup(clause); found && r.Leaf() && k == aims.ClauseKey(clause) {
		return nil
	}
	c := aims.Checker{Texts: texts}
	c.Add("", KeyUnknown, "got", k.String())
	return c.Err()
}

// records checks every record by itself, sets the bad ones aside when that is
// wanted, and indexes the rest.
func (v *View) records(o Options) {
	validate := o.validator()
	for n, l := range v.lists {
		folded := make(map[string]int, l.size())
		bad := make(map[int]bool)
		for i := range l.size() {
			r := l.at(i)
			ref := r.Ref()
			c := aims.Checker{Texts: texts}
			if err := validate(r); err != nil {
				c.Nest(aims.Field(l.member(), i), err)
			}
			if j, taken := folded[strings.ToLower(ref.ID)]; taken && ref.ID != "" {
				code := IDCase
				if l.at(j).Ref() == ref {
					code = IDTwice
				}
				c.Add(aims.Field(l.member(), i, "id"), code, "id", ref.ID, "other", "/"+aims.Field(l.member(), j))
			}
			if _, taken := folded[strings.ToLower(ref.ID)]; !taken {
				folded[strings.ToLower(ref.ID)] = i
			}
			if problems := aims.Problems(c.Err()); problems != nil {
				v.report(ref, problems)
				bad[i] = true
			}
			if ref.ID != "" {
				v.index[ref] = place{n, i}
			}
		}
		if len(bad) > 0 && o.Lenient {
			v.snapshot.partial(l.kind())
			v.supplied[l.kind()] = false
			for i := range bad {
				delete(v.index, l.at(i).Ref())
			}
			l.keep(func(i int) bool { return !bad[i] })
			for i := range l.size() {
				v.index[l.at(i).Ref()] = place{n, i}
			}
		}
	}
}

// report adds the problems of a record, naming it.
func (v *View) report(ref aims.Ref, problems []aims.Problem) {
	if !aims.ValidID(ref.ID) {
		ref = aims.Ref{}
	}
	for _, p := range problems {
		p.Ref = ref
		v.problems = append(v.problems, p)
	}
}

// references reports every reference that leads nowhere, of a kind that the
// host supplies.
func (v *View) references() {
	if v.snapshot.Organization != nil {
		v.index[v.snapshot.Organization.Ref()] = place{-1, 0}
	}
	var linker aims.Linker
	follow := func(r aims.Record, field ...any) {
		linker.Visit = func(to aims.Ref) {
			if _, found := v.index[to]; found || !v.supplied[to.Kind] {
				return
			}
			c := aims.Checker{Texts: texts}
			c.Add(aims.Field(field...)+linker.Path(), Dangling, "ref", to.String())
			v.report(r.Ref(), aims.Problems(c.Err()))
		}
		r.Links(&linker)
	}
	if o := v.snapshot.Organization; o != nil {
		follow(*o, "organization")
	}
	for _, l := range v.lists {
		for i := range l.size() {
			follow(l.at(i), l.member(), i)
		}
	}
}
