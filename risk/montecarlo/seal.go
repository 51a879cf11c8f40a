package montecarlo

import (
	"errors"
	"fmt"

	"github.com/aimskit/aimskit/aims"
)

// ErrSeal is wrapped by the errors of [Result.Verify].
var ErrSeal = errors.New("montecarlo: the seal does not hold")

// Sealed returns the result with its seal: the digest of everything else in
// it, which includes the digest of the model, the method, its version and the
// seed.
func (r Result) Sealed() (Result, error) {
	seal, err := r.digest()
	r.Seal = seal
	return r, err
}

// Verify reports whether the seal of a result holds and the result is one of
// this model. It does not simulate again; whoever does, with [Result.Shards]
// and the seed, gets the same result and so the same seal.
func (r Result) Verify(m Model) error {
	seal, err := r.digest()
	if err != nil {
		return err
	}
	input, err := aims.DigestOf(m)
	switch {
	case err != nil:
		return err
	case r.Seal == "":
		return fmt.Errorf("%w: there is none", ErrSeal)
	case r.Seal != seal:
		return fmt.Errorf("%w: the result was changed after it was sealed", ErrSeal)
	case r.Provenance.Input != input:
		return fmt.Errorf("%w: the result is of another model", ErrSeal)
	}
	return nil
}

func (r Result) digest() (aims.Digest, error) {
	r.Seal = ""
	return aims.DigestOf(r)
}
