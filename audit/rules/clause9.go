package rules

import "github.com/aimskit/aimskit/aims"

// clause9 returns the rules for clause 9.
func clause9() []aims.Rule[*Input] { return nil }
