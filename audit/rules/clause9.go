package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// clause9 returns the rules for clause 9, performance evaluation.
func clause9() []aims.Rule[*Input] {
	return slices.Concat(metricRules(), auditRules(), reviewRules())
}

// metricRules judge 9.1.
func metricRules() []aims.Rule[*Input] {
	reads := []aims.Kind{aims.KindMetric, aims.KindMeasurement, aims.KindEvidence}
	about := func(id aims.PointID, r rule, judge func(*Input, *aims.Metric) finding) aims.Rule[*Input] {
		r.reads = append(slices.Clip(reads), r.reads...)
		return overAll(id, r, (*Input).metrics, func(in *Input, m *aims.Metric) finding { return judge(in, m).holds(m.Until) })
	}
	documented := func(in *Input, m *aims.Metric) finding { return in.document(m.Document, "the metric", m.Ref()) }
	kept := func(id aims.PointID, r rule, what string, every func(*aims.Metric) aims.Interval, on func(*aims.Measurement) aims.Date) aims.Rule[*Input] {
		interval := "the interval of " + what
		return about(id, r, func(in *Input, m *aims.Metric) finding {
			f := and(filled(every(m) != "", interval, m.Ref()), documented(in, m))
			begun := in.begun(m)
			if begun == 0 || begun > in.At {
				return f // not begun: the missing results are judged elsewhere
			}
			next := every(m).After(max(begun, in.lastDay(m, on)))
			if next != 0 && next < in.At {
				return and(f, partly(Overdue, []aims.Ref{m.Ref()}, "what", what+" for "+string(m.ID), "due", next.String()))
			}
			return f.holds(next)
		})
	}
	return []aims.Rule[*Input]{
		about("9.1/a", rule{
			code: "rules/metrics-determined", title: "what to measure", reads: []aims.Kind{aims.KindDocument},
			doc: "Every metric states its purpose and is laid down in a document in force, approved as it stands.",
		}, func(in *Input, m *aims.Metric) finding {
			return and(filled(m.Purpose != "", "why the metric is measured", m.Ref()), documented(in, m))
		}),
		about("9.1/b", rule{
			code: "rules/metrics-method", title: "how to measure", reads: []aims.Kind{aims.KindDocument},
			doc: "Every metric states its method and is laid down in a document in force, approved as it stands.",
		}, func(in *Input, m *aims.Metric) finding {
			return and(filled(m.Method != "", "how the metric is measured", m.Ref()), documented(in, m))
		}),
		kept("9.1/c", rule{
			code: "rules/metrics-when", title: "when to measure", reads: []aims.Kind{aims.KindDocument},
			doc: "Every metric states the interval of measuring, in a document that is approved, and no measurement is overdue.",
		}, "measuring", func(m *aims.Metric) aims.Interval { return m.Every }, func(m *aims.Measurement) aims.Date { return m.On }),
		kept("9.1/d", rule{
			code: "rules/metrics-analysed", title: "when to analyse", reads: []aims.Kind{aims.KindDocument},
			doc: "Every metric states the interval of analysis, in a document that is approved, and no analysis is overdue.",
		}, "analysis", func(m *aims.Metric) aims.Interval { return m.AnalyseEvery }, func(m *aims.Measurement) aims.Date { return m.Analysed }),
		about("9.1/e", rule{
			code: "rules/metrics-results", title: "results kept",
			doc: "Every metric has a result; the latest has a value, and accepted evidence shows it.",
		}, func(in *Input, m *aims.Metric) finding {
			f := in.measured(aims.PointKey("9.1/e"), m, "monitoring")
			if last, found := in.latest(m); found && !last.Value.Known() {
				return and(f, cannotTell(FieldEmpty, []aims.Ref{last.Ref()}, "what", "the value of the latest measurement of "+string(m.ID)))
			}
			return f
		}),
		about("9.1/f", rule{
			code: "rules/metrics-concluded", title: "performance concluded",
			doc: "From the latest result of every metric that has one somebody drew a conclusion, and accepted evidence shows it.",
		}, func(in *Input, m *aims.Metric) finding {
			last, found := in.latest(m)
			if !found {
				return cannotTell(NotMeasured, []aims.Ref{m.Ref()}, "metric", string(m.ID), "what", "a conclusion")
			}
			return and(
				filled(last.Conclusion != "", "what the result means", last.Ref()),
				in.decided(last.AnalysedBy, last.Analysed, "the analysis of "+string(m.ID), last.Ref()),
				in.evidence(aims.PointKey("9.1/f"), last.Evidence, "the result of "+string(m.ID), last.Ref()))
		}),
	}
}

// metrics returns the metrics that have not ended at the day, planned ones too.
func (in *Input) metrics() []*aims.Metric {
	return without(list[aims.Metric](in), func(m *aims.Metric) bool { return m.Until != 0 && m.Until < in.At })
}

// latest returns the latest measurement of a metric by the day.
func (in *Input) latest(m *aims.Metric) (*aims.Measurement, bool) {
	var last *aims.Measurement
	for _, k := range in.measurementsOf(m) {
		if last == nil || k.On >= last.On {
			last = k
		}
	}
	return last, last != nil
}

// begun returns the first day of measuring a metric: the one that is planned
// or, where none is, that of the first measurement by the day.
func (in *Input) begun(m *aims.Metric) aims.Date {
	begun := m.From
	if begun == 0 {
		for _, k := range in.measurementsOf(m) {
			begun = earlier(begun, k.On)
		}
	}
	return begun
}

// measurementsOf returns the measurements of a metric by the day, for reading
// only.
func (in *Input) measurementsOf(m *aims.Metric) []*aims.Measurement {
	return in.measurements.get(func() map[aims.MetricID][]*aims.Measurement {
		of := make(map[aims.MetricID][]*aims.Measurement)
		for _, k := range list[aims.Measurement](in) {
			if k.On <= in.At {
				of[k.Metric] = append(of[k.Metric], k)
			}
		}
		return of
	})[m.ID]
}

// lastDay returns the latest day by the day of the judgement that a
// measurement of the metric gives.
func (in *Input) lastDay(m *aims.Metric, on func(*aims.Measurement) aims.Date) aims.Date {
	var last aims.Date
	for _, k := range in.measurementsOf(m) {
		if d := on(k); d <= in.At {
			last = max(last, d)
		}
	}
	return last
}

// measured judges whether a metric has a result that evidence shows.
func (in *Input) measured(key aims.Key, m *aims.Metric, what string) finding {
	last, found := in.latest(m)
	if !found {
		if !in.Supplied(aims.KindMeasurement) {
			return in.absent(aims.KindMeasurement).on(m.Ref())
		}
		return missing(NotMeasured, []aims.Ref{m.Ref()}, "metric", string(m.ID), "what", what)
	}
	return in.evidence(key, last.Evidence, "the result of {id}", m.Ref()).on(last.Ref())
}
