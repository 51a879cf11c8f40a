package audit

import "github.com/aimskit/aimskit/audit"

// clause6 adds what the rules of this part look at.
func clause6(*audit.Snapshot) {}
