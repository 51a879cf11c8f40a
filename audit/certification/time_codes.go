package certification

import "github.com/aimskit/aimskit/aims"

// The codes of problems of a table of audit time, a method and a workload.
const (
	// RowEmpty: a row of a table ends before it begins.
	RowEmpty aims.Code = "certification/row-empty"
	// RowsMixed: a row of a table begins before the row above it ended.
	RowsMixed aims.Code = "certification/rows-mixed"
	// RowsFall: a row of a table gives more people fewer days.
	RowsFall aims.Code = "certification/rows-fall"
	// NameTwice: two tables, columns, additions or counts have the same name.
	NameTwice aims.Code = "certification/name-twice"
	// TableUnknown: a workload names a table that the method does not hold.
	TableUnknown aims.Code = "certification/table-unknown"
	// ColumnUnknown: a workload names a column that the table does not have.
	ColumnUnknown aims.Code = "certification/column-unknown"
	// NotInTable: the table has no row for so many people; nothing is extrapolated.
	NotInTable aims.Code = "certification/not-in-table"
	// CountMissing: a table adds time for something, and the workload does not say how many of it there are.
	CountMissing aims.Code = "certification/count-missing"
	// CountUnknown: a workload counts something for which the table adds no time.
	CountUnknown aims.Code = "certification/count-unknown"
	// EachOutside: the days that were chosen for an addition lie outside of its range.
	EachOutside aims.Code = "certification/each-outside"
	// NotIntegrated: time is saved by integration, and there is one standard only.
	NotIntegrated aims.Code = "certification/not-integrated"
)

// The codes of the steps of a calculation.
const (
	// PeopleCounted: the people were counted, before anything is reduced.
	PeopleCounted aims.Code = "certification/people-counted"
	// DaysFromTable: the table gave the days for so many people.
	DaysFromTable aims.Code = "certification/days-from-table"
	// DaysReduced: a factor makes the time shorter.
	DaysReduced aims.Code = "certification/days-reduced"
	// ReductionCapped: more was taken away than is allowed.
	ReductionCapped aims.Code = "certification/reduction-capped"
	// DaysIncreased: a factor makes the time longer.
	DaysIncreased aims.Code = "certification/days-increased"
	// DaysAdded: the table adds days for something that was counted.
	DaysAdded aims.Code = "certification/days-added"
	// DaysAddedOnce: the table adds days once for something of which there is more than a number.
	DaysAddedOnce aims.Code = "certification/days-added-once"
	// AdditionCapped: the table adds no more days for it than so many.
	AdditionCapped aims.Code = "certification/addition-capped"
	// StandardsSummed: the times for several standards were added up.
	StandardsSummed aims.Code = "certification/standards-summed"
	// IntegrationApplied: the systems are audited as one.
	IntegrationApplied aims.Code = "certification/integration-applied"
	// IntegrationCapped: more was taken away for integration than is allowed.
	IntegrationCapped aims.Code = "certification/integration-capped"
	// SiteFloor: a sampled site keeps its least share of the table, whatever was saved.
	SiteFloor aims.Code = "certification/site-floor"
	// OccasionShare: a surveillance or recertification takes a share of an initial audit.
	OccasionShare aims.Code = "certification/occasion-share"
	// OnSiteShare: the least share of the time that is spent on site.
	OnSiteShare aims.Code = "certification/on-site-share"
	// DaysRounded: the time was rounded, at the end.
	DaysRounded aims.Code = "certification/days-rounded"
	// OnSiteRounded: the time on site was rounded, at the end.
	OnSiteRounded aims.Code = "certification/on-site-rounded"
)

var timeTexts = map[aims.Code]string{
	FractionRange: "{got} is no fraction above zero and up to one with a whole part of at most {max}; write part 1 and of 3 for a third",
	NumberRange:   "{got} does not fit; give a number from {least} to {most} with at most 12 decimal places",
	NotWhole:      "{got} is no whole number; count whole people or things",
	RowEmpty:      "the row ends with {to} people and begins with {from}; correct one of the two",
	RowsMixed:     "the row begins with {from} people, and the one above it ends with {to}; sort the rows, and let no two overlap",
	RowsFall:      "the row gives {days} days and the one above it {above}; more people never take less time, so correct one of the two",
	NameTwice:     "{name} stands here twice; give each its own name",
	TableUnknown:  "the method has no table {got}, but {want}; name one of them, or add the table",
	ColumnUnknown: "the table {table} has no column {got}, but {want}; name one of them",
	NotInTable:    "the table {table} has no row for {people} people in {column}, but {want}; supply the licensed table, since nothing is extrapolated",
	CountMissing:  "the table {table} adds time for {name}; say how many there are, and 0 if there are none",
	CountUnknown:  "the table {table} adds no time for {got}, but for {want}; remove it, or correct the name",
	EachOutside:   "{got} days lie outside of the {least} to {most} that the table allows; choose within",
	NotIntegrated: "there is one standard only; leave integration out, or name the other standards that are audited together with it",

	PeopleCounted:      "{effective} of {persons} people count towards the time",
	DaysFromTable:      "the table {table} gives {days} days for {from} to {to} people",
	DaysReduced:        "{share} of the table's days less: {grounds}",
	ReductionCapped:    "at most {cap} of the table's days may be saved, not {share}: {grounds}",
	DaysIncreased:      "{share} of the table's days more: {grounds}",
	DaysAdded:          "{more} days more: {each} each for {counted} of the {number} {of}",
	DaysAddedOnce:      "{more} days more, once, for {number} {of}: more than {beyond}",
	AdditionCapped:     "{more} days more, the most there is, for {counted} of the {number} {of}",
	StandardsSummed:    "the times for {standards} standards are added up",
	IntegrationApplied: "audited as one, the sum changes by {share}: {ground}",
	IntegrationCapped:  "audited as one, the sum is {cap} less and not {share}, since no more may be saved: {ground}",
	SiteFloor:          "a sampled site keeps at least {share} of the table's days",
	OccasionShare:      "a {occasion} audit takes {share} of an initial one",
	OnSiteShare:        "at least {share} of the time is spent on site",
	DaysRounded:        "the time, rounded to the nearest {unit} of a day",
	OnSiteRounded:      "the time on site, rounded to the nearest {unit} of a day",
}
