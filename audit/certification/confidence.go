package certification

import "github.com/aimskit/aimskit/internal/word"

// Confidence is how well a rule or number is known. The number of a standard
// that nobody here could read is still a number; the letter says how far to
// trust it.
type Confidence string

// The confidences, from best to worst. Numbers marked B or better are
// defaults of this package; those below stand only in a [Policy], where a
// body puts its own.
const (
	ConfidenceA Confidence = "A" // seen in an official source
	ConfidenceB Confidence = "B" // two or more independent sources agree
	ConfidenceC Confidence = "C" // one source
	ConfidenceK Confidence = "K" // general knowledge of the standard; to be verified against a licensed copy
	ConfidenceI Confidence = "I" // derived by this library
)

// undated stands for the edition of a source where what is known does not tell
// it. No edition is guessed.
const undated = "undated"

var confidences = []Confidence{ConfidenceA, ConfidenceB, ConfidenceC, ConfidenceK, ConfidenceI}

// Known reports whether c is in the vocabulary.
func (c Confidence) Known() bool { return word.Known(c, confidences...) }

// UnmarshalText reads A, B, C, K or I.
func (c *Confidence) UnmarshalText(text []byte) error {
	return unmarshalName(c, text, "certification.Confidence", confidences...)
}

func unmarshalName[T ~string](into *T, text []byte, vocabulary string, all ...T) error {
	w, err := word.Parse(vocabulary, text, all...)
	if err == nil {
		*into = w
	}
	return err
}
