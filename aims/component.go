package aims

// Component is a part of a system that was not made for it: a pretrained
// model, a library, a service (A.4.4, A.10.3).
type Component struct {
	Name            string     `json:"name"`
	Version         string     `json:"version,omitempty"`
	Use             string     `json:"use,omitempty"` // what the system uses it for
	OpenSource      Answer     `json:"openSource,omitzero"`
	Licence         string     `json:"licence,omitempty"`        // SPDX expression, or the name of the licence
	LicenceAccepted Answer     `json:"licenceAccepted,omitzero"` // somebody checked that this use is within it
	Source          string     `json:"source,omitempty"`         // where it was taken from
	Digest          Digest     `json:"digest,omitempty"`         // of its bytes
	Supplier        SupplierID `json:"supplier,omitempty"`
}

// Validate reports missing and malformed fields.
func (p Component) Validate() error {
	var c Checker
	c.Text("name", p.Name)
	c.OptionalText("version", p.Version)
	c.OptionalText("use", p.Use)
	CheckOptionalWord(&c, "openSource", p.OpenSource)
	c.OptionalText("licence", p.Licence)
	CheckOptionalWord(&c, "licenceAccepted", p.LicenceAccepted)
	c.OptionalText("source", p.Source)
	c.OptionalDigest("digest", p.Digest)
	CheckOptionalID(&c, "supplier", p.Supplier)
	return c.Err()
}
