package audit_test

import (
	"errors"
	"fmt"
	"log"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// A host exports its records and makes three mistakes. All of them are named,
// with the place and the remedy. Read leniently, the good records remain, and
// absence of the kinds with bad ones proves nothing any more.
func Example() {
	export := []byte(`{"format":"aimskit/0.1", "taken":"2026-06-30", "supplied":["person","policy"],
		"persons":[{"id":"p-1","topManagement":"yes"}, {"id":"p 2"}],
		"policies":[{"id":"policy","title":"AI policy","version":"1","owner":"p-7"},
		            {"id":"draft","title":"AI policy","version":"2","approved":"yes"}]}`)
	_, err := audit.Read(export, audit.Options{})
	fmt.Println(errors.Is(err, aims.ErrInvalid))
	for _, p := range aims.Problems(err) {
		fmt.Println(p)
	}

	view, err := audit.Read(export, audit.Options{Lenient: true})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("\nread leniently:")
	for _, p := range view.Problems() {
		fmt.Println(p)
	}
	for p := range audit.Records[aims.Policy](view, view.Taken()) {
		fmt.Println("kept:", p.Ref(), p.Title)
	}
	fmt.Println("absence of a policy proves something:", view.Supplied(aims.KindPolicy))
	// Output:
	// true
	// /policies/1/approved aims/unknown-member there is no member "approved" here; remove or rename it
	//
	// read leniently:
	// /policies/1/approved aims/unknown-member there is no member "approved" here; remove or rename it
	// /persons/1/id aims/id-malformed p 2 is no id; use 1 to 64 letters, digits, '.', '_' or '-', beginning and ending with a letter or digit
	// kept: policy/policy AI policy
	// absence of a policy proves something: false
}
