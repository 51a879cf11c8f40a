package impact

import "github.com/aimskit/aimskit/aims"

// Screening is the recorded decision whether a system, or a change of it, needs
// a full [Assessment] (8.4, A.5.2). Every system has one.
type Screening struct {
	ID       ScreeningID   `json:"id"`
	Recorded aims.Date     `json:"recorded,omitzero"`
	System   aims.SystemID `json:"system"`
	Change   aims.ChangeID `json:"change,omitempty"` // the change that it is about, if it is about one

	// What was decided, and on what grounds; see [Screening.Content].
	Version string          `json:"version,omitempty"` // of the system
	Method  aims.Digest     `json:"method,omitempty"`  // [Method.Digest] of the method whose triggers were looked at
	On      aims.Date       `json:"on"`
	By      aims.PersonID   `json:"by"`
	Answers []TriggerAnswer `json:"answers,omitempty"`
	Needed  aims.Answer     `json:"needed,omitzero"` // a full assessment is; unknown: not decided
	Why     string          `json:"why,omitempty"`

	// What happens to it.
	ReviewBy  aims.Date         `json:"reviewBy,omitzero"` // the next look, as planned
	Evidence  []aims.EvidenceID `json:"evidence,omitempty"`
	Approvals []aims.Approval   `json:"approvals,omitempty"`
	Waivers   []Waiver          `json:"waivers,omitempty"` // of the assessment that is needed
	Ext       map[string]string `json:"ext,omitempty"`     // the host's own; no rule reads it
}

// TriggerAnswer says whether a trigger of the method is met.
type TriggerAnswer struct {
	Trigger TriggerID   `json:"trigger"`
	Met     aims.Answer `json:"met"`
	Why     string      `json:"why,omitempty"`
	Basis   Basis       `json:"basis,omitzero"`
}

// Content returns what an approval binds: the decision with its grounds.
func (s Screening) Content() Screening {
	s.Recorded, s.ReviewBy = 0, 0
	s.Evidence, s.Approvals, s.Waivers, s.Ext = nil, nil, nil, nil
	s.Answers = byID(s.Answers, func(a TriggerAnswer) TriggerID { return a.Trigger })
	for i := range s.Answers {
		s.Answers[i].Basis = s.Answers[i].Basis.content()
	}
	return s
}

// Ref names the record.
func (s Screening) Ref() aims.Ref { return aims.Ref{Kind: KindScreening, ID: string(s.ID)} }

// Since returns the day from which the record exists.
func (s Screening) Since() aims.Date { return s.Recorded }

// Validate reports every problem inside the record.
func (s Screening) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "id", s.ID)
	c.OptionalDate("recorded", s.Recorded)
	aims.CheckID(&c, "system", s.System)
	aims.CheckOptionalID(&c, "change", s.Change)
	c.OptionalText("version", s.Version)
	c.OptionalDigest("method", s.Method)
	c.Date("on", s.On)
	aims.CheckID(&c, "by", s.By)
	for i, a := range s.Answers {
		in := c.In("answers", i)
		aims.CheckID(in, "trigger", a.Trigger)
		aims.CheckOptionalWord(in, "met", a.Met)
		in.OptionalText("why", a.Why)
		in.Nest("basis", a.Basis.Validate())
	}
	checkUnlike(&c, "answers", "trigger", s.Answers, func(a TriggerAnswer) TriggerID { return a.Trigger })
	aims.CheckOptionalWord(&c, "needed", s.Needed)
	c.OptionalText("why", s.Why)
	c.OptionalDate("reviewBy", s.ReviewBy)
	aims.CheckIDs(&c, "evidence", s.Evidence)
	aims.CheckEach(&c, "approvals", s.Approvals)
	aims.CheckEach(&c, "waivers", s.Waivers)
	checkUnlike(&c, "waivers", "id", s.Waivers, func(w Waiver) WaiverID { return w.ID })
	return c.Err()
}

// Links visits the references of the record.
func (s Screening) Links(l *aims.Linker) {
	aims.Link(l, "system", aims.KindSystem, s.System)
	aims.Link(l, "change", aims.KindChange, s.Change)
	aims.Link(l, "by", aims.KindPerson, s.By)
	for i, a := range s.Answers {
		l.In("answers", i, func(l *aims.Linker) { l.Part("basis", a.Basis.links) })
	}
	aims.LinkAll(l, "evidence", aims.KindEvidence, s.Evidence)
	aims.LinkApprovals(l, "approvals", s.Approvals)
	linkWaivers(l, s.Waivers)
}
