package audit_test

import (
	"encoding"
	"encoding/json"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/audit"
)

// vocabularies gives a fresh value of every vocabulary of the package.
func vocabularies() []encoding.TextUnmarshaler {
	return []encoding.TextUnmarshaler{
		new(audit.Type), new(audit.TeamRole), new(audit.Grade), new(audit.State),
		new(audit.Side), new(audit.Topic), new(audit.Matter),
		new(audit.EventType), new(audit.Outcome), new(audit.Ground), new(audit.RelationKind),
	}
}

// What a vocabulary reads is known and is written as it was read.
func FuzzWords(f *testing.F) {
	for _, w := range []string{"", "stage-1", "lead-auditor", "area-of-concern", "draft", "reopened", "auditee", "earlier-actions", "change", "granted", "plans-open", "audits-refused", "consultancy", "Minor", "audit.State(99)", "\xff"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, w string) {
		for _, v := range vocabularies() {
			if err := v.UnmarshalText([]byte(w)); err != nil {
				if !strings.Contains(err.Error(), "audit.") {
					t.Errorf("the error does not name the vocabulary: %v", err)
				}
				continue
			}
			if !v.(interface{ Known() bool }).Known() {
				t.Errorf("%T reads %q, which is not known", v, w)
			}
			data, err := json.Marshal(v)
			if want, _ := json.Marshal(w); err != nil || string(data) != string(want) {
				t.Errorf("%T reads %q and writes %s, %v", v, w, data, err)
			}
		}
	})
}
