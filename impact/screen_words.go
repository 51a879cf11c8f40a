package impact

import "github.com/aimskit/aimskit/internal/word"

// Owing says whether a duty is owed. The zero value is that nobody can tell.
type Owing uint8

// The answers to whether a duty is owed.
const (
	OwingUnclear Owing = iota // what is not answered decides
	NotOwed                   // the facts do not call for it
	OwedLater                 // the facts call for it, and it binds from a day to come
	Owed                      // the facts call for it, and it binds
)

var owings = word.Scale{Name: "impact.Owing", Words: []string{"cannot-tell", "not-owed", "owed-later", "owed"}}

// String returns the word of the answer.
func (o Owing) String() string { return owings.String(int(o)) }

// Known reports whether o is one of the answers.
func (o Owing) Known() bool { return o <= Owed }

// MarshalText returns the word of the answer.
func (o Owing) MarshalText() ([]byte, error) { return owings.Marshal(int(o)) }

// UnmarshalText reads cannot-tell, not-owed, owed-later or owed.
func (o *Owing) UnmarshalText(text []byte) error {
	return unmarshalWord(o, text, owings)
}

// Class is where the EU AI Act puts a system. Duties of transparency stand
// beside it and are never part of it. The zero value is that nobody can tell.
type Class uint8

// The classes.
const (
	ClassUnclear    Class = iota // what is not answered decides
	ClassOutside                 // the Act does not apply
	ClassOther                   // it applies, and neither prohibits the system nor calls it high-risk
	ClassHighRisk                // Article 6
	ClassProhibited              // Article 5; each practice from a day of its own
)

var classes = word.Scale{
	Name:  "impact.Class",
	Words: []string{"cannot-tell", "out-of-scope", "not-high-risk", "high-risk", "prohibited"},
}

// String returns the word of the class.
func (c Class) String() string { return classes.String(int(c)) }

// Known reports whether c is one of the classes.
func (c Class) Known() bool { return c <= ClassProhibited }

// MarshalText returns the word of the class.
func (c Class) MarshalText() ([]byte, error) { return classes.Marshal(int(c)) }

// UnmarshalText reads the word of a class.
func (c *Class) UnmarshalText(text []byte) error {
	return unmarshalWord(c, text, classes)
}

// Certainty says how well a statement about the law was checked.
type Certainty string

// The certainties, from best to worst.
const (
	CertainOfficial Certainty = "official" // seen in an official source
	CertainAgreed   Certainty = "agreed"   // two or more independent sources agree
	CertainSingle   Certainty = "single"   // one source
	CertainGeneral  Certainty = "general"  // general knowledge, to be verified
	CertainDerived  Certainty = "derived"  // this library's own reading
)

var certainties = []Certainty{CertainOfficial, CertainAgreed, CertainSingle, CertainGeneral, CertainDerived}

// Known reports whether c is in the vocabulary.
func (c Certainty) Known() bool { return word.Known(c, certainties...) }

// UnmarshalText reads a word of the vocabulary.
func (c *Certainty) UnmarshalText(text []byte) error {
	return unmarshalName(c, text, "impact.Certainty", certainties...)
}

// Topic is what a [Question] of a [Law] is for. The questions of one topic
// are alternatives: one yes is enough.
type Topic string

// The topics.
const (
	TopicFact       Topic = "fact"           // looked at by its id
	TopicTrigger    Topic = "trigger"        // of the organization: calls for an impact assessment (ISO/IEC 42001 6.1.4)
	TopicReach      Topic = "reach"          // brings a system within the AI Act (Article 2(1))
	TopicOutside    Topic = "outside"        // takes it out again (Article 2(3) to (10))
	TopicPractice   Topic = "practice"       // prohibited (Article 5)
	TopicUse        Topic = "use"            // listed in Annex III
	TopicDerogation Topic = "derogation"     // a condition of Article 6(3)
	TopicAlways     Topic = "dpia-always"    // always needs a data protection impact assessment (GDPR 35(3), 35(4))
	TopicCriterion  Topic = "dpia-criterion" // one of the nine of WP 248
)

var topics = []Topic{
	TopicFact, TopicTrigger, TopicReach, TopicOutside, TopicPractice, TopicUse, TopicDerogation, TopicAlways, TopicCriterion,
}

// Known reports whether t is in the vocabulary.
func (t Topic) Known() bool { return word.Known(t, topics...) }

// UnmarshalText reads a word of the vocabulary.
func (t *Topic) UnmarshalText(text []byte) error {
	return unmarshalName(t, text, "impact.Topic", topics...)
}

// Deployers says which deployers of a listed use owe a fundamental rights
// impact assessment (AI Act, Article 27(1)). Absent: none.
type Deployers string

// The deployers.
const (
	PublicDeployers Deployers = "public" // bodies governed by public law and private providers of public services
	AllDeployers    Deployers = "all"
)

// Known reports whether d is in the vocabulary.
func (d Deployers) Known() bool { return word.Known(d, PublicDeployers, AllDeployers) }

// UnmarshalText reads a word of the vocabulary.
func (d *Deployers) UnmarshalText(text []byte) error {
	return unmarshalName(d, text, "impact.Deployers", PublicDeployers, AllDeployers)
}
