package risk_test

import (
	"testing"

	"github.com/aimskit/aimskit/aims"
	gen "github.com/aimskit/aimskit/internal/gen/risk"
	"github.com/aimskit/aimskit/risk"
)

func TestSmoke(t *testing.T) {
	r, e := gen.Sound(8)
	reg, err := risk.NewRegister(r)
	if err != nil {
		t.Fatal(err)
	}
	a, err := reg.Assess(aims.MustDate(gen.At), risk.Facts{Evidence: e.Lookup})
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range risk.Check(a, risk.Rules()) {
		t.Error(o.Verdict, o.Code, o.Sentence())
	}
	for _, p := range a.Positions() {
		t.Logf("%+v", p)
	}
	t.Log(a.HeatMap(risk.Current), a.RollUp(risk.Current, risk.BySystem), a.Rank(risk.Current))
}
