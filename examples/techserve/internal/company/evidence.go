package company

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// artefact is an item of evidence that somebody filed: its bytes are known,
// and nobody has read it for the management system yet. It counts for a year.
func artefact(id aims.EvidenceID, title string, form aims.EvidenceForm, owner aims.PersonID, collected aims.Date) aims.Evidence {
	digest := aims.DigestBytes([]byte("contents of " + id))
	return aims.Evidence{
		ID: id, Recorded: collected, Title: title, Form: form, Owner: owner, Collected: collected,
		Location: "https://records.techserve.example/" + string(id), Expires: collected.AddMonths(12), Digest: digest,
		Retrieved: &aims.Retrieval{On: collected, By: "p-governance", Digest: digest},
	}
}

// judge is who reads evidence and accepts it: the quality manager, except for
// her own work, which the executive sponsor's office takes.
func judge(owner aims.PersonID) aims.PersonID {
	if owner == "p-quality" {
		return "p-cto"
	}
	return "p-quality"
}

// accepted lets somebody else than the owner read the artefact and find it
// sufficient for requirements and controls.
func accepted(day aims.Date, ids ...string) func(*aims.Evidence) {
	return func(e *aims.Evidence) {
		by := judge(e.Owner)
		e.Verified = &aims.Verification{On: day, By: by, Supports: aims.Yes}
		for _, k := range keys(ids...) {
			e.Judgments = add(e.Judgments, aims.Judgment{For: k, On: day, By: by, Accepted: aims.Yes})
		}
	}
}

// proof is an artefact that was read and accepted the day after it was filed.
func proof(id aims.EvidenceID, title string, form aims.EvidenceForm, owner aims.PersonID, collected aims.Date, ids ...string) life[aims.Evidence] {
	next := collected.AddDays(1)
	return born(artefact(id, title, form, owner, collected)).then(next, accepted(next, ids...))
}

// evidence gathers what every area files.
func evidence() []life[aims.Evidence] {
	return slices.Concat(
		interviewEvidence(), leadershipEvidence(), contextEvidence(), supportEvidence(), documentEvidence(),
		operationEvidence(), productEvidence(), supplierEvidence(), controlEvidence(), treatmentEvidence(), impactEvidence(),
	)
}
