package controls

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/aimskit/aimskit/aims"
)

// The codes of an exclusion that is not justified, or that something else
// contradicts.
const (
	// GroundMissing: an exclusion rests on no ground.
	GroundMissing aims.Code = "controls/ground-missing"
	// JustificationMissing: an exclusion is not justified in words.
	JustificationMissing aims.Code = "controls/justification-missing"
	// JustificationWeak: the words are too few, or stock words such as "not applicable".
	JustificationWeak aims.Code = "controls/justification-weak"
	// JustificationRepeated: the same words exclude controls of many groups.
	JustificationRepeated aims.Code = "controls/justification-repeated"
	// ExclusionExpired: an exclusion ended and was not decided again.
	ExclusionExpired aims.Code = "controls/exclusion-expired"
	// ExclusionAgainstClause: a control is excluded that a clause demands by itself.
	ExclusionAgainstClause aims.Code = "controls/exclusion-against-clause"
	// ExclusionAgainstRole: a control is excluded that the organization's role needs.
	ExclusionAgainstRole aims.Code = "controls/exclusion-against-role"
	// ExclusionRoleUnknown: a control that some roles need is excluded, and no role is determined.
	ExclusionRoleUnknown aims.Code = "controls/exclusion-role-unknown"
	// ExclusionInUse: a control is excluded, and a treatment uses it.
	ExclusionInUse aims.Code = "controls/exclusion-in-use"
	// ExcludedInPlace: a control is excluded, and the row says that it is in place or has evidence.
	ExcludedInPlace aims.Code = "controls/excluded-in-place"
)

// exclusionRules judge exclusions. An exclusion with a gap of one of these
// rules does not count as justified, and while one of them cannot tell, nobody
// knows; see [Positions].
//
// What lacks a justification is a lapse in a statement that is there. An
// exclusion against a clause or a role is more: the statement itself says
// that something necessary is left out.
func exclusionRules() []rule {
	return []rule{
		{
			code: GroundMissing, point: pointStatement, title: "every exclusion has a ground",
			doc: "Looks for excluded controls without an exclusion that says so, and for exclusions without a ground. Minor gap for each.",
			check: func(f *Facts, out *output) {
				for _, r := range f.each(Excluded) {
					if len(r.Exclusions) == 0 {
						out.control(aims.MinorGap, r.Control, nil)
					}
				}
				eachExclusion(func(_ *Facts, e *Exclusion) bool { return e.Ground == "" })(f, out)
			},
		},
		{
			code: JustificationMissing, point: pointStatement, title: "every exclusion is justified in words",
			doc: "Looks for exclusions with no text. Minor gap for each.",
			check: eachExclusion(func(_ *Facts, e *Exclusion) bool {
				return strings.TrimSpace(e.Text) == ""
			}),
		},
		{
			code: JustificationWeak, point: pointStatement, title: "justifications say something",
			doc: "Looks for exclusions whose text has fewer than 20 letters and digits (bytes in UTF-8), or fewer than 8 outside stock words " +
				"such as \"not applicable to our company\" or \"TBD\". Stock words are known in English. Minor gap for each.",
			check: eachExclusion(func(_ *Facts, e *Exclusion) bool {
				return strings.TrimSpace(e.Text) != "" && weak(e.Text)
			}),
		},
		{
			code: JustificationRepeated, point: pointStatement, title: "justifications speak of their control",
			doc: "Looks for exclusions in general whose text, letter by letter, also excludes controls of two other groups of Annex A or more; " +
				"own controls and those of other frameworks count as a group each. Minor gap for each.",
			check: justificationRepeated,
		},
		{
			code: ExclusionExpired, point: pointStatement, title: "exclusions are decided again in time",
			doc: "Looks for exclusions whose last day has passed. Minor gap for each.",
			check: eachExclusion(func(f *Facts, e *Exclusion) bool {
				return !e.holds(f.At)
			}),
		},
		{
			code: ExclusionAgainstClause, point: pointCompared, title: "no exclusion of what a clause demands",
			doc: "Looks for the exclusion of A.2.2, which 5.2 demands, of A.3.2, which 5.3 demands, and of A.5.2 to A.5.5, which 6.1.4 and 8.4 demand, " +
				"in general or for named systems. Major gap for each.",
			check: eachExcluded(func(_ *Facts, r *Row, systems []aims.SystemID, out *output) {
				if clause := demandedBy(r.Control); clause != "" {
					out.control(aims.MajorGap, r.Control, nil, "clause", clause, "systems", nameSystems(systems))
				}
			}),
		},
		{
			code: ExclusionAgainstRole, point: pointCompared, title: "no exclusion of what the role needs",
			doc: "Looks for the exclusion of A.6.2.4 by an AI producer or developer, and of A.8.2 by an AI provider; " +
				"for named systems by the roles towards these. Major gap for each.",
			reads: []aims.Kind{aims.KindOrganization, aims.KindSystem},
			check: eachExcluded(func(f *Facts, r *Row, systems []aims.SystemID, out *output) {
				group := neededBy(r.Control)
				if group == "" {
					return
				}
				if systems == nil {
					if i := slices.IndexFunc(f.Roles, group.Contains); i >= 0 {
						out.control(aims.MajorGap, r.Control, nil, "role", string(f.Roles[i]), "systems", nameSystems(nil))
					}
				}
				for _, s := range systems {
					roles := f.rolesTowards(s)
					if i := slices.IndexFunc(roles, group.Contains); i >= 0 {
						out.control(aims.MajorGap, r.Control, []aims.Ref{{Kind: aims.KindSystem, ID: string(s)}}, "role", string(roles[i]), "systems", string(s))
					}
				}
			}),
		},
		{
			code: ExclusionRoleUnknown, point: pointCompared, title: "the roles are known that exclusions depend on",
			doc: "Looks for the exclusion of A.6.2.4 or A.8.2 while the organization's roles are not determined, and for that for named systems " +
				"while neither the roles towards these nor those of the organization tell. Cannot tell, for each.",
			reads: []aims.Kind{aims.KindOrganization, aims.KindSystem},
			check: eachExcluded(func(f *Facts, r *Row, systems []aims.SystemID, out *output) {
				group := neededBy(r.Control)
				if group == "" {
					return
				}
				if systems == nil && len(f.Roles) == 0 {
					out.control(aims.CannotTell, r.Control, nil, "role", string(group), "systems", nameSystems(nil))
				}
				if len(f.Roles) > 0 && !slices.ContainsFunc(f.Roles, group.Contains) {
					return // in that role towards no system at all
				}
				for _, s := range systems {
					if len(f.rolesTowards(s)) == 0 {
						out.control(aims.CannotTell, r.Control, []aims.Ref{{Kind: aims.KindSystem, ID: string(s)}}, "role", string(group), "systems", string(s))
					}
				}
			}),
		},
		{
			code: ExclusionInUse, point: pointCompared, title: "no exclusion of what a treatment uses",
			doc: "Looks for excluded controls that a treatment or measure uses. Minor gap for each: one of the two records is wrong. " +
				"Where the exclusion is for named systems, only a use for one of them counts, and a use for nobody knows which cannot tell.",
			check: func(f *Facts, out *output) {
				users := sync.OnceValue(f.users)
				eachExcluded(func(_ *Facts, r *Row, systems []aims.SystemID, out *output) {
					v := aims.CannotTell
					var against []Use
					for _, u := range users()[r.Control] {
						meant := systems == nil || slices.ContainsFunc(u.Systems, func(s aims.SystemID) bool { return slices.Contains(systems, s) })
						if meant {
							v = aims.MinorGap
						}
						if meant || len(u.Systems) == 0 {
							against = append(against, u)
						}
					}
					if against != nil {
						by := refsOf(against)
						out.control(v, r.Control, by, "by", nameUsers(by), "systems", nameSystems(systems))
					}
				})(f, out)
			},
		},
		{
			code: ExcludedInPlace, point: pointStatement, title: "no excluded control is in place",
			doc: "Looks for excluded controls whose row says that they are in place, in full or in part, or that name evidence. " +
				"Cannot tell, for each: the row says two things.",
			check: eachRow(Excluded, func(f *Facts, _ int, r *Row, out *output) {
				if r.inPlace(f.At) || len(r.Evidence) > 0 {
					out.control(aims.CannotTell, r.Control, nil)
				}
			}),
		},
	}
}

// eachExcluded makes a check that looks at every control that is excluded: in
// general, with no systems, or at the day for the named systems.
func eachExcluded(look func(f *Facts, r *Row, systems []aims.SystemID, out *output)) func(*Facts, *output) {
	return func(f *Facts, out *output) {
		eachRow(Excluded, func(f *Facts, _ int, r *Row, out *output) { look(f, r, nil, out) })(f, out)
		eachRow(Applicable, func(f *Facts, _ int, r *Row, out *output) {
			if systems := r.excludedFor(f.At); systems != nil {
				look(f, r, systems, out)
			}
		})(f, out)
	}
}

// rolesTowards returns the organization's roles towards an AI system, none
// when they are not determined.
func (f *Facts) rolesTowards(s aims.SystemID) []aims.Role {
	if f.RolesTowards == nil {
		return nil
	}
	return f.RolesTowards(s)
}

// nameSystems names the systems that a control is excluded for.
func nameSystems(systems []aims.SystemID) string {
	if systems == nil {
		return "all AI systems"
	}
	names := make([]string, len(systems))
	for i, s := range systems {
		names[i] = string(s)
	}
	return strings.Join(names, ", ")
}

// nameUsers names the records that use a control, sorted.
func nameUsers(by []aims.Ref) string {
	if len(by) == 0 {
		return "a treatment"
	}
	by = slices.Clone(by)
	slices.SortFunc(by, aims.Ref.Compare)
	names := make([]string, 0, len(by))
	for _, ref := range slices.Compact(by) {
		names = append(names, ref.String())
	}
	return strings.Join(names, ", ")
}

// demandedBy returns the clauses that demand by themselves what a control
// asks for, or "".
func demandedBy(control aims.Key) string {
	switch id, _ := control.Control(); id {
	case "A.2.2":
		return "5.2"
	case "A.3.2":
		return "5.3"
	case "A.5.2", "A.5.3", "A.5.4", "A.5.5":
		return "6.1.4 and 8.4"
	}
	return ""
}

// neededBy returns the group of roles that needs a control, or "".
func neededBy(control aims.Key) aims.Role {
	switch id, _ := control.Control(); id {
	case "A.6.2.4":
		return aims.RoleProducer
	case "A.8.2":
		return aims.RoleProvider
	}
	return ""
}

// eachExclusion makes a check that reports the exclusions that are bad, in
// general or for named systems.
func eachExclusion(bad func(f *Facts, e *Exclusion) bool) func(*Facts, *output) {
	look := func(f *Facts, _ int, r *Row, out *output) {
		for i := range r.Exclusions {
			if e := &r.Exclusions[i]; bad(f, e) {
				args := []string{"number", strconv.Itoa(i + 1)}
				if e.Text != "" {
					args = append(args, "text", e.Text)
				}
				if e.Until != 0 {
					args = append(args, "until", e.Until.String())
				}
				out.control(aims.MinorGap, r.Control, nil, args...)
			}
		}
	}
	return func(f *Facts, out *output) {
		eachRow(Applicable, look)(f, out)
		eachRow(Excluded, look)(f, out)
	}
}

// manyGroups is how many groups one justification may not reach: this
// library's interpretation, see the package documentation.
const manyGroups = 3

func justificationRepeated(f *Facts, out *output) {
	reach := make(map[string][]string) // of a text: the groups whose controls it excludes
	visit := func(see func(r *Row, text string)) {
		for _, r := range f.each(Excluded) {
			for _, e := range r.Exclusions {
				see(r, e.Text)
			}
		}
	}
	visit(func(r *Row, text string) {
		groups := reach[text]
		if group := groupOf(r.Control); text != "" && len(groups) < manyGroups && !slices.Contains(groups, group) {
			reach[text] = append(groups, group)
		}
	})
	visit(func(r *Row, text string) {
		if len(reach[text]) >= manyGroups {
			out.control(aims.MinorGap, r.Control, nil, "text", text)
		}
	})
}

// groupOf returns the group of an Annex A control, and the framework of any
// other.
func groupOf(control aims.Key) string {
	if id, ok := control.Control(); ok {
		return string(id.Group())
	}
	return control.Framework
}
