package risk

import (
	"slices"
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// Risk is one entry of the register (6.1.2, 8.2).
type Risk struct {
	ID          RiskID             `json:"id"`
	Recorded    aims.Date          `json:"recorded,omitzero"`
	Title       string             `json:"title"`
	Cause       string             `json:"cause,omitempty"`
	Event       string             `json:"event,omitempty"`
	Outcome     string             `json:"outcome,omitempty"`    // the consequence, in words
	Sources     []SourceID         `json:"sources,omitempty"`    // an item of C.3, a family such as data, or the organization's own
	AnnexC      []aims.AnnexC      `json:"annexC,omitempty"`     // the organizational objectives of Annex C that it hinders
	Objectives  []aims.ObjectiveID `json:"objectives,omitempty"` // the organization's own ones that it hinders
	Systems     []aims.SystemID    `json:"systems,omitempty"`    // empty: no particular ones
	UseCases    []aims.UseCaseID   `json:"useCases,omitempty"`
	Stages      []aims.Stage       `json:"stages,omitempty"` // of the life cycle, in which it arises
	Issues      []aims.IssueID     `json:"issues,omitempty"` // the issues of the context that it comes from (4.1)
	Parties     []aims.PartyID     `json:"parties,omitempty"`
	Incidents   []aims.IncidentID  `json:"incidents,omitempty"`   // in which it showed
	Assessments []aims.Ref         `json:"assessments,omitempty"` // the impact assessments that it comes from
	Causes      []RiskID           `json:"causes,omitempty"`      // the risks that lead to this one; without cycles
	Owner       aims.PersonID      `json:"owner,omitempty"`

	// A rating that is absent was not made.
	Inherent *Rating `json:"inherent,omitempty"` // without any control
	Current  *Rating `json:"current,omitempty"`  // with the controls that are effective
	Residual *Rating `json:"residual,omitempty"` // expected once the approved plan is complete
	Target   *Rating `json:"target,omitempty"`   // the level decided on

	Controls []aims.Key        `json:"controls,omitempty"` // existing ones, which Current counts on
	Evidence []aims.EvidenceID `json:"evidence,omitempty"`
	Decision Option            `json:"decision,omitempty"` // retain, or what the treatments do
	Priority int               `json:"priority,omitzero"`  // place in the order of treatment, 1 first (6.1.2); zero: not put in order
	ReviewBy aims.Date         `json:"reviewBy,omitzero"`
	Reviews  []aims.Review     `json:"reviews,omitempty"`
	Closed   aims.Date         `json:"closed,omitzero"` // last day on which the risk exists
	Ext      map[string]string `json:"ext,omitempty"`   // the host's own; no rule reads it
}

// The codes of problems with a risk.
const (
	// SourceUnknown: a source begins like an item of Annex C and is no risk source of it.
	SourceUnknown aims.Code = "risk/source-unknown"
	// PriorityNegative: a place in the order of treatment is below one.
	PriorityNegative aims.Code = "risk/priority-negative"
)

// Content returns what an acceptance freezes: what the risk is, what is done
// about it, and the rating that remains. While there is a residual rating,
// that is the one: the current rating, which falls as treatments come into
// effect, is then left out. A rating that is made again with the same levels
// and rationale changes nothing.
func (r Risk) Content() Risk {
	r.Recorded, r.ReviewBy, r.Closed = 0, 0, 0
	r.Owner, r.Priority = "", 0
	r.Incidents, r.Evidence, r.Reviews, r.Ext = nil, nil, nil, nil
	if r.Residual != nil {
		r.Current = nil
	}
	r.Inherent, r.Current = r.Inherent.content(), r.Current.content()
	r.Residual, r.Target = r.Residual.content(), r.Target.content()
	return r
}

// Accept returns an acceptance of the risk as it stands, judged by criteria.
// The caller adds an id, and, where they apply, an end and conditions.
func (r Risk) Accept(by aims.PersonID, on aims.Date, why string, k Criteria) (Acceptance, error) {
	content, err := aims.DigestOf(r.Content())
	if err != nil {
		return Acceptance{}, err
	}
	digest, err := k.Digest()
	if err != nil {
		return Acceptance{}, err
	}
	return Acceptance{
		Risk: r.ID, Content: content, Level: k.Rate(r.remaining()).Level, Criteria: digest, By: by, On: on, Why: why,
	}, nil
}

// remaining returns the rating that an acceptance is about: the residual one
// or, where there is none, the current one.
func (r *Risk) remaining() *Rating {
	if r.Residual != nil {
		return r.Residual
	}
	return r.Current
}

// Ref names the record.
func (r Risk) Ref() aims.Ref { return aims.Ref{Kind: KindRisk, ID: string(r.ID)} }

// Since returns the day from which the record exists.
func (r Risk) Since() aims.Date { return r.Recorded }

// Validate reports every problem inside the record.
func (r Risk) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", r.ID)
	c.OptionalDate("recorded", r.Recorded)
	c.Text("title", r.Title)
	c.OptionalText("cause", r.Cause)
	c.OptionalText("event", r.Event)
	c.OptionalText("outcome", r.Outcome)
	aims.CheckIDs(&c, "sources", r.Sources)
	for i, s := range r.Sources {
		if strings.HasPrefix(string(s), "C.") && !annexCSource(s) {
			c.Add(aims.Field("sources", i), SourceUnknown, "got", clip(string(s)))
		}
	}
	checkAnnexC(&c, "annexC", r.AnnexC)
	aims.CheckIDs(&c, "objectives", r.Objectives)
	aims.CheckIDs(&c, "systems", r.Systems)
	aims.CheckIDs(&c, "useCases", r.UseCases)
	aims.CheckWords(&c, "stages", r.Stages)
	aims.CheckIDs(&c, "issues", r.Issues)
	aims.CheckIDs(&c, "parties", r.Parties)
	aims.CheckIDs(&c, "incidents", r.Incidents)
	c.Refs("assessments", r.Assessments)
	aims.CheckIDs(&c, "causes", r.Causes)
	if i := slices.Index(r.Causes, r.ID); i >= 0 && r.ID != "" {
		c.Add(aims.Field("causes", i), aims.SelfReference, "value", string(r.ID))
	}
	aims.CheckOptionalID(&c, "owner", r.Owner)
	for field, rating := range r.ratings() {
		c.Nest(field, rating.Validate())
	}
	c.Keys("controls", r.Controls)
	aims.CheckIDs(&c, "evidence", r.Evidence)
	aims.CheckOptionalWord(&c, "decision", r.Decision)
	if r.Priority < 0 {
		c.Add("priority", PriorityNegative, "got", strconv.Itoa(r.Priority))
	}
	c.OptionalDate("reviewBy", r.ReviewBy)
	aims.CheckEach(&c, "reviews", r.Reviews)
	c.OptionalDate("closed", r.Closed)
	return c.Err()
}

// ratings visits the ratings that there are, with the member of each.
func (r *Risk) ratings() func(yield func(string, *Rating) bool) {
	return func(yield func(string, *Rating) bool) {
		for _, state := range states {
			if rating := r.Rating(state); rating != nil && !yield(string(state), rating) {
				return
			}
		}
	}
}

// annexCSource reports whether a source is one of the seven of C.3.
func annexCSource(s SourceID) bool {
	n, ok := strings.CutPrefix(string(s), "C.3.")
	return ok && len(n) == 1 && '1' <= n[0] && n[0] <= '7'
}

// checkAnnexC checks a list of organizational objectives of Annex C: each one
// of C.2, none twice.
func checkAnnexC(c *aims.Checker, field string, list []aims.AnnexC) {
	for i, item := range list {
		in := c.In(field, i)
		switch _, err := aims.ParseAnnexC(string(item)); {
		case item == "":
			in.Add("", aims.Missing)
		case err != nil:
			in.Add("", aims.CodeMalformed, "got", clip(string(item)))
		case !strings.HasPrefix(string(item), "C.2."):
			in.Add("", aims.NoObjective, "got", string(item))
		case slices.Contains(list[:i], item):
			in.Add("", aims.Twice, "value", string(item))
		}
	}
}

// Links visits the references of the record.
func (r Risk) Links(l *aims.Linker) {
	aims.LinkAll(l, "objectives", aims.KindObjective, r.Objectives)
	aims.LinkAll(l, "systems", aims.KindSystem, r.Systems)
	aims.LinkAll(l, "useCases", aims.KindUseCase, r.UseCases)
	aims.LinkAll(l, "issues", aims.KindIssue, r.Issues)
	aims.LinkAll(l, "parties", aims.KindParty, r.Parties)
	aims.LinkAll(l, "incidents", aims.KindIncident, r.Incidents)
	l.Refs("assessments", r.Assessments)
	aims.LinkAll(l, "causes", KindRisk, r.Causes)
	aims.Link(l, "owner", aims.KindPerson, r.Owner)
	for field, rating := range r.ratings() {
		l.Part(field, rating.links)
	}
	aims.LinkAll(l, "evidence", aims.KindEvidence, r.Evidence)
	aims.LinkReviews(l, "reviews", r.Reviews)
}
