package company

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// organization is the company itself. Its roles towards AI were settled by
// what it sells long before anybody wrote them into a scope.
func organization(end aims.Date) *aims.Organization {
	o := state([]life[aims.Organization]{
		born(aims.Organization{
			ID:            "techserve",
			Purpose:       "business software with AI-powered analytics, developed and run for business customers",
			IntendedUse:   "to forecast demand, rate payment risk, plan shifts and answer questions about a customer's own business data",
			Sectors:       []aims.Sector{{Source: "isic-4", Code: "J6201", Title: "Computer programming activities"}},
			Jurisdictions: []string{"EU", "DE"},
			People:        aims.AmountInt(80),
			PeopleInAI:    aims.AmountInt(10),
			Roles:         []aims.Role{aims.RoleProductProvider, aims.RoleDeveloper, aims.RoleUser},
		}).then(on(3, 6), func(o *aims.Organization) {
			o.ReviewBy = on(15, 31)
			o.Reviews = add(o.Reviews, aims.Review{On: on(3, 6), By: "p-cto", Outcome: "purpose and roles confirmed for the scope: provider and developer of four products, user of a bought language model"})
		}),
	}, end)
	return &o[0]
}

// persons are those of whom some record speaks. Ten work in the life cycle of
// AI systems: data science, engineering, validation, product and the three of
// AI governance.
func persons() []life[aims.Person] {
	everybody := []aims.Person{
		{ID: "p-ceo", TopManagement: aims.Yes, From: date(2014, 4, 1)},
		{ID: "p-cto", TopManagement: aims.Yes, ReportsTo: "p-ceo", From: date(2014, 4, 1)},
		{ID: "p-cfo", TopManagement: aims.Yes, ReportsTo: "p-ceo", From: date(2018, 9, 1)},

		{ID: "p-datascience", TopManagement: aims.No, ReportsTo: "p-cto", From: date(2019, 2, 1)},
		{ID: "p-scientist-1", TopManagement: aims.No, ReportsTo: "p-datascience", From: date(2020, 10, 1)},
		{ID: "p-scientist-2", TopManagement: aims.No, ReportsTo: "p-datascience", From: date(2023, 5, 1)},
		{ID: "p-engineer-1", TopManagement: aims.No, ReportsTo: "p-datascience", From: date(2019, 6, 1)},
		{ID: "p-engineer-2", TopManagement: aims.No, ReportsTo: "p-datascience", From: date(2024, 1, 15)},
		{ID: "p-validation", TopManagement: aims.No, ReportsTo: "p-quality", From: date(2021, 3, 1)},
		{ID: "p-product", TopManagement: aims.No, ReportsTo: "p-cto", From: date(2017, 11, 1)},
		{ID: "p-governance", TopManagement: aims.No, ReportsTo: "p-cto", From: date(2022, 7, 1)},

		{ID: "p-quality", TopManagement: aims.No, ReportsTo: "p-ceo", From: date(2016, 1, 1)},
		{ID: "p-legal", TopManagement: aims.No, ReportsTo: "p-ceo", From: date(2019, 8, 1)},
		{ID: "p-security", TopManagement: aims.No, ReportsTo: "p-cto", From: date(2020, 2, 1)},
		{ID: "p-people", TopManagement: aims.No, ReportsTo: "p-cfo", From: date(2018, 1, 15)},
		{ID: "p-purchasing", TopManagement: aims.No, ReportsTo: "p-cfo", From: date(2021, 9, 1)},
		{ID: "p-support", TopManagement: aims.No, ReportsTo: "p-cto", From: date(2015, 5, 1)},
		{ID: "p-consultant", TopManagement: aims.No, Employer: "an advisory firm", From: on(1, 7), Until: on(1, 30)},
	}
	hired := []aims.Person{
		{ID: "p-risk", Recorded: on(2, 16), TopManagement: aims.No, ReportsTo: "p-governance", From: on(2, 16)},
		{ID: "p-data", Recorded: on(2, 16), TopManagement: aims.No, ReportsTo: "p-governance", From: on(2, 16)},
	}
	outside := []aims.Person{
		{ID: "p-auditor-1", Recorded: on(9, 1), TopManagement: aims.No, Employer: "a certification body"},
		{ID: "p-auditor-2", Recorded: on(9, 1), TopManagement: aims.No, Employer: "a certification body"},
		{ID: "p-auditor-3", Recorded: on(9, 1), TopManagement: aims.No, Employer: "a certification body"},
		{ID: "p-decider-1", Recorded: on(9, 1), TopManagement: aims.No, Employer: "a certification body"},
		{ID: "p-decider-2", Recorded: on(9, 1), TopManagement: aims.No, Employer: "a certification body"},
	}
	var lives []life[aims.Person]
	for _, p := range slices.Concat(everybody, hired, outside) {
		lives = append(lives, born(p))
	}
	return lives
}
