package controls

import (
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// The codes of an inclusion that is not justified.
const (
	// ReasonMissing: a control applies and no reason is given.
	ReasonMissing aims.Code = "controls/reason-missing"
	// ReferenceMissing: a reason refers to nothing.
	ReferenceMissing aims.Code = "controls/reference-missing"
	// ReferenceWeak: a reason refers to a placeholder, or only repeats its kind.
	ReferenceWeak aims.Code = "controls/reference-weak"
)

// inclusionRules ask for a reason with a reference for every control that
// applies. What lacks one is a lapse in a statement that is there.
func inclusionRules() []aims.Rule[Facts] {
	return values(
		rule{
			code: ReasonMissing, point: pointStatement, title: "every inclusion has a reason",
			doc: "Looks for applicable controls without a reason. Minor gap for each.",
			check: eachRow(Applicable, func(_ *Facts, _ int, r *Row, out *output) {
				if len(r.Reasons) == 0 {
					out.control(aims.MinorGap, r.Control, nil)
				}
			}),
		},
		rule{
			code: ReferenceMissing, point: pointStatement, title: "every reason refers to something",
			doc: "Looks for reasons of applicable controls that name neither a record nor a place. Minor gap for each.",
			check: eachReason(func(r *Reason) bool {
				return r.Ref.IsZero() && strings.TrimSpace(r.Reference) == ""
			}),
		},
		rule{
			code: ReferenceWeak, point: pointStatement, title: "references say where",
			doc: "Looks for reasons of applicable controls that name no record, and whose reference is made of placeholders " +
				"such as \"n/a\" or only repeats the kind of reason. Placeholders are known in English. Minor gap for each.",
			check: eachReason(func(r *Reason) bool {
				return r.Ref.IsZero() && !hasDigit(r.Reference) && !hasSubstance(r.Reference, kindWord, 1) &&
					strings.TrimSpace(r.Reference) != ""
			}),
		},
	)
}

// eachReason makes a check that reports the reasons of applicable controls
// that are bad.
func eachReason(bad func(*Reason) bool) func(*Facts, *output) {
	return eachRow(Applicable, func(_ *Facts, _ int, r *Row, out *output) {
		for i := range r.Reasons {
			if reason := &r.Reasons[i]; bad(reason) {
				out.control(aims.MinorGap, r.Control, nil,
					"number", strconv.Itoa(i+1), "kind", string(reason.Kind), "reference", reason.Reference)
			}
		}
	})
}
