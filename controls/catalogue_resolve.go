package controls

import (
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// Resolve returns the control that a text names: an Annex A id as the
// standard writes it ("A.6.2.4"), or a key ("iso42001/A.6.2.4", "own/C-7").
// Anything else is refused with an [UnknownError], however plain the meaning:
// an id that was read by guessing is wrong in the next document. For names
// see [Catalogue.Aliases].
func (c Catalogue) Resolve(s string) (Control, error) {
	if ctl, ok := c.Lookup(aims.ControlID(s)); ok {
		return ctl, nil
	}
	if k, err := aims.ParseKey(s); err == nil {
		return c.ResolveKey(k)
	}
	return Control{}, c.refuse(s)
}

// ResolveKey returns the control with the given key, own controls included,
// or an [UnknownError].
func (c Catalogue) ResolveKey(k aims.Key) (Control, error) {
	if ctl, ok := c.LookupKey(k); ok {
		return ctl, nil
	}
	return Control{}, c.refuse(k.String())
}

// refuse says why a text is no id of a control of the catalogue.
func (c Catalogue) refuse(got string) *UnknownError {
	if len(c.annex()) > 0 {
		if n, ok := readNumber(got); ok {
			return c.refuseNumber(got, n)
		}
	}
	if names := c.Aliases(got); len(names) > 0 {
		keys := names[0].Controls
		return unknown(NameNotID, got, keys[0], "controls", listed(keys))
	}
	if k, err := aims.ParseKey(got); err == nil && !reserved(k.Framework) {
		return unknown(KeyUnknown, got, c.sameButCase(got))
	}
	return unknown(NotAnID, got, aims.Key{}, "like", "A.6.2.4")
}

// refuseNumber refuses a text that reads as a number, in whatever notation.
func (c Catalogue) refuseNumber(got string, n number) *UnknownError {
	id, nearest := n.id(), c.nearest(n.segments)
	_, exists := c.Lookup(id)
	switch {
	case exists && n.annex == 'B':
		return unknown(GuidanceNotControl, got, nearest)
	case exists:
		return unknown(Notation, got, nearest)
	case n.annex != 'A': // a clause, or guidance on an objective
		return unknown(NotAnID, got, nearest, "like", nearest.ID)
	}
	if below := c.idsUnder(id); len(below) > 0 {
		code := HeadingNotControl
		if c.isObjective(id) {
			code = ObjectiveNotControl
		}
		return unknown(code, got, nearest, "first", below[0], "last", below[len(below)-1])
	}
	if group := id.Group(); len(c.idsUnder(group)) == 0 {
		return unknown(NoSuchGroup, got, nearest,
			"first", string(c.groups[0].ID), "last", string(c.groups[len(c.groups)-1].ID))
	}
	return unknown(NoSuchControl, got, nearest)
}

func (c Catalogue) idsUnder(id aims.ControlID) []string {
	var ids []string
	for ctl := range c.Under(id) {
		ids = append(ids, ctl.Key.ID)
	}
	return ids
}

func (c Catalogue) isObjective(id aims.ControlID) bool {
	for o := range c.Objectives() {
		if o.ID == id {
			return true
		}
	}
	return false
}

// nearest returns the Annex A control whose number differs least: in the
// first segment, then in the second, then in the third. A segment that one of
// the two lacks counts as zero; among equals the first control wins.
func (c Catalogue) nearest(segments []int) aims.Key {
	var asked, least [4]int
	copy(asked[:], segments)
	var best aims.Key
	for _, ctl := range c.annex() {
		away := numbers(ctl.ID())
		for i := range away {
			away[i] -= asked[i]
			away[i] = max(away[i], -away[i])
		}
		if best.IsZero() || slices.Compare(away[:], least[:]) < 0 {
			best, least = ctl.Key, away
		}
	}
	return best
}

// numbers returns the segments of a well-formed id.
func numbers(id aims.ControlID) (out [4]int) {
	segment := -1
	for i := range len(id) {
		switch c := id[i]; {
		case c == '.':
			segment++
		case segment >= 0:
			out[segment] = 10*out[segment] + int(c-'0')
		}
	}
	return out
}

// sameButCase returns the key of the catalogue that differs from a text in
// letter case only, or no key.
func (c Catalogue) sameButCase(got string) aims.Key {
	for _, ctl := range c.own() {
		if strings.EqualFold(ctl.Key.String(), got) {
			return ctl.Key
		}
	}
	return aims.Key{}
}

func listed(keys []aims.Key) string {
	shown := make([]string, len(keys))
	for i, k := range keys {
		shown[i] = short(k)
	}
	return strings.Join(shown, ", ")
}

// short writes an Annex A id alone, and every other key in full.
func short(k aims.Key) string {
	if k.Framework == aims.FrameworkISO42001 {
		return k.ID
	}
	return k.String()
}
