package rules

import (
	"fmt"
	"iter"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
	"github.com/aimskit/aimskit/impact"
	"github.com/aimskit/aimskit/risk"
)

// Set is a versioned set of rules with the catalogues that they speak of. A
// caller copies it, drops, replaces and adds rules, also verdicts of other
// modules with [External]; a changed set has another
// name or version and another digest. The zero value is refused; [Default]
// is the library's own.
type Set struct {
	Name         string
	Version      string
	Requirements aims.Catalogue
	Controls     controls.Catalogue
	Rules        []aims.Rule[*Input]

	sealed *sealed // of the library's own set
}

// Default returns the library's rules for ISO/IEC 42001:2023.
func Default() Set {
	s := Set{
		Name:         "iso42001-2023",
		Version:      "1",
		Requirements: aims.Edition2023(),
		Controls:     controls.Edition2023(),
		Rules: slices.Concat(
			clause4(), clause5(), clause6(), clause7(), clause8(), clause9(), clause10(), annexA(),
			governanceRules(), lifecycleRules(), useRules(),
		),
	}
	s.sealed = &sealed{head: s.head()}
	return s
}

// Needs returns the kinds of record that the rules of a requirement or
// control look at, each once, sorted: what to map to have it judged.
func (s Set) Needs(key aims.Key) []aims.Kind {
	var kinds []aims.Kind
	_, isControl := s.Controls.LookupKey(key)
	for _, r := range s.Rules {
		if r.Key == key || parentKey(r.Key) == key || isControl && r.Code == controlRule {
			kinds = append(kinds, r.Reads...)
		}
	}
	slices.Sort(kinds)
	return slices.Compact(kinds)
}

// parentKey returns the requirement of a point; other keys stay.
func parentKey(k aims.Key) aims.Key {
	if c, ok := k.Clause(); ok {
		return aims.ClauseKey(c)
	}
	return k
}

// check reports whether the set can judge anything.
func (s Set) check() error {
	if s.Name == "" || s.Version == "" || s.Requirements.Edition() == "" || s.Controls.Edition() == "" {
		return fmt.Errorf("rules: the set has no name, version or catalogue; start from rules.Default()")
	}
	for i := range s.Rules {
		if r := &s.Rules[i]; r.Code == "" || r.Check == nil || r.Version < 1 {
			return fmt.Errorf("rules: a rule of set %q has no code, version or check: %q", s.Name, r.Code)
		}
	}
	if s.sealed.covers(s) {
		return nil // its codes are those of the library, each once
	}
	seen := make(map[aims.Code]bool, len(s.Rules))
	for i := range s.Rules {
		code := s.Rules[i].Code
		if seen[code] {
			return fmt.Errorf("rules: set %q holds the rule %q twice; replace it instead", s.Name, code)
		}
		seen[code] = true
	}
	return nil
}

// rule describes a rule of this package.
type rule struct {
	code    aims.Code
	title   string
	doc     string
	reads   []aims.Kind
	check   func(*Input) finding
	version int // 1 if zero
}

// point makes a rule that judges one point of a requirement.
func point(id aims.PointID, r rule) aims.Rule[*Input] {
	return judge(aims.PointKey(id), id.Clause(), r)
}

// judge makes a rule that judges a point or control.
func judge(key aims.Key, clause aims.Clause, r rule) aims.Rule[*Input] {
	if slices.ContainsFunc(r.reads, approvedKind) && !slices.Contains(r.reads, aims.KindPerson) {
		r.reads = append(slices.Clip(r.reads), aims.KindPerson) // who approved counts
	}
	return aims.Rule[*Input]{
		Code: r.code, Version: max(r.version, 1), Clause: clause, Key: key,
		Title: r.title, Doc: r.doc, Reads: r.reads,
		Check: func(in *Input) iter.Seq[aims.Observation] {
			return func(yield func(aims.Observation) bool) {
				yield(r.check(in).observation(in, r.code, key))
			}
		},
	}
}

// unlessSilent makes a rule that says something only when its check found
// something: one of several that look at the same control.
func unlessSilent(key aims.Key, clause aims.Clause, r rule) aims.Rule[*Input] {
	out := judge(key, clause, r)
	out.Check = func(in *Input) iter.Seq[aims.Observation] {
		return func(yield func(aims.Observation) bool) {
			if f := r.check(in); f.code != "" {
				yield(f.observation(in, r.code, key))
			}
		}
	}
	return out
}

// approvedKind reports whether records of a kind are approved by somebody.
func approvedKind(k aims.Kind) bool {
	switch k {
	case aims.KindPolicy, aims.KindScope, aims.KindObjective, aims.KindChange, aims.KindDocument, controls.KindStatement,
		risk.KindCriteria, risk.KindPlan, impact.KindMethod, impact.KindAssessment, audit.KindProgramme:
		return true
	}
	return false
}
