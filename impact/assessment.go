package impact

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// Assessment is the assessment of what one version of an AI system does to
// people and societies (6.1.4, 8.4, A.5.3).
type Assessment struct {
	ID         AssessmentID  `json:"id"`
	Recorded   aims.Date     `json:"recorded,omitzero"`
	Title      string        `json:"title"`
	System     aims.SystemID `json:"system"`
	Screening  ScreeningID   `json:"screening,omitempty"`  // that asked for it
	Supersedes AssessmentID  `json:"supersedes,omitempty"` // the one that it takes the place of

	// What was found and decided; see [Assessment.Content].
	Version         string          `json:"version,omitempty"` // of the system, as assessed
	Method          aims.Digest     `json:"method"`            // [Method.Digest] of the method that it was made with
	On              aims.Date       `json:"on,omitzero"`       // the day of the result
	Assessors       []aims.PersonID `json:"assessors,omitempty"`
	Scope           Scope           `json:"scope,omitzero"`
	Parties         []Party         `json:"parties,omitempty"`
	Impacts         []Impact        `json:"impacts,omitempty"`
	Measures        []Measure       `json:"measures,omitempty"`
	Alternatives    []Alternative   `json:"alternatives,omitempty"`
	Proportionality Proportionality `json:"proportionality,omitzero"`
	Conclusion      Conclusion      `json:"conclusion,omitzero"`

	// What happens to it.
	Owner         aims.PersonID     `json:"owner,omitempty"` // answers for keeping it current
	Document      aims.DocumentID   `json:"document,omitempty"`
	ReviewBy      aims.Date         `json:"reviewBy,omitzero"` // the next assessment, as planned
	Reviews       []aims.Review     `json:"reviews,omitempty"`
	Approvals     []aims.Approval   `json:"approvals,omitempty"`
	Waivers       []Waiver          `json:"waivers,omitempty"`
	UsedIn        []aims.Ref        `json:"usedIn,omitempty"` // what made use of the results: risks, releases, changes, reviews
	Publication   Publication       `json:"publication,omitzero"`
	RetainedUntil aims.Date         `json:"retainedUntil,omitzero"` // last day on which it must be kept
	Withdrawn     aims.Date         `json:"withdrawn,omitzero"`     // last day on which it counts
	Evidence      []aims.EvidenceID `json:"evidence,omitempty"`
	Ext           map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Unlisted: a part names another part that the record does not have.
const Unlisted aims.Code = "impact/unlisted"

// Content returns what an approval binds: what was looked at, found and
// decided, without what became of it. The order of the parts, who answered
// when, and on what evidence, is not part of that; nor is how far measures and
// conditions have come.
func (a Assessment) Content() Assessment {
	a.Recorded, a.ReviewBy, a.RetainedUntil, a.Withdrawn = 0, 0, 0, 0
	a.Owner, a.Document = "", ""
	a.Reviews, a.Approvals, a.Waivers, a.UsedIn, a.Evidence, a.Ext = nil, nil, nil, nil, nil, nil
	a.Publication = Publication{}
	a.Assessors = sorted(a.Assessors)
	a.Scope = a.Scope.content()
	a.Parties = byID(a.Parties, func(p Party) PartyID { return p.ID })
	for i := range a.Parties {
		p := &a.Parties[i]
		p.Needs, p.Basis = sorted(p.Needs), p.Basis.content()
	}
	a.Impacts = byID(a.Impacts, func(i Impact) ImpactID { return i.ID })
	for i := range a.Impacts {
		a.Impacts[i].Basis = a.Impacts[i].Basis.content()
	}
	a.Measures = byID(a.Measures, func(m Measure) MeasureID { return m.ID })
	for i := range a.Measures {
		a.Measures[i] = a.Measures[i].content()
	}
	a.Alternatives = slices.Clone(a.Alternatives)
	for i := range a.Alternatives {
		a.Alternatives[i].Basis = a.Alternatives[i].Basis.content()
	}
	a.Proportionality.Basis = a.Proportionality.Basis.content()
	a.Conclusion.Conditions = byID(a.Conclusion.Conditions, func(k Condition) ConditionID { return k.ID })
	for i := range a.Conclusion.Conditions {
		a.Conclusion.Conditions[i] = a.Conclusion.Conditions[i].content()
	}
	return a
}

// Digest returns the digest of the content, which approvals carry.
func (a Assessment) Digest() (aims.Digest, error) { return aims.DigestOf(a.Content()) }

// Ref names the record.
func (a Assessment) Ref() aims.Ref { return aims.Ref{Kind: KindAssessment, ID: string(a.ID)} }

// Since returns the day from which the record exists.
func (a Assessment) Since() aims.Date { return a.Recorded }

// Validate reports every problem inside the record.
func (a Assessment) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", a.ID)
	c.OptionalDate("recorded", a.Recorded)
	c.Text("title", a.Title)
	aims.CheckID(&c, "system", a.System)
	aims.CheckOptionalID(&c, "screening", a.Screening)
	aims.CheckOptionalID(&c, "supersedes", a.Supersedes)
	if a.Supersedes != "" && a.Supersedes == a.ID {
		c.Add("supersedes", aims.SelfReference, "value", string(a.ID))
	}
	c.OptionalText("version", a.Version)
	c.Digest("method", a.Method)
	c.OptionalDate("on", a.On)
	aims.CheckIDs(&c, "assessors", a.Assessors)
	c.Nest("scope", a.Scope.Validate())
	aims.CheckEach(&c, "parties", a.Parties)
	checkUnlike(&c, "parties", "id", a.Parties, func(p Party) PartyID { return p.ID })
	aims.CheckEach(&c, "impacts", a.Impacts)
	checkUnlike(&c, "impacts", "id", a.Impacts, func(i Impact) ImpactID { return i.ID })
	aims.CheckEach(&c, "measures", a.Measures)
	checkUnlike(&c, "measures", "id", a.Measures, func(m Measure) MeasureID { return m.ID })
	a.checkParts(&c)
	aims.CheckEach(&c, "alternatives", a.Alternatives)
	c.Nest("proportionality", a.Proportionality.Validate())
	c.Nest("conclusion", a.Conclusion.Validate())
	aims.CheckOptionalID(&c, "owner", a.Owner)
	aims.CheckOptionalID(&c, "document", a.Document)
	c.OptionalDate("reviewBy", a.ReviewBy)
	aims.CheckEach(&c, "reviews", a.Reviews)
	aims.CheckEach(&c, "approvals", a.Approvals)
	aims.CheckEach(&c, "waivers", a.Waivers)
	checkUnlike(&c, "waivers", "id", a.Waivers, func(w Waiver) WaiverID { return w.ID })
	c.Refs("usedIn", a.UsedIn)
	c.Nest("publication", a.Publication.Validate())
	c.OptionalDate("retainedUntil", a.RetainedUntil)
	c.OptionalDate("withdrawn", a.Withdrawn)
	aims.CheckIDs(&c, "evidence", a.Evidence)
	return c.Err()
}

// checkParts checks that what the parts name is there.
func (a *Assessment) checkParts(c *aims.Checker) {
	parties := listed("parties", a.Parties, func(p Party) PartyID { return p.ID })
	scenarios := listed("scenarios", a.Scope.Scenarios, func(n Scenario) ScenarioID { return n.ID })
	impacts := listed("impacts", a.Impacts, func(p Impact) ImpactID { return p.ID })
	measures := listed("measures", a.Measures, func(m Measure) MeasureID { return m.ID })
	conditions := listed("conditions", a.Conclusion.Conditions, func(k Condition) ConditionID { return k.ID })
	sizes := make(map[PartyID]aims.Amount, len(a.Parties))
	for _, p := range a.Parties {
		sizes[p.ID] = p.Size
	}
	benefits := make(map[ImpactID]bool)
	for i, p := range a.Impacts {
		in := c.In("impacts", i)
		parties.check(in, "party", p.Party)
		scenarios.check(in, "scenario", p.Scenario)
		in.NotMore("persons", p.Persons, "the size of the party", sizes[p.Party])
		benefits[p.ID] = p.Effect == Benefit
	}
	for i, m := range a.Measures {
		at := c.In("measures", i)
		for j, q := range m.Credits {
			in := at.In("credits", j)
			impacts.check(in, "impact", q.Impact)
			if benefits[q.Impact] {
				in.Add("impact", CreditStray, "got", clip(string(q.Impact)))
			}
		}
	}
	for i, w := range a.Waivers {
		in := c.In("waivers", i)
		conditions.check(in, "condition", w.Condition)
		measures.check(in, "measure", w.Measure)
	}
}

// Links visits the references of the record.
func (a Assessment) Links(l *aims.Linker) {
	aims.Link(l, "system", aims.KindSystem, a.System)
	aims.Link(l, "screening", KindScreening, a.Screening)
	aims.Link(l, "supersedes", KindAssessment, a.Supersedes)
	aims.LinkAll(l, "assessors", aims.KindPerson, a.Assessors)
	l.Part("scope", a.Scope.links)
	for i, p := range a.Parties {
		l.In("parties", i, p.links)
	}
	for i, p := range a.Impacts {
		l.In("impacts", i, func(l *aims.Linker) { l.Part("basis", p.Basis.links) })
	}
	for i, m := range a.Measures {
		l.In("measures", i, m.links)
	}
	for i, t := range a.Alternatives {
		l.In("alternatives", i, func(l *aims.Linker) { l.Part("basis", t.Basis.links) })
	}
	l.Part("proportionality/basis", a.Proportionality.Basis.links)
	for i, k := range a.Conclusion.Conditions {
		l.In("conclusion/conditions", i, k.links)
	}
	aims.Link(l, "owner", aims.KindPerson, a.Owner)
	aims.Link(l, "document", aims.KindDocument, a.Document)
	aims.LinkReviews(l, "reviews", a.Reviews)
	aims.LinkApprovals(l, "approvals", a.Approvals)
	linkWaivers(l, a.Waivers)
	l.Refs("usedIn", a.UsedIn)
	aims.LinkAll(l, "evidence", aims.KindEvidence, a.Evidence)
}
