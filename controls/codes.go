package controls

import (
	"maps"

	"github.com/aimskit/aimskit/aims"
)

// The codes of refused control ids; see [UnknownError].
const (
	// ObjectiveNotControl: the id is that of a control objective, such as A.6.2.1.
	ObjectiveNotControl aims.Code = "controls/objective-not-control"
	// HeadingNotControl: the id is that of a group or another heading, such as A.6.2.
	HeadingNotControl aims.Code = "controls/heading-not-control"
	// GuidanceNotControl: the id is that of guidance in Annex B, such as B.6.2.4.
	GuidanceNotControl aims.Code = "controls/guidance-not-control"
	// NoSuchGroup: Annex A has no group of that number.
	NoSuchGroup aims.Code = "controls/no-such-group"
	// NoSuchControl: the group exists and holds no such control.
	NoSuchControl aims.Code = "controls/no-such-control"
	// Notation: a control is meant and not written as Annex A writes it.
	Notation aims.Code = "controls/notation"
	// NameNotID: a title, or another name for one or more controls, stands for an id.
	NameNotID aims.Code = "controls/name-not-id"
	// NotAnID: the text is neither an id of a control nor a key.
	NotAnID aims.Code = "controls/not-an-id"
	// KeyUnknown: the key is well formed and the catalogue does not hold it.
	KeyUnknown aims.Code = "controls/key-unknown"
)

// The codes of problems with the organization's own controls; see [Custom].
const (
	// KeyReserved: the key of an own control claims a framework that the library keeps for itself.
	KeyReserved aims.Code = "controls/key-reserved"
	// KeyTaken: the key of an own control is in the catalogue already.
	KeyTaken aims.Code = "controls/key-taken"
)

var texts = map[aims.Code]string{
	ObjectiveNotControl: "{got} is a control objective, not a control; its controls are {first} to {last}",
	HeadingNotControl:   "{got} is a heading, not a control; its controls are {first} to {last}",
	GuidanceNotControl:  "{got} is guidance of Annex B; the control that it belongs to is {nearest}",
	NoSuchGroup:         "{got} does not exist, for Annex A has only the groups {first} to {last}; the nearest control is {nearest}",
	NoSuchControl:       "{got} does not exist; the nearest control is {nearest}",
	Notation:            "{got} is not written as Annex A writes it; write {nearest}",
	NameNotID:           "{got} is a name, not an id; it stands for {controls}",
	NotAnID:             "{got} is no id of a control; write one like {like}, or a key like own/C-7",
	KeyUnknown:          "{got} is not in the catalogue; correct the key, or add the control to the catalogue",
	KeyReserved:         "{got} belongs to {framework}, which own controls cannot use; write own/ and an id of your own",
	KeyTaken:            "{got} is in the catalogue already; give this control another key",
}

// Sentences returns the English sentence template of every problem code of
// this package, for hosts that translate them.
func Sentences() map[aims.Code]string { return maps.Clone(texts) }
