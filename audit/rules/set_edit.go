package rules

import (
	"fmt"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// With returns the set with rules added at its end. A code that the set holds
// already is an error; see [Set.Replace]. Like the other changed sets, it
// keeps name and version until the caller gives it others.
func (s Set) With(rules ...aims.Rule[*Input]) (Set, error) {
	s.Rules = slices.Concat(s.Rules, rules)
	if err := s.check(); err != nil {
		return Set{}, err
	}
	return s, nil
}

// Replace returns the set with rules in the places of those with the same
// codes. A code that the set does not hold is an error. A rule that judges
// otherwise than the one before carries another version.
func (s Set) Replace(rules ...aims.Rule[*Input]) (Set, error) {
	s.Rules = slices.Clone(s.Rules)
	for _, r := range rules {
		i, err := s.place(r.Code)
		if err != nil {
			return Set{}, err
		}
		s.Rules[i] = r
	}
	if err := s.check(); err != nil {
		return Set{}, err
	}
	return s, nil
}

// Drop returns the set without the rules with the codes. A code that the set
// does not hold is an error. What only dropped rules judged becomes CannotTell
// with the reason [NoRule].
func (s Set) Drop(codes ...aims.Code) (Set, error) {
	s.Rules = slices.Clone(s.Rules)
	for _, code := range codes {
		i, err := s.place(code)
		if err != nil {
			return Set{}, err
		}
		s.Rules = slices.Delete(s.Rules, i, i+1)
	}
	return s, nil
}

// place returns where the rule with a code stands.
func (s Set) place(code aims.Code) (int, error) {
	i := slices.IndexFunc(s.Rules, func(r aims.Rule[*Input]) bool { return r.Code == code })
	if i < 0 {
		return 0, fmt.Errorf("rules: set %q holds no rule %q", s.Name, code)
	}
	return i, nil
}
