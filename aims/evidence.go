package aims

import "github.com/aimskit/aimskit/internal/word"

// Evidence is an artefact that supports or contradicts a claim: a pointer to
// it, what was done to check it, and who judged it sufficient for what. That
// a file exists proves nothing; see [Evidence.State].
type Evidence struct {
	ID        EvidenceID        `json:"id"`
	Recorded  Date              `json:"recorded,omitzero"`
	Title     string            `json:"title"`
	Form      EvidenceForm      `json:"form"`
	Location  string            `json:"location"`           // where it can be found: a URL, a path, a shelf mark
	Owner     PersonID          `json:"owner,omitempty"`    // answers for the work that it shows
	Collected Date              `json:"collected,omitzero"` // the day on which it showed what it shows
	Expires   Date              `json:"expires,omitzero"`   // last day on which it still counts; absent: the organization set no end
	Digest    Digest            `json:"digest,omitempty"`   // of the artefact's bytes when it was collected
	Retrieved *Retrieval        `json:"retrieved,omitempty"`
	Verified  *Verification     `json:"verified,omitempty"`
	Judgments []Judgment        `json:"judgments,omitempty"` // append-only
	Outcome   Outcome           `json:"outcome,omitzero"`
	Ext       map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// EvidenceForm is the form of an artefact.
type EvidenceForm string

// The forms of evidence.
const (
	FormDocument    EvidenceForm = "document"    // a text that somebody wrote
	FormRecord      EvidenceForm = "record"      // what an activity left behind: minutes, tickets, signatures
	FormTestResult  EvidenceForm = "test-result" // what a test or measurement gave
	FormLog         EvidenceForm = "log"         // written by a machine
	FormInterview   EvidenceForm = "interview"   // what somebody said, written down
	FormObservation EvidenceForm = "observation" // what somebody saw, written down
	FormAttestation EvidenceForm = "attestation" // a third party's report or certificate
)

var evidenceForms = []EvidenceForm{FormDocument, FormRecord, FormTestResult, FormLog, FormInterview, FormObservation, FormAttestation}

// Known reports whether f is in the vocabulary.
func (f EvidenceForm) Known() bool { return word.Known(f, evidenceForms...) }

// UnmarshalText reads a word of the vocabulary.
func (f *EvidenceForm) UnmarshalText(text []byte) error {
	return unmarshalName(f, text, "aims.EvidenceForm", evidenceForms...)
}

// Retrieval records that the artefact was fetched, and what its bytes were.
type Retrieval struct {
	On     Date     `json:"on"`
	By     PersonID `json:"by"`
	Digest Digest   `json:"digest"`
}

// Verification records that somebody read the artefact.
type Verification struct {
	On       Date     `json:"on"`
	By       PersonID `json:"by"`
	Supports Answer   `json:"supports"` // it shows what is claimed
	Note     string   `json:"note,omitempty"`
}

// Judgment records that a person found the artefact sufficient, or not, for
// one named requirement or control.
type Judgment struct {
	For      Key      `json:"for"`
	On       Date     `json:"on"`
	By       PersonID `json:"by"`
	Accepted Answer   `json:"accepted"` // yes or no
	Reason   string   `json:"reason,omitempty"`
}

// Outcome is what the artefact says, where it can speak for or against.
type Outcome struct {
	Met    Answer `json:"met,omitzero"`    // the criteria were met
	Passed Amount `json:"passed,omitzero"` // how many cases passed
	Failed Amount `json:"failed,omitzero"` // how many cases failed
}

// Against reports whether the outcome contradicts the claim: the criteria
// were not met, or nobody said and some cases failed.
func (o Outcome) Against() bool {
	failed, _ := o.Failed.Sign()
	return o.Met == No || o.Met == Unknown && failed > 0
}

// EvidenceState is how far an artefact has come as evidence for one
// requirement or control. Zero means that it does not exist at that day.
type EvidenceState uint8

// The states. Each is more than the one before; Rejected stands apart.
const (
	NoEvidence EvidenceState = iota
	Referenced               // somebody pointed to it
	Present                  // it was retrieved, and its bytes are the ones that were collected
	Verified                 // somebody read it, and it supports the claim
	Accepted                 // somebody other than the owner of the work judged it sufficient
	Rejected                 // it was judged insufficient, does not support the claim, or speaks against it
)

var evidenceStates = word.Scale{Name: "aims.EvidenceState", Words: []string{"none", "referenced", "present", "verified", "accepted", "rejected"}}

// String returns the word of the state.
func (s EvidenceState) String() string { return evidenceStates.String(int(s)) }

// Known reports whether s is one of the states.
func (s EvidenceState) Known() bool { return s <= Rejected }

// MarshalText returns the word of the state.
func (s EvidenceState) MarshalText() ([]byte, error) { return evidenceStates.Marshal(int(s)) }

// UnmarshalText reads the word of a state.
func (s *EvidenceState) UnmarshalText(text []byte) error {
	return unmarshalWord(s, text, evidenceStates)
}

// State returns how far the artefact has come at a day as evidence for a
// requirement, one of its points, or a control; a judgment on a requirement
// holds for its points. Steps dated after the day, and verifications and
// judgments from before the artefact was collected, are not seen. An accepting
// judgment counts as a reading; no separate verification is asked for.
//
// What speaks against the claim comes first: a failed outcome, a reader who
// found no support, or a rejection. An artefact whose bytes changed since it
// was collected is at best Referenced, whoever accepted it. The latest
// judgment counts, where an acceptance by somebody who may not accept is none:
// it neither accepts nor lifts a rejection. may says who may accept; nil lets
// everybody except the owner of the work, and nobody at all while no owner is
// named, since nothing then shows that somebody else judged.
//
// The state says nothing of expiry; see [Evidence.Fresh].
func (e Evidence) State(key Key, at Date, may func(Judgment) bool) EvidenceState {
	if e.Recorded > at || e.Collected > at {
		return NoEvidence
	}
	retrieved := e.Retrieved != nil && e.Retrieved.On <= at && e.Digest != ""
	verified := e.Verified != nil && e.Verified.On <= at && e.Verified.On >= e.Collected
	accepted := e.accepted(key, at, may)
	switch {
	case e.Outcome.Against(), verified && e.Verified.Supports == No, accepted == No:
		return Rejected
	case retrieved && e.Retrieved.Digest != e.Digest:
		return Referenced
	case accepted == Yes:
		return Accepted
	case verified && e.Verified.Supports == Yes:
		return Verified
	case retrieved:
		return Present
	}
	return Referenced
}

// accepted returns the latest judgment on the key at a day that counts; of
// several on one day the last in the list.
func (e Evidence) accepted(key Key, at Date, may func(Judgment) bool) Answer {
	latest, on := Unknown, Date(0)
	for _, j := range e.Judgments {
		if j.On > at || j.On < max(on, e.Collected) || !j.covers(key) {
			continue
		}
		if j.Accepted == No || j.Accepted == Yes && e.mayAccept(j, may) {
			latest, on = j.Accepted, j.On
		}
	}
	return latest
}

// covers reports whether the judgment speaks of the key, or of the
// requirement whose point it is.
func (j Judgment) covers(key Key) bool {
	if j.For == key {
		return true
	}
	n := len(j.For.ID)
	return j.For.Framework == key.Framework && len(key.ID) > n && key.ID[:n] == j.For.ID && key.ID[n] == '/'
}

func (e Evidence) mayAccept(j Judgment, may func(Judgment) bool) bool {
	if e.Owner == "" || j.By == e.Owner {
		return false
	}
	return may == nil || may(j)
}

// Fresh reports whether the artefact still counts at a day: it was collected
// by then and has not expired. Evidence without an expiry stays fresh; the
// interval is the organization's own to plan.
func (e Evidence) Fresh(at Date) bool {
	return e.Collected <= at && (e.Expires == 0 || e.Expires >= at)
}

// Ref names the record.
func (e Evidence) Ref() Ref { return Ref{KindEvidence, string(e.ID)} }

// Since returns the day from which the record exists.
func (e Evidence) Since() Date { return e.Recorded }

// Validate reports every problem inside the record.
func (e Evidence) Validate() error {
	var c Checker
	CheckID(&c, "id", e.ID)
	c.OptionalDate("recorded", e.Recorded)
	c.Text("title", e.Title)
	CheckWord(&c, "form", e.Form)
	c.Text("location", e.Location)
	CheckOptionalID(&c, "owner", e.Owner)
	c.OptionalDate("collected", e.Collected)
	c.OptionalDate("expires", e.Expires)
	c.NotBefore("expires", e.Expires, "collected", e.Collected)
	c.OptionalDigest("digest", e.Digest)
	if r := e.Retrieved; r != nil {
		c.Date("retrieved/on", r.On)
		c.NotBefore("retrieved/on", r.On, "collected", e.Collected)
		CheckID(&c, "retrieved/by", r.By)
		c.Digest("retrieved/digest", r.Digest)
	}
	if v := e.Verified; v != nil {
		c.Date("verified/on", v.On)
		CheckID(&c, "verified/by", v.By)
		CheckOptionalWord(&c, "verified/supports", v.Supports)
		c.OptionalText("verified/note", v.Note)
	}
	for i, j := range e.Judgments {
		in := c.In("judgments", i)
		in.Key("for", j.For)
		in.Date("on", j.On)
		CheckID(in, "by", j.By)
		CheckWord(in, "accepted", j.Accepted)
		in.OptionalText("reason", j.Reason)
	}
	CheckOptionalWord(&c, "outcome/met", e.Outcome.Met)
	c.Count("outcome/passed", e.Outcome.Passed)
	c.Count("outcome/failed", e.Outcome.Failed)
	return c.Err()
}

// Links visits the references of the record.
func (e Evidence) Links(l *Linker) {
	Link(l, "owner", KindPerson, e.Owner)
	if e.Retrieved != nil {
		Link(l, "retrieved/by", KindPerson, e.Retrieved.By)
	}
	if e.Verified != nil {
		Link(l, "verified/by", KindPerson, e.Verified.By)
	}
	for i, j := range e.Judgments {
		l.In("judgments", i, func(l *Linker) { Link(l, "by", KindPerson, j.By) })
	}
}
