package aims_test

import (
	"fmt"

	"github.com/aimskit/aimskit/aims"
)

// A host that takes roles from elsewhere translates them where they come in.
func ExampleRoleAlias() {
	for _, word := range []string{"Deployer", "AI product or service provider", "operator"} {
		role, ok := aims.RoleAlias(word)
		fmt.Printf("%q %q %v\n", word, role, ok)
	}
	// Output:
	// "Deployer" "ai-user" true
	// "AI product or service provider" "ai-product-provider" true
	// "operator" "" false
}

// An approval binds the file: a new file is a document that nobody approved.
func ExampleDocument_Standing() {
	doc := aims.Document{
		ID: "d-1", Title: "risk procedure", Version: "1.0",
		Digest: aims.DigestBytes([]byte("the procedure")),
	}
	doc.Approvals = []aims.Approval{{By: "p-ceo", On: aims.MustDate("2025-05-30"), Digest: doc.Digest}}

	standing, approval, _ := doc.Standing(aims.MustDate("2025-06-01"))
	fmt.Println(standing, approval.By)

	doc.Digest = aims.DigestBytes([]byte("the procedure, with one more step"))
	standing, _, _ = doc.Standing(aims.MustDate("2025-06-01"))
	fmt.Println(standing)
	// Output:
	// approved p-ceo
	// voided
}

// A process that is planned every six months and ran at the end of August is
// due again on the last day of February.
func ExampleInterval_After() {
	fmt.Println(aims.Interval("P6M").After(aims.MustDate("2025-08-31")))
	// Output: 2026-02-28
}
