package risk_test

import (
	"fmt"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// What should we think of before a system that reads foreign documents goes
// live? The library gives ideas; a draft is adapted, owned and rated.
func ExampleLibrary() {
	lib := risk.Starter()
	for e := range lib.Matching(risk.Filter{
		Topics: []risk.Topic{risk.TopicSecurity, risk.TopicLifeCycle},
		Stages: []aims.Stage{aims.StageDeployment},
	}) {
		fmt.Printf("%s: %s %v\n", e.ID, e.Title, e.Controls)
	}
	entry, _ := lib.Lookup("prompt-injection")
	draft := entry.Risk("R-17")
	draft.Systems, draft.Owner = []aims.SystemID{"sys-documents"}, "p-security"
	fmt.Println(draft.ID, draft.AnnexC, draft.Inherent == nil)
	// Output:
	// model-theft: The model is copied [A.4.5 A.6.2.5 A.6.2.8 A.4.4]
	// compromised-component: A downloaded model or library carries malicious code [A.4.4 A.10.3 A.4.2 A.7.5]
	// over-shared-context: An assistant shows users what they may not see [A.6.2.2 A.6.2.5 A.4.3 A.6.2.8]
	// denial-of-service: Costly requests exhaust capacity or budget [A.4.5 A.6.2.6 A.6.2.5]
	// unvalidated-release: A change goes live untested [A.6.2.5 A.6.2.4 A.6.1.3 A.6.2.3]
	// no-trace: It cannot be found out what the system did [A.6.2.8 A.6.2.6 A.6.2.3 A.8.4]
	// R-17 [C.2.10 C.2.7 C.2.8] true
}
