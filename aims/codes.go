package aims

import "maps"

// The codes of problems that a value can have by itself.
const (
	// Missing: a field that every record of its kind needs is absent or blank.
	Missing Code = "aims/missing"
	// IDMalformed: an id does not have the form that [ValidID] asks for.
	IDMalformed Code = "aims/id-malformed"
	// KeyMalformed: a key is not of the form that [ParseKey] reads.
	KeyMalformed Code = "aims/key-malformed"
	// RefMalformed: a reference is not of the form that [ParseRef] reads.
	RefMalformed Code = "aims/ref-malformed"
	// IntervalMalformed: an interval is not of the form that [ParseInterval] reads.
	IntervalMalformed Code = "aims/interval-malformed"
	// CodeMalformed: the number of a clause, control, point or item of Annex C is not of its form.
	CodeMalformed Code = "aims/code-malformed"
	// DigestMalformed: a digest is not of the form that [ParseDigest] reads.
	DigestMalformed Code = "aims/digest-malformed"
	// DateMalformed: a date lies outside the calendar.
	DateMalformed Code = "aims/date-malformed"
	// DatesSwapped: a date lies before one that must come first.
	DatesSwapped Code = "aims/dates-swapped"
	// TextMalformed: a text is not UTF-8 or holds a control character.
	TextMalformed Code = "aims/text-malformed"
	// TextTooLong: a text is longer than [MaxText].
	TextTooLong Code = "aims/text-too-long"
	// WordUnknown: a value lies outside its vocabulary.
	WordUnknown Code = "aims/word-unknown"
	// Twice: a list holds the same value twice.
	Twice Code = "aims/twice"
	// Negative: a count or duration is below zero.
	Negative Code = "aims/negative"
	// MoreThanAll: a count is greater than the whole that it is part of.
	MoreThanAll Code = "aims/more-than-all"
	// SelfReference: a record names itself where only another can stand.
	SelfReference Code = "aims/self-reference"
	// Unreadable: a part refused to be read, with its own error.
	Unreadable Code = "aims/unreadable"
)

var texts = map[Code]string{
	Missing:           "this field is required; fill it in",
	IDMalformed:       "{got} is no id; use 1 to 64 letters, digits, '.', '_' or '-', beginning and ending with a letter or digit",
	KeyMalformed:      "{got} is no key; write framework/id, like iso42001/A.5.2 or own/C-7",
	RefMalformed:      "{got} is no reference; write kind/id, like policy/p-1",
	IntervalMalformed: "{got} is no interval; write one number and one unit, like P14D, P2W, P3M or P1Y",
	CodeMalformed:     "{got} is no number of a clause, a control or an item of Annex C; write it like 6.1.3, A.6.2.4 or C.2.5",
	DigestMalformed:   "{got} is no digest; write sha256: and 64 lower-case hexadecimal digits",
	DateMalformed:     "{got} is no day between 0001-01-01 and 9999-12-31",
	DatesSwapped:      "{date} lies before {other}, {otherDate}; correct one of the two",
	TextMalformed:     "the text is not UTF-8 or holds a control character at byte {at}; remove it",
	TextTooLong:       "the text has {bytes} bytes; shorten it to {max}, or keep it outside and refer to it",
	WordUnknown:       "{got} is not in the vocabulary of this field",
	Twice:             "{value} stands here twice; keep one",
	Negative:          "{got} is below zero; give zero or more, or leave the field out when it is unknown",
	MoreThanAll:       "{got} is more than {other}, {all}, of which it is a part; correct one of the two",
	InAndOut:          "{value} is among the systems included as well; keep it in one of the two lists",
	NoObjective:       "{got} is no organizational objective of Annex C; those begin with C.2",
	SelfReference:     "{value} refers to itself; name another record",
	FormatMissing:     "the document does not begin with its format; write \"format\": \"{want}\" as its first member",
	FormatUnknown:     "{got} is no format that this library reads; it reads {want} and older minor versions",
	NewerFormat:       "{got} is newer than this library, which reads {want}; update the library, or ask to read what it understands",
	Syntax:            "the text is not JSON at line {line}, column {column}: found {got}, want {want}",
	TrailingData:      "{got} follows the document at line {line}, column {column}; remove it",
	UnknownMember:     "there is no member {got} here; remove or rename it",
	DuplicateMember:   "the member {got} stands here twice; keep one",
	MemberCase:        "the member {got} is written {want}",
	Null:              "null stands where {want} is wanted; leave the member out when it is unknown",
	WrongType:         "found {got}, want {want}",
	UnknownWord:       "{got} was refused: {reason}",
	NumberRange:       "{got} does not fit; want {want}",
	InvalidUTF8:       "the text is not UTF-8 at line {line}, column {column}: {got}; save the document as UTF-8",
	TooLarge:          "the document has {got} bytes, more than the limit of {limit}; split it or raise the limit",
	TooDeep:           "the document is nested deeper than the limit of {limit} levels; flatten it or raise the limit",
	TooManyProblems:   "more than {limit} problems; mend these first",
	DecodeTarget:      "the program cannot decode into {got}: {reason}",
	OutOfOrder:        "{got} stands after {previous}; sort the requirements by number",
	HeadingMissing:    "{clause} has no heading {heading} before it; add one",
	PointsOnHeading:   "{clause} has requirements below it; give the points to those",
	PointMisplaced:    "{got} stands where {want} belongs; letter the points of a requirement a, b, c …",
	CorePointMissing:  "no point of {clause} is core; mark those without which it is not met at all",
	TooMany:           "{got} entries; keep at most {max}",
	Unreadable:        "this part could not be read: {error}",
	ChangePath:        "{got} is no path into the document; write it like /systems/s-1/stage, with ~1 for a slash inside of a name and ~0 for a tilde",
	ChangeNowhere:     "{at} has no {step}, but {there}; correct the path",
	ChangesCollide:    "{path} and the path of {other} lead to the same thing, or one to a part of the other; join the two changes",
	RangeEmpty:        "no number is at least {atLeast} and at most {atMost}; correct one of the bounds",
	StageSkipped:      "{to} cannot follow {from}, after which may come: {allowed}; add the steps in between, or begin the history with {to} if they are not known",
	StageStale:        "the stage is {got}, but the history ends with {last}; correct one of the two",
}

// Sentences returns the English sentence template of every problem code of
// this package, for hosts that translate them.
func Sentences() map[Code]string { return maps.Clone(texts) }
