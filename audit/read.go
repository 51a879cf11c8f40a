package audit

import (
	"strings"

	"github.com/aimskit/aimskit/aims"
)

// Decode reads the JSON document of a snapshot, strictly, without checking
// the records. Most callers want [Read].
func Decode(data []byte, o aims.DecodeOptions) (Snapshot, aims.Reading, error) {
	var s Snapshot
	reading, err := aims.DecodeDocument(data, &s, o)
	return s, reading, err
}

// Read decodes a JSON document and opens it: bytes in, a [View] out, or an
// [aims.InvalidError] with every problem. Pointers lead into the document as
// it was given, also after records were set aside.
func Read(data []byte, o Options) (*View, error) {
	s, reading, err := Decode(data, aims.DecodeOptions{Lenient: o.Lenient})
	if err != nil {
		return nil, err
	}
	v, err := open(s, o, asideKinds(&s, reading))
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

// asideKinds returns the kinds of which the decoder set records aside.
func asideKinds(s *Snapshot, reading aims.Reading) []aims.Kind {
	var kinds []aims.Kind
	for _, l := range s.lists() {
		for _, a := range reading.Aside {
			if strings.HasPrefix(a.Path, "/"+l.member()+"/") {
				kinds = append(kinds, l.kind())
				break
			}
		}
	}
	return kinds
}
