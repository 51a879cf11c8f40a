// Package montecarlo is the quantitative side of AI risk management: the loss
// of a year as the sum of the losses of its events, by simulation or exactly.
// It serves the risk assessment that ISO/IEC 42001 asks for in 6.1.2 and 8.2
// where an organization chooses to assess in numbers; no clause demands it.
//
// # The model
//
// A [Model] has scenarios. Each says how often its events happen in a year (a
// [Frequency]) and what each of them costs (a [Distribution]), or both by a
// [Tree] of factors. Controls act on the events: they prevent them, detect them,
// lessen them, or have somebody else bear a layer of the loss ([Effect]). What
// several scenarios suffer together is a [Shock] or a [Correlation]. The limits
// that the organization sets itself are its [Appetite]. A model is a value and
// a JSON document ([DecodeModel]); a document reads
//
//	{"format": "aimskit/0.1", "currency": "EUR", "scenarios": [{
//	  "id": "breach",
//	  "frequency": {"kind": "poisson", "rate": 2},
//	  "severity": {"kind": "lognormal", "mu": 9, "sigma": 1.2}
//	}]}
//
// # The year
//
// A year of a scenario goes so: the rate is drawn, if it is uncertain; the
// number of events; for each event whether it was prevented, its loss, whether
// it was detected and what that and the response avoid, and what the covers of
// the event leave. The sum is what the covers of the year leave of it. A shock
// adds events and multiplies losses in the years in which it strikes. The
// largest loss of a year counts after the covers of the event, and no more than
// the year's loss.
//
// [Simulate] draws as many years as it is told, [Exact] computes their
// distribution; [Prepare] makes ready for many exact answers about variants of
// one model. Both methods give a [Result]: mean, standard deviation, VaR, TVaR,
// exceedance curves, for each scenario and for all together, with the error of
// each figure. [Trial] shows one year as events, [Compare] variants of a model
// in the same years, [Frontier] the best controls for a budget; a [Study] runs
// a model at many points, and [FitSeverity] and [FitRate] begin at records of
// incidents.
//
// # Random numbers
//
// Every random number is a function of what it is for: the seed, the scenario,
// the trial, the event, the purpose. So a control, another scenario or another
// number of workers moves no number from its place. A variant of a model meets
// the same years, and what a control changes is seen year by year. Frequencies
// are drawn by inversion, prevention thins events, and what two controls leave
// is multiplied: no control raises the loss of any year.
//
// # The same everywhere
//
// A result depends on the model, the seed, the trials and the version of the
// method, and on nothing else. Functions come from internal/numeric and not from
// package math, products that are added are rounded first, sums over scenarios
// go in the order of their ids, and trials are counted in whole numbers, which
// add up in any order. So any number of workers, any partition into shards
// ([Result.Merge]) and any machine give the same bytes; a test keeps digests
// that the gate checks on four architectures.
//
// # Accuracy
//
// Draws follow tables of the quantile function, which are within a relative
// 10⁻⁶ of it, and within 10⁻⁴ beyond one in eight thousand. Mean and standard
// deviation of the trials are exact sums. Quantiles come from a histogram whose
// buckets are 0.8 % wide and know their extremes: a loss that many years share
// is given exactly where no other stands in its bucket, and so are the
// deductibles of covers, which are counted by themselves; others lie within half
// a bucket. [Losses] keeps every loss instead. Memory does not grow with the
// trials: a curve takes 16 KiB and 3 KiB for each factor of two that its losses
// span.
//
// # Two kinds of uncertainty
//
// The sampling error of a simulation is stated beside every figure
// ([Precision]); more trials lessen it. That the parameters are not known is
// another thing, which more trials do not mend: see [Config].Parameters and
// [Bands].
//
// # What-if, studies and fits
//
// [Compare] holds variants of a model against it year by year, with the error
// of the difference and the return on the controls that differ; [Frontier]
// looks at every subset of up to twenty controls. A [Study] asks a model at
// many points of its document, in a grid, a Latin hypercube or the points of
// [Sobol], and gives one figure a row; [Plan.Sensitivity] says which factor
// matters. [Incidents], [FitRate], [FitSeverities], [Pool], [FrequencyOf] and
// [SeverityOf] turn records, experts and scales into numbers, and say what they
// assume. GUIDE.md beside this file goes from an incident list to a figure.
//
// # What is decided here
//
//   - A rate that is uncertain is drawn every year and then counted: the spread
//     of the years holds both.
//   - Threat capability and resistance strength of a tree are compared in every
//     event; what counts for the year is the probability, one number.
//   - A layer of a cover of the year applies to each scenario by itself, after
//     those of the events. Covers apply in the order of the document.
//   - Detection and response lessen the loss before covers apply.
//   - A loss below 2⁻¹⁰²² counts as 0.
//   - Losses above a threshold are fitted as what exceeded it, and the rate is
//     that of all losses. A family with an infinite mean, or one that would have
//     left four of five losses unrecorded, is not put into a model.
//   - P-values of fits come from samples of the fitted distribution; tables for
//     known parameters would always be too kind.
//
// # What others get wrong
//
// Public tools that were run for comparison; a test named TestOthers_… holds
// each of these here.
//
//   - One draw of the magnitude times the number of events, instead of the sum
//     of as many draws: VaR at 0.99 comes out 46 % too high for two events a year.
//   - The product of frequency and magnitude, each drawn once, reported as the
//     loss of a year. Here it has a name of its own, [FormProduct].
//   - A probability p a year taken for the rate p; it is the rate −ln(1−p).
//   - TVaR as the mean of the losses above VaR, or from VaR on. Where several
//     years share that loss, both are wrong, one on each side.
//   - Effects of controls averaged, so that a weak control beside a strong one
//     raises the loss.
//   - Scenarios of the same shape drawn with the same numbers, so that ten
//     independent risks move as one.
//   - Before and after drawn with different numbers, so that residual risk lies
//     above the current one by chance.
//   - Figures without their error, and quantiles from a sketch that depends on
//     how the trials were divided.
//   - The classic PERT reported as the standard one; see [KindClassicPERT].
package montecarlo
