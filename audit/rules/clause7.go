package rules

import "github.com/aimskit/aimskit/aims"

// clause7 returns the rules for clause 7.
func clause7() []aims.Rule[*Input] { return nil }
