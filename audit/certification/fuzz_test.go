package certification_test

import (
	"encoding"
	"encoding/json"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
)

func FuzzWords(f *testing.F) {
	for _, w := range []string{"stage1", "decision", "", "Stage1", "grant", "not-yet", "months", "working-days", "A", "K", "certified"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var (
			gate       certification.Gate
			outcome    certification.Outcome
			unit       certification.Unit
			confidence certification.Confidence
		)
		for _, w := range []struct {
			into encoding.TextUnmarshaler
			said func() (string, bool)
		}{
			{&gate, func() (string, bool) { return gate.String(), gate.Known() }},
			{&outcome, func() (string, bool) { return string(outcome), outcome.Known() }},
			{&unit, func() (string, bool) { return string(unit), unit.Known() }},
			{&confidence, func() (string, bool) { return string(confidence), confidence.Known() }},
		} {
			if w.into.UnmarshalText([]byte(text)) != nil {
				continue
			}
			if said, known := w.said(); said != text || !known {
				t.Errorf("%q reads as %q", text, said)
			}
		}
	})
}

// FuzzReadCase: whatever is read is valid, can be decided on without a panic,
// and is read again from what is written.
func FuzzReadCase(f *testing.F) {
	f.Add([]byte(`{"format":"aimskit/0.1","asked":"grant","certificate":{"id":"c","body":{"name":"b","accreditation":{"by":"a"}},"standard":"s",
		"events":[{"type":"applied","on":"2026-01-01"},{"type":"application-reviewed","on":"2026-01-02","by":["p"]}]},
		"audits":[{"id":"a1","title":"t","type":"stage-1","lastDay":"2026-02-01","concluded":"2026-02-01","ready":"yes"}],
		"findings":[{"id":"f","audit":"a1","title":"t","grade":"major","key":"iso42001/9.1","on":"2026-02-01","steps":[{"to":"issued","on":"2026-02-01","by":"p","as":"auditor"}]}]}`))
	f.Add([]byte(`{"format":"aimskit/0.1","asked":"suspend","certificate":{"id":"c","body":{"name":"b"},"standard":"s"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := certification.ReadCase(data, aims.DecodeOptions{MaxBytes: 1 << 16})
		if err != nil {
			return
		}
		d, err := certification.Decide(c, certification.Default(), onDay("2026-10-06"))
		if err == nil {
			noted(t, c, d, certification.Default(), onDay("2026-10-06"))
		}
		again, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := certification.ReadCase(again, aims.DecodeOptions{}); err != nil {
			t.Errorf("written and not read: %v", err)
		}
	})
}
