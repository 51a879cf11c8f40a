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
	v := &View{snapshot: s, supplied: make(map[aims.Kind]bool, len(s.Supplied))}
	lists := v.snapshot.lists()
	v.shelves = make([]shelf, len(lists))
	for n, l := range lists {
		v.shelves[n].list = l
	}
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
	for i, k := range s.Supplied {
		if _, known := listOf[k]; !known && k != aims.KindOrganization {
			addUnknown(c.In("supplied", i), k)
		}
		v.supplied[k] = true
	}
	if s.Organization != nil {
		c.Nest("organization", s.Organization.Validate())
	}
	v.problems = aims.Problems(c.Err())
	v.fatal = len(v.problems) > 0
}

// addUnknown reports a kind that no snapshot holds, and for the name of a list
// which kind its records are.
func addUnknown(c *aims.Checker, got aims.Kind) {
	for _, l := range new(Snapshot).lists() {
		if l.member == string(got) {
			c.Add("", KindList, "got", string(got), "want", string(l.kind()))
			return
		}
	}
	c.Add("", KindUnknown, "got", string(got), "want", joinKinds(Kinds()))
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

// partial takes a kind of which records were set aside out of those supplied.
func (s *Snapshot) partial(kind aims.Kind) {
	s.Supplied = slices.DeleteFunc(slices.Clone(s.Supplied), func(k aims.Kind) bool { return k == kind })
}

// records checks every record by itself, sets the bad ones aside when that is
// wanted, and indexes the rest.
func (v *View) records(o Options) {
	against := o.catalogues()
	for n := range v.shelves {
		s := &v.shelves[n]
		if s.size() == 0 {
			continue
		}
		s.index = newIndex(s.size())
		var bad []int
		for i := range s.size() {
			ref := s.ref(i)
			s.latest = max(s.latest, s.since(i))
			c := aims.Checker{Texts: texts}
			c.In(s.member, i).Nest("", against.check(s.records, i))
			if ref.ID != "" {
				if first, taken := s.index.add(ref.ID, i); taken {
					code := IDCase
					if s.ref(first) == ref {
						code = IDTwice
					}
					c.In(s.member, i).Add("id", code, "id", ref.ID, "other", "/"+aims.Field(s.member, first))
				}
			}
			if err := c.Err(); err != nil {
				v.report(ref, aims.Problems(err))
				bad = append(bad, i)
			}
		}
		if len(bad) > 0 && o.Lenient {
			v.setAside(s, bad)
		}
	}
}

// setAside takes the bad records out of a list, given in their order. Absence of their kind proves
// nothing any more, and the digest of the records tells.
func (v *View) setAside(s *shelf, bad []int) {
	kind := s.kind()
	v.snapshot.partial(kind)
	v.supplied[kind] = false
	s.keep(func(i int) bool { _, found := slices.BinarySearch(bad, i); return !found })
	s.index = newIndex(s.size())
	for i := range s.size() {
		s.index.add(s.ref(i).ID, i)
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
	var linker aims.Linker
	var lost []link // of one record
	var kind aims.Kind
	var there map[string]int // the ids of that kind: references come in runs of one kind
	linker.Visit = func(to aims.Ref) {
		if to.Kind != kind {
			kind, there = to.Kind, v.ids(to.Kind)
		}
		if _, found := there[to.ID]; !found && v.supplied[to.Kind] {
			lost = append(lost, link{linker.Path(), to})
		}
	}
	if o := v.snapshot.Organization; o != nil {
		o.Links(&linker)
		v.dangling(o.Ref(), "organization", lost)
	}
	for n := range v.shelves {
		s := &v.shelves[n]
		for i := range s.size() {
			lost = lost[:0]
			if s.links(i, &linker); len(lost) > 0 {
				v.dangling(s.ref(i), aims.Field(s.member, i), lost)
			}
		}
	}
}

// link is a reference, and where in its record it stands.
type link struct {
	path string
	to   aims.Ref
}

// dangling reports references of a record that lead nowhere.
func (v *View) dangling(from aims.Ref, in string, lost []link) {
	c := aims.Checker{Texts: texts}
	for _, l := range lost {
		c.Add(in+l.path, Dangling, "ref", l.to.String())
	}
	v.report(from, aims.Problems(c.Err()))
}
