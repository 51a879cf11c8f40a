package impact

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/risk"
)

// Burden is what several systems together do to one group of people, or to
// society. It holds the worst case and how harms are spread, never a mean or a
// total: many small harms are shown as many, and do not add up to a great one.
type Burden struct {
	Party  aims.PartyID `json:"party,omitempty"` // the interested party that it is, if assessments say so
	Title  string       `json:"title"`           // as the first assessment calls it
	Needs  []Need       `json:"needs,omitempty"` // special ones that any assessment knows of
	Shares []Share      `json:"shares"`          // one for each system and party in its assessment, by system
	// Harms are the profiles of all harms, one for each method: levels of
	// different methods are not compared.
	Harms []Harms `json:"harms,omitempty"`
	// Several are the domains in which more than one system does harm, in the
	// order of the vocabulary, own domains last.
	Several []DomainBurden `json:"several,omitempty"`
	// Concentrated are the grave harms on few people with special needs that
	// the methods want shown apart.
	Concentrated []Source `json:"concentrated,omitempty"`
}

// Share is what one system does to a group.
type Share struct {
	System     aims.SystemID `json:"system"`
	Assessment AssessmentID  `json:"assessment"`
	Party      PartyID       `json:"party"` // in that assessment
	Title      string        `json:"title"`
	Match      Match         `json:"match"`
	Size       aims.Amount   `json:"size,omitzero"` // persons, as that assessment says; absent: not known
	Profile    Profile       `json:"profile"`       // of its harms
}

// Match says how a party of an assessment was found to belong to a group.
type Match string

// The matches.
const (
	MatchedByID   Match = "id"   // they are the same interested party
	MatchedByName Match = "name" // they have the same title, whatever the case and spaces
)

// Known reports whether m is in the vocabulary.
func (m Match) Known() bool { return m == MatchedByID || m == MatchedByName }

// UnmarshalText reads a word of the vocabulary.
func (m *Match) UnmarshalText(text []byte) error {
	return unmarshalName(m, text, "impact.Match", MatchedByID, MatchedByName)
}

// Source names an impact in an assessment.
type Source struct {
	Assessment AssessmentID `json:"assessment"`
	Impact     ImpactID     `json:"impact"`
}

// Harms are the harms of several systems, by one method.
type Harms struct {
	Method   aims.Digest `json:"method"`
	Worst    Span        `json:"worst"`
	Carriers []Source    `json:"carriers,omitempty"` // those that may be at the upper bound of the worst
	Counts   []int       `json:"counts"`             // by level, the lowest first
	Open     int         `json:"open,omitzero"`      // whose level is not known
}

// DomainBurden is a domain in which several systems harm one group.
type DomainBurden struct {
	Domain  Domain          `json:"domain"`
	Systems []aims.SystemID `json:"systems"`
}

// SystemTwice is the code of the problem that two evaluations are of one
// system, so that its harms would count twice.
const SystemTwice aims.Code = "impact/system-twice"

// Cumulate shows what several systems together do to each group, with the
// harms in a state: without measures, with those that work, or with all that
// are planned. Parties of different assessments are one group if they are the
// same interested party, or if they have the same title; a party without an id
// joins the one interested party that has its title, if there is exactly one.
// The groups come in the order in which the evaluations name them. The error
// is an [aims.InvalidError] for another state, such as that of a target, for an
// evaluation that is nil, and where two evaluations are of one system; its
// pointers are "/state" and the index of the evaluation.
func Cumulate(state risk.State, evaluations ...*Evaluation) ([]Burden, error) {
	c := aims.Checker{Texts: reasonTexts}
	if !slices.Contains([]risk.State{risk.Inherent, risk.Current, risk.Residual}, state) {
		c.Add("state", aims.WordUnknown, "got", string(state))
	}
	seen := map[aims.SystemID]int{}
	for i, e := range evaluations {
		if e == nil {
			c.Add(strconv.Itoa(i), aims.Missing)
			continue
		}
		first, twice := seen[e.assessment.System]
		if twice {
			c.Add(strconv.Itoa(i), SystemTwice, "system", string(e.assessment.System), "first", strconv.Itoa(first))
			continue
		}
		seen[e.assessment.System] = i
	}
	if err := c.Err(); err != nil {
		return nil, err
	}
	names := idsByName(evaluations)
	place := map[groupKey]int{}
	var groups []*group
	for _, e := range evaluations {
		for _, p := range e.assessment.Parties {
			key, match := names.key(p)
			i, ok := place[key]
			if !ok {
				i = len(groups)
				place[key] = i
				groups = append(groups, &group{Burden: Burden{Party: key.id, Title: p.Title}, state: state, domains: map[Domain][]aims.SystemID{}})
			}
			groups[i].add(e, p, match)
		}
	}
	out := make([]Burden, len(groups))
	for i, g := range groups {
		out[i] = g.burden()
	}
	return out, nil
}

// groupKey tells groups apart: by the interested party or, without one, by name.
type groupKey struct {
	id   aims.PartyID
	name string
}

// partyNames are the interested parties that bear a title, as far as they are
// told apart: "" stands for several.
type partyNames map[string]aims.PartyID

func idsByName(evaluations []*Evaluation) partyNames {
	out := partyNames{}
	for _, e := range evaluations {
		for _, p := range e.assessment.Parties {
			if p.Party == "" {
				continue
			}
			if id, ok := out[plainName(p.Title)]; ok && id != p.Party {
				out[plainName(p.Title)] = ""
				continue
			}
			out[plainName(p.Title)] = p.Party
		}
	}
	return out
}

func (n partyNames) key(p Party) (groupKey, Match) {
	name := plainName(p.Title)
	switch id := n[name]; {
	case p.Party != "":
		return groupKey{id: p.Party}, MatchedByID
	case id != "":
		return groupKey{id: id}, MatchedByName
	}
	return groupKey{name: name}, MatchedByName
}

// plainName is a title without differences of case and spaces.
func plainName(title string) string {
	return strings.ToLower(strings.Join(strings.Fields(title), " "))
}

// group is a burden in the making.
type group struct {
	Burden
	state   risk.State
	domains map[Domain][]aims.SystemID
}

// add takes in one party of one assessment.
func (g *group) add(e *Evaluation, p Party, match Match) {
	a := e.assessment
	harms := func(r Rated) bool { return r.Party == p.ID && r.Effect == Harm }
	g.Shares = append(g.Shares, Share{
		System: a.System, Assessment: a.ID, Party: p.ID, Title: p.Title, Match: match, Size: p.Size,
		Profile: e.Profile(g.state, harms),
	})
	for _, n := range p.Needs {
		if !slices.Contains(g.Needs, n) {
			g.Needs = append(g.Needs, n)
		}
	}
	for _, r := range e.Impacts {
		if !harms(r) {
			continue
		}
		if !slices.Contains(g.domains[r.Domain], a.System) {
			g.domains[r.Domain] = append(g.domains[r.Domain], a.System)
		}
		if slices.Contains(e.Concentrated, r.Impact) {
			g.Concentrated = append(g.Concentrated, Source{a.ID, r.Impact})
		}
	}
	g.join(a, g.Shares[len(g.Shares)-1].Profile)
}

// join adds the harms of one share to those by the same method.
func (g *group) join(a Assessment, p Profile) {
	if p.Worst == (Span{}) {
		return
	}
	i := slices.IndexFunc(g.Harms, func(h Harms) bool { return h.Method == a.Method })
	if i < 0 {
		i = len(g.Harms)
		g.Harms = append(g.Harms, Harms{Method: a.Method, Counts: make([]int, len(p.Counts))})
	}
	h := &g.Harms[i]
	if p.Worst.AtMost > h.Worst.AtMost {
		h.Carriers = nil
	}
	if p.Worst.AtMost >= h.Worst.AtMost {
		for _, id := range p.Carriers {
			h.Carriers = append(h.Carriers, Source{a.ID, id})
		}
	}
	h.Worst = h.Worst.or(p.Worst)
	h.Open += p.Open
	for l, n := range p.Counts {
		h.Counts[l] += n
	}
}

// burden puts everything in order.
func (g *group) burden() Burden {
	out := g.Burden
	slices.Sort(out.Needs)
	slices.SortStableFunc(out.Shares, func(a, b Share) int {
		return cmp.Or(cmp.Compare(a.System, b.System), cmp.Compare(a.Party, b.Party))
	})
	own := make([]Domain, 0, len(g.domains))
	for d := range g.domains {
		if !slices.Contains(domains, d) {
			own = append(own, d)
		}
	}
	slices.Sort(own)
	for _, d := range slices.Concat(domains, own) {
		if systems := g.domains[d]; len(systems) > 1 {
			slices.Sort(systems)
			out.Several = append(out.Several, DomainBurden{d, systems})
		}
	}
	bySource := func(a, b Source) int {
		return cmp.Or(cmp.Compare(a.Assessment, b.Assessment), cmp.Compare(a.Impact, b.Impact))
	}
	slices.SortFunc(out.Concentrated, bySource)
	slices.SortFunc(out.Harms, func(a, b Harms) int { return cmp.Compare(a.Method, b.Method) })
	for i := range out.Harms {
		slices.SortFunc(out.Harms[i].Carriers, bySource)
	}
	return out
}
