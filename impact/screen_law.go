package impact

import (
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// Law is what [Screen] screens by: questions, duties and dates of the law, and
// an organization's own triggers, as data with their sources. It is one
// versioned value: copy it, change dates or lists, and give it another
// edition. [EULaw] is the library's own. The zero value is refused.
type Law struct {
	Edition   string     `json:"edition"`
	Checked   aims.Date  `json:"checked"` // the day up to which amendments were looked for
	Acts      []Act      `json:"acts"`
	Questions []Question `json:"questions"`
	Duties    []DutyRule `json:"duties"`
	Dates     LawDates   `json:"dates"`
	Normally  int        `json:"normally"` // how many criteria of WP 248 normally call for an assessment
}

// Act is a law, a guideline or a standard that a rule comes from.
type Act struct {
	ID      ActID  `json:"id"`
	Title   string `json:"title"`             // as it is cited
	Edition string `json:"edition,omitempty"` // its state, with the amendments that are in it
}

// ActID names an [Act].
type ActID string

// Provision is a place in an act.
type Provision struct {
	Act       ActID     `json:"act"`
	At        string    `json:"at"` // for example "Art. 27(1)"
	Certainty Certainty `json:"certainty"`
}

// String returns act and place, for a reader.
func (p Provision) String() string { return string(p.Act) + " " + p.At }

// QuestionID names a [Question].
type QuestionID string

// Question is one thing that the law makes a difference of, in our own words,
// to be answered yes or no.
type Question struct {
	ID     QuestionID `json:"id"`
	Topic  Topic      `json:"topic"`
	Text   string     `json:"text"`
	Source Provision  `json:"source"`
	From   aims.Date  `json:"from,omitzero"`    // of a prohibited practice: the first day of the prohibition
	Rights Deployers  `json:"rights,omitempty"` // of a listed use: which deployers assess fundamental rights
}

// DutyID names a duty that [Screen] decides on.
type DutyID string

// The duties.
const (
	DutyImpact        DutyID = "aiia"               // AI system impact assessment, ISO/IEC 42001 6.1.4
	DutyDPIA          DutyID = "dpia"               // data protection impact assessment, GDPR 35
	DutyConsultation  DutyID = "prior-consultation" // of the data protection authority, GDPR 36
	DutyStop          DutyID = "stop"               // a prohibited practice, AI Act 5
	DutyProvider      DutyID = "high-risk-provider" // AI Act 16
	DutyDeployer      DutyID = "high-risk-deployer" // AI Act 26
	DutyDerogation    DutyID = "derogation-record"  // AI Act 6(4)
	DutyFRIA          DutyID = "fria"               // fundamental rights impact assessment, AI Act 27(1)
	DutyNotification  DutyID = "fria-notification"  // of its results, AI Act 27(3)
	DutyInteraction   DutyID = "tell-interaction"   // AI Act 50(1)
	DutyMarking       DutyID = "mark-content"       // AI Act 50(2)
	DutyBiometric     DutyID = "tell-biometric"     // AI Act 50(3)
	DutyDeepFake      DutyID = "disclose-deep-fake" // AI Act 50(4), first subparagraph
	DutyText          DutyID = "disclose-text"      // AI Act 50(4), second subparagraph
	DutyModel         DutyID = "gpai-model"         // AI Act 53
	DutySystemicModel DutyID = "gpai-systemic"      // AI Act 55
)

var duties = []DutyID{
	DutyImpact, DutyDPIA, DutyConsultation, DutyStop, DutyProvider, DutyDeployer, DutyDerogation, DutyFRIA, DutyNotification,
	DutyInteraction, DutyMarking, DutyBiometric, DutyDeepFake, DutyText, DutyModel, DutySystemicModel,
}

// DutyRule says what a duty is and where it is written.
type DutyRule struct {
	ID     DutyID    `json:"id"`
	Title  string    `json:"title"`
	Source Provision `json:"source"`
	Asks   []string  `json:"asks,omitempty"` // what it asks for, in our own words
}

// LawDates are the first days on which duties bind. Where a transition
// applies, its end stands here too.
type LawDates struct {
	Protection   LawDate `json:"protection"`   // GDPR
	Listed       LawDate `json:"listed"`       // high-risk systems of Annex III
	Product      LawDate `json:"product"`      // high-risk systems of Annex I
	Authorities  LawDate `json:"authorities"`  // older high-risk systems for public authorities
	Transparency LawDate `json:"transparency"` // AI Act 50
	Marking      LawDate `json:"marking"`      // AI Act 50(2) for systems on the market before Transparency
	Models       LawDate `json:"models"`       // general-purpose models
	OldModels    LawDate `json:"oldModels"`    // those on the market before Models
}

// LawDate is a day that the law sets, with the place where it does.
type LawDate struct {
	On     aims.Date `json:"on"`
	Source Provision `json:"source"`
}

// LawIncomplete is the code of the problem that a law lacks a question or duty
// that [Screen] looks at.
const LawIncomplete aims.Code = "impact/law-incomplete"

// NormallyOutside is the code of the problem that the number of criteria that
// normally call for an assessment is not positive.
const NormallyOutside aims.Code = "impact/normally-outside"

// StrayRights is the code of the problem that a question that is no listed use
// says which deployers assess fundamental rights.
const StrayRights aims.Code = "impact/stray-rights"

// Validate reports every problem inside the law, also what [Screen] would miss
// in it.
func (l Law) Validate() error {
	c := aims.Checker{Texts: reasonTexts}
	c.Text("edition", l.Edition)
	c.Date("checked", l.Checked)
	acts := make([]ActID, len(l.Acts))
	for i, a := range l.Acts {
		in := c.In("acts", i)
		in.OptionalText("edition", a.Edition)
		in.Text("title", a.Title)
		acts[i] = a.ID
	}
	aims.CheckIDs(&c, "acts", acts)
	l.checkQuestions(&c)
	l.checkDuties(&c)
	for _, d := range l.Dates.all() {
		c.Date("dates/"+d.name+"/on", d.On)
		l.checkProvision(&c, "dates/"+d.name+"/source", d.Source)
	}
	if l.Normally < 1 {
		c.Add("normally", NormallyOutside, "got", strconv.Itoa(l.Normally))
	}
	return c.Err()
}

func (l Law) checkQuestions(c *aims.Checker) {
	ids := make([]QuestionID, len(l.Questions))
	for i, q := range l.Questions {
		in := c.In("questions", i)
		aims.CheckWord(in, "topic", q.Topic)
		in.Text("text", q.Text)
		l.checkProvision(in, "source", q.Source)
		in.OptionalDate("from", q.From)
		if q.Topic == TopicPractice {
			in.Date("from", q.From)
		}
		aims.CheckOptionalWord(in, "rights", q.Rights)
		if q.Rights != "" && q.Topic != TopicUse {
			in.Add("rights", StrayRights, "question", string(q.ID))
		}
		ids[i] = q.ID
	}
	aims.CheckIDs(c, "questions", ids)
	for _, id := range asked {
		if !slices.Contains(ids, id) {
			c.Add("questions", LawIncomplete, "id", string(id))
		}
	}
	for _, t := range topics {
		if !slices.ContainsFunc(l.Questions, func(q Question) bool { return q.Topic == t }) {
			c.Add("questions", LawIncomplete, "id", string(t))
		}
	}
}

func (l Law) checkDuties(c *aims.Checker) {
	ids := make([]DutyID, len(l.Duties))
	for i, d := range l.Duties {
		in := c.In("duties", i)
		in.Text("title", d.Title)
		l.checkProvision(in, "source", d.Source)
		in.TextList("asks", d.Asks)
		ids[i] = d.ID
	}
	aims.CheckIDs(c, "duties", ids)
	for _, id := range duties {
		if !slices.Contains(ids, id) {
			c.Add("duties", LawIncomplete, "id", string(id))
		}
	}
}

func (l Law) checkProvision(c *aims.Checker, field string, p Provision) {
	c.Text(field+"/at", p.At)
	aims.CheckWord(c, field+"/certainty", p.Certainty)
	switch {
	case p.Act == "":
		c.Add(field+"/act", aims.Missing)
	case !slices.ContainsFunc(l.Acts, func(a Act) bool { return a.ID == p.Act }):
		c.Add(field+"/act", LawIncomplete, "id", string(p.Act))
	}
}

type namedDate struct {
	name string
	LawDate
}

func (d LawDates) all() []namedDate {
	return []namedDate{
		{"protection", d.Protection},
		{"listed", d.Listed},
		{"product", d.Product},
		{"authorities", d.Authorities},
		{"transparency", d.Transparency},
		{"marking", d.Marking},
		{"models", d.Models},
		{"oldModels", d.OldModels},
	}
}
