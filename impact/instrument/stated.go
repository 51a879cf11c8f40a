package instrument

import (
	"maps"
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/aimskit/aimskit/aims"
)

// Stated is a result that somebody printed or published, as far as it says
// anything.
type Stated struct {
	Raw        aims.Amount       `json:"raw,omitzero"`
	Mitigation aims.Amount       `json:"mitigation,omitzero"`
	Current    aims.Amount       `json:"current,omitzero"`
	Level      int               `json:"level,omitempty"`    // from 1; zero: not stated
	Sections   map[SectionID]int `json:"sections,omitempty"` // subtotals
}

// The codes of what is wrong with a stated result; see [Evaluation.Against].
const (
	// StatedDiffers: a number is stated that the answers do not come to.
	StatedDiffers aims.Code = "instrument/stated-differs"
	// StatedSum: the subtotals that are stated do not add up to the total that is.
	StatedSum aims.Code = "instrument/stated-sum"
	// SectionUnanswered: nothing in a section is answered, so that answers may have been lost.
	SectionUnanswered aims.Code = "instrument/section-unanswered"
)

// Against holds a stated result against the evaluation of the answers that it
// is said to rest on: numbers that differ, subtotals that do not add up, and,
// where something differs, sections that are shown and wholly unanswered.
// Nothing is returned for a result that holds.
func (e Evaluation) Against(s Stated) []aims.Problem {
	c := aims.Checker{Texts: texts}
	differs := func(at string, stated aims.Amount, got int) {
		if order, known := stated.Cmp(aims.AmountInt(int64(got))); known && order != 0 {
			c.Add(at, StatedDiffers, "what", at, "stated", stated.String(), "got", strconv.Itoa(got))
		}
	}
	differs("raw", s.Raw, e.Raw)
	differs("mitigation", s.Mitigation, e.Mitigation)
	differs("current", s.Current, e.Current)
	if s.Level != 0 {
		differs("level", aims.AmountInt(int64(s.Level)), e.Level)
	}
	points := make(map[SectionID]int, len(e.Sections))
	for _, section := range e.Sections {
		points[section.ID] = section.Points
	}
	sum := int64(0)
	for _, id := range slices.Sorted(maps.Keys(s.Sections)) {
		differs(aims.Field("sections", string(id)), aims.AmountInt(int64(s.Sections[id])), points[id])
		sum += int64(s.Sections[id])
	}
	e.checkSum(&c, s, sum)
	if c.Err() != nil {
		e.unanswered(&c)
	}
	return aims.Problems(c.Err())
}

// checkSum adds the stated subtotals up, where there is one for each section
// that is shown.
func (e Evaluation) checkSum(c *aims.Checker, s Stated, sum int64) {
	for _, section := range e.Sections {
		if _, ok := s.Sections[section.ID]; section.Shown && !ok {
			return
		}
	}
	total, known := s.Raw.Value()
	measures, also := s.Mitigation.Value()
	if len(s.Sections) == 0 || !known || !also {
		return
	}
	if want := total.Add(measures); !want.Equal(decimal.NewFromInt(sum)) {
		c.Add("sections", StatedSum, "sum", strconv.FormatInt(sum, 10), "total", want.String())
	}
}

func (e Evaluation) unanswered(c *aims.Checker) {
	for _, section := range e.Sections {
		answered := func(i ItemScore) bool { return !i.Answer.IsZero() }
		if section.Shown && !slices.ContainsFunc(section.Items, answered) {
			c.Add(aims.Field("sections", string(section.ID)), SectionUnanswered, "section", string(section.ID), "max", strconv.Itoa(section.Most))
		}
	}
}
