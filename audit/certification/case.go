package certification

import (
	"errors"
	"fmt"
	"slices"
	"sync"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/controls"
)

// Case is what lies before those who decide about a certification: the file,
// the audits with their findings, and what is asked. [CaseOf] takes it from
// the records of a management system, [ReadCase] from a document, and a caller
// may write one by hand.
type Case struct {
	Format      string                   `json:"format,omitempty"` // [aims.Format]; [ReadCase] asks for it
	Asked       Outcome                  `json:"asked"`
	Certificate audit.Certificate        `json:"certificate"`
	Audits      []audit.Audit            `json:"audits,omitempty"`
	Findings    []audit.Finding          `json:"findings,omitempty"` // of these audits
	Actions     []audit.CorrectiveAction `json:"correctiveActions,omitempty"`
	Persons     []aims.Person            `json:"persons,omitempty"`  // everybody who is known, the deciders among them
	Deciders    []aims.PersonID          `json:"deciders,omitempty"` // who are to decide

	Recommended Outcome               `json:"recommended,omitempty"` // what the team recommends; absent: what is asked, if the report has a recommendation
	Reason      string                `json:"reason,omitempty"`      // why to decide otherwise than the team recommends
	Effective   aims.Date             `json:"effective,omitzero"`    // the first day of effect that is asked for; absent: the day of the decision
	Ground      audit.Ground          `json:"ground,omitempty"`      // suspend: required
	Resolved    aims.Answer           `json:"resolved,omitzero"`     // restore: what led to the suspension is resolved, as somebody for the body verified
	Scope       *audit.CertifiedScope `json:"scope,omitempty"`       // extend or reduce scope: the new one
	Body        *audit.Body           `json:"body,omitempty"`        // transfer: who takes over
}

// ErrNoCertificate is returned where a view has no file with an id on a day.
var ErrNoCertificate = errors.New("certification: no such certificate file")

// CaseOf returns the case of a certificate from the records that exist at a
// day: its file, every audit with its findings and corrective actions, and
// all persons. The caller adds what is asked, and who are to decide.
func CaseOf(v *audit.View, id audit.CertificateID, at aims.Date) (Case, error) {
	if v == nil || !at.Valid() {
		return Case{}, fmt.Errorf("%w: open a snapshot and give a day", ErrNoCertificate)
	}
	file, found := audit.Find[audit.Certificate](v, id, at)
	if !found {
		return Case{}, fmt.Errorf("%w: %q on %s", ErrNoCertificate, id, at)
	}
	return Case{
		Certificate: file,
		Audits:      slices.Collect(audit.Records[audit.Audit](v, at)),
		Findings:    slices.Collect(audit.Records[audit.Finding](v, at)),
		Actions:     slices.Collect(audit.Records[audit.CorrectiveAction](v, at)),
		Persons:     slices.Collect(audit.Records[aims.Person](v, at)),
	}, nil
}

// ReadCase decodes the JSON document of a case, strictly, and validates it.
func ReadCase(data []byte, o aims.DecodeOptions) (Case, error) {
	var c Case
	if _, err := aims.DecodeDocument(data, &c, o); err != nil {
		return Case{}, err
	}
	if err := c.Validate(); err != nil {
		return Case{}, err
	}
	return c, nil
}

// The codes of problems of a case.
const (
	// NotAsked: "not yet" is an answer, and cannot be asked for.
	NotAsked aims.Code = "certification/not-asked"
	// RecordTwice: two records of one kind in a case have the same id.
	RecordTwice aims.Code = "certification/record-twice"
	// KeyUnknown: a finding is about a requirement or control that the catalogues do not have.
	KeyUnknown aims.Code = "certification/key-unknown"
	// AuditUnknown: a finding or event belongs to an audit that the case does not hold.
	AuditUnknown aims.Code = "certification/audit-unknown"
	// DecisionEarly: a decision is dated before the end of the audit that it rests on.
	DecisionEarly aims.Code = "certification/decision-early"
	// DeciderUnknown: nobody knows the person who is to decide.
	DeciderUnknown aims.Code = "certification/decider-unknown"
)

var caseTexts = map[aims.Code]string{
	NotAsked:       "not-yet is an answer; ask for a decision such as grant or maintain",
	RecordTwice:    "the id {id} is taken by {other}; give every record of a kind its own",
	KeyUnknown:     "{got} is in no catalogue; name a requirement like iso42001/9.1 or a control like iso42001/A.5.2",
	AuditUnknown:   "there is no audit {id} in the case; add it, or correct the reference",
	DecisionEarly:  "the decision of {on} rests on the audit {audit}, which ended on {end}; correct one of the days",
	DeciderUnknown: "nobody knows {id}; add the person, or correct who decides",
}

// Validate reports every problem of the case: inside its records, and between
// them. Whether the events of the file can follow each other is judged under
// a policy, by [Replay] and [Decide].
func (c Case) Validate() error {
	k := aims.Checker{Texts: caseTexts}
	if c.Format != "" && c.Format != aims.Format {
		k.Add("format", aims.FormatUnknown, "got", c.Format, "want", aims.Format)
	}
	k.Nest("certificate", c.Certificate.Validate())
	aims.CheckEach(&k, "audits", c.Audits)
	aims.CheckEach(&k, "findings", c.Findings)
	aims.CheckEach(&k, "correctiveActions", c.Actions)
	aims.CheckEach(&k, "persons", c.Persons)
	aims.CheckIDs(&k, "deciders", c.Deciders)
	k.OptionalText("reason", c.Reason)
	if c.Scope != nil {
		k.Nest("scope", c.Scope.Validate())
	}
	if c.Body != nil {
		k.Nest("body", c.Body.Validate())
	}
	checkTwice(&k, "audits", c.Audits)
	checkTwice(&k, "findings", c.Findings)
	checkTwice(&k, "correctiveActions", c.Actions)
	checkTwice(&k, "persons", c.Persons)
	c.checkTies(&k)
	return k.Err()
}

func checkTwice[T aims.Record](k *aims.Checker, field string, list []T) {
	seen := make(map[string]int, len(list))
	for i, r := range list {
		id := r.Ref().ID
		if first, taken := seen[id]; taken && id != "" {
			k.Add(aims.Field(field, i, "id"), RecordTwice, "id", id, "other", "/"+aims.Field(field, first))
			continue
		}
		seen[id] = i
	}
}

// checkTies reports what [Decide] has to know before it trusts the case: what
// is asked, in words and on a day that there are, and the references that a
// decision follows. It is quick, and looks into no text.
func (c Case) checkTies(k *aims.Checker) {
	switch c.Asked {
	case NotYet:
		k.Add("asked", NotAsked)
	default:
		aims.CheckWord(k, "asked", c.Asked)
	}
	aims.CheckOptionalWord(k, "recommended", c.Recommended)
	k.OptionalDate("effective", c.Effective)
	aims.CheckOptionalWord(k, "ground", c.Ground)
	aims.CheckOptionalWord(k, "resolved", c.Resolved)
	for i, e := range c.Certificate.Events {
		if e.Audit == "" {
			continue
		}
		a, found := c.audit(e.Audit)
		switch {
		case !found:
			k.Add(aims.Field("certificate", "events", i, "audit"), AuditUnknown, "id", string(e.Audit))
		case decides(e.Type) && e.On < a.LastDay:
			k.Add(aims.Field("certificate", "events", i, "on"), DecisionEarly, "on", e.On.String(), "audit", string(a.ID), "end", a.LastDay.String())
		}
	}
	for i := range c.Findings {
		f := &c.Findings[i]
		if f.Audit != "" {
			if _, found := c.audit(f.Audit); !found {
				k.Add(aims.Field("findings", i, "audit"), AuditUnknown, "id", string(f.Audit))
			}
		}
		if !inCatalogue(f.Key) {
			k.Add(aims.Field("findings", i, "key"), KeyUnknown, "got", f.Key.String())
		}
	}
	for i, id := range c.Deciders {
		if !slices.ContainsFunc(c.Persons, func(p aims.Person) bool { return p.ID == id }) {
			k.Add(aims.Field("deciders", i), DeciderUnknown, "id", string(id))
		}
	}
}

// checkOrder reports what is wrong with audits whose days do not follow each
// other, and with findings whose steps do not, or were not for the one who took
// them to take.
func (c Case) checkOrder(k *aims.Checker) {
	for i := range c.Audits {
		if a := &c.Audits[i]; a.Opened != 0 && a.LastDay != 0 && a.LastDay < a.Opened || a.Concluded != 0 && a.Concluded < a.LastDay {
			k.Nest(aims.Field("audits", i), a.Validate())
		}
	}
	for i := range c.Findings {
		if f := &c.Findings[i]; !f.Follows() {
			k.Nest(aims.Field("findings", i), f.Validate())
		}
	}
}

func (c *Case) audit(id audit.AuditID) (*audit.Audit, bool) {
	for i := range c.Audits {
		if c.Audits[i].ID == id {
			return &c.Audits[i], true
		}
	}
	return nil, false
}

// inCatalogue reports whether a key of ISO/IEC 42001 is a clause, point or
// control of it; other frameworks are not looked into.
func inCatalogue(key aims.Key) bool {
	return key.Framework != aims.FrameworkISO42001 || catalogueIDs()[key.ID]
}

// catalogueIDs returns the ids of all keys of ISO/IEC 42001:2023, headings and
// points among them. It is made once, as every call of Edition2023 builds a
// catalogue.
var catalogueIDs = sync.OnceValue(func() map[string]bool {
	ids := make(map[string]bool)
	for r := range aims.Edition2023().All() {
		ids[string(r.Clause)] = true
		for _, p := range r.Points {
			ids[string(p.ID)] = true
		}
	}
	for c := range controls.Edition2023().All() {
		for id := c.ID(); id != ""; id = id.Parent() {
			ids[string(id)] = true
		}
	}
	return ids
})
