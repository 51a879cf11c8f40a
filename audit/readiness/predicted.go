package readiness

import (
	"maps"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/risk"
)

// PredictedFinding is a finding that an auditor would likely raise if the
// records are all that there is to see. It predicts; the grade of a finding
// stays the auditor's.
type PredictedFinding struct {
	Key    aims.Key   `json:"key"`              // the requirement or control
	Points []aims.Key `json:"points,omitempty"` // the points of the requirement that it is about
	Title  string     `json:"title"`            // of the requirement or control
	// Asks says in our own words what an auditor must be able to see, for each
	// of the points.
	Asks  []string    `json:"asks,omitempty"`
	Grade audit.Grade `json:"grade"` // minor or major
	// Code is the reason that the rule gives, or [StatedGap]; Text is the
	// statement of the auditor, with {name} where an argument goes.
	Code   aims.Code         `json:"code"`
	Args   map[string]string `json:"args,omitempty"`
	Text   string            `json:"text"`
	Seen   []aims.Ref        `json:"seen,omitempty"` // the records that were looked at
	Rule   aims.Code         `json:"rule,omitempty"` // the rule that found it
	Remedy Remedy            `json:"remedy"`
}

// Statement returns in what the requirement is not met, as an auditor would
// write it.
func (p PredictedFinding) Statement() string {
	return aims.Problem{Code: p.Code, Args: p.Args, Text: p.Text}.Sentence()
}

// Remedy is the record that would dissolve a finding.
type Remedy struct {
	Code aims.Code `json:"code"`
	// Kind is the kind of record to make or to complete; absent where several
	// would do, and nothing tells which.
	Kind aims.Kind `json:"kind,omitempty"`
	// Records are those to complete or to replace; none where there is none yet.
	Records []aims.Ref        `json:"records,omitempty"`
	Kinds   []aims.Kind       `json:"kinds,omitempty"` // all kinds that the rule looks at
	Args    map[string]string `json:"args,omitempty"`
	Text    string            `json:"text"` // the English sentence, with {name} where an argument goes
}

// Sentence returns the English sentence with its arguments filled in.
func (r Remedy) Sentence() string {
	return aims.Problem{Code: r.Code, Args: r.Args, Text: r.Text}.Sentence()
}

// RulesOther: a report was not made by the rules that are given with it.
const RulesOther aims.Code = "readiness/rules-other"

// Predict turns the gaps of a report into the findings that an auditor would
// likely raise, the most urgent gaps first and of one gap the major ones: what
// is asked, what was seen, and which record would dissolve it. What several
// points of a requirement have in common is one finding. What is unknown is no
// finding: an auditor would ask. The rules have to be those of the report.
func Predict(report Report, set rules.Set) ([]PredictedFinding, error) {
	digest, err := set.Digest()
	if err != nil {
		return nil, err
	}
	if p := report.Provenance; p.Rules != digest {
		c := aims.Checker{Texts: timeTexts}
		c.Add("report/provenance/rules", RulesOther, "got", p.RuleSet, "set", set.Name+"@"+set.Version)
		return nil, c.Err()
	}
	var all []PredictedFinding
	for _, g := range report.Gaps {
		list := predictGap(g, set)
		slices.SortStableFunc(list, func(a, b PredictedFinding) int { return int(b.Grade) - int(a.Grade) })
		all = append(all, list...)
	}
	return all, nil
}

// predictGap returns the findings on one requirement or control.
func predictGap(g Gap, set rules.Set) []PredictedFinding {
	if g.Stated {
		return []PredictedFinding{predictStated(g, set)}
	}
	var list []PredictedFinding
	for _, o := range g.Reasons {
		p := predictReason(g, o, set)
		if i := slices.IndexFunc(list, p.alike); i >= 0 {
			list[i].Points = append(list[i].Points, p.Points...)
			list[i].Asks = append(list[i].Asks, p.Asks...)
			list[i].Grade = max(list[i].Grade, p.Grade)
			continue
		}
		list = append(list, p)
	}
	return list
}

// alike reports whether two findings say the same of the same records.
func (p PredictedFinding) alike(q PredictedFinding) bool {
	return p.Code == q.Code && maps.Equal(p.Args, q.Args) && slices.Equal(p.Seen, q.Seen)
}

func predictReason(g Gap, o aims.Observation, set rules.Set) PredictedFinding {
	p := PredictedFinding{
		Key: g.Key, Title: g.Title, Grade: audit.Minor,
		Code: o.Code, Args: maps.Clone(o.Args), Text: o.Text, Seen: slices.Clone(o.Refs), Rule: o.Rule,
	}
	core := true
	if o.Key != g.Key {
		p.Points = []aims.Key{o.Key}
		point, found := set.Requirements.Point(aims.PointID(o.Key.ID))
		if found {
			p.Asks = []string{point.Text}
		}
		core = point.Core || !found
	}
	if o.Verdict == aims.MajorGap && core {
		p.Grade = audit.Major
	}
	m, known := mirrors[o.Code]
	if known {
		p.Text = m.text
	} else {
		m.remedy = RemedyOther
	}
	p.Remedy = newRemedy(m.remedy, o, set)
	return p
}

// newRemedy finds the record that would dissolve what an observation says.
func newRemedy(code aims.Code, o aims.Observation, set rules.Set) Remedy {
	r := Remedy{Code: code, Args: maps.Clone(o.Args), Text: predictedTexts[code]}
	for _, rule := range set.Rules {
		if rule.Code == o.Rule {
			r.Kinds = slices.Clone(rule.Reads)
		}
	}
	kept := func(ref aims.Ref) bool { return ref.Kind != aims.KindPerson }
	switch code {
	case RemedyRecord:
		r.Kind = namedKind(o.Args["kind"], r.Kinds)
		return r
	case RemedyDecided, RemedyMeasured, RemedyAccepted, RemedyReaction, RemedyTold, RemedyDocumented:
		r.Kind = newKinds()[code]
		return r
	case RemedyEvidence:
		r.Kind = aims.KindEvidence
		kept = func(ref aims.Ref) bool { return ref.Kind == aims.KindEvidence }
	}
	for _, ref := range o.Refs {
		if kept(ref) {
			r.Records = append(r.Records, ref)
		}
	}
	other := func(ref aims.Ref) bool { return ref.Kind != r.Records[0].Kind }
	switch {
	case r.Kind != "":
	case len(r.Records) > 0 && !slices.ContainsFunc(r.Records, other):
		r.Kind = r.Records[0].Kind
	case len(r.Records) == 0 && len(r.Kinds) == 1:
		r.Kind = r.Kinds[0]
	}
	return r
}

// newKinds returns the kinds of record that some remedies ask for anew.
func newKinds() map[aims.Code]aims.Kind {
	return map[aims.Code]aims.Kind{
		RemedyDecided: risk.KindTreatment, RemedyAccepted: risk.KindAcceptance,
		RemedyMeasured: aims.KindMeasurement, RemedyReaction: audit.KindAction, RemedyTold: aims.KindCommunication, RemedyDocumented: aims.KindDocument,
	}
}

// namedKind returns the kind of record that a reason asks for: what is missing
// is a kind, or described by one that the rule looks at, the first that the
// description names, as in "process with a run"; failing that, the first that
// the rule looks at.
func namedKind(missing string, reads []aims.Kind) aims.Kind {
	if k := aims.Kind(missing); slices.Contains(audit.Kinds(), k) {
		return k
	}
	text := " " + strings.ToLower(missing) + " "
	var named aims.Kind
	first := len(text)
	for i, k := range reads {
		if i == 0 {
			named = k
		}
		if at := strings.Index(text, " "+strings.ReplaceAll(string(k), "-", " ")+" "); at >= 0 && at < first {
			named, first = k, at
		}
	}
	return named
}

func predictStated(g Gap, set rules.Set) PredictedFinding {
	p := PredictedFinding{
		Key: g.Key, Title: g.Title, Grade: audit.Minor, Code: StatedGap,
		Args: map[string]string{"practice": g.Practice}, Text: predictedTexts[StatedGap],
	}
	if g.Verdict == aims.MajorGap {
		p.Grade = audit.Major
	}
	kinds := set.Needs(g.Key)
	p.Remedy = Remedy{Code: RemedyOther, Text: predictedTexts[RemedyOther], Kinds: kinds}
	if clause, ok := g.Key.Clause(); ok {
		if req, found := set.Requirements.Lookup(clause); found {
			for _, point := range req.Points {
				p.Points = append(p.Points, aims.PointKey(point.ID))
				p.Asks = append(p.Asks, point.Text)
			}
		}
	}
	return p
}

// String returns the finding as a line of an audit report: where, how grave,
// what, what was seen, and what would dissolve it.
func (p PredictedFinding) String() string {
	var seen []string
	for _, ref := range p.Seen {
		seen = append(seen, ref.String())
	}
	looked := "nothing on record"
	if len(seen) > 0 {
		looked = strings.Join(seen, ", ")
	}
	return p.Key.ID + " " + p.Title + " (" + p.Grade.String() + "): " + p.Statement() + " Looked at: " + looked + ". " + p.Remedy.Sentence()
}
