package certification

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// Selection is the sites that an audit visits, and why these. The same
// population, method and seed give the same selection on every machine.
type Selection struct {
	Provenance aims.Provenance `json:"provenance"`
	Occasion   Occasion        `json:"occasion"`
	Seed       string          `json:"seed"`
	Sites      int             `json:"sites"`  // of which some are chosen: all but the central function
	Size       int             `json:"size"`   // of the sample, the central function apart
	Random     int             `json:"random"` // of the sample, chosen at random
	Rule       SiteRule        `json:"rule"`   // why so many
	Chosen     []SiteChoice    `json:"chosen"` // the central function, then the random ones, then the rest in the order of choosing
}

// SiteRule is why so many sites are audited.
type SiteRule struct {
	Code       aims.Code         `json:"code"`
	Args       map[string]string `json:"args,omitempty"`
	Text       string            `json:"text"`   // the English sentence, with {name} where an argument goes
	Source     string            `json:"source"` // of the rule, with the clause
	Edition    string            `json:"edition"`
	Confidence Confidence        `json:"confidence"`
}

// Sentence returns the English sentence with its arguments filled in.
func (r SiteRule) Sentence() string {
	return aims.Problem{Code: r.Code, Text: r.Text, Args: r.Args}.Sentence()
}

// SiteChoice is a site that is audited, and why.
type SiteChoice struct {
	Site    string            `json:"site"`
	Code    aims.Code         `json:"code"`
	Args    map[string]string `json:"args,omitempty"`
	Text    string            `json:"text"` // the English sentence, with {name} where an argument goes
	Visited aims.Date         `json:"visited,omitzero"`
}

// Sentence returns the English sentence with its arguments filled in.
func (s SiteChoice) Sentence() string {
	return aims.Problem{Code: s.Code, Text: s.Text, Args: s.Args}.Sentence()
}

// SelectSites chooses the sites of an audit. The central function is always
// among them. Where the sites are sampled, at least a part is drawn at random,
// each site alike. The rest is chosen one by one for variety: the site that
// has most values which no chosen site has; among equals the one never
// visited or longest unvisited; then by chance. When no site has a value that
// is missing, the search for variety begins anew. What was visited since the
// beginning of the cycle counts as chosen at first, so that a cycle sees as
// much as possible. Empty values are unknown and bring nothing.
//
// A method or population with problems is reported as [aims.InvalidError].
func SelectSites(p Population, m SiteMethod) (Selection, error) {
	c := aims.Checker{Texts: siteTexts}
	c.Nest("method", m.Validate())
	sites := p.survey()
	c.Nest("population", p.check(sites))
	if err := c.Err(); err != nil {
		return Selection{}, err
	}
	digest, err := aims.DigestOf(m)
	if err != nil {
		return Selection{}, err
	}
	s := selecting{survey: sites, population: p, Selection: Selection{Occasion: p.Occasion, Seed: p.Seed}}
	s.Provenance = aims.Provenance{Module: aims.Version, Model: m.Name + " " + m.Version, Method: digest}
	s.centre()
	s.size(m)
	if s.Size == s.Sites {
		s.everything()
		return s.Selection, nil
	}
	if s.random(); p.Sampled == aims.Yes {
		s.variety()
	} else {
		s.rotation()
	}
	return s.Selection, nil
}

// Sample returns the selection as the record of an audit keeps it. The
// central function is no part of a sample and is left out.
func (s Selection) Sample() audit.Sample {
	sample := audit.Sample{
		Population: "sites, the central function apart", Size: aims.AmountInt(int64(s.Sites)),
		Method: s.Provenance.Model + ": " + strconv.Itoa(s.Random) + " at random, the rest for variety", Seed: s.Seed, Rationale: s.Rule.Sentence(),
	}
	for _, choice := range s.Chosen {
		if choice.Code != CentralAudited {
			sample.Taken = append(sample.Taken, choice.Site)
		}
	}
	return sample
}

// selecting is a selection in the making.
type selecting struct {
	*survey
	Selection
	population Population
	taken      []bool // by the places of the sites: chosen
}

func (s *selecting) choose(i int, code aims.Code, args ...string) {
	site := &s.sites[i]
	choice := SiteChoice{Site: site.ID, Code: code, Text: siteTexts[code], Visited: site.Visited}
	choice.Args = map[string]string{"visited": "never"}
	if site.Visited != 0 {
		choice.Args["visited"] = site.Visited.String()
	}
	for i := 0; i+1 < len(args); i += 2 {
		choice.Args[args[i]] = args[i+1]
	}
	s.taken[i] = true
	s.Chosen = append(s.Chosen, choice)
}

// centre chooses the central function.
func (s *selecting) centre() {
	s.taken = make([]bool, len(s.sites))
	for _, i := range s.byID(s.central) {
		s.choose(i, CentralAudited)
	}
	s.Sites = len(s.sites) - len(s.central)
}

func (s *selecting) byID(places []int) []int {
	slices.SortFunc(places, func(i, j int) int { return strings.Compare(s.sites[i].ID, s.sites[j].ID) })
	return places
}

// size says how many sites are audited. Where they are not sampled they take
// turns, and none is drawn at random.
func (s *selecting) size(m SiteMethod) {
	sampled := s.population.Sampled == aims.Yes
	s.Size = int(m.size(uint64(s.Sites), s.Occasion, sampled))
	code, by := SampleOfRoot, m.root(s.Occasion)
	switch {
	case sampled:
		s.Random = int(share(big.NewInt(int64(s.Size)), m.Random).Int64())
	case s.Occasion == SurveillanceAudit:
		code, by = ShareOfSites, m.Unsampled
	default:
		code, by = EverySite, m.Unsampled
	}
	s.Rule = SiteRule{
		Code: code, Text: siteTexts[code], Source: by.Source, Edition: by.Edition, Confidence: by.Confidence,
		Args: map[string]string{
			"sites": strconv.Itoa(s.Sites), "size": strconv.Itoa(s.Size), "random": strconv.Itoa(s.Random), "share": percent(by.rat()),
		},
	}
}

// everything chooses all sites.
func (s *selecting) everything() {
	var places []int
	for i := range s.sites {
		if !s.taken[i] {
			places = append(places, i)
		}
	}
	s.Random = 0
	for _, i := range s.byID(places) {
		s.choose(i, AllChosen)
	}
}
