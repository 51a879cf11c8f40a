package certification

import (
	"maps"

	"github.com/aimskit/aimskit/aims"
)

// Sentences returns the English sentence template of every code of this
// package, for hosts that translate them.
func Sentences() map[aims.Code]string {
	all := make(map[aims.Code]string)
	for _, texts := range []map[aims.Code]string{conditionTexts, policyTexts, caseTexts, decideTexts, eventTexts, dueTexts, icalTexts, timeTexts, siteTexts} {
		maps.Copy(all, texts)
	}
	for _, r := range allRules {
		all[r.Code] = r.Title
	}
	return all
}
