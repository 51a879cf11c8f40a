package canon_test

import (
	"crypto/sha256"
	"fmt"

	"github.com/aimskit/aimskit/internal/canon"
)

func Example() {
	// The same policy, written by two programs; the second one already knows of annexes.
	for _, document := range []string{
		`{"title": "AI policy", "weight": 1.50, "commitments": ["law", "improvement"]}`,
		`{"annexes":{"list":[]},"commitments":["law","improvement"],"owner":null,"title":"\u0041I policy","weight":15e-1}`,
	} {
		form, err := canon.JSON([]byte(document))
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s %.4x\n", form, sha256.Sum256(form))
	}
	// A number that a reader elsewhere would round is refused.
	_, err := canon.JSON([]byte(`{"cost": 12345678901234567.89}`))
	fmt.Println(err)

	// Output:
	// {"commitments":["law","improvement"],"title":"AI policy","weight":1.5} 98393b69
	// {"commitments":["law","improvement"],"title":"AI policy","weight":1.5} 98393b69
	// canon: number would be rounded: 12345678901234567.89 at "/cost"
}
