package risk

import "github.com/aimskit/aimskit/aims"

// Records are what a [Register] is made of, and a document of their own.
type Records struct {
	Format        string          `json:"format,omitempty"`   // [aims.Format], where they are a document
	Criteria      []Criteria      `json:"criteria,omitempty"` // every version that a rating was made with
	Risks         []Risk          `json:"risks,omitempty"`
	Opportunities []Opportunity   `json:"opportunities,omitempty"`
	Treatments    []Treatment     `json:"treatments,omitempty"`
	Plans         []TreatmentPlan `json:"plans,omitempty"`
	Acceptances   []Acceptance    `json:"acceptances,omitempty"`
}

// Decode reads the JSON document of a register without checking its records;
// [NewRegister] does that.
func Decode(data []byte, o aims.DecodeOptions) (Records, aims.Reading, error) {
	var r Records
	reading, err := aims.DecodeDocument(data, &r, o)
	return r, reading, err
}

// Read decodes the JSON document of a register and builds it: bytes in, a
// [Register] out, or an [aims.InvalidError] with every problem.
func Read(data []byte) (*Register, error) {
	r, _, err := Decode(data, aims.DecodeOptions{})
	if err != nil {
		return nil, err
	}
	return NewRegister(r)
}

// member is one list of records, whatever their type.
type member struct {
	name string
	n    int
	at   func(i int) aims.Record
}

// members lists the lists of records in the order of the document.
func (r *Records) members() []member {
	return []member{
		{"criteria", len(r.Criteria), func(i int) aims.Record { return r.Criteria[i] }},
		{"risks", len(r.Risks), func(i int) aims.Record { return r.Risks[i] }},
		{"opportunities", len(r.Opportunities), func(i int) aims.Record { return r.Opportunities[i] }},
		{"treatments", len(r.Treatments), func(i int) aims.Record { return r.Treatments[i] }},
		{"plans", len(r.Plans), func(i int) aims.Record { return r.Plans[i] }},
		{"acceptances", len(r.Acceptances), func(i int) aims.Record { return r.Acceptances[i] }},
	}
}
