package rules

import (
	"slices"
	"strings"
	"sync"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// Digest returns the digest of the set: its name, version, requirements with
// their points, controls, and the codes and versions of its rules, in their
// order, and all that a rule of [External] says. It does not cover the
// functions; a rule that judges otherwise carries another version.
func (s Set) Digest() (aims.Digest, error) {
	head := s.head()
	if s.sealed == nil || !head.equal(s.sealed.head) {
		return head.digest()
	}
	s.sealed.once.Do(func() { s.sealed.digest, s.sealed.failed = head.digest() })
	return s.sealed.digest, s.sealed.failed
}

// sealed keeps the digest of a set for its copies, as long as nobody changes
// them.
type sealed struct {
	head head

	once   sync.Once // digest and failed
	digest aims.Digest
	failed error
}

// head is what the digest of a set covers.
type head struct {
	name, version string
	requirements  aims.Catalogue
	controls      controls.Catalogue
	rules         []ruleHead
}

// ruleHead is what the digest covers of a rule.
type ruleHead struct {
	Code    aims.Code `json:"code"`
	Version int       `json:"version"`
	Says    string    `json:"says,omitempty"` // of a verdict from outside
}

func (s Set) head() head {
	h := head{s.Name, s.Version, s.Requirements, s.Controls, make([]ruleHead, len(s.Rules))}
	for i, r := range s.Rules {
		h.rules[i] = ruleHead{Code: r.Code, Version: r.Version}
		if strings.HasPrefix(string(r.Code), externalCodes) {
			h.rules[i].Says = r.Doc
		}
	}
	return h
}

func (h head) equal(k head) bool {
	return h.name == k.name && h.version == k.version &&
		h.requirements == k.requirements && h.controls == k.controls && slices.Equal(h.rules, k.rules)
}

func (h head) digest() (aims.Digest, error) {
	requirements, err := h.requirements.Digest()
	if err != nil {
		return "", err
	}
	content := struct {
		Name         string      `json:"name"`
		Version      string      `json:"version"`
		Requirements aims.Digest `json:"requirements"`
		Controls     []aims.Key  `json:"controls"`
		Rules        []ruleHead  `json:"rules"`
	}{h.name, h.version, requirements, nil, h.rules}
	for c := range h.controls.All() {
		content.Controls = append(content.Controls, c.Key)
	}
	return aims.DigestOf(content)
}
