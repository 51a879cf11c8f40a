package instrument

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// CanadianAIA says how to read the questionnaire of the Algorithmic Impact
// Assessment of the Government of Canada: SurveyJS files of its versions
// v0.9 to v1.0.1, published with the tool (canada-ca/aia-eia-js, MIT). The
// version is not in the file, and obligations are not either; see
// [ReadObligations].
//
// The method is the same in all of these versions: the level is read from the
// current score in quarters of the raw maximum; measures worth at least 40 %
// of the mitigation maximum of both project phases together cut the raw score
// by 15 %. A respondent sees the measures of one phase only, so that in
// practice the bound is 80 % of them.
func CanadianAIA(version string) Survey {
	s := Survey{
		ID: "ca-aia", Version: version,
		Title: Text{
			"en": "Algorithmic Impact Assessment",
			"fr": "Évaluation de l'incidence algorithmique",
		},
		Source:      "Government of Canada, Treasury Board Secretariat, canada-ca/aia-eia-js",
		License:     "MIT",
		Kinds:       []KindSuffix{{"-RS", Raw}, {"-MS", Mitigation}, {"-NS", Unscored}},
		PointsAfter: "-",
		Scoring:     Scoring{Unit: Percent, Credit: Credit{From: 40, Cut: 15}},
	}
	for i, numeral := range []string{"I", "II", "III", "IV"} {
		s.Scoring.Outcomes = append(s.Scoring.Outcomes, Outcome{
			ID:    OutcomeID("level-" + strconv.Itoa(i+1)),
			Title: Text{"en": "Impact Level " + numeral, "fr": "Niveau d'incidence " + numeral},
			Over:  25 * i,
		})
	}
	return s
}

// ReadObligations reads what each level asks for from a JSON object that has,
// by version and by the title of the requirement, one text for each level:
//
//	{"v0.10.0": {"Notice": ["None", "Plain language notice…", …], …}, …}
//
// They change between versions, so the version must be in the file. A text
// that says "None", or is empty, asks for nothing. Requirements come in the
// order of their titles. The result has one list for each of so many levels.
func ReadObligations(data []byte, version string, levels int, o aims.DecodeOptions) ([][]Obligation, error) {
	var file map[string]map[string][]string
	if _, err := aims.Decode(data, &file, o); err != nil {
		return nil, err
	}
	c := aims.Checker{Texts: texts}
	requirements, ok := file[version]
	if !ok {
		c.Add("", ObligationsMissing, "got", shown(version), "known", listed(slices.Collect(maps.Keys(file))))
		return nil, c.Err()
	}
	out := make([][]Obligation, levels)
	for _, title := range slices.Sorted(maps.Keys(requirements)) {
		list := requirements[title]
		if len(list) != levels {
			c.Add(aims.Field(version, title), ObligationsUneven, "requirement", shown(title), "got", strconv.Itoa(len(list)), "want", strconv.Itoa(levels))
			continue
		}
		for level, text := range list {
			if text = strings.TrimSpace(text); text != "" && text != "None" {
				out[level] = append(out[level], Obligation{ID: aims.IDFrom[ObligationID](slug(title)), Title: English(title), Text: English(text)})
			}
		}
	}
	return out, c.Err()
}

// slug makes an id of a title: "Peer review" becomes peer-review.
func slug(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	return strings.Join(words, "-")
}
