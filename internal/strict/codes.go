package strict

// The codes of the problems, with the arguments that each carries. Arguments that quote the
// document are in Go's quoted form and cut to 64 bytes.
const (
	// CodeSyntax is text that is not JSON; the walk stops there.
	// Args: line and column (characters) from 1, offset (bytes) from 0, want, got.
	CodeSyntax = "aims/syntax"
	// CodeTrailingData is anything but white space after the document.
	// Args: line, column, offset, got.
	CodeTrailingData = "aims/trailing-data"
	// CodeUnknownMember is a member that the type does not have.
	// Args: got, and nearest if a member's name is much like it.
	CodeUnknownMember = "aims/unknown-member"
	// CodeDuplicateMember is a member that its object has had before, after unescaping;
	// in a map, also one whose name stands for the same key. Args: got.
	CodeDuplicateMember = "aims/duplicate-member"
	// CodeMemberCase is a member whose name differs from a known one in case only. Args: got, want.
	CodeMemberCase = "aims/member-case"
	// CodeNull is null for a typed value; what is absent is left out. Args: want, got.
	CodeNull = "aims/null"
	// CodeWrongType is a value of another JSON type, an array of the wrong length for a
	// fixed one, or text that is not base64 where bytes are wanted. Args: want, got.
	CodeWrongType = "aims/wrong-type"
	// CodeUnknownWord is text that the type's own decoder refused. Args: got, reason (the decoder's
	// words), and if its error has a method Words() []string, allowed (comma-separated) and,
	// if one is much like it, nearest.
	CodeUnknownWord = "aims/unknown-word"
	// CodeNumberRange is a number that the Go type cannot hold: too large, too small, a fraction for
	// a whole number, or a float that is not zero but would become it. Args: want, got.
	CodeNumberRange = "aims/number-range"
	// CodeInvalidUTF8 is a byte sequence that is not UTF-8, or half a surrogate pair in escapes,
	// in a text or a member's name. Args: line, column, offset, got.
	CodeInvalidUTF8 = "aims/invalid-utf8"
	// CodeTooLarge is a document longer than Options.MaxBytes; it is not looked at. Args: got, limit.
	CodeTooLarge = "aims/too-large"
	// CodeTooDeep is nesting deeper than Options.MaxDepth; the walk stops there. Args: limit.
	CodeTooDeep = "aims/too-deep"
	// CodeTooManyProblems says that the list was cut; it is the last one. Args: limit.
	CodeTooManyProblems = "aims/too-many-problems"
	// CodeTarget is a fault of the program, not of the document: the Go type cannot be decoded into
	// (no pointer, a channel, an interface with methods, a json tag with the string option), or its own
	// decoder answered differently the second time. Args: got (the type), reason.
	CodeTarget = "aims/target"
)
