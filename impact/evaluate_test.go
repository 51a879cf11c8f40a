package impact_test

import (
	"testing"

	"github.com/aimskit/aimskit/impact"
)

func TestDefault_valid(t *testing.T) {
	if err := impact.Default().Validate(); err != nil {
		t.Fatal(err)
	}
}

func TestEvaluate_sound(t *testing.T) {
	a, m, f := sound(t)
	e := evaluate(t, a, m, f)
	for _, r := range e.Impacts {
		t.Logf("%+v", r)
	}
	t.Logf("%+v %+v %v %v", e.Harm, e.Class, e.Concentrated, e.Unseen)
}
