package risk

// The steps of the ready-made scales, lowest first. A shorter scale leaves
// some of the five out.

func likelihoodSteps(n int) []Step {
	const comes = "Not expected while the system is in use; several unusual things would have to come together."
	if n == 3 {
		return []Step{
			{Label: "Rare", Description: comes},
			{Label: "Possible", Description: "Expected once or a few times while the system is in use; known from comparable systems."},
			{Label: "Likely", Description: "Expected every year or more often, or seen in this system."},
		}
	}
	five := []Step{
		{Label: "Rare", Description: comes},
		{Label: "Unlikely", Description: "May happen once while the system is in use; known from a few comparable systems."},
		{Label: "Possible", Description: "Expected a few times while the system is in use; known from many comparable systems."},
		{Label: "Likely", Description: "Expected about every year, or seen in this system."},
		{Label: "Almost certain", Description: "Expected several times a year, or a part of daily operation unless somebody steps in."},
	}
	if n == 4 {
		return []Step{five[0], five[1], five[3], five[4]}
	}
	return five
}

func organizationSteps(n int) []Step {
	return consequenceSteps(n, []Step{
		{Label: "Negligible", Description: "Dealt with in passing."},
		{Label: "Minor", Description: "Absorbed by the team's own budget and time; customers hardly notice."},
		{Label: "Moderate", Description: "Extra budget or a change of plans is needed; single customers complain."},
		{Label: "Serious", Description: "An objective of the year is missed, a contract is lost or an authority takes action."},
		{Label: "Extreme", Description: "The business, or the licence to run it, is in danger."},
	})
}

func individualsSteps(n int) []Step {
	return consequenceSteps(n, []Step{
		{Label: "Negligible", Description: "Hardly noticed by those affected."},
		{Label: "Minor", Description: "Annoyance or loss of time that people overcome by themselves."},
		{Label: "Moderate", Description: "Distress, cost or unequal treatment that is noticed and can be put right."},
		{Label: "Serious", Description: "Harm to health, livelihood, dignity or rights that takes help and effort to overcome."},
		{Label: "Extreme", Description: "Death, lasting injury, or a loss of rights or livelihood that cannot be made good."},
	})
}

func societiesSteps(n int) []Step {
	return consequenceSteps(n, []Step{
		{Label: "Negligible", Description: "Not felt beyond those who use the system."},
		{Label: "Minor", Description: "Felt locally and for a short time."},
		{Label: "Moderate", Description: "A community is affected, or a debate is distorted, until it is put right."},
		{Label: "Serious", Description: "A group, a region or a public service suffers, or trust is lost for years."},
		{Label: "Extreme", Description: "Democratic processes, public safety or the environment are harmed widely or for good."},
	})
}

// consequenceSteps leaves out what can be told apart least: the negligible
// first, and then the moderate.
func consequenceSteps(n int, five []Step) []Step {
	switch n {
	case 3:
		return []Step{five[1], five[3], five[4]}
	case 4:
		return five[1:]
	}
	return five
}

func threeBands() []Band {
	four := fourBands()
	high := four[3]
	high.Label = "High"
	return []Band{four[0], four[1], high}
}

func fourBands() []Band {
	return []Band{
		{Label: "Low", Action: "Keep, and look again at the planned review.", Color: "#2e7d32"},
		{Label: "Medium", Action: "Treat, or keep by a recorded acceptance.", Color: "#f9a825"},
		{Label: "High", Action: "Treat by a date that designated management sets.", Color: "#ef6c00"},
		{Label: "Critical", Action: "Stop, or do not begin, until treatment has lowered it.", Color: "#c62828"},
	}
}
