package controls

import (
	"errors"

	"github.com/aimskit/aimskit/aims"
)

// Prepared is a statement that can be judged, at any number of days: it was
// checked once, and the digest of its content computed. [Prepare] makes one; it
// is safe for concurrent use while nobody changes the statement's lists. The
// zero value holds no statement, and is refused.
type Prepared struct{ checked *checked }

// checked is a statement that is well-formed.
type checked struct {
	statement Statement
	digest    aims.Digest             // of its content
	decided   map[Applicability][]int // the rows of each applicability
}

// Prepare checks a statement as [Statement.Validate] does.
func Prepare(s Statement) (*Prepared, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	checked, err := newChecked(s)
	if err != nil {
		return nil, err
	}
	return &Prepared{checked}, nil
}

func newChecked(s Statement) (*checked, error) {
	digest, err := aims.DigestOf(s.Content())
	if err != nil {
		return nil, err
	}
	k := &checked{statement: s, digest: digest, decided: make(map[Applicability][]int)}
	for i := range s.Rows {
		a := s.Rows[i].Applicability
		k.decided[a] = append(k.decided[a], i)
	}
	return k, nil
}

// Facts returns the facts of the statement at a day, like [NewFacts]. It
// refuses a row whose control the catalogue does not hold.
func (p *Prepared) Facts(at aims.Date, c Catalogue) (Facts, error) {
	if p == nil || p.checked == nil {
		return Facts{}, errors.New("controls: no statement to judge; controls.Prepare checks one")
	}
	if err := judgeable(at, c); err != nil {
		return Facts{}, err
	}
	var check aims.Checker
	if p.checked.statement.checkControls(&check, c); check.Err() != nil {
		return Facts{}, check.Err()
	}
	return p.checked.facts(at, c), nil
}

// facts indexes a statement whose controls the catalogue holds.
func (k *checked) facts(at aims.Date, c Catalogue) Facts {
	x := &index{checked: k, byKey: c.byKey, rowOf: make([]int, len(c.byKey.keys))}
	for i := range x.rowOf {
		x.rowOf[i] = -1
	}
	for i := range k.statement.Rows {
		x.rowOf[x.place[k.statement.Rows[i].Control]] = i
	}
	x.thin = !x.fillsOut(c)
	return Facts{At: at, index: x}
}
