package montecarlo_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

func exactly(amounts ...float64) []montecarlo.Loss {
	out := make([]montecarlo.Loss, len(amounts))
	for i, x := range amounts {
		out[i].Loss = x
	}
	return out
}

// dataSetB is a sample of twenty losses that textbooks of loss models fit.
func dataSetB() []montecarlo.Loss {
	return exactly(27, 82, 115, 126, 155, 161, 243, 294, 340, 384, 457, 680, 855, 877, 974, 1193, 1340, 1884, 2558, 15743)
}

func valuesOf(f montecarlo.SeverityFit) []float64 {
	var out []float64
	for _, p := range f.Parameters {
		out = append(out, p.Value)
	}
	return out
}

func about(digits float64) cmp.Option { return cmpopts.EquateApprox(digits, 0) }

// The estimates and likelihoods that the textbooks print for these losses.
func TestFitSeverity_published(t *testing.T) {
	for _, c := range []struct {
		family        montecarlo.Family
		parameters    []float64
		logLikelihood float64
		severity      montecarlo.Kind
	}{
		{montecarlo.FamilyGamma, []float64{.55616, 2561.1}, -162.2934, montecarlo.KindGamma},
		{montecarlo.FamilyLognormal, []float64{6.1379, 1.3894}, -157.7139, montecarlo.KindLognormal},
	} {
		got, err := montecarlo.FitSeverity(c.family, dataSetB(), montecarlo.FitOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.parameters, valuesOf(got), about(2e-5)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.family, diff)
		}
		if diff := cmp.Diff(c.logLikelihood, got.LogLikelihood, about(1e-6)); diff != "" {
			t.Errorf("%s: likelihood (-want +got):\n%s", c.family, diff)
		}
		if got.Severity.Kind != c.severity || got.Severity.Validate() != nil {
			t.Errorf("%s: severity %+v", c.family, got.Severity)
		}
		if diff := cmp.Diff(4-2*c.logLikelihood, got.AIC, about(1e-6)); diff != "" {
			t.Errorf("%s: AIC (-want +got):\n%s", c.family, diff)
		}
		if diff := cmp.Diff(2*math.Log(20)-2*c.logLikelihood, got.BIC, about(1e-6)); diff != "" {
			t.Errorf("%s: BIC (-want +got):\n%s", c.family, diff)
		}
	}
}

// Without censoring the lognormal has a closed form, standard errors included.
func TestFitSeverity_lognormalInClosedForm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amounts := rapid.SliceOfN(rapid.Float64Range(1, 1e7), 5, 30).Draw(t, "amounts")
		var mu, ss float64
		n := float64(len(amounts))
		for _, x := range amounts {
			mu += math.Log(x) / n
		}
		for _, x := range amounts {
			ss += (math.Log(x) - mu) * (math.Log(x) - mu)
		}
		sigma := math.Sqrt(ss / n)
		if sigma < .05 {
			t.Skip("all alike")
		}
		got, err := montecarlo.FitSeverity(montecarlo.FamilyLognormal, exactly(amounts...), montecarlo.FitOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]float64{mu, sigma}, valuesOf(got), about(1e-7)); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
		se := []float64{got.Parameters[0].StdErr, got.Parameters[1].StdErr}
		if diff := cmp.Diff([]float64{sigma / math.Sqrt(n), sigma / math.Sqrt(2*n)}, se, about(1e-4)); diff != "" {
			t.Fatalf("standard errors (-want +got):\n%s", diff)
		}
	})
}

// Pareto's exponent has a closed form with thresholds and censoring: known
// losses over the sum of the logarithms above the thresholds.
func TestFitSeverity_paretoInClosedForm(t *testing.T) {
	losses := []montecarlo.Loss{
		{Loss: 150, Above: 100},
		{Loss: 400, Above: 100, Count: 3},
		{AtLeast: 1000, Above: 100},
		{Loss: 900, Above: 300},
		{AtLeast: 2000, Above: 500, Count: 2},
	}
	logs := math.Log(1.5) + 3*math.Log(4) + math.Log(10) + math.Log(3) + 2*math.Log(4)
	want := 5 / logs
	got, err := montecarlo.FitSeverity(montecarlo.FamilyPareto, losses, montecarlo.FitOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]float64{want}, valuesOf(got), about(1e-9)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want/math.Sqrt(5), got.Parameters[0].StdErr, about(1e-6)); diff != "" {
		t.Errorf("standard error (-want +got):\n%s", diff)
	}
	if got.Losses != 8 || got.Censored != 3 || !got.Goodness.KS.IsZero() {
		t.Errorf("losses %d, censored %d, goodness %+v", got.Losses, got.Censored, got.Goodness)
	}
	if d := got.Severity; d.Kind != montecarlo.KindGeneralizedPareto || math.Abs(d.Quantile(.5)-100*math.Pow(2, 1/want)) > 1e-6 {
		t.Errorf("severity %+v", d)
	}
}

// With censoring an exponential (a Weibull of shape 1) has the total time over
// the known ones as its scale; the Weibull contains it, so it fits no worse.
func TestFitSeverity_interval(t *testing.T) {
	var losses []montecarlo.Loss
	for _, x := range []float64{100, 250, 300, 420, 800, 1500} {
		losses = append(losses, montecarlo.Loss{From: x * (1 - 1e-7), To: x * (1 + 1e-7)})
	}
	narrow, err := montecarlo.FitSeverity(montecarlo.FamilyWeibull, losses, montecarlo.FitOptions{})
	if err != nil {
		t.Fatal(err)
	}
	known, err := montecarlo.FitSeverity(montecarlo.FamilyWeibull, exactly(100, 250, 300, 420, 800, 1500), montecarlo.FitOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(valuesOf(known), valuesOf(narrow), about(1e-4)); diff != "" {
		t.Errorf("a narrow range is a known amount (-want +got):\n%s", diff)
	}
	if narrow.Censored != 6 || known.Censored != 0 {
		t.Errorf("censored %d and %d", narrow.Censored, known.Censored)
	}
}

// Every family finds its own parameters again from many losses, thresholds and
// limits included: what was cut off below and above does not move the estimate.
func TestFitSeverity_finds(t *testing.T) {
	for _, c := range []struct {
		family montecarlo.Family
		true   montecarlo.Distribution
		want   []float64
		above  float64
	}{
		{montecarlo.FamilyLognormal, montecarlo.Lognormal(9, 1.2), []float64{9, 1.2}, 3000},
		{montecarlo.FamilyGamma, montecarlo.Gamma(2, 5000), []float64{2, 5000}, 3000},
		{montecarlo.FamilyWeibull, montecarlo.Weibull(.8, 9000), []float64{.8, 9000}, 3000},
		{montecarlo.FamilyGeneralizedPareto, montecarlo.GeneralizedPareto(1000, 4000, .4), []float64{.4, 4000}, 1000},
	} {
		n, limit := 4000, 60000.0
		if testing.Short() {
			n = 500
		}
		var losses []montecarlo.Loss
		for i := range n {
			x := c.true.Quantile((float64(i) + .5) / float64(n)) // the distribution itself, as evenly as n losses can
			switch {
			case x <= c.above:
			case x > limit:
				losses = append(losses, montecarlo.Loss{AtLeast: limit, Above: c.above})
			default:
				losses = append(losses, montecarlo.Loss{Loss: x, Above: c.above})
			}
		}
		got, err := montecarlo.FitSeverity(c.family, losses, montecarlo.FitOptions{})
		if err != nil {
			t.Errorf("%s: %v", c.family, err)
			continue
		}
		for i, p := range got.Parameters {
			if math.Abs(p.Value-c.want[i]) > p.StdErr {
				t.Errorf("%s: %s is %v ± %v, want %v", c.family, p.Name, p.Value, p.StdErr, c.want[i])
			}
		}
		if diff := cmp.Diff(float64(len(losses))/float64(n), got.Recorded(c.above), about(.02)); diff != "" {
			t.Errorf("%s: recorded (-want +got):\n%s", c.family, diff)
		}
	}
}

// No point of a fine grid around the estimate is likelier.
func TestFitSeverity_isAMaximum(t *testing.T) {
	losses := []montecarlo.Loss{{Loss: 120, Above: 50}, {Loss: 90, Above: 50}, {From: 200, To: 500}, {AtLeast: 800}, {Loss: 300, Count: 4}, {Loss: 60, Above: 50}}
	got, err := montecarlo.FitSeverity(montecarlo.FamilyLognormal, losses, montecarlo.FitOptions{})
	if err != nil {
		t.Fatal(err)
	}
	phi := func(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }
	slow := func(mu, sigma float64) float64 {
		z := func(x float64) float64 { return (math.Log(x) - mu) / sigma }
		density := func(x float64) float64 {
			return -z(x)*z(x)/2 - math.Log(x*sigma*math.Sqrt(2*math.Pi))
		}
		above := math.Log(phi(-z(50)))
		return density(120) + density(90) + density(60) - 3*above + math.Log(phi(z(500))-phi(z(200))) + math.Log(phi(-z(800))) + 4*density(300)
	}
	best := valuesOf(got)
	top := slow(best[0], best[1])
	if diff := cmp.Diff(top, got.LogLikelihood, about(1e-9)); diff != "" {
		t.Errorf("likelihood (-want +got):\n%s", diff)
	}
	for i := -20; i <= 20; i++ {
		for j := -20; j <= 20; j++ {
			if y := slow(best[0]+float64(i)*.01, best[1]*(1+float64(j)*.01)); y > top+1e-12 {
				t.Fatalf("%d, %d is likelier: %v > %v", i, j, y, top)
			}
		}
	}
}

func TestFitSeverity_goodness(t *testing.T) {
	o := montecarlo.FitOptions{Replicates: 99, Seed: 4}
	good, err := montecarlo.FitSeverity(montecarlo.FamilyLognormal, dataSetB(), o)
	if err != nil {
		t.Fatal(err)
	}
	bad, err := montecarlo.FitSeverity(montecarlo.FamilyPareto, dataSetB(), o)
	if err != nil {
		t.Fatal(err)
	}
	if p := good.Goodness.ADP.Or(0); p < .5 || good.Goodness.Replicates != 99 {
		t.Errorf("a lognormal fits these losses well: %+v", good.Goodness)
	}
	if p := bad.Goodness.ADP.Or(1); p > .05 {
		t.Errorf("a Pareto does not fit these losses: %+v", bad.Goodness)
	}
	many := append(dataSetB(), montecarlo.Loss{Loss: 500, Count: 1 << 40})
	if fit, err := montecarlo.FitSeverity(montecarlo.FamilyLognormal, many, o); err != nil || fit.Goodness.Replicates != 0 {
		t.Errorf("too many losses to draw again: %+v, %v", fit.Goodness, err)
	}
	// The statistics against their definitions, term by term.
	n, ks, ad := 20., 0., -20.
	u := make([]float64, 20)
	for i, l := range dataSetB() {
		u[i] = math.Erfc(-(math.Log(l.Loss)-valuesOf(good)[0])/valuesOf(good)[1]/math.Sqrt2) / 2
	}
	slices.Sort(u)
	for i, p := range u {
		k := float64(i)
		ks = max(ks, p-k/n, (k+1)/n-p)
		ad -= (2*k + 1) / n * (math.Log(p) + math.Log(1-u[len(u)-1-i]))
	}
	if diff := cmp.Diff([]float64{ks, ad}, []float64{good.Goodness.KS.Or(0), good.Goodness.AD.Or(0)}, about(1e-9)); diff != "" {
		t.Errorf("KS and AD (-want +got):\n%s", diff)
	}
}

// A line that counts for three is three lines.
func TestFitSeverity_counts(t *testing.T) {
	lines := []montecarlo.Loss{{Loss: 10, Count: 3}, {Loss: 40}, {Loss: 25, Count: 2}, {Loss: 70}}
	for _, f := range montecarlo.Families() {
		once, err := montecarlo.FitSeverity(f, lines, montecarlo.FitOptions{})
		if err != nil {
			t.Fatal(err)
		}
		each, err := montecarlo.FitSeverity(f, exactly(10, 10, 10, 40, 25, 25, 70), montecarlo.FitOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(each, once, cmpopts.EquateApprox(1e-6, 1e-9), cmp.AllowUnexported(montecarlo.Number{})); diff != "" {
			t.Errorf("%s (-each +once):\n%s", f, diff)
		}
	}
}

// Losses in another currency have the same shape.
func TestFitSeverity_scales(t *testing.T) {
	for _, f := range montecarlo.Families() {
		var scaled []montecarlo.Loss
		for _, l := range dataSetB() {
			scaled = append(scaled, montecarlo.Loss{Loss: l.Loss * 1000})
		}
		a, err := montecarlo.FitSeverity(f, dataSetB(), montecarlo.FitOptions{})
		if err != nil {
			t.Fatal(err)
		}
		b, err := montecarlo.FitSeverity(f, scaled, montecarlo.FitOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range []float64{.1, .5, .99} {
			if diff := cmp.Diff(1000*a.Severity.Quantile(p), b.Severity.Quantile(p), about(1e-6)); diff != "" {
				t.Errorf("%s at %v (-want +got):\n%s", f, p, diff)
			}
		}
	}
}

func TestFitSeverities_best(t *testing.T) {
	fits, err := montecarlo.FitSeverities(dataSetB(), montecarlo.FitOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if len(fits) != 5 || fits[0].Family != montecarlo.FamilyLognormal {
		t.Errorf("%d families, the best is %s", len(fits), fits[0].Family)
	}
	if !slices.IsSortedFunc(fits, func(a, b montecarlo.SeverityFit) int {
		if a.AIC < b.AIC {
			return -1
		}
		return 1
	}) {
		t.Error("the families are not in the order of their AIC")
	}
}

func TestFitSeverity_noMaximum(t *testing.T) {
	// A constant beside one tail that is only censored: the likelihood of the
	// generalized Pareto rises without end as its upper end comes down.
	_, err := montecarlo.FitSeverity(montecarlo.FamilyGeneralizedPareto, exactly(99, 100, 100, 100, 100), montecarlo.FitOptions{})
	if !errors.Is(err, montecarlo.ErrNoFit) {
		t.Errorf("got %v", err)
	}
	if _, err := montecarlo.FitSeverity("normal", dataSetB(), montecarlo.FitOptions{}); err == nil || errors.Is(err, montecarlo.ErrNoFit) {
		t.Errorf("an unknown family: %v", err)
	}
}

func problemsOf(err error) []string {
	var out []string
	for _, p := range aims.Problems(err) {
		out = append(out, p.Path+" "+string(p.Code))
	}
	return out
}

func TestLoss_problems(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	for _, c := range []struct {
		desc string
		loss montecarlo.Loss
		want []string
	}{
		{"known", montecarlo.Loss{Loss: 1}, nil},
		{"no less than", montecarlo.Loss{AtLeast: 1, Above: 1}, nil},
		{"up to", montecarlo.Loss{To: 1}, nil},
		{"between", montecarlo.Loss{From: 1, To: 2, Above: 1}, nil},
		{"empty", montecarlo.Loss{}, []string{" montecarlo/loss-form"}},
		{"two forms", montecarlo.Loss{Loss: 1, AtLeast: 1}, []string{" montecarlo/loss-form"}},
		{"swapped", montecarlo.Loss{From: 2, To: 1}, []string{"/to montecarlo/out-of-order"}},
		{"open above", montecarlo.Loss{From: 2}, []string{"/to aims/missing"}},
		{"below the threshold", montecarlo.Loss{Loss: 1, Above: 1}, []string{"/above montecarlo/loss-below"}},
		{"range from below the threshold", montecarlo.Loss{From: 1, To: 3, Above: 2}, []string{"/above montecarlo/loss-below"}},
		{"no numbers", montecarlo.Loss{Loss: nan, AtLeast: -1, From: inf, To: -inf, Above: nan, Count: -1}, []string{
			"/loss montecarlo/out-of-range", "/atLeast montecarlo/out-of-range", "/from montecarlo/out-of-range",
			"/to montecarlo/out-of-range", "/above montecarlo/out-of-range", "/count montecarlo/out-of-range",
		}},
	} {
		if diff := cmp.Diff(c.want, problemsOf(c.loss.Validate())); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.desc, diff)
		}
	}
}

func TestFitSeverity_problems(t *testing.T) {
	for _, c := range []struct {
		desc   string
		losses []montecarlo.Loss
		want   []string
	}{
		{"none", nil, []string{" montecarlo/losses-few"}},
		{"two", exactly(1, 2), []string{" montecarlo/losses-few"}},
		{"alike", exactly(2, 2, 2), []string{" montecarlo/losses-few"}},
		{"only lower bounds", []montecarlo.Loss{{AtLeast: 1}, {AtLeast: 2}, {AtLeast: 3}}, []string{" montecarlo/losses-open"}},
		{"malformed", append(exactly(1, 2, 3), montecarlo.Loss{}), []string{"/3 montecarlo/loss-form"}},
	} {
		_, err := montecarlo.FitSeverity(montecarlo.FamilyGamma, c.losses, montecarlo.FitOptions{})
		if diff := cmp.Diff(c.want, problemsOf(err)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.desc, diff)
		}
		_, err = montecarlo.FitSeverities(c.losses, montecarlo.FitOptions{})
		if diff := cmp.Diff(c.want, problemsOf(err)); diff != "" {
			t.Errorf("all families, %s (-want +got):\n%s", c.desc, diff)
		}
	}
}
