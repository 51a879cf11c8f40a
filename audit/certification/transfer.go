package certification

import (
	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// TransferCheck is one thing that the transfer of a certification to another
// body asks for, and whether it is so.
type TransferCheck struct {
	Code       aims.Code         `json:"code"`
	Met        aims.Answer       `json:"met"`            // yes, no, or unknown, with which there is no transfer either
	Until      aims.Date         `json:"until,omitzero"` // last day of a transfer from a body that certifies no more; absent: no such limit
	Source     string            `json:"source"`
	Edition    string            `json:"edition"`
	Confidence Confidence        `json:"confidence"`
	Args       map[string]string `json:"args,omitempty"`
	Text       string            `json:"text"` // the English sentence, with {name} where an argument goes
}

// Sentence returns the English sentence with its arguments filled in.
func (k TransferCheck) Sentence() string {
	return aims.Problem{Code: k.Code, Text: k.Text, Args: k.Args}.Sentence()
}

// The codes of what a transfer asks for.
const (
	// TransferValid: the certification is valid; a suspended one cannot be transferred.
	TransferValid aims.Code = "certification/transfer-valid"
	// TransferIssuer: the issuing body is accredited, or ceased to be so not too long ago.
	TransferIssuer aims.Code = "certification/transfer-issuer"
	// TransferAcceptor: the body that takes over is accredited.
	TransferAcceptor aims.Code = "certification/transfer-acceptor"
)

const transferSource, transferEdition = "IAF MD 2", "2023"

// TransferChecks says what a transfer to a body on a day asks for: all of it
// must be met. Cycle and expiry carry on with the new body.
func TransferChecks(cert audit.Certificate, to audit.Body, on aims.Date, policy Policy) ([]TransferCheck, error) {
	l, err := replay(cert, on, policy)
	if err != nil {
		return nil, err
	}
	return l.transferChecks(to, on), nil
}

func (l *life) transferChecks(to audit.Body, on aims.Date) []TransferCheck {
	valid := aims.No
	if l.valid(on) {
		valid = aims.Yes
	}
	issuer, until := l.issuer(on)
	limit := "not fixed"
	if until != 0 {
		limit = until.String()
	}
	ours := to.Accreditation.Holds(on)
	return []TransferCheck{
		transferCheck(TransferValid, valid, ConfidenceB, "on", on.String(), "state", l.words()),
		{
			Code: TransferIssuer, Met: issuer, Until: until,
			Source: l.policy.TransferCeased.Source, Edition: l.policy.TransferCeased.Edition, Confidence: l.policy.TransferCeased.Confidence,
			Args: map[string]string{"body": l.body.Name, "accredited": accredited(l.body.Accreditation.Holds(on)), "on": on.String(), "until": limit},
			Text: eventTexts[TransferIssuer],
		},
		transferCheck(TransferAcceptor, ours, ConfidenceK, "body", to.Name, "accredited", accredited(ours), "on", on.String()),
	}
}

func transferCheck(code aims.Code, met aims.Answer, confidence Confidence, args ...string) TransferCheck {
	k := TransferCheck{
		Code: code, Met: met, Source: transferSource, Edition: transferEdition, Confidence: confidence,
		Text: eventTexts[code], Args: make(map[string]string),
	}
	for i := 0; i+1 < len(args); i += 2 {
		k.Args[args[i]] = args[i+1]
	}
	return k
}

func accredited(a aims.Answer) string {
	switch a {
	case aims.Yes:
		return "accredited"
	case aims.No:
		return "not accredited"
	}
	return "of unknown accreditation"
}

// issuer says whether a certification of the present body can be transferred
// on a day, and by when if the body certifies no more.
func (l *life) issuer(on aims.Date) (met aims.Answer, until aims.Date) {
	a := l.body.Accreditation
	lost := lostOn(l.body)
	switch {
	case a.By == "":
		return aims.Unknown, 0
	case lost == 0 || lost > on:
		return a.Holds(on), 0
	}
	until = l.transferUntil()
	if on > until {
		return aims.No, until
	}
	return aims.Yes, until
}

// transferUntil is the last day of a transfer from a body that certifies no
// more: a while after it ceased, or expiry if that is sooner.
func (l *life) transferUntil() aims.Date {
	return min(l.policy.TransferCeased.After(lostOn(l.body)), l.expires)
}

// lostOn is the first day on which a body is known to certify no more, or
// without accreditation; absent: none is known.
func lostOn(b audit.Body) aims.Date {
	lost := b.Ceased
	if until := b.Accreditation.Until; until != 0 && (lost == 0 || until < lost) {
		lost = until.AddDays(1)
	}
	return lost
}

// mayTransfer refuses a transfer of which a check is not met.
func (l *life) mayTransfer(e *audit.Event) *fault {
	if e.Body == nil {
		return no("", aims.Unreadable)
	}
	for _, k := range l.transferChecks(*e.Body, e.On) {
		if k.Met != aims.Yes {
			f := no("", k.Code)
			for name, value := range k.Args {
				f.args = append(f.args, name, value)
			}
			return f
		}
	}
	return nil
}

func (l *life) transfer(e *audit.Event) {
	l.body = *e.Body
	l.takeScope(e)
}
