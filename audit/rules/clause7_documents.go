package rules

import (
	"slices"

	"github.com/aimskit/aimskit/aims"
)

// required lists the documents that the standard asks to be kept current, by
// the point that each serves (7.5.1 a). Records of work done are judged where
// that work is.
var required = []struct {
	point aims.PointID
	what  string
}{
	{"4.3/f", "the scope"},
	{"5.2/f", "the AI policy"},
	{"6.1.2/a", "the process for assessing AI risks"},
	{"6.1.3/a", "the process for treating AI risks"},
	{"6.1.3/f", "the Statement of Applicability"},
	{"6.1.3/g", "the risk treatment plan"},
	{"6.2/a", "the AI objectives"},
}

// documentRules judge 7.5. Documents in force count: neither drafts nor
// obsolete ones.
func documentRules() []aims.Rule[*Input] {
	reads := []aims.Kind{aims.KindDocument}
	all := func(id aims.PointID, r rule, judge func(*aims.Document) finding) aims.Rule[*Input] {
		r.reads = reads
		r.doc += " Each is approved as it stands or, if it comes from outside, reviewed."
		governed := id.Clause() == "7.5.3" && id != "7.5.3/g"
		if governed {
			r.doc += " What the record says of a document is no part of what is approved; so a document of the organization's own, in force and approved as it stands, is kept for 7.5.3."
		}
		r.check = func(in *Input) finding {
			set := over(len(in.documents()))
			for _, d := range in.documents() {
				set.add(and(judge(d), in.documentBasis(d)))
			}
			switch {
			case set.none():
				return in.absent(aims.KindDocument)
			case governed:
				return and(set.each(), in.documentControl(id))
			}
			return set.each()
		}
		return point(id, r)
	}
	states := func(id aims.PointID, code aims.Code, title, what string, has func(*aims.Document) bool) aims.Rule[*Input] {
		return all(id, rule{code: code, title: title, doc: "Every document in force states " + what + "."},
			func(d *aims.Document) finding { return filled(has(d), what, d.Ref()) })
	}
	says := func(id aims.PointID, code aims.Code, title, what string, field func(*aims.Document) aims.Answer, has func(*aims.Document) bool) aims.Rule[*Input] {
		how := "how " + what
		return all(id, rule{code: code, title: title, doc: "Of every document in force the record says that " + what + ", and how."},
			func(d *aims.Document) finding {
				return and(answer(field(d), what, d.Ref()), filled(has(d), how, d.Ref()))
			})
	}
	return []aims.Rule[*Input]{
		point("7.5.1/a", rule{
			code: "rules/documents-required", title: "required documents", reads: reads,
			doc: "For every document that the standard asks to be kept current, a document in force is kept for that requirement and approved as it stands.",
			check: func(in *Input) finding {
				if len(in.documents()) == 0 {
					return in.absent(aims.KindDocument)
				}
				var set members
				for _, r := range required {
					set.add(in.served(r.point, r.what))
				}
				return set.each()
			},
		}),
		point("7.5.1/b", rule{
			code: "rules/documents-own", title: "own documents", reads: reads,
			doc: "A document in force, kept for 7.5.1 and approved as it stands, says what else the organization needs in writing.",
			check: func(in *Input) finding {
				return in.served("7.5.1/b", "what else the organization needs in writing")
			},
		}),
		states("7.5.2/a", "rules/documents-identified", "documents identified", "title, identifier, version, date and, unless it comes from outside, author",
			func(d *aims.Document) bool {
				return d.Identifier != "" && d.Version != "" && d.Date != 0 && (d.Author != "" || d.External == aims.Yes)
			}),
		states("7.5.2/b", "rules/documents-format", "form and medium", "format and medium", func(d *aims.Document) bool { return d.Format != "" && d.Media != "" }),
		all("7.5.2/c", rule{
			code: "rules/documents-approved", title: "documents reviewed and approved", doc: "Every document in force counts.",
		}, func(d *aims.Document) finding { return shown(d.Ref()) }),
		says("7.5.3/a", "rules/documents-available", "documents available", "it is available where it is needed",
			func(d *aims.Document) aims.Answer { return d.Available }, func(d *aims.Document) bool { return d.Location != "" }),
		says("7.5.3/b", "rules/documents-protected", "documents protected", "it is protected",
			func(d *aims.Document) aims.Answer { return d.Protected }, func(d *aims.Document) bool { return d.Protection != "" }),
		states("7.5.3/c", "rules/documents-distributed", "distribution and access", "distribution and access", func(d *aims.Document) bool { return d.Distribution != "" && d.Access != "" }),
		states("7.5.3/d", "rules/documents-stored", "storage", "how it is stored", func(d *aims.Document) bool { return d.Storage != "" }),
		states("7.5.3/e", "rules/documents-versions", "control of changes", "the change that led to its version",
			func(d *aims.Document) bool {
				return slices.ContainsFunc(d.Changes, func(c aims.DocumentChange) bool { return c.Version == d.Version })
			}),
		states("7.5.3/f", "rules/documents-retained", "retention and disposal", "retention and disposal", func(d *aims.Document) bool {
			return (d.Retention != "" || d.RetainedUntil != 0) && d.Disposition != ""
		}),
		all("7.5.3/g", rule{
			code: "rules/documents-external", title: "documents from outside",
			doc: "Of every document in force it is said whether it comes from outside and, if so, from where.",
		}, func(d *aims.Document) finding {
			if d.External == aims.Yes {
				return filled(d.Origin != "", "from where the document comes", d.Ref())
			}
			return answered(d.External, "the document comes from outside", d.Ref())
		}),
	}
}

// documentControl judges whether a document of the organization's own, in
// force and approved as it stands, lays down how documents are controlled.
// Without one, what the records say of documents is a claim.
func (in *Input) documentControl(id aims.PointID) finding {
	top := cannotTell(EvidenceMissing, nil, "what", "how documents are controlled")
	for _, d := range in.documents() {
		if d.External != aims.Yes && serves(d.Serves, id) {
			top = best(top, in.documentBasis(d))
		}
	}
	return top
}
