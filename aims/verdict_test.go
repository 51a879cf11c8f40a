package aims_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
)

var allVerdicts = []aims.Verdict{aims.CannotTell, aims.MajorGap, aims.MinorGap, aims.Conforms}

// worst is the slow oracle: it goes through the verdicts from the worst to the
// best and takes the first that either side has.
func worst(v, w aims.Verdict) aims.Verdict {
	for _, x := range []aims.Verdict{aims.MajorGap, aims.MinorGap, aims.CannotTell, aims.Conforms} {
		if v == x || w == x {
			return x
		}
	}
	panic("no verdict")
}

func TestVerdictAnd(t *testing.T) {
	for _, v := range allVerdicts {
		if v.And(v) != v {
			t.Errorf("%v and itself is %v", v, v.And(v))
		}
		if v.And(aims.Conforms) != v {
			t.Errorf("conformity changes %v to %v", v, v.And(aims.Conforms))
		}
		for _, w := range allVerdicts {
			if got, want := v.And(w), worst(v, w); got != want {
				t.Errorf("%v and %v = %v, want %v", v, w, got, want)
			}
			if v.And(w) != w.And(v) {
				t.Errorf("%v and %v depends on the order", v, w)
			}
			for _, x := range allVerdicts {
				if v.And(w).And(x) != v.And(w.And(x)) {
					t.Errorf("%v, %v, %v depends on the brackets", v, w, x)
				}
			}
		}
	}
}

func TestVerdictGap(t *testing.T) {
	for v, want := range map[aims.Verdict]bool{aims.CannotTell: false, aims.MajorGap: true, aims.MinorGap: true, aims.Conforms: false} {
		if v.Gap() != want {
			t.Errorf("%v.Gap() = %v", v, v.Gap())
		}
	}
	if !(aims.MajorGap < aims.MinorGap && aims.MinorGap < aims.Conforms) {
		t.Error("the verdicts are out of order")
	}
}
