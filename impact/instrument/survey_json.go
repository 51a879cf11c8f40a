package instrument

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
)

// surveyFile is what is read of a SurveyJS file. Members without a use here
// only change how the survey looks.
type surveyFile struct {
	Pages []surveyElement `json:"pages"`
	Title surveyText      `json:"title,omitempty"`

	Locale               json.RawMessage `json:"locale,omitempty"`
	Logo                 json.RawMessage `json:"logo,omitempty"`
	Description          json.RawMessage `json:"description,omitempty"`
	CompletedHTML        json.RawMessage `json:"completedHtml,omitempty"`
	ShowTitle            json.RawMessage `json:"showTitle,omitempty"`
	ShowQuestionNumbers  json.RawMessage `json:"showQuestionNumbers,omitempty"`
	ShowProgressBar      json.RawMessage `json:"showProgressBar,omitempty"`
	FirstPageIsStarted   json.RawMessage `json:"firstPageIsStarted,omitempty"`
	RequiredText         json.RawMessage `json:"requiredText,omitempty"`
	QuestionErrorPlace   json.RawMessage `json:"questionErrorLocation,omitempty"`
	QuestionTitlePlace   json.RawMessage `json:"questionTitleLocation,omitempty"`
	StartSurveyText      json.RawMessage `json:"startSurveyText,omitempty"`
	PagePrevText         json.RawMessage `json:"pagePrevText,omitempty"`
	PageNextText         json.RawMessage `json:"pageNextText,omitempty"`
	CompleteText         json.RawMessage `json:"completeText,omitempty"`
	GoNextPageAutomatic  json.RawMessage `json:"goNextPageAutomatic,omitempty"`
	ShowNavigationBottom json.RawMessage `json:"showNavigationButtons,omitempty"`
}

// surveyElement is a page, a panel or a question.
type surveyElement struct {
	Type      elementType     `json:"type,omitempty"`
	Name      string          `json:"name"`
	Title     surveyText      `json:"title,omitempty"`
	VisibleIf Guard           `json:"visibleIf,omitzero"`
	Elements  []surveyElement `json:"elements,omitempty"`
	Choices   []surveyChoice  `json:"choices,omitempty"`

	Description      json.RawMessage `json:"description,omitempty"`
	Help             json.RawMessage `json:"help,omitempty"`
	HTML             json.RawMessage `json:"html,omitempty"`
	IsRequired       json.RawMessage `json:"isRequired,omitempty"`
	RequiredError    json.RawMessage `json:"requiredErrorText,omitempty"`
	ChoicesOrder     json.RawMessage `json:"choicesOrder,omitempty"`
	ColCount         json.RawMessage `json:"colCount,omitempty"`
	StartWithNewLine json.RawMessage `json:"startWithNewLine,omitempty"`
	TitleLocation    json.RawMessage `json:"titleLocation,omitempty"`
	HideNumber       json.RawMessage `json:"hideNumber,omitempty"`
	Rows             json.RawMessage `json:"rows,omitempty"`
	Cols             json.RawMessage `json:"cols,omitempty"`
	Width            json.RawMessage `json:"width,omitempty"`
	Placeholder      json.RawMessage `json:"placeholder,omitempty"`
	PlaceHolder      json.RawMessage `json:"placeHolder,omitempty"`
	InputType        json.RawMessage `json:"inputType,omitempty"`
	MaxLength        json.RawMessage `json:"maxLength,omitempty"`
	State            json.RawMessage `json:"state,omitempty"`
}

// elementType is the type of an element; a page has none.
type elementType string

// surveyText is a text, or an object with a text for each language, in which
// "default" stands for English.
type surveyText Text

var errSurveyText = errors.New("instrument: want a text, or an object with a text for each language")

func (t *surveyText) UnmarshalJSON(data []byte) error {
	var one *string
	if json.Unmarshal(data, &one) == nil && one != nil {
		*t = surveyText{}
		t.add("en", *one)
		return nil
	}
	var many map[string]*string
	if json.Unmarshal(data, &many) != nil || many == nil {
		return errSurveyText
	}
	*t = surveyText{}
	for language, s := range many {
		if s == nil {
			return errSurveyText
		}
		if _, both := many["en"]; language == "default" && !both {
			language = "en"
		}
		t.add(language, *s)
	}
	return nil
}

func (t *surveyText) add(language, s string) {
	if s = strings.TrimSpace(s); s != "" {
		(*t)[language] = s
	}
}

// surveyChoice is a choice: a value alone, or with a text. A number stands
// for its digits.
type surveyChoice struct {
	value string
	text  Text
}

var errSurveyChoice = errors.New("instrument: want a text or a number, or an object with value and text and nothing else")

func (c *surveyChoice) UnmarshalJSON(data []byte) error {
	var value json.RawMessage
	object := struct {
		Value *json.RawMessage `json:"value"`
		Text  surveyText       `json:"text"`
	}{Value: &value}
	if !bytes.HasPrefix(data, []byte("{")) {
		value = data
	} else {
		d := json.NewDecoder(bytes.NewReader(data))
		d.DisallowUnknownFields()
		if d.Decode(&object) != nil || object.Value == nil {
			return errSurveyChoice
		}
	}
	var s *string
	var n json.Number
	switch {
	case json.Unmarshal(value, &s) == nil && s != nil:
		*c = surveyChoice{*s, Text(object.Text)}
	case json.Unmarshal(value, &n) == nil && n != "":
		*c = surveyChoice{n.String(), Text(object.Text)}
	default:
		return errSurveyChoice
	}
	return nil
}
