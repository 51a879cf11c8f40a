package montecarlo

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/internal/numeric"
)

// ErrNoFit says that the likelihood of the losses has no maximum within a
// family, or none that the search could reach.
var ErrNoFit = errors.New("montecarlo: the likelihood has no maximum")

// FitOptions says what to do besides the fit. The zero value does nothing more.
type FitOptions struct {
	// Replicates is how many samples are drawn from the fitted distribution and
	// fitted again, for the p-values of [Goodness]. 0: no p-values; 199 give
	// steps of half a percent. Above 100,000 losses there are none.
	Replicates int
	Seed       uint64 // of the replicates
}

// SeverityFit is a severity that was fitted to losses by maximum likelihood.
type SeverityFit struct {
	Family     Family            `json:"family"`
	Severity   Distribution      `json:"severity"` // to be put into a [Scenario]
	Parameters []FittedParameter `json:"parameters"`
	// Correlation of the estimates of the two parameters; absent for one.
	Correlation Number `json:"correlation,omitzero"`
	// LogLikelihood of the losses. AIC is 2k − 2·LogLikelihood for k parameters,
	// BIC k·ln(Losses) − 2·LogLikelihood; less is better. They compare families
	// for the same losses only.
	LogLikelihood float64  `json:"logLikelihood"`
	AIC           float64  `json:"aic"`
	BIC           float64  `json:"bic"`
	Losses        int64    `json:"losses"`
	Censored      int64    `json:"censored,omitempty"` // of them, known as a range only
	Goodness      Goodness `json:"goodness"`
}

// FittedParameter is a parameter by its name in a [Distribution], or for
// [FamilyPareto] "alpha", with its standard error for large samples.
type FittedParameter struct {
	Name string `json:"name"`
	Estimate
}

// FitSeverity fits a family to losses. It needs at least three losses, two of
// them different. An [aims.InvalidError] lists what is wrong with them; where
// the likelihood has no maximum the error is [ErrNoFit].
//
// Losses with a threshold are fitted as what exceeded it: the severity speaks
// of all losses, recorded or not, so the rate of events must do so too; see
// [SeverityFit.Recorded].
func FitSeverity(f Family, losses []Loss, o FitOptions) (SeverityFit, error) {
	if !f.Known() {
		return SeverityFit{}, fmt.Errorf("montecarlo: %q is no family of severities; use one of %v", f, families)
	}
	s, err := newSample(losses)
	if err != nil {
		return SeverityFit{}, err
	}
	fit, top, err := s.fit(f)
	if err != nil {
		return SeverityFit{}, err
	}
	fit.Goodness = s.goodness(f, top, o)
	return fit, nil
}

// FitSeverities fits every family and returns those that have a fit, the one
// with the least AIC first. It fails where none has.
func FitSeverities(losses []Loss, o FitOptions) ([]SeverityFit, error) {
	var out []SeverityFit
	var failed error
	for _, f := range families {
		fit, err := FitSeverity(f, losses, o)
		switch {
		case err == nil:
			out = append(out, fit)
		case !errors.Is(err, ErrNoFit):
			return nil, err
		default:
			failed = errors.Join(failed, err)
		}
	}
	if len(out) == 0 {
		return nil, failed
	}
	slices.SortStableFunc(out, func(a, b SeverityFit) int { return cmp.Compare(a.AIC, b.AIC) })
	return out, nil
}

// sample is a list of losses, checked.
type sample []observed

func newSample(losses []Loss) (sample, error) {
	c := newChecker()
	s := make(sample, len(losses))
	for i, l := range losses {
		c.Nest(strconv.Itoa(i), l.Validate())
		s[i] = l.observed()
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	distinct := false
	for _, o := range s {
		distinct = distinct || o.middle() != s[0].middle()
	}
	if n := s.size(); n < 3 || !distinct {
		c.Add("", LossesFew, "losses", format(n))
	}
	bounded := slices.ContainsFunc(s, func(o observed) bool { return !math.IsInf(o.hi, 1) })
	if len(s) > 0 && !bounded {
		c.Add("", LossesOpen)
	}
	return s, c.Err()
}

func (s sample) size() float64 {
	var n float64
	for _, o := range s {
		n += o.weight
	}
	return n
}

// begin is the lowest threshold.
func (s sample) begin() float64 {
	return slices.MinFunc(s, func(a, b observed) int { return cmp.Compare(a.above, b.above) }).above
}

// smallest is the least loss, by the upper end of what is known.
func (s sample) smallest() float64 {
	o := slices.MinFunc(s, func(a, b observed) int { return cmp.Compare(a.middle(), b.middle()) })
	return o.middle()
}

// logs returns the mean and the standard deviation of the logarithms.
func (s sample) logs() (mean, sd float64) {
	n := s.size()
	for _, o := range s {
		mean += float64(o.weight * numeric.Log(o.middle()) / n)
	}
	var ss float64
	for _, o := range s {
		d := numeric.Log(o.middle()) - mean
		ss += float64(o.weight * d * d)
	}
	return mean, max(math.Sqrt(ss/n), 1e-6)
}

// logLikelihood adds up what each loss says, given that it exceeded its
// threshold.
func (s sample) logLikelihood(l law) float64 {
	var total, lost float64 // Neumaier's sum, so that differences of the result are good
	for _, o := range s {
		x := logProbability(l, o)
		if o.above > 0 {
			x -= numeric.Log(l.survival(o.above))
		}
		x = float64(x * o.weight)
		t := total + x
		if math.Abs(total) >= math.Abs(x) {
			lost += (total - t) + x
		} else {
			lost += (x - t) + total
		}
		total = t
	}
	return total + lost
}

func logProbability(l law, o observed) float64 {
	switch {
	case o.exact():
		return l.logDensity(o.lo)
	case math.IsInf(o.hi, 1):
		return numeric.Log(l.survival(o.lo))
	}
	if lo := l.cdf(o.lo); lo < 0.5 {
		return numeric.Log(l.cdf(o.hi) - lo)
	}
	return numeric.Log(l.survival(o.lo) - l.survival(o.hi))
}

// fit returns the fit of a family, without its goodness, and the law.
func (s sample) fit(f Family) (SeverityFit, law, error) {
	shape := shapeOf(f, s)
	top, ok := climb(func(at []float64) float64 { return s.logLikelihood(shape.law(at)) }, shape.start)
	if !ok {
		return SeverityFit{}, nil, fmt.Errorf("%w for a severity of the family %s; try another family", ErrNoFit, f)
	}
	k, n := float64(len(shape.names)), s.size()
	fit := SeverityFit{
		Family: f, Severity: shape.severity(top.at), LogLikelihood: top.value,
		AIC: float64(2*k) - float64(2*top.value), BIC: float64(k*numeric.Log(n)) - float64(2*top.value), Losses: int64(n),
	}
	for _, o := range s {
		if !o.exact() {
			fit.Censored += int64(o.weight)
		}
	}
	values, slopes := shape.parameters(top.at), shape.slopes(top.at)
	for i, name := range shape.names {
		se := math.Abs(slopes[i]) * math.Sqrt(top.covariance[i*len(values)+i])
		fit.Parameters = append(fit.Parameters, FittedParameter{name, Estimate{values[i], se}})
	}
	if len(values) == 2 {
		fit.Correlation = Num(top.covariance[1] / math.Sqrt(top.covariance[0]*top.covariance[3]))
	}
	return fit, shape.law(top.at), nil
}

// Recorded returns the probability that a loss of this severity exceeds a
// threshold. Where only such losses were counted, their rate divided by it is
// the rate of all losses.
func (f SeverityFit) Recorded(above float64) float64 {
	l, ok := lawOf(f.Severity)
	if !ok || !(above > 0) {
		return 1
	}
	return l.survival(above)
}

// lawOf is the inverse of what shapes make of coordinates.
func lawOf(d Distribution) (law, bool) {
	switch d.Kind {
	case KindLognormal:
		return lognormalLaw{d.Mu.Or(0), d.Sigma.Or(0)}, !d.Mu.IsZero() && !d.Sigma.IsZero()
	case KindGamma:
		return gammaLaw{d.Shape.Or(0), d.Scale.Or(0)}, true
	case KindWeibull:
		return weibullLaw{d.Shape.Or(0), d.Scale.Or(0)}, true
	case KindGeneralizedPareto:
		return paretoLaw{d.Shape.Or(0), d.Scale.Or(0), d.Location.Or(0)}, true
	}
	return nil, false
}
