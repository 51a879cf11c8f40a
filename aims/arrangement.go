package aims

// Arrangement says whether something that a control asks for is in place, and
// what shows it. The zero value says nothing.
type Arrangement struct {
	InPlace   Answer       `json:"inPlace,omitzero"`
	From      Date         `json:"from,omitzero"` // first day on which it was in place
	Documents []DocumentID `json:"documents,omitempty"`
	Evidence  []EvidenceID `json:"evidence,omitempty"`
	Note      string       `json:"note,omitempty"` // for example why it is not applicable
}

// IsZero reports whether the arrangement says nothing.
func (a Arrangement) IsZero() bool {
	return a.InPlace == Unknown && a.From == 0 && len(a.Documents) == 0 && len(a.Evidence) == 0 && a.Note == ""
}
