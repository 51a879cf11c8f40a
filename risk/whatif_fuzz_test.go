package risk_test

import (
	"math/big"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// FuzzWhatIf tries out whatever changes and measures can be read: they are
// refused with problems, or their shares add up.
func FuzzWhatIf(f *testing.F) {
	for _, s := range []string{
		`{}`,
		`{"changes":[{"do":"switch-off","treatment":"t-train"}],"measure":{"of":"above-limit"}}`,
		`{"changes":[{"do":"switch-on","control":"own/C-2"}],"measure":{"of":"worst-level"}}`,
		`{"changes":[{"do":"set-effects","treatment":"t-train","effects":[{"likelihood":9}]}],"measure":{"of":"weighted-levels","weights":[0,1,2,3]}}`,
		`{"changes":[{"do":"set-inherent","risk":"c","inherent":{}},{"do":"set-criteria"}]}`,
	} {
		f.Add([]byte(s))
	}
	register, err := risk.NewRegister(trialRecords())
	if err != nil {
		f.Fatal(err)
	}
	a, err := register.Assess(day("2026-06-30"), risk.Facts{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var do risk.Do
		var of risk.Measured
		doErr, ofErr := do.UnmarshalText(data), of.UnmarshalText(data)
		if (doErr == nil) != risk.Do(data).Known() || (ofErr == nil) != risk.Measured(data).Known() {
			t.Fatalf("%q is read as %q, %v and %q, %v", data, do, doErr, of, ofErr)
		}
		var in struct {
			Changes []risk.Change `json:"changes"`
			Measure risk.Measure  `json:"measure"`
		}
		if _, err := aims.Decode(data, &in, aims.DecodeOptions{}); err != nil {
			return
		}
		comparison, err := a.WhatIf(risk.Residual, in.Changes)
		if err != nil {
			if aims.Problems(err) == nil {
				t.Fatalf("an error without problems: %v", err)
			}
			return
		}
		shares, err := a.Attribute(risk.Residual, in.Changes, in.Measure, risk.Sampling{Permutations: 10})
		if err != nil {
			if aims.Problems(err) == nil {
				t.Fatalf("an error without problems: %v", err)
			}
			return
		}
		if want := new(big.Rat).SetInt64(shares.After - shares.Before); total(shares).Cmp(want) != 0 {
			t.Fatalf("%v add up to %s of %s", contributions(shares), total(shares).RatString(), want.RatString())
		}
		if in.Measure.Of == risk.WorstLevel && len(comparison.Unrated) == len(shares.Unrated) && shares.After > int64(comparison.After.Worst) {
			t.Fatalf("the worst level is %d, and by comparison %d", shares.After, comparison.After.Worst)
		}
	})
}
