package certification_test

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/certification"
)

// seen returns a case without anything dated after a day.
func seen(c certification.Case, at aims.Date) certification.Case {
	c.Certificate.Events = slices.DeleteFunc(slices.Clone(c.Certificate.Events), func(e audit.Event) bool { return e.On > at })
	return c
}
