package audit

import (
	"iter"

	"github.com/aimskit/aimskit/aims"
)

// All yields every record of the snapshot, of whatever kind, in the order of
// its members.
func (s Snapshot) All() iter.Seq[aims.Record] {
	return func(yield func(aims.Record) bool) {
		if s.Organization != nil && !yield(*s.Organization) {
			return
		}
		for _, l := range s.lists() {
			for i := range l.size() {
				if !yield(l.at(i)) {
					return
				}
			}
		}
	}
}

// Add decodes the JSON of one record of a kind and appends it to its list; it
// becomes the organization if it is one. An organization when there is one
// already, a kind that no snapshot holds and malformed JSON are reported as an
// [aims.InvalidError], and leave the snapshot as it was. Add does not call
// Validate.
func (s *Snapshot) Add(kind aims.Kind, data []byte, o aims.DecodeOptions) (aims.Record, aims.Reading, error) {
	c := aims.Checker{Texts: texts}
	if kind == aims.KindOrganization {
		var organization aims.Organization
		reading, err := aims.Decode(data, &organization, o)
		switch {
		case err != nil:
			return nil, reading, err
		case s.Organization != nil:
			c.Add("id", SecondOrganization, "id", string(organization.ID), "other", string(s.Organization.ID))
			return nil, reading, c.Err()
		}
		s.Organization = &organization
		return organization, reading, nil
	}
	if n, found := listOf[kind]; found {
		return s.lists()[n].add(data, o)
	}
	addUnknown(&c, kind)
	return nil, aims.Reading{}, c.Err()
}
