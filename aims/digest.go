package aims

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/aimskit/aimskit/internal/canon"
)

// Digest binds an approval or an artefact to its bytes: "sha256:" and 64
// lower-case hexadecimal digits. The zero value means "absent".
type Digest string

const digestPrefix = "sha256:"

// DigestOf returns the digest of a value's canonical JSON: RFC 8785, amounts
// in their own decimal form, and absent, null and empty members left out, so
// that nil equals empty and a field that is added later and not used changes
// nothing. It fails only for a value that has no JSON. The digest of a
// record's Content is kept for ever: the same content gives the same digest
// in every later version of the library.
func DigestOf(content any) (Digest, error) {
	data, err := canon.Marshal(content)
	if err != nil {
		return "", fmt.Errorf("aims: digest: %w", err)
	}
	return DigestBytes(data), nil
}

// DigestBytes returns the digest of the bytes as they are.
func DigestBytes(data []byte) Digest {
	sum := sha256.Sum256(data)
	text := hex.AppendEncode(append(make([]byte, 0, len(digestPrefix)+2*len(sum)), digestPrefix...), sum[:])
	return Digest(text)
}

// ParseDigest reads "sha256:" and 64 lower-case hexadecimal digits.
func ParseDigest(s string) (Digest, error) {
	if !Digest(s).wellFormed() {
		return "", fmt.Errorf("%w digest %q: write sha256: and 64 lower-case hexadecimal digits", ErrSyntax, clip(s))
	}
	return Digest(s), nil
}

func (d Digest) wellFormed() bool {
	h, ok := strings.CutPrefix(string(d), digestPrefix)
	return ok && len(h) == 2*sha256.Size && inDigest.hold(h)
}

var inDigest = charsetOf("0123456789abcdef")

// UnmarshalText reads a digest; see [ParseDigest].
func (d *Digest) UnmarshalText(text []byte) error { return unmarshal(d, text, ParseDigest) }
