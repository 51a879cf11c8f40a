package audit

import (
	"slices"
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// Decode reads the JSON document of a snapshot without checking the records.
// Kinds of which it set records aside are no longer supplied. Most callers
// want [Read].
func Decode(data []byte, o aims.DecodeOptions) (Snapshot, aims.Reading, error) {
	var s Snapshot
	reading, err := aims.DecodeDocument(data, &s, o)
	for _, l := range s.lists() {
		if slices.ContainsFunc(reading.Aside, func(a aims.Aside) bool { return strings.HasPrefix(a.Path, "/"+l.member+"/") }) {
			s.partial(l.kind())
		}
	}
	return s, reading, err
}

// Read decodes a JSON document and opens it: bytes in, a [View] out, or an
// [aims.InvalidError] with every problem. Pointers lead into the document as
// it was given, also after records were set aside.
func Read(data []byte, o Options) (*View, error) {
	o.Decode.Lenient = o.Lenient
	s, reading, err := Decode(data, o.Decode)
	if err != nil {
		return nil, err
	}
	if o.Decode.Newer {
		s.Format = aims.Format // as far as it was understood
	}
	v, err := Open(s, o)
	if err != nil {
		problems := aims.Problems(err)
		translate(problems, reading)
		return nil, &aims.InvalidError{Problems: problems}
	}
	translate(v.problems, reading)
	var decoding []aims.Problem
	for _, a := range reading.Aside {
		decoding = append(decoding, a.Problems...)
	}
	v.problems = append(decoding, v.problems...)
	return v, nil
}

func translate(problems []aims.Problem, reading aims.Reading) {
	for i := range problems {
		problems[i].Path = reading.Original(problems[i].Path)
	}
}
