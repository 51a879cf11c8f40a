package readiness

import (
	"encoding/json"
	"strconv"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/rules"
)

// Receipt says what a score is and what it was made from, in at most 1024
// bytes of JSON. Whoever holds the records, the rules and the model can check
// it without asking anybody; see [Verify]. It is no signature: it proves that
// the figures follow, not who wrote it down.
type Receipt struct {
	Format     string          `json:"format"` // [aims.Format]
	Provenance aims.Provenance `json:"provenance"`
	Total      Bounds          `json:"total"`
	Band       Band            `json:"band"`
	Report     aims.Digest     `json:"report"` // of the whole report
}

// MaxReceipt is the greatest length of a receipt as JSON, in bytes.
const MaxReceipt = 1024

// The codes of problems of a receipt.
const (
	// ReceiptTooLong: a receipt is longer than [MaxReceipt], because rules or model have long names.
	ReceiptTooLong aims.Code = "readiness/receipt-too-long"
	// ReceiptModule: a receipt was made by another version of this library.
	ReceiptModule aims.Code = "readiness/receipt-module"
	// ReceiptOthers: a receipt is about other records, rules or another model.
	ReceiptOthers aims.Code = "readiness/receipt-others"
	// ReceiptFalse: what a receipt says does not follow from records, rules and model.
	ReceiptFalse aims.Code = "readiness/receipt-false"
)

// Receipt returns the receipt of a report. A report that was not made from
// records by [rules.Evaluate] has none: what its provenance lacks is reported.
// A receipt can be verified only if all that was stated stands among the
// records, as [Basis.Assess] does it.
func (r Report) Receipt() (Receipt, error) {
	digest, err := aims.DigestOf(r)
	if err != nil {
		return Receipt{}, err
	}
	receipt := Receipt{Format: aims.Format, Provenance: r.Provenance, Total: r.Total, Band: r.Band, Report: digest}
	if err := receipt.Validate(); err != nil {
		return Receipt{}, err
	}
	return receipt, nil
}

// Validate reports every problem inside the receipt.
func (r Receipt) Validate() error {
	c := aims.Checker{Texts: timeTexts}
	c.Text("format", r.Format)
	p := r.Provenance
	c.Text("provenance/module", p.Module)
	c.Text("provenance/ruleSet", p.RuleSet)
	checkDigest(&c, "provenance/rules", p.Rules)
	c.Text("provenance/model", p.Model)
	checkDigest(&c, "provenance/method", p.Method)
	checkDigest(&c, "provenance/input", p.Input)
	c.Date("provenance/at", p.At)
	aims.CheckWord(&c, "band", r.Band)
	checkDigest(&c, "report", r.Report)
	if c.Err() != nil {
		return c.Err()
	}
	data, err := json.Marshal(r)
	if err != nil {
		return err
	}
	if len(data) > MaxReceipt {
		c.Add("provenance", ReceiptTooLong, "bytes", strconv.Itoa(len(data)), "max", strconv.Itoa(MaxReceipt))
	}
	return c.Err()
}

func checkDigest(c *aims.Checker, field string, d aims.Digest) {
	if d == "" {
		c.Add(field, aims.Missing)
		return
	}
	if _, err := aims.ParseDigest(string(d)); err != nil {
		c.Add(field, aims.DigestMalformed, "got", quoted(string(d)))
	}
}

// ReadReceipt decodes a receipt strictly and checks it. The error is an
// [aims.InvalidError] with every problem and its pointer.
func ReadReceipt(data []byte) (Receipt, error) {
	var r Receipt
	if _, err := aims.DecodeDocument(data, &r, aims.DecodeOptions{MaxBytes: 4 * MaxReceipt}); err != nil {
		return Receipt{}, err
	}
	if err := r.Validate(); err != nil {
		return Receipt{}, err
	}
	return r, nil
}

// Verify assesses the records again by the rules and the model on the day of
// the receipt, and compares. It returns nil if the receipt is right to the
// last digit, and else an [aims.InvalidError] whose pointers go into the
// receipt: where records, rules, model or this library are not those that it
// names, which; where they are, every figure that does not follow from them.
func Verify(r Receipt, view *audit.View, set rules.Set, model Model) error {
	c := aims.Checker{Texts: timeTexts}
	nest(&c, "", r.Validate())
	b := Basis{View: view, At: r.Provenance.At, Rules: set, Model: model}
	if view == nil {
		c.Add("view", aims.Missing)
	}
	c.Nest("model", model.Validate())
	if err := c.Err(); err != nil {
		return err
	}
	report, err := b.Assess()
	if err != nil {
		return err
	}
	again, err := report.Receipt()
	if err != nil {
		return err
	}
	is, was := again.Provenance, r.Provenance
	differ := func(field string, code aims.Code, what, got, want string) {
		if got != want {
			c.Add(field, code, "what", what, "got", got, "want", want)
		}
	}
	differ("provenance/module", ReceiptModule, "library", was.Module, is.Module)
	differ("provenance/ruleSet", ReceiptOthers, "set of rules", was.RuleSet, is.RuleSet)
	differ("provenance/rules", ReceiptOthers, "set of rules", string(was.Rules), string(is.Rules))
	differ("provenance/model", ReceiptOthers, "model", was.Model, is.Model)
	differ("provenance/method", ReceiptOthers, "model", string(was.Method), string(is.Method))
	differ("provenance/input", ReceiptOthers, "collection of records", string(was.Input), string(is.Input))
	if c.Err() != nil {
		return c.Err()
	}
	differ("format", ReceiptFalse, "format", r.Format, again.Format)
	differ("total", ReceiptFalse, "score", exact(r.Total), exact(again.Total))
	differ("band", ReceiptFalse, "band", r.Band.String(), again.Band.String())
	differ("report", ReceiptFalse, "report", string(r.Report), string(again.Report))
	return c.Err()
}

// exact returns bounds for a sentence.
func exact(b Bounds) string {
	return b.Score().StringFixed(places) + " (" + strconv.FormatInt(b.Earned, 10) + "/" + strconv.FormatInt(b.Judged, 10) + "/" + strconv.FormatInt(b.Total, 10) + ")"
}
