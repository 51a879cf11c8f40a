package main

import (
	"embed"
	"fmt"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/examples/riskregister/internal/lender"
	"github.com/aimskit/aimskit/risk"
)

//go:embed register/*.json
var example embed.FS

// input is everything that is judged.
type input struct {
	register   *risk.Register
	facts      lender.Facts
	supplied   bool // there are facts: what they do not say is not so
	whatIf     *trial
	whatIfFile string
	at         aims.Date
	state      risk.State
}

// trial is the document of a what-if.
type trial struct {
	Format   string         `json:"format"`
	State    risk.State     `json:"state"` // current or residual
	Changes  []risk.Change  `json:"changes"`
	Measures []risk.Measure `json:"measures,omitempty"` // shared out among the changes
}

// fileError says in which file the problems are.
type fileError struct {
	file     string
	err      error
	criteria string // the file of the criteria, where they are in another
}

// of returns the file that a problem is in.
func (e fileError) of(p aims.Problem) string {
	if e.criteria != "" && strings.HasPrefix(p.Path, "/criteria/") {
		return e.criteria
	}
	return e.file
}

func (e fileError) Error() string { return e.file + ": " + e.err.Error() }
func (e fileError) Unwrap() error { return e.err }

// read reads the files that the options name, or the example's.
func read(o options) (input, error) {
	var in input
	if err := in.state.UnmarshalText([]byte(o.state)); err != nil {
		return in, fmt.Errorf("-state: %w", err)
	}
	f := files{own: o.register != ""}
	switch {
	case o.at == "" && f.own:
		return in, fmt.Errorf("-at is missing: say at which day the register is to be judged")
	case o.at == "":
		o.at = lender.At
	}
	var err error
	if in.at, err = aims.ParseDate(o.at); err != nil {
		return in, fmt.Errorf("-at: %w", err)
	}
	var records, criteria risk.Records
	file, err := f.decode(o.register, "register.json", &records)
	if err != nil {
		return in, err
	}
	other, err := f.decode(o.criteria, "criteria.json", &criteria)
	switch {
	case err != nil:
		return in, err
	case other == "":
	case len(records.Criteria) > 0:
		return in, fileError{file: other, err: fmt.Errorf("the register holds criteria already; leave them out in one of the two files")}
	default:
		records.Criteria = criteria.Criteria
	}
	if in.register, err = risk.NewRegister(records); err != nil {
		return in, fileError{file: file, err: err, criteria: other}
	}
	from, err := f.decode(o.facts, "facts.json", &in.facts)
	if err != nil {
		return in, err
	}
	in.supplied = from != ""
	var t trial
	if in.whatIfFile, err = f.decode(o.whatIf, "whatif.json", &t); err != nil {
		return in, err
	}
	if in.whatIfFile != "" {
		in.whatIf = &t
	}
	return in, nil
}

// digests reads the criteria and returns a line for each version.
func digests(o options) (string, error) {
	f := files{own: o.register != ""}
	var b strings.Builder
	for _, from := range []struct{ file, standard string }{{o.register, "register.json"}, {o.criteria, "criteria.json"}} {
		var records risk.Records
		file, err := f.decode(from.file, from.standard, &records)
		if err != nil {
			return "", err
		}
		for i, k := range records.Criteria {
			var c aims.Checker
			c.Nest(aims.Field("criteria", i), k.Validate())
			if err := c.Err(); err != nil {
				return "", fileError{file: file, err: err}
			}
			digest, err := k.Digest()
			if err != nil {
				return "", fileError{file: file, err: err}
			}
			fmt.Fprintln(&b, oneLine(fmt.Sprintf("%s %s %s", k.ID, k.Version, digest)))
		}
	}
	return b.String(), nil
}

// files reads documents: the user's, or those of the example.
type files struct {
	own bool // the register is the user's, so the example's files do not belong to it
}

// decode reads the document in a file; without a file, that of the example,
// unless it does not belong to the register. It returns the file that was read,
// "" for none.
func (f files) decode(file, standard string, into any) (string, error) {
	var data []byte
	var err error
	switch {
	case file != "":
		data, err = os.ReadFile(file)
	case f.own:
		return "", nil
	default:
		file = path.Join("register", standard)
		data, err = example.ReadFile(file)
	}
	if err != nil {
		return "", fmt.Errorf("cannot read: %w", err)
	}
	if _, err := aims.DecodeDocument(data, into, aims.DecodeOptions{}); err != nil {
		return "", fileError{file: file, err: err}
	}
	return file, nil
}

// knowledge turns the facts into what the judgement asks for.
func (in *input) knowledge() risk.Facts {
	if !in.supplied {
		return risk.Facts{}
	}
	evidence := make(map[aims.EvidenceID]aims.Evidence, len(in.facts.Evidence))
	for _, e := range in.facts.Evidence {
		evidence[e.ID] = e
	}
	return risk.Facts{
		Evidence: func(id aims.EvidenceID) (aims.Evidence, bool) {
			e, ok := evidence[id]
			return e, ok
		},
		Excluded: func(k aims.Key, _ []aims.SystemID) bool { return slices.Contains(in.facts.Excluded, k) },
	}
}
