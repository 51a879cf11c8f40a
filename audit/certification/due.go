package certification

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
)

// Appointment is something that is to be done about a certification: by
// when, and which rule says so.
type Appointment struct {
	ID         string            `json:"id"` // stable within the file: the same for the same thing, whenever it is computed
	Code       aims.Code         `json:"code"`
	Earliest   aims.Date         `json:"earliest,omitzero"` // first day on which it counts, or on which the policy plans it; absent: any
	Planned    aims.Date         `json:"planned,omitzero"`  // last day as the policy plans it; absent: it does not
	Latest     aims.Date         `json:"latest,omitzero"`   // last day by the rule, included; absent: no rule sets one
	Source     string            `json:"source"`            // of the rule behind Latest
	Edition    string            `json:"edition"`
	Confidence Confidence        `json:"confidence"`
	Args       map[string]string `json:"args,omitempty"`
	Text       string            `json:"text"` // the English sentence, with {name} where an argument goes
}

// Sentence returns the English sentence with its arguments filled in.
func (a Appointment) Sentence() string {
	return aims.Problem{Code: a.Code, Text: a.Text, Args: a.Args}.Sentence()
}

// of tells the appointment from others like it by the day of what it is about.
func (a Appointment) of(day aims.Date) Appointment {
	a.ID += "-" + day.String()
	return a
}

// first is the first day on which it counts or is planned.
func (a Appointment) first() aims.Date {
	for _, d := range []aims.Date{a.Earliest, a.Planned} {
		if d != 0 {
			return d
		}
	}
	return a.Latest
}

// The codes of appointments.
const (
	// DueApplicationReview: the body reviews the application.
	DueApplicationReview aims.Code = "certification/due-application-review"
	// DueStageOne: stage 1, or another one after it found the client not ready.
	DueStageOne aims.Code = "certification/due-stage-one"
	// DueStageTwo: stage 2, another one after a major was not verified in time, or at least one after expiry.
	DueStageTwo aims.Code = "certification/due-stage-two"
	// DueMajors: what was done about the majors of stage 2 is verified.
	DueMajors aims.Code = "certification/due-majors"
	// DueFindings: the findings of an audit are resolved.
	DueFindings aims.Code = "certification/due-findings"
	// DueDecision: the certification decision.
	DueDecision aims.Code = "certification/due-decision"
	// DueFirstSurveillance: the first surveillance after the initial decision.
	DueFirstSurveillance aims.Code = "certification/due-first-surveillance"
	// DueSurveillance: a surveillance in a calendar year.
	DueSurveillance aims.Code = "certification/due-surveillance"
	// DueRecertification: the recertification audit.
	DueRecertification aims.Code = "certification/due-recertification"
	// DueRenewal: the decision to renew.
	DueRenewal aims.Code = "certification/due-renewal"
	// DueRestoration: what led to a suspension is resolved, or the certification withdrawn or reduced.
	DueRestoration aims.Code = "certification/due-restoration"
	// DueTransfer: the transfer to another body, where the present one certifies no more.
	DueTransfer aims.Code = "certification/due-transfer"
)

var dueTexts = map[aims.Code]string{
	DueApplicationReview: "the body reviews the application",
	DueStageOne:          "stage 1 shows whether the organization is ready for stage 2",
	DueStageTwo:          "a stage 2 is carried out",
	DueMajors:            "the implementation of correction and corrective action for every major of stage 2 is verified; otherwise another stage 2 is needed",
	DueFindings:          "the findings of the audit of {on} are resolved: every major verified, the plan of every minor accepted",
	DueDecision:          "the body decides on certification",
	DueFirstSurveillance: "the first surveillance audit is carried out, counted from the decision of {on}",
	DueSurveillance:      "a surveillance audit is carried out in {year}",
	DueRecertification:   "the recertification audit is carried out and what it finds is resolved, in time for the decision",
	DueRenewal:           "the body decides on renewal",
	DueRestoration:       "what led to the suspension of {on} is resolved; otherwise the certification is withdrawn or its scope reduced",
	DueTransfer:          "the certification is transferred to another accredited body, as {body} certifies no more",
}

// due lists what is still to be done on a day.
func (l *life) due(at aims.Date) []Appointment {
	var list []Appointment
	switch l.state {
	case Applicant:
		if !l.reviewed {
			list = append(list, l.task(DueApplicationReview, "9.1.2"))
		}
		list = append(list, l.task(DueStageOne, "9.3.1"))
	case StageTwoPending:
		list = l.dueBeforeDecision(at)
	case DecisionPending:
		list = append(list, l.task(DueDecision, "9.5"))
	case Certified, Suspended:
		list = append(l.dueSurveillance(), l.dueRenewal(l.expires, l.policy.Cycle)...)
		if l.state == Suspended {
			list = append(list, l.limit(DueRestoration, l.suspended, l.policy.Suspension.After(l.suspended), l.policy.Suspension, "on", l.suspended.String()).of(l.suspended))
		}
		if lost := lostOn(l.body); lost != 0 && lost <= at {
			list = append(list, l.limit(DueTransfer, lost, l.transferUntil(), l.policy.TransferCeased, "body", l.body.Name).of(lost))
		}
	case Expired:
		if until := l.restoreUntil(); at <= until {
			list = l.dueRenewal(until, l.policy.Restore)
		} else {
			list = append(list, l.task(DueStageTwo, "9.6.3"))
		}
	}
	slices.SortStableFunc(list, byLatest)
	return list
}

// byLatest orders by last day, those without one last.
func byLatest(a, b Appointment) int {
	if (a.Latest == 0) != (b.Latest == 0) {
		return cmp.Compare(b.Latest, a.Latest)
	}
	return cmp.Compare(a.Latest, b.Latest)
}

func (l *life) dueBeforeDecision(at aims.Date) []Appointment {
	switch limit := l.policy.VerifyMajors.After(l.stageTwo.on); {
	case l.stageTwo.open == audit.PlansOpen:
		return []Appointment{l.task(DueFindings, "9.5.2", "on", l.stageTwo.on.String()).of(l.stageTwo.on)}
	case l.stageTwo.open == audit.MajorsOpen && at <= limit:
		return []Appointment{l.limit(DueMajors, l.stageTwo.on, limit, l.policy.VerifyMajors).of(l.stageTwo.on)}
	}
	return []Appointment{l.task(DueStageTwo, "9.3.1")}
}

// dueSurveillance applies both rules: the first surveillance counted from the
// initial decision, and one in every calendar year but that of
// recertification, which is the year of expiry. Of a year that passed without
// one, the next audit ends the duty.
func (l *life) dueSurveillance() []Appointment {
	var list []Appointment
	if l.number == 1 && l.watched == 0 {
		p := l.policy
		a := l.limit(DueFirstSurveillance, p.SurveillanceFrom.After(l.granted), p.FirstSurveillance.After(l.granted), p.FirstSurveillance, "on", l.granted.String())
		a.Planned = p.SurveillanceTo.After(l.granted)
		list = append(list, a)
	}
	watched, _, _ := l.watched.Split()
	last, _, _ := l.expires.Split()
	for year := max(l.year, watched) + 1; year < last; year++ {
		a := l.task(DueSurveillance, "9.1.3.3", "year", strconv.Itoa(year))
		a.ID += "-" + strconv.Itoa(year)
		a.Earliest, a.Latest = dayOf(year, time.January, 1), dayOf(year, time.December, 31)
		list = append(list, a)
	}
	if s := l.surveillance; s.open != "" {
		list = append(list, l.task(DueFindings, "9.6.1", "on", s.on.String()).of(s.on))
	}
	return list
}

func dayOf(year int, month time.Month, day int) aims.Date {
	d, _ := aims.NewDate(year, month, day) // a year between two that the calendar has
	return d
}

// dueRenewal lists the rest of the way to a renewal by a last day.
func (l *life) dueRenewal(until aims.Date, rule Limit) []Appointment {
	var list []Appointment
	r := l.recertification
	switch {
	case r.on == 0, l.lapsed && r.open == "" && r.clear < l.suspended:
		a := l.limit(DueRecertification, 0, until, rule)
		if l.state != Expired {
			a.Planned = l.policy.Recertification.Before(l.expires)
		}
		list = append(list, a)
	case r.open != "":
		a := l.limit(DueFindings, r.on, until, rule, "on", r.on.String())
		a.ID += "-recertification" // a surveillance may have ended on the same day
		list = append(list, a.of(r.on))
	}
	return append(list, l.limit(DueRenewal, 0, until, rule))
}

// task is something to do by a rule that sets no day; the clause is one of
// ISO/IEC 17021-1.
func (l *life) task(code aims.Code, clause string, args ...string) Appointment {
	return l.limit(code, 0, 0, Limit{Source: "ISO/IEC 17021-1, " + clause, Edition: "2015", Confidence: ConfidenceB}, args...)
}

// limit is something to do within a limit.
func (l *life) limit(code aims.Code, earliest, latest aims.Date, rule Limit, args ...string) Appointment {
	a := Appointment{
		ID: l.id(code), Code: code, Earliest: earliest, Latest: latest,
		Source: rule.Source, Edition: rule.Edition, Confidence: rule.Confidence, Text: dueTexts[code],
	}
	for i := 0; i+1 < len(args); i += 2 {
		if a.Args == nil {
			a.Args = make(map[string]string)
		}
		a.Args[args[i]] = args[i+1]
	}
	return a
}

// id names an appointment by the day on which the way to certification or the
// cycle began, and by what is to be done.
func (l *life) id(code aims.Code) string {
	_, name, _ := strings.Cut(string(code), "/due-")
	return cmp.Or(l.decided, l.applied).String() + "-" + name
}
