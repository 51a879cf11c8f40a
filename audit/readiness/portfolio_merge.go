package readiness

import (
	"cmp"
	"errors"
	"slices"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// maxCounted is how many organizations a portfolio can count: all numbers up
// to it survive JSON readers that know floating point numbers only.
const maxCounted = 1 << 53

// The codes of problems of portfolios and their reports.
const (
	// PortfolioDiffers: a report or portfolio was made with other rules or another model.
	PortfolioDiffers aims.Code = "readiness/portfolio-differs"
	// PortfolioFigures: the counts of a portfolio do not agree with each other.
	PortfolioFigures aims.Code = "readiness/portfolio-figures"
	// PortfolioFull: two portfolios hold more organizations than one can count.
	PortfolioFull aims.Code = "readiness/portfolio-full"
)

var errNone = errors.New("readiness: there is no portfolio; make one with NewPortfolio")

// fits reports why a report cannot be counted.
func (p *Portfolio) fits(r *Report) error {
	if p == nil {
		return errNone
	}
	c := aims.Checker{Texts: trialTexts}
	p.differs(&c, "report/provenance", r.Provenance.RuleSet, r.Provenance.Rules, r.Provenance.Model, r.Provenance.Method)
	if err := c.Err(); err != nil {
		return err
	}
	c.Texts = planTexts
	checkReport(&c, r)
	seen, own := make([]bool, len(p.Items)), map[aims.Key]bool{}
	for i := range r.Items {
		key := r.Items[i].Key
		at, found := p.placeOf(key, i)
		if found && seen[at] || own[key] {
			c.Add(aims.Field("report", "items", i, "key"), aims.Twice, "value", key.String())
		}
		if found {
			seen[at] = true
		} else {
			own[key] = true
		}
	}
	return c.Err()
}

// differs reports other rules or another model than those of the portfolio.
func (p *Portfolio) differs(c *aims.Checker, field, ruleSet string, rules aims.Digest, model string, method aims.Digest) {
	if rules != p.Rules || p.Rules == "" {
		c.Add(field+"/rules", PortfolioDiffers, "what", "the rules", "got", cmp.Or(ruleSet, "none"), "want", cmp.Or(p.RuleSet, "none"))
	}
	if method != p.Method || p.Method == "" {
		c.Add(field+"/method", PortfolioDiffers, "what", "the model", "got", cmp.Or(model, "none"), "want", cmp.Or(p.Model, "none"))
	}
}

// Merge adds what another portfolio counted, by the same rules and model; the
// other is left as it was. The order in which portfolios are merged does not
// matter. Where they do not go together nothing is added.
func (p *Portfolio) Merge(other *Portfolio) error {
	if other == nil {
		return nil
	}
	if p == nil {
		return errNone
	}
	c := aims.Checker{Texts: trialTexts}
	p.differs(&c, "portfolio", other.RuleSet, other.Rules, other.Model, other.Method)
	c.Nest("portfolio", other.Validate())
	if c.Err() == nil && len(p.Items) != len(other.Items) {
		c.Add("portfolio/items", PortfolioFigures, "what", "the items", "other", "those of the rules")
	}
	for i, t := range other.Items {
		if c.Err() == nil && p.Items[i].Key != t.Key {
			c.Add(aims.Field("portfolio", "items", i, "key"), PortfolioFigures, "what", t.Key.String(), "other", "the rules, which have "+p.Items[i].Key.String()+" there")
		}
	}
	if c.Err() == nil && (p.Counted > maxCounted-other.Counted || p.Failed > maxCounted-other.Failed) {
		c.Add("portfolio", PortfolioFull, "max", strconv.FormatInt(maxCounted, 10))
	}
	if err := c.Err(); err != nil {
		return err
	}
	p.Counted += other.Counted
	p.Failed += other.Failed
	for _, f := range slices.Clone(other.Failures) {
		p.name(f)
	}
	p.From, p.To = first(p.From, other.From), max(p.To, other.To)
	p.Scores.merge(other.Scores)
	p.Uppers.merge(other.Uppers)
	p.Coverage.merge(other.Coverage)
	p.Bands.NotReady += other.Bands.NotReady
	p.Bands.StageOneReady += other.Bands.StageOneReady
	p.Bands.StageTwoReady += other.Bands.StageTwoReady
	p.Bands.Certifiable += other.Bands.Certifiable
	for i, t := range other.Items {
		s := &p.Items[i]
		s.Conforms += t.Conforms
		s.MinorGap += t.MinorGap
		s.MajorGap += t.MajorGap
		s.Planned += t.Planned
		s.Unknown += t.Unknown
		s.Excluded += t.Excluded
	}
	return nil
}

// Validate reports every count of a portfolio that cannot be, such as one that
// was read from a document.
func (p *Portfolio) Validate() error {
	if p == nil {
		return errNone
	}
	c := aims.Checker{Texts: trialTexts}
	c.Digest("rules", p.Rules)
	c.Digest("method", p.Method)
	p.checkCount(&c, "counted", p.Counted)
	p.checkCount(&c, "failed", p.Failed)
	if int64(len(p.Failures)) != min(max(p.Failed, 0), MaxFailures) || !slices.IsSortedFunc(p.Failures, Failure.compare) {
		c.Add("failures", PortfolioFigures, "what", "the names", "other", "the number that failed, or stand out of order")
	}
	for i, f := range p.Failures {
		if len(f.Name) > maxName || len(f.Reason) > maxReason {
			c.Add(aims.Field("failures", i), PortfolioFigures, "what", "the length", "other", "the limits of names and reasons")
		}
	}
	c.OptionalDate("from", p.From)
	c.OptionalDate("to", p.To)
	if (p.Counted == 0) != (p.From == 0) || (p.Counted == 0) != (p.To == 0) || p.From > p.To {
		c.Add("from", PortfolioFigures, "what", "the days", "other", "each other or the number counted")
	}
	for _, s := range []struct {
		field  string
		spread Spread
	}{{"scores", p.Scores}, {"uppers", p.Uppers}, {"coverage", p.Coverage}} {
		p.agree(&c, s.field, s.spread.n)
	}
	p.agree(&c, "bands", p.Bands.NotReady, p.Bands.StageOneReady, p.Bands.StageTwoReady, p.Bands.Certifiable)
	for i, t := range p.Items {
		if err := p.checkTally(t); err != nil {
			c.Nest(aims.Field("items", i), err)
		}
	}
	return c.Err()
}

// checkTally reports a malformed key, and counts that are more than the
// organizations.
func (p *Portfolio) checkTally(t Tally) error {
	c := aims.Checker{Texts: trialTexts}
	c.Key("key", t.Key)
	missing := p.Counted - sumOf(t.Conforms, t.MinorGap, t.MajorGap, t.Planned, t.Unknown, t.Excluded)
	p.agree(&c, "", t.Conforms, t.MinorGap, t.MajorGap, t.Planned, t.Unknown, t.Excluded, max(missing, 0))
	return c.Err()
}

func (p *Portfolio) checkCount(c *aims.Checker, field string, n int64) {
	if n < 0 || n > maxCounted {
		c.Add(field, PortfolioFigures, "what", strconv.FormatInt(n, 10), "other", "what can be counted")
	}
}

// agree reports counts that are negative or do not add up to the number of
// organizations.
func (p *Portfolio) agree(c *aims.Checker, field string, counts ...int64) {
	for _, n := range counts {
		if n < 0 || n > maxCounted {
			c.Add(field, PortfolioFigures, "what", strconv.FormatInt(n, 10), "other", "what can be counted")
			return
		}
	}
	if n := sumOf(counts...); n != p.Counted {
		c.Add(field, PortfolioFigures, "what", "the sum "+strconv.FormatInt(n, 10), "other", "the number counted, "+strconv.FormatInt(p.Counted, 10))
	}
}

// sumOf adds numbers; one that cannot be counted stands for all.
func sumOf(counts ...int64) int64 {
	var sum int64
	for _, n := range counts {
		if n < 0 || n > maxCounted {
			return n
		}
		sum += n
	}
	return sum
}
