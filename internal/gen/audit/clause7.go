package audit

import "github.com/aimskit/aimskit/audit"

// clause7 adds what the rules of this part look at.
func clause7(*audit.Snapshot) {}
