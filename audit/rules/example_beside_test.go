package rules_test

import (
	"fmt"
	"log"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
)

// The host's module for information security already judges how documents are
// controlled. Its verdict answers what the records leave unknown about 7.5.3,
// says where it comes from, and tells nothing after its last day. That the
// numbers match is looked up; that the module's audit named the AI management
// system in its scope, somebody has to have checked.
func Example_besideAnotherModule() {
	security, _ := aims.LookupStandard("iso27001:2022")
	if row, _ := security.Corresponding("7.5.3"); !row.SameNumber() {
		log.Fatal("7.5.3 is something else there: ", row.Note)
	}
	basis := rules.Basis{
		Module: "isms", Reference: "internal audit 2026-3, item 12",
		On: aims.MustDate("2026-05-04"), Until: aims.MustDate("2027-05-03"),
	}
	verdict, err := rules.External(aims.ClauseKey("7.5.3"), aims.Conforms, basis)
	if err != nil {
		log.Fatal(err)
	}
	set, err := rules.Default().With(verdict)
	if err != nil {
		log.Fatal(err)
	}
	set.Name = "iso42001-2023 beside isms" // a changed set is another set

	view, err := audit.Read([]byte(`{"format":"aimskit/0.1","taken":"2026-06-30"}`), audit.Options{})
	if err != nil {
		log.Fatal(err)
	}
	for _, day := range []string{"2026-06-30", "2027-05-04"} {
		result, err := rules.Evaluate(view, aims.MustDate(day), set)
		if err != nil {
			log.Fatal(err)
		}
		for _, item := range result.Requirements {
			if item.Key == aims.ClauseKey("7.5.3") {
				fmt.Printf("%s %s: %s\n", day, item.Verdict, item.Observations[len(item.Observations)-1].Sentence())
			}
		}
	}
	// Output:
	// 2026-06-30 conforms: isms judged it as conforms on 2026-05-04; see internal audit 2026-3, item 12
	// 2027-05-04 cannot-tell: the evidence for the verdict of isms, internal audit 2026-3, item 12, expired on 2027-05-03
}
