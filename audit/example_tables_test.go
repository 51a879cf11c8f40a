package audit_test

import (
	"fmt"
	"log"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// A row of a portal's table of AI systems, as its own code reads it: an
// integer key, a column that may be empty, and a field that this library has
// no word for.
type modelRow struct {
	key      int
	name     string
	owner    int   // 0: nobody yet
	highRisk *bool // nil: nobody has said
	team     string
}

// record maps a row. Nothing is guessed: an empty column becomes an absent id
// or an unknown answer, and the host's own field goes where no rule reads it.
func (r modelRow) record() aims.AISystem {
	system := aims.AISystem{
		ID: aims.SystemID(fmt.Sprint("model-", r.key)), Name: r.name, Ext: map[string]string{"team": r.team},
	}
	if r.owner != 0 {
		system.Owner = aims.PersonID(fmt.Sprint("user-", r.owner))
	}
	if r.highRisk != nil {
		system.HighRisk = aims.No
		if *r.highRisk {
			system.HighRisk = aims.Yes
		}
	}
	return system
}

// A portal maps the two tables that it has and says which kinds these are. Of
// AI systems and persons, absence now proves something; of everything else it
// proves nothing. What is wrong with a row is named by its place.
func Example_yourTables() {
	yes := true
	s := audit.Snapshot{
		Format: aims.Format, Taken: aims.MustDate("2026-06-30"),
		Supplied: []aims.Kind{aims.KindSystem, aims.KindPerson},
		Persons:  []aims.Person{{ID: "user-3"}},
	}
	for _, row := range []modelRow{
		{key: 7, name: "Bed forecast", owner: 3, highRisk: &yes, team: "north"},
		{key: 8, name: "", owner: 4},
	} {
		s.Systems = append(s.Systems, row.record())
	}
	_, err := audit.Open(s, audit.Options{})
	for _, p := range aims.Problems(err) {
		fmt.Println(p)
	}

	s.Systems = s.Systems[:1] // the other row is mended in the portal
	view, err := audit.Open(s, audit.Options{})
	if err != nil {
		log.Fatal(err)
	}
	system, _ := audit.Find[aims.AISystem](view, aims.SystemID("model-7"), view.Taken())
	fmt.Println(system.Name, "of high risk:", system.HighRisk, "- team", system.Ext["team"])
	fmt.Println("absence proves something of systems:", view.Supplied(aims.KindSystem), "of policies:", view.Supplied(aims.KindPolicy))
	// Output:
	// /systems/1/name aims/missing this field is required; fill it in
	// /systems/1/owner audit/dangling there is no person/user-4; add the record, correct the reference, or do not list its kind as supplied
	// Bed forecast of high risk: yes - team north
	// absence proves something of systems: true of policies: false
}
