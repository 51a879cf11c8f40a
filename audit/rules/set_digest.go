package rules

import (
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
	if !s.sealed.covers(s) {
		return s.head().digest()
	}
	s.sealed.once.Do(func() { s.sealed.digest, s.sealed.failed = s.sealed.head.digest() })
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
	for i := range s.Rules {
		h.rules[i] = headOf(&s.Rules[i])
	}
	return h
}

func headOf(r *aims.Rule[*Input]) ruleHead {
	h := ruleHead{Code: r.Code, Version: r.Version}
	if strings.HasPrefix(string(r.Code), externalCodes) {
		h.Says = r.Doc
	}
	return h
}

// covers reports whether a set is as it was when it was sealed, as far as its
// digest goes.
func (k *sealed) covers(s Set) bool {
	if k == nil || len(s.Rules) != len(k.head.rules) ||
		s.Name != k.head.name || s.Version != k.head.version || s.Requirements != k.head.requirements || s.Controls != k.head.controls {
		return false
	}
	for i := range s.Rules {
		if headOf(&s.Rules[i]) != k.head.rules[i] {
			return false
		}
	}
	return true
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
