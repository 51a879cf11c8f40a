package api_test

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/internal/api"
	"github.com/aimskit/aimskit/internal/layers"
)

var update = flag.Bool("update", false, "write the listings in testdata anew")

const command = "go test ./internal/api -update"

func load(t *testing.T, fsys fs.FS) *layers.Tree {
	t.Helper()
	tree, err := layers.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func house(t *testing.T) *layers.Tree {
	t.Helper()
	return load(t, os.DirFS("../.."))
}

// listingFile is where the listing of a package stands.
func listingFile(p *layers.Package) string {
	dir := p.Dir
	if dir == "." {
		dir = p.Name
	}
	return strings.ReplaceAll(dir, "/", "_") + ".txt"
}

// TestListing compares the exported API of every package with its listing.
func TestListing(t *testing.T) {
	a := api.Read(house(t))
	listed := make(map[string]bool)
	for _, p := range a.Packages() {
		name := listingFile(p)
		listed[name] = true
		t.Run(strings.TrimSuffix(name, ".txt"), func(t *testing.T) {
			file := filepath.Join("testdata", name)
			got := a.Listing(p)
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatalf("the package has no listing yet; write it with\n\t%s\n(%v)", command, err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("the exported API of %s changed; if that is meant, run\n\t%s\nand name the change in CHANGELOG.md (-listed +now):\n%s", p.Path, command, diff)
			}
		})
	}
	entries, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if listed[e.Name()] {
			continue
		}
		if *update {
			if err := os.Remove(filepath.Join("testdata", e.Name())); err != nil {
				t.Fatal(err)
			}
			continue
		}
		t.Errorf("testdata/%s lists a package that is gone; run\n\t%s", e.Name(), command)
	}
}

func TestDocumented(t *testing.T) {
	for _, b := range api.Undocumented(house(t)) {
		t.Error(b)
	}
}

func TestDocLinks(t *testing.T) {
	for _, b := range api.DeadLinks(house(t)) {
		t.Error(b)
	}
}
