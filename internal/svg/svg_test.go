package svg_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/aimskit/aimskit/internal/svg/svgtest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The pictures in testdata were looked at; whoever changes them looks again.
func TestSamples(t *testing.T) {
	again := samples()
	for i, s := range samples() {
		t.Run(s.name, func(t *testing.T) {
			got := s.picture.Bytes()
			for _, fault := range svgtest.Faults(got) {
				t.Error(fault)
			}
			if !bytes.Equal(got, again[i].picture.Bytes()) {
				t.Error("drawn twice, the bytes differ")
			}
			file := filepath.Join("testdata", s.name+".svg")
			if *update {
				if err := os.WriteFile(file, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(want, got) {
				t.Errorf("%s differs: run go test -update and look at the picture", file)
			}
		})
	}
}
