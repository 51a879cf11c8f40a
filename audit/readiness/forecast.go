package readiness

import (
	"encoding/json"
	"iter"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit/certification"
	"github.com/aimskit/aimskit/audit/rules"
)

// Forecast says how the report of a basis changes by itself until a day, that
// day included, if nobody touches the records: evidence expires, approvals
// lapse, something planned becomes overdue, records that are dated ahead begin
// to count, deadlines of the certification pass. Each [Delta] stands for a day
// on which something is different from the day before, in order; it names the
// records in [Move.Why], and the score and band that are lost or won. Between
// two of them [Assess] says the same on every day.
//
// A forecast relies on rules to say until when their observations hold
// ([aims.Observation], Until) or to rest on dates that the records name, as
// the library's own rules do. It reaches ten years at most.
func Forecast(b Basis, until aims.Date) ([]Delta, error) {
	var list []Delta
	for d, err := range b.turns(until) {
		if err != nil {
			return nil, err
		}
		list = append(list, d)
	}
	return list, nil
}

// The greatest number of months of a forecast.
const maxForecast = 120

// The codes of problems of a forecast.
const (
	// ForecastEnds: a forecast would end before it begins.
	ForecastEnds aims.Code = "readiness/forecast-ends"
	// ForecastTooLong: a forecast would reach more than ten years ahead.
	ForecastTooLong aims.Code = "readiness/forecast-too-long"
)

// turns yields what changes from day to day.
func (b Basis) turns(until aims.Date) iter.Seq2[Delta, error] {
	return func(yield func(Delta, error) bool) {
		now, err := b.begin(until)
		if err != nil {
			yield(Delta{}, err)
			return
		}
		named := b.named(until)
		for b.At < until {
			b.At = b.At.AddDays(1)
			then, err := b.next(now, named[b.At])
			if err != nil {
				yield(Delta{}, err)
				return
			}
			d := diff(now.report, then.report, now.says, then.says)
			d.From, d.To = b.At.AddDays(-1), b.At
			if now = then; !d.IsZero() && !yield(d, nil) {
				return
			}
		}
	}
}

// begin checks a forecast and makes its first report.
func (b Basis) begin(until aims.Date) (judgement, error) {
	c := aims.Checker{Texts: timeTexts}
	b.check(&c, "")
	c.Date("until", until)
	switch {
	case !b.At.Valid() || !until.Valid():
	case until < b.At:
		c.Add("until", ForecastEnds, "until", until.String(), "at", b.At.String())
	case until > b.At.AddMonths(maxForecast):
		c.Add("until", ForecastTooLong, "until", until.String(), "max", b.At.AddMonths(maxForecast).String())
	}
	if err := c.Err(); err != nil {
		return judgement{}, err
	}
	return b.judge()
}

// next judges the day of b, of which the day before is known. What the rules
// say changes only on days that records name, or when an observation ends;
// the gates are looked at every day.
func (b Basis) next(now judgement, named bool) (judgement, error) {
	ended := func(i rules.Item) bool { return i.Until != 0 && i.Until < b.At }
	if named || slices.ContainsFunc(now.result.Requirements, ended) || slices.ContainsFunc(now.result.Controls, ended) {
		return b.judge()
	}
	result := now.result
	result.Provenance.At = b.At
	conditions := certification.Preconditions(result, b.Model.Certification)
	if len(answered(now.report.Conditions, conditions)) == 0 {
		return now, nil
	}
	return b.count(result)
}

// named returns the days on which something may begin or be over: those that
// the records name, and the days after them.
func (b Basis) named(until aims.Date) map[aims.Date]bool {
	days := make(map[aims.Date]bool)
	for r := range b.View.All(endOfTime) {
		data, err := json.Marshal(r)
		if err != nil {
			continue // an open view holds no such record
		}
		for d := range dates(data) {
			if b.At <= d && d <= until {
				days[d], days[d.AddDays(1)] = true, true
			}
		}
	}
	return days
}

// dates yields every date that stands as a text of its own in JSON.
func dates(data []byte) iter.Seq[aims.Date] {
	const length = len(`"2006-01-02"`)
	return func(yield func(aims.Date) bool) {
		for i := 0; i+length <= len(data); i++ {
			if data[i] != '"' || data[i+length-1] != '"' {
				continue
			}
			d, err := aims.ParseDate(string(data[i+1 : i+length-1]))
			if err == nil && !yield(d) {
				return
			}
		}
	}
}
