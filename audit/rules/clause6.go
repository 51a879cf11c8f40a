package rules

import "github.com/aimskit/aimskit/aims"

// clause6 returns the rules for clause 6.
func clause6() []aims.Rule[*Input] { return nil }
