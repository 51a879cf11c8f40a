package montecarlo_test

import (
	"encoding/json"
	"flag"
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

// TestDigestsKept keeps the bytes of some results. They are the same on every
// architecture that the gate runs; whoever changes them gives the method a new
// version. They are written with
//
//	go test ./risk/montecarlo -run TestDigestsKept -args -update-digests
func TestDigestsKept(t *testing.T) {
	one := func(d montecarlo.Distribution) montecarlo.Model { return single(montecarlo.Poisson(2), d) }
	models := map[string]montecarlo.Model{
		"full":        fullModel(t),
		"bands":       fullModel(t),
		"inherent":    fullModel(t).Inherent(),
		"product":     fair(montecarlo.FormProduct),
		"events":      fair(montecarlo.FormEvents),
		"dental":      dental(),
		"lognormal":   benchmarkYear(),
		"gamma":       one(montecarlo.Gamma(.3, 7)),
		"weibull":     one(montecarlo.Weibull(.7, 7)),
		"pareto":      one(montecarlo.GeneralizedPareto(1, 2, .4)),
		"beta":        one(montecarlo.Beta(.4, 2.5)),
		"triangular":  one(montecarlo.Triangular(1, 2, 9)),
		"covers":      coveredTwice(),
		"often":       single(montecarlo.Poisson(800), montecarlo.PERT(1, 2, 9)),
		"great rates": single(montecarlo.UncertainPoisson(montecarlo.Lognormal(6.5, .2)), montecarlo.Uniform(1, 2)),
	}
	got := make(map[string]aims.Digest)
	for name, m := range models {
		c := montecarlo.Config{Trials: 3000, Seed: 11, Curves: true, Worst: 3}
		if name == "bands" {
			c.Trials, c.Parameters = 500, 4
		}
		if testing.Short() && !slices.Contains([]string{"full", "product", "gamma", "great rates"}, name) {
			continue // an emulated machine takes its time
		}
		got[name] = digestOf(t, simulate(t, m, c))
	}
	checkDigests(t, "testdata/digests.json", got)
}

// digestOf is the digest of what a result says, whatever the version says of itself.
func digestOf(t *testing.T, r montecarlo.Result) aims.Digest {
	t.Helper()
	r.Provenance = aims.Provenance{}
	d, err := aims.DigestOf(r)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// checkDigests compares with a file, which it writes if it is told to. The short
// form of a test has fewer results, but each of them.
func checkDigests(t *testing.T, file string, got map[string]aims.Digest) {
	t.Helper()
	if *updateDigests {
		data, err := json.MarshalIndent(got, "", "\t")
		if err == nil {
			err = os.WriteFile(file, append(data, '\n'), 0o644)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]aims.Digest
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	if testing.Short() {
		maps.DeleteFunc(want, func(name string, _ aims.Digest) bool { return got[name] == "" })
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s (-want +got)\n%s", file, d)
	}
}

var updateDigests = flag.Bool("update-digests", false, "write the digests of testdata")
