package instrument

// DPIAScreening is a short questionnaire on whether processing needs a data
// protection impact assessment: the three cases of GDPR Article 35(3) and the
// list of the supervisory authority (35(4)), which always need one, and the
// nine criteria of the guidelines WP 248 rev.01, of which two normally do and
// one may. What the authority exempts (35(5)), or a law's own assessment
// covers (35(10)), is not asked further. The words are ours.
//
// Its outcomes are not-indicated, consider, expected and required. An answer
// that is not known is left out; the bounds of the evaluation then say what
// may still come out.
func DPIAScreening() Instrument {
	const asked = `{exempt} = "no"`
	criteria := []Question{
		yesNo("evaluation", "Does it evaluate, score, profile or predict people?", 1),
		yesNo("automated-decision", "Does it decide by itself, with a legal or similarly weighty effect on people?", 1),
		yesNo("monitoring", "Does it observe or monitor people systematically?", 1),
		yesNo("sensitive-data", "Does it use special categories of data, data on offences, or other data of a highly personal kind?", 1),
		yesNo("large-scale", "Does it process on a large scale: by people, volume, duration or area?", 1),
		yesNo("matching", "Does it match or combine data sets in a way that people would not expect?", 1),
		yesNo("vulnerable", "Are people concerned who cannot easily object, such as children, employees or patients?", 1),
		yesNo("innovative", "Does it use new technology, or known technology in a new way?", 1),
		yesNo("exclusion", "Can it keep people from exercising a right, or from using a service or contract?", 1),
	}
	always := []Question{
		yesNo("decisions", "Are personal aspects evaluated systematically and extensively by automated means, as the ground of decisions with legal or similarly weighty effects?", 0),
		yesNo("special-categories", "Are special categories of data, or data on convictions and offences, processed on a large scale?", 0),
		yesNo("public-area", "Is a publicly accessible area monitored systematically on a large scale?", 0),
		yesNo("listed", "Is the processing on the list of the supervisory authority that always needs an assessment?", 0),
	}
	carryOut := duty("dpia", "Carry out a data protection impact assessment before the processing begins, with the advice of the data protection officer", "GDPR Art. 35(1), 35(2)")
	consult := duty("prior-consultation", "Consult the supervisory authority first, if the risk stays high after all measures", "GDPR Art. 36")
	return Instrument{
		ID: "dpia-screening", Version: "1",
		Title:  English("Screening for a data protection impact assessment"),
		Source: "GDPR Art. 35 and 36; Article 29 Working Party, WP 248 rev.01, in our own words",
		Pages: []Page{
			{ID: "exemption", Title: English("Exemptions"), Sections: []Section{{ID: "exemption", Questions: []Question{
				yesNo("exempt", "Is the processing on a list of what the supervisory authority exempts, or was it assessed when the law that demands it was made?", 0),
			}}}},
			{ID: "always", Title: English("What always needs an assessment"), ShownIf: MustGuard(asked), Sections: []Section{{ID: "always", Questions: always}}},
			{ID: "criteria", Title: English("Nine criteria"), ShownIf: MustGuard(asked), Sections: []Section{{ID: "criteria", Kind: Raw, Questions: criteria}}},
		},
		Scoring: Scoring{Unit: Points, Outcomes: []Outcome{
			{ID: "not-indicated", Title: English("No assessment is indicated"), Obligations: []Obligation{
				duty("record", "Record the screening, and repeat it when the processing changes", "GDPR Art. 5(2)"),
			}},
			{ID: "consider", Title: English("An assessment may be needed"), Over: 0, Obligations: []Obligation{
				duty("decide", "Decide whether to assess, and record why", "WP 248 rev.01, III.B"),
			}},
			{ID: "expected", Title: English("An assessment is normally needed"), Over: 1, Obligations: []Obligation{
				carryOut, consult, duty("justify", "If none is made, record why the processing is not likely to result in a high risk", "WP 248 rev.01, III.B"),
			}},
			{
				ID: "required", Title: English("An assessment is always needed"), Over: len(criteria),
				If:          MustGuard(`{decisions} = "yes" or {special-categories} = "yes" or {public-area} = "yes" or {listed} = "yes"`),
				Obligations: []Obligation{carryOut, consult},
			},
		}},
	}
}
