package audit

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// SystemicPolicy says how many minor nonconformities on one requirement are
// enough to ask whether together they are a systemic failure, and so a major
// one (ISO/IEC 17021-1, 3.12). The standard names no number and neither does
// the library: the policy is the caller's, and there is no default. The zero
// value is refused.
type SystemicPolicy struct {
	Name        string           `json:"name"`
	Version     string           `json:"version"`
	Attribution aims.Attribution `json:"attribution"`
	Minors      int              `json:"minors"`           // at least 2
	Within      aims.Interval    `json:"within,omitempty"` // from the first to the last of them; absent: however long
}

// TooFew: one minor nonconformity repeats nothing.
const TooFew aims.Code = "audit/too-few"

// Validate reports missing and malformed fields.
func (p SystemicPolicy) Validate() error {
	c := aims.Checker{Texts: texts}
	c.Text("name", p.Name)
	c.Text("version", p.Version)
	c.Text("attribution/source", p.Attribution.Source)
	c.OptionalText("attribution/confidence", p.Attribution.Confidence)
	if p.Minors < 2 {
		c.Add("minors", TooFew, "got", strconv.Itoa(p.Minors))
	}
	c.OptionalInterval("within", p.Within)
	return c.Err()
}

// Proposal asks an auditor to consider a major nonconformity. It grades
// nothing: the grade stays the auditor's, with a rationale.
type Proposal struct {
	Key      aims.Key    `json:"key"`      // the requirement or control
	Findings []FindingID `json:"findings"` // the minors, by their days
	Audits   []AuditID   `json:"audits,omitempty"`
	From     aims.Date   `json:"from"` // the day of the first
	To       aims.Date   `json:"to"`   // and of the last
	Policy   string      `json:"policy"`
}

// Sentence says what is proposed, and why.
func (p Proposal) Sentence() string {
	return aims.Observation{Text: proposalText, Args: map[string]string{
		"key": p.Key.String(), "n": strconv.Itoa(len(p.Findings)), "from": p.From.String(), "to": p.To.String(), "policy": p.Policy,
	}}.Sentence()
}

const proposalText = "proposal only: {n} minor nonconformities on {key} from {from} to {to} may show a systemic failure (policy {policy}); judge whether together they are a major one"

// Systemic proposes a major nonconformity for every requirement or control
// with as many minors as the policy says, in the order of their keys. Points
// count for their requirement. A finding that was carried forward is the same
// as the later one and counts once; drafts, and findings that were withdrawn
// after a dispute, do not count; closed ones do. Named is the largest group
// within the interval of the policy, of several as large the latest.
func Systemic(findings []Finding, at aims.Date, p SystemicPolicy) ([]Proposal, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	byKey := make(map[aims.Key][]Finding)
	for _, f := range repeatable(findings, at) {
		byKey[requirementOf(f.Key)] = append(byKey[requirementOf(f.Key)], f)
	}
	var proposals []Proposal
	for _, key := range slices.SortedFunc(maps.Keys(byKey), aims.Key.Compare) {
		if group := p.largest(byKey[key]); len(group) >= p.Minors {
			proposals = append(proposals, proposal(key, group, p))
		}
	}
	return proposals, nil
}

// repeatable returns the minors that count at a day, by their days.
func repeatable(findings []Finding, at aims.Date) []Finding {
	chain := chainOf(findings, at)
	counts := slices.DeleteFunc(slices.Clone(findings), func(f Finding) bool {
		return f.Since() > at || f.Grade != Minor || chain.superseded[f.ID] || f.StateAt(at) == Draft || f.withdrawn(at)
	})
	slices.SortStableFunc(counts, func(x, y Finding) int { return cmp.Or(cmp.Compare(x.On, y.On), cmp.Compare(x.ID, y.ID)) })
	return counts
}

// withdrawn reports whether the finding was closed because a dispute was
// right.
func (f Finding) withdrawn(at aims.Date) bool {
	before := Draft
	for _, s := range f.Steps {
		if s.On > at {
			break
		}
		if s.To == Closed && before == Disputed {
			return true
		}
		before = s.To
	}
	return false
}

// requirementOf returns the requirement of a point, and any other key itself.
func requirementOf(k aims.Key) aims.Key {
	if c, ok := k.Clause(); ok {
		return aims.ClauseKey(c)
	}
	return k
}

// largest returns the most findings that lie within the interval of the
// policy, out of some sorted by their days.
func (p SystemicPolicy) largest(findings []Finding) []Finding {
	if p.Within == "" {
		return findings
	}
	var best []Finding
	first := 0
	for last := range findings {
		for p.Within.After(findings[first].On) < findings[last].On {
			first++
		}
		if group := findings[first : last+1]; len(group) >= len(best) {
			best = group
		}
	}
	return best
}

func proposal(key aims.Key, group []Finding, p SystemicPolicy) Proposal {
	out := Proposal{Key: key, From: group[0].On, To: group[len(group)-1].On, Policy: p.Name + " " + p.Version}
	for _, f := range group {
		out.Findings = append(out.Findings, f.ID)
		if f.Audit != "" && !slices.Contains(out.Audits, f.Audit) {
			out.Audits = append(out.Audits, f.Audit)
		}
	}
	return out
}
