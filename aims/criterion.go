package aims

import "github.com/aimskit/aimskit/internal/word"

// Criterion is one thing that has to hold, and what came out: an acceptance
// criterion of a [Validation], a quality criterion of a [Dataset], a question
// of due diligence about a [Supplier]. It is set before its result is known;
// both days are kept, so that a rule can tell.
type Criterion struct {
	Title    string       `json:"title"`           // what is judged
	Group    string       `json:"group,omitempty"` // the part of the population it speaks of; empty: all
	Unit     string       `json:"unit,omitempty"`  // of Want and Got
	Want     Range        `json:"want,omitzero"`   // the threshold; absent where the criterion is judged, not measured
	Set      Date         `json:"set,omitzero"`    // the day on which the threshold was fixed
	Got      Amount       `json:"got,omitzero"`    // the result, where it is a number
	Met      Answer       `json:"met,omitzero"`    // what somebody judged; see [Criterion.Holds]
	On       Date         `json:"on,omitzero"`     // the day of the result
	By       PersonID     `json:"by,omitempty"`    // who measured or judged
	Note     string       `json:"note,omitempty"`  // for example why the threshold was chosen
	Evidence []EvidenceID `json:"evidence,omitempty"`
}

// Holds says whether the criterion is met: by the number where there is one,
// and by what somebody judged. Where they disagree, the failure counts.
func (k Criterion) Holds() Answer {
	measured := k.Want.Holds(k.Got)
	if k.Met == No || measured == Unknown {
		return k.Met
	}
	return measured
}

// SetInTime says whether the criterion was set before its result: unknown
// where a day is missing, or both fell on one day.
func (k Criterion) SetInTime() Answer {
	switch {
	case k.Set == 0 || k.On == 0 || k.Set == k.On:
		return Unknown
	case k.Set < k.On:
		return Yes
	}
	return No
}

// Result is what an examination came to. Zero means that there is no result.
type Result uint8

// The results, from worst to best.
const (
	ResultFail        Result = iota + 1
	ResultConditional        // may go on under the conditions that are named
	ResultPass
)

var results = word.Scale{Name: "aims.Result", Words: []string{"", "fail", "conditional", "pass"}}

// String returns the word of the result, "" for none.
func (r Result) String() string { return results.String(int(r)) }

// Known reports whether r is one of the results; zero is none.
func (r Result) Known() bool { return r != 0 && r <= ResultPass }

// MarshalText returns the word of the result; zero has none and is an error.
func (r Result) MarshalText() ([]byte, error) { return results.Marshal(int(r)) }

// UnmarshalText reads fail, conditional or pass.
func (r *Result) UnmarshalText(text []byte) error { return unmarshalWord(r, text, results) }

// Validate reports missing and malformed fields.
func (k Criterion) Validate() error {
	var c Checker
	c.Text("title", k.Title)
	c.OptionalText("group", k.Group)
	c.OptionalText("unit", k.Unit)
	c.Nest("want", k.Want.Validate())
	c.OptionalDate("set", k.Set)
	CheckOptionalWord(&c, "met", k.Met)
	c.OptionalDate("on", k.On)
	CheckOptionalID(&c, "by", k.By)
	c.OptionalText("note", k.Note)
	CheckIDs(&c, "evidence", k.Evidence)
	return c.Err()
}

func linkCriteria(l *Linker, field string, list []Criterion) {
	for i, k := range list {
		l.In(field, i, func(l *Linker) {
			Link(l, "by", KindPerson, k.By)
			LinkAll(l, "evidence", KindEvidence, k.Evidence)
		})
	}
}
