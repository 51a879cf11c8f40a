package impact

import (
	"strings"
	"sync"

	"github.com/aimskit/aimskit/aims"
)

// Judge judges assessments by one method, which it has checked once. [NewJudge]
// makes one; it is safe for concurrent use while nobody changes the method's
// lists. The zero value refuses every assessment, for want of a method.
type Judge struct {
	method Method
	digest aims.Digest // of its content
	bad    error       // what is wrong with it
}

// NewJudge checks a method, and refuses one that is malformed with an
// [aims.InvalidError].
func NewJudge(m Method) (*Judge, error) {
	j := judgeOf(m)
	if j.bad != nil {
		return nil, j.bad
	}
	return j, nil
}

// judgeOf returns a judge by a method that may be malformed.
func judgeOf(m Method) *Judge {
	j := &Judge{method: m}
	err := m.Validate()
	if err == nil {
		j.digest, err = m.Digest()
	}
	var c aims.Checker
	if m.ID == "" && len(m.Triggers) == 0 && len(m.Levels) == 0 {
		c.Add("method", aims.Missing) // the zero value, rather than each of its members
	} else {
		c.Nest("method", err)
	}
	j.bad = c.Err()
	return j
}

// together reports everything that is wrong with the method, with a record, and
// with the one for the other.
func (j *Judge) together(name string, record interface {
	Validate() error
	fits(m *Method, digest aims.Digest) error
},
) error {
	if j == nil || j.digest == "" && j.bad == nil {
		j = judgeOf(Method{})
	}
	var c aims.Checker
	c.Nest("", j.bad)
	c.Nest(name, record.Validate())
	if j.bad == nil {
		c.Nest(name, record.fits(&j.method, j.digest))
	}
	return c.Err()
}

// Prepare checks an assessment, and whether it was made with the method of the
// judge. The error is an [aims.InvalidError] as of [Evaluate].
func (j *Judge) Prepare(a Assessment) (*Prepared, error) {
	if err := j.together("assessment", a); err != nil {
		return nil, err
	}
	digest, err := a.Digest()
	if err != nil {
		return nil, err
	}
	return &Prepared{
		judge: j, assessment: a, digest: digest,
		input: sync.OnceValues(func() (aims.Digest, error) { return aims.DigestOf(a) }),
	}, nil
}

// Prepared is an assessment that can be judged, at any number of days: it was
// checked once, and its digests computed. [Judge.Prepare] makes one; it is safe
// for concurrent use while nobody changes the lists of assessment and method.
// The zero value holds no assessment, and is refused.
type Prepared struct {
	judge      *Judge
	assessment Assessment
	digest     aims.Digest                 // of its content
	input      func() (aims.Digest, error) // the digest of all of it
}

// Evaluate judges the assessment at a day; see the function [Evaluate]. The
// error is [ErrNoDay] or [ErrNotYet].
func (p *Prepared) Evaluate(at aims.Date, f Facts) (*Evaluation, error) {
	e, err := p.evaluate(at, f)
	if err != nil {
		return nil, err
	}
	input, err := p.input()
	if err != nil {
		return nil, err
	}
	e.Provenance = aims.Provenance{Module: aims.Version, Model: modelName(&e.method), Method: p.assessment.Method, Input: input, At: at}
	return e, nil
}

// Completeness evaluates the assessment at a day and says what it lacks; see
// the function [Completeness]. The error is [ErrNoDay] or [ErrNotYet].
func (p *Prepared) Completeness(at aims.Date, f Facts) ([]aims.Observation, error) {
	e, err := p.evaluate(at, f)
	if err != nil {
		return nil, err
	}
	return e.lacks(), nil
}

// evaluate judges the assessment, and leaves the provenance to those who show it.
func (p *Prepared) evaluate(at aims.Date, f Facts) (*Evaluation, error) {
	switch {
	case !at.Valid():
		return nil, ErrNoDay
	case p == nil || p.judge == nil:
		var none *Judge
		return nil, none.together("assessment", Assessment{})
	case p.assessment.Recorded > at || p.assessment.On > at:
		return nil, ErrNotYet
	}
	e := &Evaluation{Assessment: p.assessment.ID, assessment: p.assessment, digest: p.digest, method: p.judge.method, at: at, facts: f}
	e.judgeMeasures()
	e.rate()
	e.look()
	e.classify()
	return e, nil
}

func modelName(m *Method) string {
	return strings.TrimSpace(string(m.ID) + " " + m.Version)
}
