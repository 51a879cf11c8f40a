package layers_test

import (
	"os"
	"testing"

	"github.com/aimskit/aimskit/internal/layers"
)

// TestHouse holds the repository itself against every rule.
func TestHouse(t *testing.T) {
	fsys := os.DirFS("../..")
	tree, err := layers.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range layers.Rules() {
		t.Run(rule.Name, func(t *testing.T) {
			if rule.Name == "readme" {
				snippets, err := layers.Snippets(fsys)
				if err != nil {
					t.Fatal(err)
				}
				if len(snippets) == 0 {
					t.Skip("README.md has no Go block to compare")
				}
			}
			breaches := rule.Check(tree)
			for _, b := range breaches {
				t.Error(b)
			}
			if len(breaches) > 0 {
				t.Log("the rule: " + rule.Doc)
			}
		})
	}
}
