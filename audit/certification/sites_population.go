package certification

import (
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// Population is the sites of an organization, from which some are chosen.
type Population struct {
	Occasion   Occasion    `json:"occasion"`
	Sampled    aims.Answer `json:"sampled"`              // yes: the sites may be sampled; no: they differ too much
	Seed       string      `json:"seed"`                 // of the random choice; recorded, so that it can be made again
	Since      aims.Date   `json:"since,omitzero"`       // first day of the cycle: what was visited from then on counts as seen
	Attributes []string    `json:"attributes,omitempty"` // what the chosen sites shall differ in, such as country
	Sites      []Candidate `json:"sites"`                // their order does not matter
}

// Candidate is a site that can be chosen.
type Candidate struct {
	ID      string      `json:"id"`
	Central aims.Answer `json:"central,omitzero"` // the central function; anything but yes is a site like others
	Values  []string    `json:"values,omitempty"` // of the attributes, in their order; empty: unknown
	Visited aims.Date   `json:"visited,omitzero"` // last day of the last audit there; absent: never
}

// DecodePopulation reads a population from JSON and checks it.
func DecodePopulation(data []byte) (Population, error) { return decode[Population](data) }

// Validate reports every problem of the population.
func (p Population) Validate() error { return p.check(p.survey()) }

func (p Population) check(s *survey) error {
	c := aims.Checker{Texts: siteTexts}
	aims.CheckWord(&c, "occasion", p.Occasion)
	checkDecided(&c, "sampled", p.Sampled)
	c.Text("seed", p.Seed)
	c.OptionalDate("since", p.Since)
	c.TextList("attributes", p.Attributes)
	for _, i := range s.unclear {
		p.Sites[i].check(&c, aims.Field("sites", i), len(p.Attributes))
	}
	for _, i := range s.twice {
		c.Add(aims.Field("sites", i, "id"), aims.Twice, "value", p.Sites[i].ID)
	}
	if len(s.central) == 0 {
		c.Add("sites", CentralMissing)
	}
	return c.Err()
}

func (s *Candidate) check(c *aims.Checker, in string, attributes int) {
	c.Text(in+"/id", s.ID)
	aims.CheckOptionalWord(c, in+"/central", s.Central)
	if len(s.Values) != attributes {
		c.Add(in+"/values", ValuesUnequal, "got", strconv.Itoa(len(s.Values)), "want", strconv.Itoa(attributes))
	}
	for i, v := range s.Values {
		c.OptionalText(in+"/values/"+strconv.Itoa(i), v)
	}
	c.OptionalDate(in+"/visited", s.Visited)
}
