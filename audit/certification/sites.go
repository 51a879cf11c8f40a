package certification

import (
	"math/big"

	"github.com/aimskit/aimskit/aims"
)

// SiteMethod is how many sites of a multi-site organization are audited, and
// how they are chosen. It is a versioned value, named in every [Selection].
// The zero value is refused; see [DefaultSites].
type SiteMethod struct {
	Name    string `json:"name"`
	Version string `json:"version"`

	Initial         Fraction `json:"initial"`         // of the square root of the number of sites
	Surveillance    Fraction `json:"surveillance"`    // of the square root
	Recertification Fraction `json:"recertification"` // of the square root
	Random          Fraction `json:"random"`          // of the sample: at least chosen at random
	Unsampled       Fraction `json:"unsampled"`       // of the sites, at a surveillance, where they are not sampled
}

// DefaultSites returns the rules of IAF MD 1.
func DefaultSites() SiteMethod {
	md1 := func(part, of int, clause string) Fraction {
		return Fraction{part, of, "IAF MD 1, " + clause, "2023", ConfidenceA}
	}
	return SiteMethod{
		Name: "default", Version: "1",
		Initial:         md1(1, 1, "6.1"),
		Surveillance:    md1(6, 10, "6.1"),
		Recertification: md1(8, 10, "6.1"),
		Random:          md1(25, 100, "6.1"),
		Unsampled:       md1(30, 100, "6.2"),
	}
}

// DecodeSiteMethod reads a method from JSON and checks it.
func DecodeSiteMethod(data []byte) (SiteMethod, error) { return decode[SiteMethod](data) }

// Validate reports every problem of the method.
func (m SiteMethod) Validate() error {
	c := aims.Checker{Texts: siteTexts}
	c.Text("name", m.Name)
	c.Text("version", m.Version)
	c.Nest("initial", m.Initial.Validate())
	c.Nest("surveillance", m.Surveillance.Validate())
	c.Nest("recertification", m.Recertification.Validate())
	c.Nest("random", m.Random.Validate())
	c.Nest("unsampled", m.Unsampled.Validate())
	return c.Err()
}

// Size returns how many of a number of sites are audited, the central function
// apart: it is audited every time and is not counted. Where the sites are
// sampled, that is the square root of their number or a part of it, rounded up;
// where they are not, all of them, and at a surveillance a part. Both are
// exact for every number of sites.
func (m SiteMethod) Size(sites uint64, o Occasion, sampled aims.Answer) (uint64, error) {
	c := aims.Checker{Texts: siteTexts}
	c.Nest("method", m.Validate())
	aims.CheckWord(&c, "occasion", o)
	checkDecided(&c, "sampled", sampled)
	if err := c.Err(); err != nil {
		return 0, err
	}
	return m.size(sites, o, sampled == aims.Yes), nil
}

// checkDecided wants a yes or a no.
func checkDecided(c *aims.Checker, field string, a aims.Answer) {
	if a != aims.Yes && a != aims.No {
		c.Add(field, SamplingOpen)
	}
}

func (m SiteMethod) size(sites uint64, o Occasion, sampled bool) uint64 {
	x := new(big.Int).SetUint64(sites)
	if sampled {
		return rootShare(x, m.root(o)).Uint64()
	}
	if o == SurveillanceAudit {
		return share(x, m.Unsampled).Uint64()
	}
	return sites
}

func (m SiteMethod) root(o Occasion) Fraction {
	switch o {
	case SurveillanceAudit:
		return m.Surveillance
	case RecertificationAudit:
		return m.Recertification
	}
	return m.Initial
}

// rootShare returns the smallest n with n ≥ f·√x. With f = p/q that is
// (q·n)² ≥ p²·x, and so the first multiple of q from ⌈√(p²·x)⌉ on.
func rootShare(x *big.Int, f Fraction) *big.Int {
	p := big.NewInt(int64(f.Part))
	square := p.Mul(p, p).Mul(p, x)
	root := new(big.Int).Sqrt(square)
	if new(big.Int).Mul(root, root).Cmp(square) < 0 {
		root.Add(root, big.NewInt(1))
	}
	return ceilDiv(root, int64(f.Of))
}

// share returns the smallest n with n ≥ f·x.
func share(x *big.Int, f Fraction) *big.Int {
	return ceilDiv(new(big.Int).Mul(x, big.NewInt(int64(f.Part))), int64(f.Of))
}

func ceilDiv(x *big.Int, by int64) *big.Int {
	d := big.NewInt(by)
	return x.Add(x, new(big.Int).Sub(d, big.NewInt(1))).Div(x, d)
}
