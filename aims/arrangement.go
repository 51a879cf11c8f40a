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

// Validate reports malformed fields.
func (a Arrangement) Validate() error {
	var c Checker
	CheckOptionalWord(&c, "inPlace", a.InPlace)
	c.OptionalDate("from", a.From)
	CheckIDs(&c, "documents", a.Documents)
	CheckIDs(&c, "evidence", a.Evidence)
	c.OptionalText("note", a.Note)
	return c.Err()
}

func (a *Arrangement) links(l *Linker) {
	LinkAll(l, "documents", KindDocument, a.Documents)
	LinkAll(l, "evidence", KindEvidence, a.Evidence)
}
