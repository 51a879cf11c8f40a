package main

import (
	"bufio"
	"fmt"
	"io"
	"reflect"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// printDigests prints, for each record of a snapshot that something can be
// bound to, the digest of its content as it stands: what an approval, a rating
// or an acceptance names. Whoever writes a snapshot by hand or in another
// language takes them from here.
func printDigests(w io.Writer, v *audit.View) error {
	b := bufio.NewWriter(w)
	for r := range v.All(endOfTime) {
		content := reflect.ValueOf(r).MethodByName("Content")
		if !content.IsValid() {
			continue // nothing is bound to records of this kind
		}
		digest, err := aims.DigestOf(content.Call(nil)[0].Interface())
		if err != nil {
			return err
		}
		fmt.Fprintln(b, digest, r.Ref())
	}
	return b.Flush()
}
