package controls_test

import (
	"fmt"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// A company meets Annex A for the first time: it counts, reads one control,
// brings the ids of an old spreadsheet in order, and adds a control of its own.
func Example_catalogue() {
	c := controls.Edition2023()
	fmt.Println(c.Edition(), "has", c.Len(), "controls")

	validation, _ := c.Lookup("A.6.2.4")
	fmt.Println(validation.ID(), validation.Title)
	fmt.Println("for:", validation.Purpose())
	for _, e := range validation.Evidence() {
		fmt.Println("show:", e)
	}

	for _, cell := range []string{"A.5.2", "A.6.2.1", "a.7.4", "A.5.6", "Suppliers"} {
		if _, err := c.Resolve(cell); err != nil {
			fmt.Println(err)
		}
	}

	own := controls.Custom{
		Key:     aims.Key{Framework: aims.FrameworkOwn, ID: "C-7"},
		Title:   "Red-team exercises",
		Purpose: "Finds ways to abuse a system that its makers did not think of.",
		Why:     "Prompt injection was rated high, and no control of Annex A treats it by itself.",
	}
	c, err := c.With(own)
	fmt.Println("with our own:", c.Len(), err)
	// Output:
	// ISO/IEC 42001:2023 has 38 controls
	// A.6.2.4 AI system verification and validation
	// for: Proves with measurements that the system meets its specification and suits its purpose, before users find out otherwise.
	// show: Test plan whose criteria are older than the results
	// show: Validation report with results per group, limits and reviewer
	// show: What was done about failed tests
	// controls: A.6.2.1 is a control objective, not a control; its controls are A.6.2.2 to A.6.2.8
	// controls: a.7.4 is not written as Annex A writes it; write A.7.4
	// controls: A.5.6 does not exist; the nearest control is A.5.5
	// controls: Suppliers is a name, not an id; it stands for A.10.3
	// with our own: 39 <nil>
}

func ExampleCatalogue_Under() {
	for control := range controls.Edition2023().Under("A.10") {
		fmt.Println(control.ID(), control.Title)
	}
	// Output:
	// A.10.2 Allocating responsibilities
	// A.10.3 Suppliers
	// A.10.4 Customers
}

// A refusal says what was meant, for a person to decide.
func ExampleCatalogue_Resolve() {
	_, err := controls.Edition2023().Resolve("A.6.2.1")
	if unknown, ok := err.(*controls.UnknownError); ok {
		fmt.Println(unknown.Problem.Code, unknown.Nearest)
	}
	// Output:
	// controls/objective-not-control iso42001/A.6.2.2
}

// A gap list sorted by a guide's nine themes finds its way to the real ids.
func ExampleCatalogue_Aliases() {
	c := controls.Edition2023()
	for _, name := range []string{"guide/A.8", "AI system verification & validation", "impact assessment"} {
		for _, alias := range c.Aliases(name) {
			fmt.Println(alias.Source, alias.Name, alias.Controls)
		}
	}
	// Output:
	// nine-themes Monitoring [iso42001/A.3.3 iso42001/A.6.2.6 iso42001/A.8.4]
	// title-variant AI system verification & validation [iso42001/A.6.2.4]
	// nine-themes Impact assessment [iso42001/A.5.2 iso42001/A.5.3 iso42001/A.5.4 iso42001/A.5.5]
	// six-domains Impact assessment [iso42001/A.5.2 iso42001/A.5.3 iso42001/A.5.4 iso42001/A.5.5]
}
