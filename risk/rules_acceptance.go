package risk

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// The codes of risks that are kept without a valid acceptance.
const (
	// RetainedAboveTolerance: a risk above the tolerance is retained without a valid acceptance.
	RetainedAboveTolerance aims.Code = "risk/retained-above-tolerance"
	// AcceptanceMissing: what remains of a risk is above the appetite, and nobody accepted it.
	AcceptanceMissing aims.Code = "risk/acceptance-missing"
	// AcceptanceStale: what remains of a risk was accepted, and the risk was changed since.
	AcceptanceStale aims.Code = "risk/acceptance-stale"
	// AcceptanceLapsed: what remains of a risk was accepted until a day that has passed.
	AcceptanceLapsed aims.Code = "risk/acceptance-lapsed"
	// AcceptanceDiffers: an acceptance names another level or other criteria than those that hold.
	AcceptanceDiffers aims.Code = "risk/acceptance-differs"
	// AccepterUnauthorized: the criteria do not let the accepter accept such a level.
	AccepterUnauthorized aims.Code = "risk/accepter-unauthorized"
	// AccepterUnclear: it is not known whether the accepter may accept such a level.
	AccepterUnclear aims.Code = "risk/accepter-unclear"
)

// acceptanceRules judge what remains above the appetite: the current level of
// a risk that is retained, or that no plan treats; of any other the residual
// level.
func acceptanceRules() []aims.Rule[*Assessment] {
	reads := []aims.Kind{KindCriteria, KindRisk, KindTreatment, KindAcceptance}
	named := append(slices.Clip(reads), aims.KindRole)
	return values(
		rule{
			code: RetainedAboveTolerance, point: pointAccepted, title: "nothing above the tolerance is kept without acceptance", reads: reads,
			doc: "Looks for open risks that are retained at a level above the tolerance. Major gap without an acceptance that holds.",
			check: eachKept(func(a *Assessment, k kept, out *output) {
				if k.standing != aims.Approved && k.beyond() {
					out.risk(aims.MajorGap, k.risk, "level", a.criteria.Label(k.level), "tolerance", a.criteria.Label(a.criteria.Limit()),
						"acceptance", k.standing.String())
				}
			}),
		},
		rule{
			code: AcceptanceMissing, point: pointAccepted, title: "what remains is accepted", reads: reads,
			doc: "Looks for open risks of which more remains than the appetite. Minor gap without an acceptance, or when it was taken back. " +
				"Silent where nothing is decided about the risk, and above the tolerance where it is retained, which other rules say.",
			check: eachKept(func(a *Assessment, k kept, out *output) {
				if k.standing == aims.Unapproved && !k.beyond() && k.decided {
					out.risk(aims.MinorGap, k.risk, "level", a.criteria.Label(k.level))
				}
			}),
		},
		rule{
			code: AcceptanceStale, point: pointAccepted, title: "what was accepted is what the risk says", reads: reads,
			doc: "Compares the digest in the acceptance with that of the risk. Minor gap when the risk was changed since.",
			check: eachKept(func(_ *Assessment, k kept, out *output) {
				if k.standing == aims.Voided && !k.beyond() {
					out.accepted(aims.MinorGap, k, "on", k.entry.On.String())
				}
			}),
		},
		rule{
			code: AcceptanceLapsed, point: pointAccepted, title: "the acceptance has not lapsed", reads: reads,
			doc: "Looks for acceptances whose last day has passed. Minor gap when no other holds.",
			check: eachKept(func(_ *Assessment, k kept, out *output) {
				if k.standing == aims.Lapsed && !k.beyond() {
					out.accepted(aims.MinorGap, k, "until", k.entry.Until.String())
				}
			}),
		},
		rule{
			code: AcceptanceDiffers, point: pointAccepted, title: "the accepter saw the level that holds", reads: reads,
			doc: "Compares level and criteria of acceptances that hold with those of the rating that was accepted, as it is stated. Minor gap where they differ.",
			check: eachKept(func(a *Assessment, k kept, out *output) {
				if k.standing == aims.Approved && (k.entry.Level != 0 && k.entry.Level != k.stated || k.entry.Criteria != a.digest) {
					out.accepted(aims.MinorGap, k, "level", a.criteria.Label(k.stated))
				}
			}),
		},
		rule{
			code: AccepterUnauthorized, point: pointAccepted, title: "accepters are authorized", reads: named,
			doc: "Asks the criteria who may accept the level that remains. Minor gap for an acceptance by anybody else, major above the tolerance.",
			check: eachKept(func(a *Assessment, k kept, out *output) {
				if k.standing != aims.Approved || a.mayAccept(k) != aims.No {
					return
				}
				v := aims.MinorGap
				if a.criteria.Zone(k.level) == AboveTolerance {
					v = aims.MajorGap
				}
				out.accepted(v, k, "level", a.criteria.Label(k.level))
			}),
		},
		rule{
			code: AccepterUnclear, point: pointAccepted, title: "it is known who may accept", reads: named,
			doc: "Asks the criteria who may accept the level that remains. Cannot tell where they name nobody at all, or a role of which nobody says who holds it.",
			check: eachKept(func(a *Assessment, k kept, out *output) {
				if k.standing == aims.Approved && a.mayAccept(k) == aims.Unknown {
					out.accepted(aims.CannotTell, k, "level", a.criteria.Label(k.level))
				}
			}),
		},
	)
}

// kept is a risk of which more remains than the appetite.
type kept struct {
	risk     *Risk
	level    Level // that remains
	stated   Level // of the rating that an acceptance is about
	zone     Zone
	decided  bool // something is decided about it, or being done
	standing aims.Standing
	entry    *Acceptance // that the standing rests on, if any
}

// beyond reports whether the risk is retained above the tolerance.
func (k *kept) beyond() bool { return k.risk.Decision == Retain && k.zone == AboveTolerance }

// eachKept makes a check that looks at the open risks of which more remains
// than the appetite.
func eachKept(look func(a *Assessment, k kept, out *output)) func(*Assessment, *output) {
	return eachRisk(func(a *Assessment, i int, r *Risk, out *output) {
		state := Current
		if r.Decision != Retain && (r.Residual != nil || a.planFor(i)) {
			state = Residual
		}
		k := kept{risk: r, level: a.counts(i, state).Level, stated: a.stated(i, current).Level}
		if r.Residual != nil {
			k.stated = a.stated(i, residual).Level
		}
		if k.zone = a.criteria.Zone(k.level); k.zone <= WithinAppetite {
			return
		}
		k.decided = r.Decision != "" || a.treated(i)
		var n int
		if k.standing, n = a.accepted(i); n >= 0 {
			k.entry = &a.register.records.Acceptances[n]
		}
		look(a, k, out)
	})
}

// accepted makes an observation on an acceptance and its risk.
func (o *output) accepted(v aims.Verdict, k kept, args ...string) {
	o.add(v, []aims.Ref{k.risk.Ref(), k.entry.Ref()},
		append(args, "risk", string(k.risk.ID), "acceptance", string(k.entry.ID), "by", string(k.entry.By))...)
}

// mayAccept says whether the criteria let the accepter accept what remains:
// unknown where they name nobody at all, or only a role of which it is not
// known whether the accepter held it.
func (a *Assessment) mayAccept(k kept) aims.Answer {
	answer := aims.No
	if len(a.criteria.Accepters) == 0 {
		answer = aims.Unknown
	}
	for _, who := range a.criteria.Accepters {
		if who.UpTo < k.level {
			continue
		}
		if slices.Contains(who.Persons, k.entry.By) {
			return aims.Yes
		}
		for _, role := range who.Roles {
			held := aims.Unknown
			if a.facts.Holds != nil {
				held = a.facts.Holds(k.entry.By, role, k.entry.On)
			}
			switch held {
			case aims.Yes:
				return aims.Yes
			case aims.Unknown:
				answer = aims.Unknown
			}
		}
	}
	return answer
}
