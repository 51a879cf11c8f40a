package certification

import "github.com/aimskit/aimskit/aims"

// The codes of problems of a population of sites.
const (
	// SamplingOpen: nobody decided whether the sites are sampled.
	SamplingOpen aims.Code = "certification/sampling-open"
	// ValuesUnequal: a site has more or fewer values than there are attributes.
	ValuesUnequal aims.Code = "certification/values-unequal"
	// CentralMissing: no site is the central function.
	CentralMissing aims.Code = "certification/central-missing"
)

// The codes of what a selection rests on.
const (
	// SampleOfRoot: the sample is a share of the square root of the number of sites.
	SampleOfRoot aims.Code = "certification/sample-of-root"
	// EverySite: the sites are not sampled, and all are audited.
	EverySite aims.Code = "certification/every-site"
	// ShareOfSites: the sites are not sampled, and a share is audited at a surveillance.
	ShareOfSites aims.Code = "certification/share-of-sites"

	// CentralAudited: a site is chosen as the central function.
	CentralAudited aims.Code = "certification/central-audited"
	// RandomlyChosen: a site is chosen at random.
	RandomlyChosen aims.Code = "certification/randomly-chosen"
	// VarietyChosen: a site is chosen since it has most of what the sample does not have yet.
	VarietyChosen aims.Code = "certification/variety-chosen"
	// VarietyAgain: the same, after the sample lacked nothing any more and the search began anew.
	VarietyAgain aims.Code = "certification/variety-again"
	// RotationChosen: a site is chosen since no audit was there for the longest time.
	RotationChosen aims.Code = "certification/rotation-chosen"
	// AllChosen: a site is chosen since all are.
	AllChosen aims.Code = "certification/all-chosen"
)

var siteTexts = map[aims.Code]string{
	SamplingOpen:   "nobody decided whether the sites may be sampled; say yes or no",
	ValuesUnequal:  "the site has {got} values, and there are {want} attributes; give one for each, empty where it is unknown",
	CentralMissing: "no site is the central function, which is audited every time; mark it",

	SampleOfRoot: "of {sites} sites {size} are audited: {share} of the square root, rounded up; at least {random} of them at random",
	EverySite:    "all {sites} sites are audited, since they are not sampled",
	ShareOfSites: "of {sites} sites {size} are audited: {share}, rounded up; at least {random} of them at random",

	CentralAudited: "the central function is audited every time",
	RandomlyChosen: "drawn at random; last visit: {visited}",
	VarietyChosen:  "has what the sample lacks, {values}; last visit: {visited}",
	VarietyAgain:   "the sample lacks nothing any more, and this brings again {values}; last visit: {visited}",
	RotationChosen: "longest without a visit; last visit: {visited}",
	AllChosen:      "every site is audited; last visit: {visited}",
}
