package montecarlo

import (
	"fmt"
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// Incidents is what an organization has recorded of one kind of incident: a
// document that [Incidents.Fit] turns into a scenario.
type Incidents struct {
	Format   string     `json:"format"` // of the document; see [aims.Format]
	Title    string     `json:"title,omitempty"`
	Notes    string     `json:"notes,omitempty"` // where the list comes from, and what it leaves out
	Currency string     `json:"currency,omitempty"`
	Scenario ScenarioID `json:"scenario"` // the id of the scenario to be made
	Years    float64    `json:"years"`    // of exposure; see [Experience]
	// Events is how many incidents were counted, where the loss of some of them
	// is not in the list. Absent: as many as there are losses.
	Events Number `json:"events,omitzero"`
	// Above is the threshold of every loss that has none of its own; see [Loss].
	Above  float64 `json:"above,omitzero"`
	Losses []Loss  `json:"losses"`
	// Prior of the rate; absent: [Jeffreys].
	Prior Prior `json:"prior,omitzero"`
}

// DecodeIncidents reads the JSON of incidents strictly, and validates them.
func DecodeIncidents(data []byte) (Incidents, error) {
	var in Incidents
	if _, err := aims.DecodeDocument(data, &in, aims.DecodeOptions{}); err != nil {
		return Incidents{}, err
	}
	return in, in.Validate()
}

// Validate reports every problem of the incidents.
func (in Incidents) Validate() error {
	c := newChecker()
	if in.Format != "" && in.Format != aims.Format {
		c.Add("format", FormatWrong, "got", in.Format, "want", aims.Format)
	}
	c.OptionalText("title", in.Title)
	c.OptionalText("notes", in.Notes)
	if in.Currency != "" && !currency(in.Currency) {
		c.Add("currency", CurrencyMalformed, "got", fmt.Sprintf("%.40q", in.Currency))
	}
	aims.CheckID(&c.Checker, "scenario", in.Scenario)
	c.float("years", in.Years, aboveZero, wantPositive)
	c.float("above", in.Above, notNegative, wantNotNegative)
	losses := in.all()
	_, err := newSample(losses)
	c.Nest("losses", err)
	if err == nil {
		n := float64(count(losses))
		whole := func(x float64) bool { return x >= n && x == float64(int64(x)) }
		c.number("events", in.Events, whole, fmt.Sprintf("a whole number from %g, the losses in the list, up", n))
	}
	if in.Prior != (Prior{}) {
		c.Nest("prior", in.Prior.Validate())
	}
	return c.Err()
}

// all returns the losses, each with its threshold.
func (in Incidents) all() []Loss {
	out := append([]Loss(nil), in.Losses...)
	for i := range out {
		if out[i].Above == 0 {
			out[i].Above = in.Above
		}
	}
	return out
}

func count(losses []Loss) int64 {
	var n int64
	for _, l := range losses {
		n += max(l.Count, 1)
	}
	return n
}

// IncidentFit is what incidents say about the losses of a year.
type IncidentFit struct {
	Rate       RateFit       `json:"rate"`       // of the incidents that were recorded
	Severities []SeverityFit `json:"severities"` // the families that have a fit, in the order of their AIC
	// Best is the first of them that a model can use: with a finite mean, since an
	// infinite one makes every figure a matter of the number of trials, and of
	// whose losses at least a fifth exceed the threshold.
	Best SeverityFit `json:"best"`
	// Recorded is the share of all losses that exceed their threshold, by the
	// best fit; 1 without a threshold.
	Recorded float64 `json:"recorded"`
	// Model has one scenario: the rate of all incidents, recorded or not, with
	// the best severity, and the uncertainty of its parameters.
	Model Model `json:"model"`
	// Assumptions says in sentences what the model takes for granted.
	Assumptions []string `json:"assumptions"`
}

// Fit turns incidents into a model with one scenario. It fails where the
// incidents are malformed, and with [ErrNoFit] where no family fits.
func (in Incidents) Fit(o FitOptions) (IncidentFit, error) {
	if err := in.Validate(); err != nil {
		return IncidentFit{}, err
	}
	losses, prior := in.all(), in.Prior
	if prior == (Prior{}) {
		prior = Jeffreys()
	}
	events := in.Events.Or(float64(count(losses)))
	rate, err := FitRate(Experience{int64(events), in.Years}, prior)
	if err != nil {
		return IncidentFit{}, err
	}
	severities, err := FitSeverities(losses, o)
	if err != nil {
		return IncidentFit{}, err
	}
	best := slices.IndexFunc(severities, func(f SeverityFit) bool { return f.usable() && recorded(f, losses) >= leastRecorded })
	if best < 0 {
		return IncidentFit{}, fmt.Errorf("%w that a model can use: in every family that fits, the mean loss is infinite, or less than a fifth of the losses would have been recorded; lengthen the list, or choose a severity by hand", ErrNoFit)
	}
	out := IncidentFit{Rate: rate, Severities: severities, Best: severities[best], Recorded: recorded(severities[best], losses)}
	frequency := UncertainPoisson(Gamma(rate.Shape, 1/(rate.Years*out.Recorded)))
	out.Model = Model{
		Format: aims.Format, Title: in.Title, Notes: in.Notes, Currency: in.Currency,
		Scenarios: []Scenario{{ID: in.Scenario, Title: in.Title, Frequency: &frequency, Severity: &out.Best.Severity}},
	}
	out.Assumptions = out.assume(best)
	return out, out.Model.Validate()
}

// leastRecorded is the least share of losses above the threshold that a model
// is made from; with less, nearly all that it says was never seen.
const leastRecorded = 0.2

// usable reports whether a model can have the severity: its mean is finite, and
// it reaches no further than amounts of money do.
func (f SeverityFit) usable() bool {
	d := f.Severity
	infinite := d.Kind == KindGeneralizedPareto && d.Shape.value >= 1
	return !infinite && d.Validate() == nil
}

// recorded is the share of losses that exceed the thresholds under which the
// list was made: the harmonic mean over the losses, each of which stands for
// those of its kind that were not recorded.
func recorded(f SeverityFit, losses []Loss) float64 {
	var n, all float64
	for _, l := range losses {
		weight := float64(max(l.Count, 1))
		n += weight
		all += weight / f.Recorded(l.Above)
	}
	return n / all
}

// assume says what the model rests on; best is the place of its severity among
// those that fit.
func (f *IncidentFit) assume(best int) []string {
	rate := f.Rate
	out := []string{fmt.Sprintf("The number of incidents in a year is Poisson. Its rate is known from %d in %s years and the prior %s: %.3g a year, between %.3g and %.3g with probability 0.9.",
		rate.Experience.Events, format(rate.Experience.Years), rate.Prior.Name, rate.Mean, rate.Interval.Low, rate.Interval.High)}
	choice := fmt.Sprintf("The loss of an incident is of the family %s, the best of %d by AIC", f.Best.Family, len(f.Severities)-best)
	if best > 0 {
		choice += fmt.Sprintf(" that a model can use; %s fits better, but has an infinite mean or would have left most losses unrecorded", f.Severities[0].Family)
	} else if len(f.Severities) > 1 {
		choice += fmt.Sprintf("; %s is next, with %.2g more, and a difference below 2 decides nothing", f.Severities[1].Family, f.Severities[1].AIC-f.Best.AIC)
	}
	out = append(out, choice+".")
	if from := f.Best.Severity.Location.Or(0); from > 0 {
		out = append(out, fmt.Sprintf("This family knows no losses below %s, so the model speaks only of those above.", format(from)))
	}
	if f.Recorded < 1 {
		out = append(out, fmt.Sprintf("Losses below the threshold were not recorded; by the fitted distribution %.3g of all losses exceed it, so the rate of all is %.3g a year.",
			f.Recorded, rate.Mean/f.Recorded))
	}
	if f.Best.Censored > 0 {
		out = append(out, fmt.Sprintf("%d of %d losses are only known as a range, and count as such.", f.Best.Censored, f.Best.Losses))
	}
	out = append(out, "Incidents do not depend on one another, and the coming year is like the years of the list.")
	return append(out, f.uncertain()...)
}

// uncertain gives the model the uncertainty of the severity's parameters, as
// gamma distributions with the mean and the standard error of each, and says
// what it could not give.
func (f *IncidentFit) uncertain() []string {
	best := f.Best
	var out []string
	for _, p := range best.Parameters {
		if best.Family == FamilyPareto || !(p.Value > float64(3*p.StdErr)) {
			out = append(out, fmt.Sprintf("The uncertainty of %s, %.3g ± %.2g, is not in the model.", p.Name, p.Value, p.StdErr))
			continue
		}
		shape := p.Value / p.StdErr
		f.Model.Parameters = append(f.Model.Parameters, Parameter{
			ID: ParameterID("severity-" + p.Name), At: []string{"/scenarios/0/severity/" + p.Name},
			Distribution: Gamma(float64(shape*shape), p.StdErr/shape),
		})
	}
	if rho, ok := best.Correlation.Value(); ok && len(f.Model.Parameters) == 2 && (rho > 0.2 || rho < -0.2) {
		out = append(out, fmt.Sprintf("The parameters of the loss are drawn independently, though their estimates have the correlation %.2g.", rho))
	}
	return out
}
