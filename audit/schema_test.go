package audit_test

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/internal/gen/audit/schema"
	"github.com/google/go-cmp/cmp"
)

var updateSchema = flag.Bool("update", false, "write schema/snapshot.schema.json anew")

// The published schema is the one that the types of the records make.
func TestSchema(t *testing.T) {
	want, err := schema.Document(os.DirFS(".."))
	if err != nil {
		t.Fatal(err)
	}
	if *updateSchema {
		if err := os.WriteFile("schema/snapshot.schema.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
		t.Skip("written; run again without -update")
	}
	if diff := cmp.Diff(string(want), string(audit.Schema())); diff != "" {
		t.Errorf("go test ./audit -run TestSchema -update writes it anew (-want +got)\n%s", diff)
	}
}

// A caller that changes the bytes changes its own.
func TestSchema_isACopy(t *testing.T) {
	clear(audit.Schema())
	if !bytes.HasPrefix(audit.Schema(), []byte("{")) {
		t.Error("the schema was changed")
	}
}
