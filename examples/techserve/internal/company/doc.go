// Package company holds the records of TechServe Solutions, an invented
// company of 80 people on its way to a certificate after ISO/IEC 42001.
//
// Every record is written once, as a life: what it was when somebody recorded
// it, and what was changed in it on which day. [Snapshot] shows the state at
// the end of a month, so the months cannot contradict each other. Month 1 is
// January 2026.
//
// TechServe sells business software with AI-powered analytics: Demand
// Forecast, Payment Risk Score, Workforce Planner and Report Assistant. A
// fifth system, the Model Lab, serves internal research and stands outside
// the scope. In short:
//
//   - 1: gap interviews. The registers of engineering exist, and nothing else.
//   - 2: a sponsor, a budget and three full-time people.
//   - 3: scope, roles, context; the policy is a draft.
//   - 4: procedures for risks and impacts; trainings begin; suppliers examined.
//   - 5: metrics, document control, resources, planning of changes.
//   - 6: the policy and the Statement of Applicability are approved; everybody is told.
//   - 7–10: audits, mending, certification.
//
// People are ids. What the company says about a thing that it does not keep
// records of yet stands in its gap statements.
package company
