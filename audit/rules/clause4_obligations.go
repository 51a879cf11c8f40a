package rules

import "github.com/aimskit/aimskit/aims"

// obligationRules judge the binding side of 4.2: of what law, contracts and
// the organization's own word demand, it is on record how it is met, and
// somebody looks at it as planned. Whether it is fully met yet is not asked
// here. Where the host keeps no register of obligations, nothing is said; the
// needs of interested parties tell by themselves.
func obligationRules() []aims.Rule[*Input] {
	return []aims.Rule[*Input]{
		unlessSilent(aims.PointKey("4.2/c"), "4.2", rule{
			code: "rules/obligations-answered", title: "obligations answered",
			reads: []aims.Kind{aims.KindObligation, aims.KindEvidence},
			doc: "There are obligations. Each that binds is not known to be unmet, and says how it is met, in words or by the records or controls that do it. " +
				"Somebody other than its owner reviewed it and the next review lies ahead, or evidence supports it; a review that is overdue is a lapse. Without a register of obligations the rule keeps silent.",
			check: func(in *Input) finding {
				var set members
				for _, o := range in.obligations() {
					set.add(in.obligationAnswered(o))
				}
				switch {
				case !set.none():
					return set.each()
				case in.Supplied(aims.KindObligation):
					return in.absent(aims.KindObligation)
				}
				return finding{}
			},
		}),
	}
}

// obligations returns the obligations that have not ended by the day, also
// those that do not bind yet.
func (in *Input) obligations() []*aims.Obligation {
	return without(list[aims.Obligation](in), func(o *aims.Obligation) bool { return o.Until != 0 && o.Until < in.At })
}

// obligationAnswered judges one obligation. One that does not bind yet may
// still be open.
func (in *Input) obligationAnswered(o *aims.Obligation) finding {
	const what = "the obligation {id}"
	ref := o.Ref()
	answer := filled(o.HowMet != "" || len(o.MetBy) > 0 || len(o.Controls) > 0, "how "+what+" is met", ref)
	if o.Status == aims.NotMet {
		answer = missing(AnsweredNo, []aims.Ref{ref}, "what", named(what+" is met", ref))
	}
	if answer.verdict.Gap() && o.From > in.At {
		answer = shown(ref).holds(o.From.AddDays(-1))
	}
	f := and(answer, in.vouched(aims.PointKey("4.2/c"), what, ref, o.Owner, o.Reviews, o.ReviewBy, o.Evidence))
	if o.ReviewBy != 0 {
		f = and(f, in.reviewed(what, ref, o.Reviews, o.ReviewBy))
	}
	return f.holds(o.Until)
}
