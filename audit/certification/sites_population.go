package certification

import (
	"math/bits"
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
func (p Population) Validate() error {
	c := aims.Checker{Texts: siteTexts}
	aims.CheckWord(&c, "occasion", p.Occasion)
	checkDecided(&c, "sampled", p.Sampled)
	c.Text("seed", p.Seed)
	c.OptionalDate("since", p.Since)
	c.TextList("attributes", p.Attributes)
	central := false
	for i := range p.Sites {
		central = central || p.Sites[i].Central == aims.Yes
		if !p.Sites[i].sound(len(p.Attributes)) {
			p.Sites[i].check(&c, aims.Field("sites", i), len(p.Attributes))
		}
	}
	for _, i := range twins(p.Sites, p.hashes()) {
		c.Add(aims.Field("sites", i, "id"), aims.Twice, "value", p.Sites[i].ID)
	}
	if !central {
		c.Add("sites", CentralMissing)
	}
	return c.Err()
}

// sound reports, fast, whether a site is certainly well formed.
func (s *Candidate) sound(attributes int) bool {
	if !printable(s.ID) || s.ID == "" || s.ID[0] == ' ' || len(s.Values) != attributes || !s.Central.Known() || s.Visited != 0 && !s.Visited.Valid() {
		return false
	}
	for _, v := range s.Values {
		if !printable(v) {
			return false
		}
	}
	return true
}

// printable reports whether a short text has printable ASCII only.
func printable(s string) bool {
	if len(s) > 256 {
		return false
	}
	for i := range len(s) {
		if s[i]-' ' > '~'-' ' {
			return false
		}
	}
	return true
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

// hashes returns a number for the id of every site.
func (p Population) hashes() []uint64 {
	hashes := make([]uint64, len(p.Sites))
	for i := range p.Sites {
		hashes[i] = hashText(p.Sites[i].ID)
	}
	return hashes
}

// twins returns the places of the sites whose id stands before them already.
// One bit for each hash sorts out the few that need a closer look.
func twins(sites []Candidate, hashes []uint64) []int {
	size := uint64(1) << bits.Len(uint(len(sites))|3) << 4 // at least 16 bits a site
	seen, again := make([]uint64, size/64), make([]uint64, size/64)
	for _, h := range hashes {
		h %= size
		if bit := uint64(1) << (h % 64); seen[h/64]&bit == 0 {
			seen[h/64] |= bit
		} else {
			again[h/64] |= bit
		}
	}
	var twice []int
	first := make(map[string]bool)
	for i, h := range hashes {
		if h %= size; again[h/64]>>(h%64)&1 == 0 {
			continue
		}
		if id := sites[i].ID; first[id] && id != "" {
			twice = append(twice, i)
		}
		first[sites[i].ID] = true
	}
	return twice
}
