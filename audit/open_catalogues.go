package audit

import (
	"sync"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// catalogues are what records are checked against: that of the requirements,
// and that of the controls together with the organization's own.
type catalogues struct {
	requirements aims.Catalogue
	controls     controls.Catalogue
	own          []controls.Custom // that are not among the controls yet
	keys         map[aims.Key]bool // of all own controls so far
}

// add notes an own control. One whose key is taken is reported for its id.
func (k *catalogues) add(own controls.Custom) {
	if _, taken := k.controls.LookupKey(own.Key); taken || k.keys[own.Key] {
		return
	}
	if k.keys == nil {
		k.keys = make(map[aims.Key]bool)
	}
	k.keys[own.Key] = true
	k.own = append(k.own, own)
}

// extended returns the catalogue of the controls with those noted so far.
func (k *catalogues) extended() controls.Catalogue {
	if len(k.own) > 0 {
		if all, err := k.controls.With(k.own...); err == nil {
			k.controls, k.own = all, nil
		}
	}
	return k.controls
}

// The catalogues that the zero value of [Options] stands for. They never
// change; one of each serves all.
var (
	requirements2023 = sync.OnceValue(aims.Edition2023)
	controls2023     = sync.OnceValue(controls.Edition2023)
)

func (o Options) catalogues() catalogues {
	k := catalogues{requirements: o.Requirements, controls: o.Controls}
	if k.requirements.Edition() == "" {
		k.requirements = requirements2023()
	}
	if k.controls.Len() == 0 {
		k.controls = controls2023()
	}
	return k
}

// check checks one record of a list: by its own Validate, and for a Statement
// of Applicability and a gap statement the controls and requirements that they
// speak of. The organization's own controls come before the statements.
func (k *catalogues) check(l records, i int) error {
	switch l := l.(type) {
	case of[controls.Custom]:
		own := (*l.all)[i]
		err := own.Validate()
		if err == nil {
			k.add(own)
		}
		return err
	case of[controls.Statement]:
		return (*l.all)[i].ValidateAgainst(k.extended())
	case of[GapStatement]:
		stated := (*l.all)[i]
		if err := stated.Validate(); err != nil {
			return err
		}
		var c aims.Checker
		c.Nest("key", k.known(stated.Key))
		return c.Err()
	}
	return l.validate(i)
}

// known reports a key of ISO/IEC 42001 that is neither a requirement nor a
// control: a heading, a point, an objective, or nothing at all.
func (k *catalogues) known(key aims.Key) error {
	if _, ok := key.Control(); ok {
		_, err := k.extended().ResolveKey(key)
		return err
	}
	clause, ok := key.Clause()
	if !ok {
		return nil // of another framework
	}
	if r, found := k.requirements.Lookup(clause); found && r.Leaf() && key == aims.ClauseKey(clause) {
		return nil
	}
	c := aims.Checker{Texts: texts}
	c.Add("", KeyUnknown, "got", key.String())
	return c.Err()
}
