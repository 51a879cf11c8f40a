package audit

import "github.com/aimskit/aimskit/audit"

// clause8 adds what the rules of this part look at.
func clause8(*audit.Snapshot) {}
