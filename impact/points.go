package impact

import "github.com/aimskit/aimskit/aims"

// The points and controls that this package judges, and those for which
// evidence of a measure is accepted.
const (
	pointProcess       aims.PointID = "6.1.4/a" // process defined and in force
	pointIndividuals   aims.PointID = "6.1.4/b" // consequences for individuals and groups
	pointSocieties     aims.PointID = "6.1.4/c" // consequences for societies
	pointUse           aims.PointID = "6.1.4/d" // as deployed, intended use, foreseeable misuse
	pointContext       aims.PointID = "6.1.4/e" // surroundings and jurisdictions
	pointWritten       aims.PointID = "6.1.4/f" // results in writing
	pointShared        aims.PointID = "6.1.4/g" // interested parties get to see results
	pointInRisks       aims.PointID = "6.1.4/h" // the risk assessment uses them
	pointTreated       aims.PointID = "8.3/a"   // treatments are carried out
	pointTreatmentKept aims.PointID = "8.3/e"   // their results are kept
	pointAssessed      aims.PointID = "8.4/a"   // systems were assessed
	pointIntervals     aims.PointID = "8.4/b"   // at the planned intervals
	pointKept          aims.PointID = "8.4/d"   // results are kept

	controlProcess     aims.ControlID = "A.5.2" // process
	controlDocuments   aims.ControlID = "A.5.3" // documentation, kept for a period
	controlIndividuals aims.ControlID = "A.5.4" // individuals and groups
	controlSocieties   aims.ControlID = "A.5.5" // societies
)
