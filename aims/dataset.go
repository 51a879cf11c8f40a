package aims

// Dataset is data that a system is made from, tested with or works on
// (A.4.3, A.7.2–A.7.6).
type Dataset struct {
	ID          DatasetID  `json:"id"`
	Recorded    Date       `json:"recorded,omitzero"`
	Name        string     `json:"name"`
	Version     string     `json:"version,omitempty"`
	Description string     `json:"description,omitempty"` // content, categories, volume
	Owner       PersonID   `json:"owner,omitempty"`
	Uses        []DataUse  `json:"uses,omitempty"`
	Updated     Date       `json:"updated,omitzero"`   // the day of the last change
	Process     ProcessID  `json:"process,omitempty"`  // the data management process that it goes through (A.7.2)
	Document    DocumentID `json:"document,omitempty"` // its data sheet

	// Acquisition and rights (A.7.3).
	Acquisition   Acquisition `json:"acquisition,omitempty"`
	Source        string      `json:"source,omitempty"`   // where it was acquired
	Supplier      SupplierID  `json:"supplier,omitempty"` // from whom
	Acquired      Date        `json:"acquired,omitzero"`
	Rights        DataRights  `json:"rights,omitzero"`
	PersonalData  Answer      `json:"personalData,omitzero"`
	SensitiveData Answer      `json:"sensitiveData,omitzero"` // special categories, or data about people who need protection
	Minimized     Answer      `json:"minimized,omitzero"`     // what the purpose does not need was left out
	Minimization  string      `json:"minimization,omitempty"` // how, or why not

	// Quality (A.7.4).
	Quality             []Criterion  `json:"quality,omitempty"`
	Population          string       `json:"population,omitempty"`          // the people or things that it should represent
	Representative      Answer       `json:"representative,omitzero"`       // it does
	RepresentativeBasis string       `json:"representativeBasis,omitempty"` // how that was examined
	RepresentativeBy    []EvidenceID `json:"representativeBy,omitempty"`    // what shows it
	BiasExamined        Answer       `json:"biasExamined,omitzero"`
	KnownBias           []string     `json:"knownBias,omitempty"` // with examined = yes and none listed: none was found

	// Provenance (A.7.5) and preparation (A.7.6), in order of time.
	Provenance  []DataStep `json:"provenance,omitempty"`
	Preparation []DataStep `json:"preparation,omitempty"`
	Labelling   string     `json:"labelling,omitempty"` // who labelled by which instruction, and how agreement was checked

	// Retention and disposal.
	Retention      Interval     `json:"retention,omitempty"` // from the acquisition
	DisposeBy      Date         `json:"disposeBy,omitzero"`  // as planned
	DisposalMethod string       `json:"disposalMethod,omitempty"`
	Disposed       Date         `json:"disposed,omitzero"`
	DisposedBy     PersonID     `json:"disposedBy,omitempty"`
	DisposalShown  []EvidenceID `json:"disposalShown,omitempty"` // what shows the disposal

	Evidence []EvidenceID      `json:"evidence,omitempty"`
	Ext      map[string]string `json:"ext,omitempty"` // the host's own; no rule reads it
}

// Ref names the record.
func (d Dataset) Ref() Ref { return Ref{KindDataset, string(d.ID)} }

// Since returns the day from which the record exists.
func (d Dataset) Since() Date { return d.Recorded }

// Validate reports every problem inside the record.
func (d Dataset) Validate() error {
	var c Checker
	CheckID(&c, "id", d.ID)
	c.OptionalDate("recorded", d.Recorded)
	c.Text("name", d.Name)
	c.OptionalText("version", d.Version)
	c.OptionalText("description", d.Description)
	CheckOptionalID(&c, "owner", d.Owner)
	CheckWords(&c, "uses", d.Uses)
	c.OptionalDate("updated", d.Updated)
	CheckOptionalID(&c, "process", d.Process)
	CheckOptionalID(&c, "document", d.Document)
	CheckOptionalWord(&c, "acquisition", d.Acquisition)
	c.OptionalText("source", d.Source)
	CheckOptionalID(&c, "supplier", d.Supplier)
	c.OptionalDate("acquired", d.Acquired)
	c.Nest("rights", d.Rights.Validate())
	CheckOptionalWord(&c, "personalData", d.PersonalData)
	CheckOptionalWord(&c, "sensitiveData", d.SensitiveData)
	CheckOptionalWord(&c, "minimized", d.Minimized)
	c.OptionalText("minimization", d.Minimization)
	CheckEach(&c, "quality", d.Quality)
	c.OptionalText("population", d.Population)
	CheckOptionalWord(&c, "representative", d.Representative)
	c.OptionalText("representativeBasis", d.RepresentativeBasis)
	CheckIDs(&c, "representativeBy", d.RepresentativeBy)
	CheckOptionalWord(&c, "biasExamined", d.BiasExamined)
	c.TextList("knownBias", d.KnownBias)
	CheckEach(&c, "provenance", d.Provenance)
	CheckEach(&c, "preparation", d.Preparation)
	c.OptionalText("labelling", d.Labelling)
	c.OptionalInterval("retention", d.Retention)
	c.OptionalDate("disposeBy", d.DisposeBy)
	c.OptionalText("disposalMethod", d.DisposalMethod)
	c.OptionalDate("disposed", d.Disposed)
	c.NotBefore("disposed", d.Disposed, "acquired", d.Acquired)
	CheckOptionalID(&c, "disposedBy", d.DisposedBy)
	CheckIDs(&c, "disposalShown", d.DisposalShown)
	CheckIDs(&c, "evidence", d.Evidence)
	return c.Err()
}

// Links visits the references of the record.
func (d Dataset) Links(l *Linker) {
	Link(l, "owner", KindPerson, d.Owner)
	Link(l, "process", KindProcess, d.Process)
	Link(l, "document", KindDocument, d.Document)
	Link(l, "supplier", KindSupplier, d.Supplier)
	Link(l, "rights/document", KindDocument, d.Rights.Document)
	LinkAll(l, "rights/evidence", KindEvidence, d.Rights.Evidence)
	linkCriteria(l, "quality", d.Quality)
	LinkAll(l, "representativeBy", KindEvidence, d.RepresentativeBy)
	linkDataSteps(l, "provenance", d.Provenance)
	linkDataSteps(l, "preparation", d.Preparation)
	Link(l, "disposedBy", KindPerson, d.DisposedBy)
	LinkAll(l, "disposalShown", KindEvidence, d.DisposalShown)
	LinkAll(l, "evidence", KindEvidence, d.Evidence)
}
