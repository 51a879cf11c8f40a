package risk

import (
	"iter"
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Library is a catalogue to copy from: risk sources, organizational
// objectives, and typical risks of AI systems. Nothing of it is ever applied
// by itself; that a risk is not in it means nothing. A library never changes
// and may be shared. The zero value is empty.
type Library struct{ *shelf }

type shelf struct {
	sources    []Source
	objectives []Objective
	entries    []Entry
}

// Entry is a typical risk of AI systems, in our own words.
type Entry struct {
	ID         EntryID          `json:"id"`
	Topic      Topic            `json:"topic"`
	Title      string           `json:"title"`
	Cause      string           `json:"cause"`
	Event      string           `json:"event"`
	Outcome    string           `json:"outcome"`    // the consequence
	Sources    []SourceID       `json:"sources"`    // items of C.3, then families
	Objectives []aims.AnnexC    `json:"objectives"` // of C.2, that it hinders
	Stages     []aims.Stage     `json:"stages"`     // of the life cycle, in which it arises or can be found
	Affected   []Affected       `json:"affected"`   // on whom consequences are to be rated at least
	Parties    []string         `json:"parties"`    // who they typically are
	Controls   []aims.ControlID `json:"controls"`   // of Annex A, worth a look when it is treated
}

// EntryID names an [Entry], in words joined by hyphens.
type EntryID string

// Topic is what a typical risk is about.
type Topic string

// The topics.
const (
	TopicDataQuality    Topic = "data-quality"
	TopicBias           Topic = "bias"
	TopicDrift          Topic = "drift"
	TopicOpacity        Topic = "opacity"
	TopicRobustness     Topic = "robustness"
	TopicMisuse         Topic = "misuse"
	TopicOverReliance   Topic = "over-reliance"
	TopicPrivacy        Topic = "privacy"
	TopicSecurity       Topic = "security"
	TopicSafety         Topic = "safety"
	TopicGenerative     Topic = "generative-content"
	TopicSupplyChain    Topic = "supply-chain"
	TopicSkills         Topic = "skills"
	TopicAccountability Topic = "accountability"
	TopicLifeCycle      Topic = "life-cycle"
	TopicLaw            Topic = "law"
	TopicEnvironment    Topic = "environment"
	TopicSociety        Topic = "society"
)

var topics = []Topic{
	TopicDataQuality, TopicBias, TopicDrift, TopicOpacity, TopicRobustness, TopicMisuse, TopicOverReliance, TopicPrivacy, TopicSecurity,
	TopicSafety, TopicGenerative, TopicSupplyChain, TopicSkills, TopicAccountability, TopicLifeCycle, TopicLaw, TopicEnvironment, TopicSociety,
}

// Topics returns all topics in the order of the library.
func Topics() []Topic { return slices.Clone(topics) }

// Known reports whether t is in the vocabulary.
func (t Topic) Known() bool { return word.Known(t, topics...) }

// UnmarshalText reads a word of the vocabulary.
func (t *Topic) UnmarshalText(text []byte) error {
	return unmarshalName(t, text, "risk.Topic", topics...)
}

// Starter returns the starter library: the seven sources and eleven objectives
// of Annex C in the edition of 2023, five families, and typical risks by
// topic. Every call builds a value that shares nothing with any other, so keep
// it where you look things up often.
func Starter() Library {
	return Library{&shelf{
		sources:    sources(),
		objectives: objectives(),
		entries:    slices.Concat(entriesData(), entriesModel(), entriesUse(), entriesSecurity(), entriesOrganization()),
	}}
}

// Edition names the standard and its year; "" for the zero library.
func (l Library) Edition() string {
	if l.shelf == nil {
		return ""
	}
	return "ISO/IEC 42001:2023"
}

// Attribution says where ids and titles come from, and whose words the rest is.
func (l Library) Attribution() aims.Attribution {
	if l.shelf == nil {
		return aims.Attribution{}
	}
	return aims.Attribution{
		Source:     "ids and short titles of ISO/IEC 42001:2023, Annex C",
		Wording:    "meanings, questions and typical risks are this library's own words; the text of the standard is not reproduced",
		Confidence: "ids and titles agree in three public sources; families, typical risks and what they are linked to are this library's judgement",
	}
}

// Sources returns the risk sources: those of Annex C in numeric order, then
// the families.
func (l Library) Sources() iter.Seq[Source] {
	return func(yield func(Source) bool) {
		for _, s := range l.get().sources {
			if !yield(s.clone()) {
				return
			}
		}
	}
}

// Objectives returns the organizational objectives in numeric order.
func (l Library) Objectives() iter.Seq[Objective] { return slices.Values(l.get().objectives) }

// All returns the typical risks, by topic.
func (l Library) All() iter.Seq[Entry] { return l.Matching(Filter{}) }

// Len returns the number of typical risks.
func (l Library) Len() int { return len(l.get().entries) }

// Source returns the risk source with the given id, and whether there is one.
func (l Library) Source(id SourceID) (Source, bool) {
	list := l.get().sources
	if i := slices.IndexFunc(list, func(s Source) bool { return s.ID == id }); i >= 0 {
		return list[i].clone(), true
	}
	return Source{}, false
}

// Objective returns the organizational objective with the given id, and
// whether there is one.
func (l Library) Objective(id aims.AnnexC) (Objective, bool) {
	list := l.get().objectives
	if i := slices.IndexFunc(list, func(o Objective) bool { return o.ID == id }); i >= 0 {
		return list[i], true
	}
	return Objective{}, false
}

// Lookup returns the typical risk with the given id, and whether there is one.
func (l Library) Lookup(id EntryID) (Entry, bool) {
	list := l.get().entries
	if i := slices.IndexFunc(list, func(e Entry) bool { return e.ID == id }); i >= 0 {
		return list[i].clone(), true
	}
	return Entry{}, false
}

// Filter picks typical risks: those that have at least one value of every
// list that is not empty. The zero value picks all.
type Filter struct {
	Topics     []Topic
	Sources    []SourceID
	Objectives []aims.AnnexC
	Stages     []aims.Stage
	Affected   []Affected
	Controls   []aims.ControlID
}

// Matching returns the typical risks that a filter picks, by topic.
func (l Library) Matching(f Filter) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for _, e := range l.get().entries {
			if f.picks(e) && !yield(e.clone()) {
				return
			}
		}
	}
}

func (f Filter) picks(e Entry) bool {
	return meet(f.Topics, []Topic{e.Topic}) && meet(f.Sources, e.Sources) && meet(f.Objectives, e.Objectives) &&
		meet(f.Stages, e.Stages) && meet(f.Affected, e.Affected) && meet(f.Controls, e.Controls)
}

// meet reports whether two lists share a value, or nothing is wanted.
func meet[T comparable](wanted, has []T) bool {
	return len(wanted) == 0 || slices.ContainsFunc(wanted, func(w T) bool { return slices.Contains(has, w) })
}

// Risk copies the entry into a risk for a register: a draft to be adapted.
// Owner, systems, ratings and decision stay open, and the suggested controls
// are left out, since a risk lists only controls that exist.
func (e Entry) Risk(id RiskID) Risk {
	e = e.clone()
	return Risk{
		ID: id, Title: e.Title, Cause: e.Cause, Event: e.Event, Outcome: e.Outcome,
		Sources: e.Sources, AnnexC: e.Objectives, Stages: e.Stages,
	}
}

func (l Library) get() shelf {
	if l.shelf == nil {
		return shelf{}
	}
	return *l.shelf
}

func (s Source) clone() Source {
	s.Ask, s.Families = slices.Clone(s.Ask), slices.Clone(s.Families)
	return s
}

func (e Entry) clone() Entry {
	e.Sources, e.Objectives, e.Stages = slices.Clone(e.Sources), slices.Clone(e.Objectives), slices.Clone(e.Stages)
	e.Affected, e.Parties, e.Controls = slices.Clone(e.Affected), slices.Clone(e.Parties), slices.Clone(e.Controls)
	return e
}
