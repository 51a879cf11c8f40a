package readiness

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/word"
)

// Cause is what one of the four things that a report follows from has done to
// it.
type Cause struct {
	Kind  CauseKind `json:"kind"`
	Delta Delta     `json:"delta"`
	// Records lists the records that are new, changed or gone, sorted; only of
	// the cause that is called so.
	Records []aims.Ref `json:"records,omitempty"`
}

// CauseKind says what a part of a difference comes from.
type CauseKind string

// The causes, in the order in which they are exchanged.
const (
	CauseTime    CauseKind = "time"    // days passed over the records as they were
	CauseRecords CauseKind = "records" // records came, changed or went
	CauseRules   CauseKind = "rules"   // the rules are others
	CauseModel   CauseKind = "model"   // the model is another
)

var causeKinds = []CauseKind{CauseTime, CauseRecords, CauseRules, CauseModel}

// Known reports whether k is in the vocabulary.
func (k CauseKind) Known() bool { return word.Known(k, causeKinds...) }

// UnmarshalText reads a word of the vocabulary.
func (k *CauseKind) UnmarshalText(text []byte) error {
	w, err := word.Parse("readiness.CauseKind", text, causeKinds...)
	if err == nil {
		*k = w
	}
	return err
}

// Explain says where the difference between two reports comes from: time, the
// records, the rules and the model, always all four and in this order. It goes
// from the first basis to the second by exchanging one thing after the other
// and assessing in between, so that the shifts of the four causes add up
// exactly to the whole, and each is the difference of two reports.
//
// The order is part of the meaning. Time comes first: what the passing of days
// alone did to the records as they were. Then the records, seen on the later
// day, since nobody sees records on a day before they are dated. Rules and
// model, which the organization does not choose, come last, over the records as
// they are now.
//
// Problems of a basis have pointers to /before or /after.
func Explain(before, after Basis) ([]Cause, error) {
	var c aims.Checker
	before.check(&c, "before")
	after.check(&c, "after")
	if err := c.Err(); err != nil {
		return nil, err
	}
	records, err := exchanged(before, after)
	if err != nil {
		return nil, err
	}
	now, err := before.judge()
	if err != nil {
		return nil, err
	}
	var causes []Cause
	basis := before
	for _, kind := range causeKinds {
		switch kind {
		case CauseTime:
			basis.At = after.At
		case CauseRecords:
			basis.View = after.View
		case CauseRules:
			basis.Rules = after.Rules
		case CauseModel:
			basis.Model = after.Model
		}
		then, err := basis.judge()
		if err != nil {
			return nil, err
		}
		cause := Cause{Kind: kind, Delta: diff(now.report, then.report, now.says, then.says)}
		if kind == CauseRecords {
			cause.Records = records
		}
		causes = append(causes, cause)
		now = then
	}
	return causes, nil
}

// exchanged returns the records that are not the same in both views, sorted.
func exchanged(before, after Basis) ([]aims.Ref, error) {
	if before.View == after.View {
		return nil, nil
	}
	digests := make(map[aims.Ref]aims.Digest)
	for r := range before.View.All(endOfTime) {
		d, err := aims.DigestOf(r)
		if err != nil {
			return nil, err
		}
		digests[r.Ref()] = d
	}
	var refs []aims.Ref
	for r := range after.View.All(endOfTime) {
		d, err := aims.DigestOf(r)
		if err != nil {
			return nil, err
		}
		if old, was := digests[r.Ref()]; !was || old != d {
			refs = append(refs, r.Ref())
		}
		delete(digests, r.Ref())
	}
	for ref := range digests {
		refs = append(refs, ref)
	}
	slices.SortFunc(refs, aims.Ref.Compare)
	return refs, nil
}
