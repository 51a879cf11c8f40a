package strict_test

import (
	"fmt"

	"github.com/aimskit/aimskit/internal/strict"
)

func Example() {
	type system struct {
		ID     string `json:"id"`
		Colour colour `json:"colour,omitempty"`
		Users  int    `json:"users,omitempty"`
	}
	type inventory struct {
		Format  string   `json:"format"`
		Systems []system `json:"systems,omitempty"`
	}
	document := []byte(`{
	  "format": "aimskit/0.1",
	  "systems": [
	    {"id": "triage", "colour": "Red", "users": null},
	    {"id": "chat", "usres": 40, "id": "chat"},
	    {"id": "search", "users": 12}
	  ]
	}`)

	// The strict reading names everything at once.
	var v inventory
	report := strict.Decode(document, &v, strict.Options{})
	for _, p := range report.Problems {
		fmt.Printf("%s %s, got %s\n", p.Path, p.Code, p.Args["got"])
	}

	// The lenient one keeps what is whole, and remembers where it stood.
	report = strict.Decode(document, &v, strict.Options{Lenient: true})
	fmt.Println(len(report.Aside), "set aside, kept:", v.Systems)
	fmt.Println("/systems/0/users stands at", report.Original("/systems/0/users"))

	// Output:
	// /systems/0/colour aims/unknown-word, got "Red"
	// /systems/0/users aims/null, got null
	// /systems/1/usres aims/unknown-member, got "usres"
	// /systems/1/id aims/duplicate-member, got "id"
	// 2 set aside, kept: [{search 0 12}]
	// /systems/0/users stands at /systems/2/users
}
