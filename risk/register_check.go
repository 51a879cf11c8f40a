package risk

import (
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// builder finds the problems of the records of a register.
type builder struct {
	r        *Register
	problems []aims.Problem
}

// record checks something about one record, which every problem then names.
func (b *builder) record(name string, i int, ref aims.Ref, check func(c *aims.Checker, in string)) {
	c := aims.Checker{Texts: texts}
	check(&c, aims.Field(name, i))
	if !aims.ValidID(ref.ID) {
		ref = aims.Ref{}
	}
	for _, p := range aims.Problems(c.Err()) {
		p.Ref = ref
		b.problems = append(b.problems, p)
	}
}

// check looks at every record by itself and then, if those are sound, at what
// stands between them.
func (b *builder) check() {
	c := aims.Checker{Texts: texts}
	if f := b.r.records.Format; f != "" && f != aims.Format {
		c.Add("format", aims.FormatUnknown, "got", clip(f), "want", aims.Format)
	}
	b.problems = aims.Problems(c.Err())
	members := b.r.records.members()
	for _, m := range members {
		b.each(m)
	}
	b.index()
	for _, m := range members {
		b.references(m)
	}
	if len(b.problems) > 0 {
		return
	}
	b.ratings()
	b.effects()
	b.cycles()
	b.revocations()
}

// each checks the records of one list and that their ids differ.
func (b *builder) each(m member) {
	folded := make(map[string]int, m.n)
	for i := range m.n {
		record := m.at(i)
		ref := record.Ref()
		b.record(m.name, i, ref, func(c *aims.Checker, in string) {
			c.Nest(in, record.Validate())
			low := strings.ToLower(ref.ID)
			j, taken := folded[low]
			switch {
			case !taken:
				folded[low] = i
			case ref.ID != "":
				c.Add(in+"/id", IDTaken, "got", ref.ID, "other", "/"+aims.Field(m.name, j))
			}
		})
	}
}

// index notes where each risk, treatment and version of the criteria stands.
func (b *builder) index() {
	r := b.r
	r.risks = make(map[RiskID]int, len(r.records.Risks))
	for i := range r.records.Risks {
		r.risks[r.records.Risks[i].ID] = i
	}
	r.treatments = make(map[TreatmentID]int, len(r.records.Treatments))
	for i := range r.records.Treatments {
		r.treatments[r.records.Treatments[i].ID] = i
	}
	r.criteria = make(map[aims.Digest]int, len(r.records.Criteria))
	r.digests = make([]aims.Digest, len(r.records.Criteria))
	for i, k := range r.records.Criteria {
		b.record("criteria", i, k.Ref(), func(c *aims.Checker, in string) {
			var err error
			r.digests[i], err = k.Digest()
			c.Nest(in, err)
		})
		r.criteria[r.digests[i]] = i
	}
}

// references reports the references of a list to risks, treatments and
// acceptances that are not there.
func (b *builder) references(m member) {
	held := func(to aims.Ref) bool {
		switch to.Kind {
		case KindRisk:
			_, ok := b.r.risks[RiskID(to.ID)]
			return ok
		case KindTreatment:
			_, ok := b.r.treatments[TreatmentID(to.ID)]
			return ok
		}
		return true // of another package, or looked at by revocations
	}
	for i := range m.n {
		record := m.at(i)
		b.record(m.name, i, record.Ref(), func(c *aims.Checker, in string) {
			var l aims.Linker
			l.Visit = func(to aims.Ref) {
				if aims.ValidID(to.ID) && !held(to) {
					c.Add(in+l.Path(), Dangling, "ref", to.String())
				}
			}
			record.Links(&l)
		})
	}
}

// ratings reports ratings whose criteria are not there or have no such level.
func (b *builder) ratings() {
	for i := range b.r.records.Risks {
		risk := &b.r.records.Risks[i]
		b.record("risks", i, risk.Ref(), func(c *aims.Checker, in string) {
			for field, rating := range risk.ratings() {
				k, ok := b.r.criteria[rating.Criteria]
				if !ok {
					c.Add(in+"/"+field+"/criteria", CriteriaUnknown, "got", string(rating.Criteria))
					continue
				}
				c.Nest(in+"/"+field, rating.ValidateAgainst(b.r.records.Criteria[k]))
			}
		})
	}
}

// effects reports effects on dimensions that no version of the criteria has.
func (b *builder) effects() {
	known := make(map[DimensionID]bool)
	for _, k := range b.r.records.Criteria {
		for _, d := range k.Consequences {
			known[d.ID] = true
		}
	}
	for i, t := range b.r.records.Treatments {
		b.record("treatments", i, t.Ref(), func(c *aims.Checker, in string) {
			for j, e := range t.Effects {
				for n, low := range e.Consequences {
					if !known[low.Dimension] {
						c.Add(in+"/"+aims.Field("effects", j, "consequences", n, "dimension"), DimensionUnknown, "got", string(low.Dimension))
					}
				}
			}
		})
	}
}

// cycles reports each circle of causes once, at the cause that closes it.
func (b *builder) cycles() {
	const (
		unseen = iota
		open   // on the way from the risk where the search began
		done
	)
	risks := b.r.records.Risks
	state := make([]uint8, len(risks))
	next := make([]int, len(risks)) // the cause of each that is followed next
	for start := range risks {
		way := []int{start}
		for len(way) > 0 {
			at := way[len(way)-1]
			if state[at] == done || next[at] == len(risks[at].Causes) {
				state[at] = done
				way = way[:len(way)-1]
				continue
			}
			state[at] = open
			place := next[at]
			next[at]++
			switch to := b.r.risks[risks[at].Causes[place]]; state[to] {
			case unseen:
				way = append(way, to)
			case open:
				b.record("risks", at, risks[at].Ref(), func(c *aims.Checker, in string) {
					c.Add(in+"/"+aims.Field("causes", place), CauseCycle, "way", b.circle(way, to))
				})
			}
		}
	}
}

// circle writes the end of a way, from a risk back to itself.
func (b *builder) circle(way []int, from int) string {
	var ids []string
	for _, i := range way {
		if i == from || len(ids) > 0 {
			ids = append(ids, string(b.r.records.Risks[i].ID))
		}
	}
	const most = 8 // in one sentence
	if len(ids) > most {
		ids = append(append(ids[:most/2:most/2], "…"), ids[len(ids)-most/2:]...)
	}
	return strings.Join(append(ids, string(b.r.records.Risks[from].ID)), " ← ")
}

// revocations reports acceptances that take back what they cannot.
func (b *builder) revocations() {
	all := b.r.records.Acceptances
	place := make(map[AcceptanceID]int, len(all))
	for i, a := range all {
		place[a.ID] = i
	}
	for i, a := range all {
		if a.Revokes == "" {
			continue
		}
		b.record("acceptances", i, a.Ref(), func(c *aims.Checker, in string) {
			j, ok := place[a.Revokes]
			switch {
			case !ok:
				c.Add(in+"/revokes", Dangling, "ref", aims.Ref{Kind: KindAcceptance, ID: string(a.Revokes)}.String())
			case all[j].Risk != a.Risk:
				c.Add(in+"/revokes", RevokesOther, "got", string(a.Revokes), "risk", string(all[j].Risk))
			case all[j].Revokes != "":
				c.Add(in+"/revokes", RevokesRevocation, "got", string(a.Revokes))
			default:
				c.NotBefore(in+"/on", a.On, "/"+aims.Field("acceptances", j, "on"), all[j].On)
			}
		})
	}
}
