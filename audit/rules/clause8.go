package rules

import "github.com/aimskit/aimskit/aims"

// clause8 returns the rules for clause 8.
func clause8() []aims.Rule[*Input] { return nil }
