package audit

import "github.com/aimskit/aimskit/audit"

// clause4 adds what the rules of this part look at.
func clause4(*audit.Snapshot) {}
