package instrument

import (
	"slices"
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// Survey says how to read a SurveyJS file as an instrument: what the file
// itself does not hold, and where it keeps points and kinds.
type Survey struct {
	ID      ID
	Version string
	Title   Text
	Source  string
	License string
	Scoring Scoring
	// Kinds tells the kind of a question by the end of its name, and else by
	// the end of the name of the nearest panel or page around it that has one.
	Kinds []KindSuffix
	// PointsAfter is what stands between a choice's name and its points, in
	// the last place where it stands: with "-", "item1-3" is worth 3. A value
	// without it, or without digits after it, is worth nothing. Empty: no
	// choice has points.
	PointsAfter string
}

// KindSuffix is the end of a name that tells a kind.
type KindSuffix struct {
	Suffix string
	Kind   Kind
}

// The limits of [ReadSurvey], where its options set none.
const (
	MaxSurvey      = 8 << 20 // bytes
	MaxSurveyDepth = 32      // arrays and objects inside one another
)

// ReadSurvey reads a SurveyJS file: pages and panels with questions of the
// types radiogroup, dropdown, checkbox, text and comment, and visibleIf as
// [ParseGuard] reads it. Elements of the type html are passed over, like
// members that only change how a survey looks. Everything else could change a
// score and is refused, with all other problems, in an [aims.InvalidError]
// whose pointers lead into the file.
//
// A panel becomes a section; a panel inside a panel, or a page with questions
// outside of panels, a section of its own.
func ReadSurvey(data []byte, s Survey, o aims.DecodeOptions) (Instrument, error) {
	if o.MaxBytes == 0 {
		o.MaxBytes = MaxSurvey
	}
	if o.MaxDepth == 0 {
		o.MaxDepth = MaxSurveyDepth
	}
	var file surveyFile
	if _, err := aims.Decode(data, &file, o); err != nil {
		return Instrument{}, err
	}
	r := surveyReader{survey: s, check: aims.Checker{Texts: texts}, origin: make(map[string]string)}
	in := Instrument{
		ID: s.ID, Version: s.Version, Title: s.Title.clone(), Source: s.Source, License: s.License,
		Pages: r.pages(file.Pages), Scoring: s.Scoring.clone(),
	}
	r.validate(in)
	if err := r.check.Err(); err != nil {
		return Instrument{}, err
	}
	return in, nil
}

// surveyReader turns elements into parts of an instrument, and remembers
// where each part came from.
type surveyReader struct {
	survey Survey
	check  aims.Checker
	origin map[string]string // pointer into the instrument → pointer into the file
	page   *Page
	at     string // of the page, in the instrument
}

func (r *surveyReader) pages(list []surveyElement) []Page {
	out := make([]Page, len(list))
	for i, e := range list {
		out[i] = Page{ID: PageID(e.Name), Title: Text(e.Title), ShownIf: e.VisibleIf}
		r.page, r.at = &out[i], "/"+aims.Field("pages", i)
		r.origin[r.at] = r.at
		r.elements(e, r.at, Guard{}, r.kind(e.Name, ""))
	}
	return out
}

// elements reads what stands in a page or panel into a section of its own.
func (r *surveyReader) elements(e surveyElement, at string, guard Guard, kind Kind) {
	section := Section{ID: SectionID(e.Name), Kind: kind, ShownIf: guard}
	if e.Type == "panel" {
		section.Title = Text(e.Title)
	}
	mine := -1
	for i, inner := range e.Elements {
		in := at + "/elements/" + strconv.Itoa(i)
		switch {
		case inner.Type == "panel":
			r.elements(inner, in, guard.and(inner.VisibleIf), r.kind(inner.Name, kind))
		case inner.Type == "html":
		case !slices.Contains(surveyTypes(), string(inner.Type)):
			r.check.Add(strings.TrimPrefix(in, "/")+"/type", ElementUnknown, "got", shown(string(inner.Type)), "known", strings.Join(surveyTypes(), ", ")+", panel, html")
		default:
			if mine < 0 {
				mine = len(r.page.Sections)
				r.origin[r.at+"/sections/"+strconv.Itoa(mine)] = at
				r.page.Sections = append(r.page.Sections, section)
			}
			own := &r.page.Sections[mine]
			r.origin[r.at+"/sections/"+strconv.Itoa(mine)+"/questions/"+strconv.Itoa(len(own.Questions))] = in
			own.Questions = append(own.Questions, r.question(inner))
		}
	}
}

func surveyTypes() []string { return []string{"radiogroup", "dropdown", "checkbox", "text", "comment"} }

func (r *surveyReader) question(e surveyElement) Question {
	q := Question{ID: QuestionID(e.Name), Title: Text(e.Title), Kind: r.kind(e.Name, ""), ShownIf: e.VisibleIf}
	switch e.Type {
	case "radiogroup", "dropdown":
		q.Type = Single
	case "checkbox":
		q.Type = Multiple
	default:
		q.Type = Open
	}
	for _, c := range e.Choices {
		q.Choices = append(q.Choices, Choice{Value: c.value, Title: c.text, Points: r.points(c.value)})
	}
	return q
}

// kind returns the kind that a name tells, or else.
func (r *surveyReader) kind(name string, otherwise Kind) Kind {
	for _, k := range r.survey.Kinds {
		if strings.HasSuffix(name, k.Suffix) {
			return k.Kind
		}
	}
	return otherwise
}

func (r *surveyReader) points(value string) int {
	sep := r.survey.PointsAfter
	i := strings.LastIndex(value, sep)
	if sep == "" || i < 0 {
		return 0
	}
	digits := value[i+len(sep):]
	if digits == "" || strings.Trim(digits, "0123456789") != "" {
		return 0
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		return MaxPoints + 1 // too many to be read; refused with its place
	}
	return n
}

// validate reports the problems of the instrument at their places in the file.
func (r *surveyReader) validate(in Instrument) {
	for _, p := range aims.Problems(in.Validate()) {
		p.Path = r.translate(p.Path)
		r.check.Nest("", &aims.InvalidError{Problems: []aims.Problem{p}})
	}
}

// translate finds the part of the file that a pointer into the instrument
// speaks of. Members that the survey settings filled keep their names.
func (r *surveyReader) translate(path string) string {
	renamed := strings.NewReplacer("/shownIf", "/visibleIf", "/id", "/name")
	for end := len(path); end > 0; end = strings.LastIndexByte(path[:end], '/') {
		if at, ok := r.origin[path[:end]]; ok {
			return at + renamed.Replace(path[end:])
		}
	}
	return path
}
