package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/impact/instrument"
)

// readQuestionnaires reads and compiles each file under the version that it
// is named after.
func readQuestionnaires(files []string) ([]*instrument.Program, error) {
	var out []*instrument.Program
	seen := make(map[string]string)
	for _, file := range files {
		version := strings.TrimSuffix(filepath.Base(file), ".json")
		if first, again := seen[version]; again {
			return nil, fmt.Errorf("%s and %s are both version %s; give one", first, file, version)
		}
		seen[version] = file
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("cannot read the questionnaire: %w", err)
		}
		in, err := instrument.ReadSurvey(data, instrument.CanadianAIA(version), aims.DecodeOptions{})
		if err != nil {
			return nil, &refused{file, err}
		}
		p, err := instrument.Compile(in)
		if err != nil {
			return nil, &refused{file, err}
		}
		out = append(out, p)
	}
	return out, nil
}

// rawCase is a case that is not read yet, so that one that cannot be read
// stops no other.
type rawCase json.RawMessage

func readCases(file string) ([]rawCase, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("cannot read the cases: %w", err)
	}
	var list []json.RawMessage
	if _, err := aims.Decode(data, &list, aims.DecodeOptions{}); err != nil {
		return nil, &refused{file, err}
	}
	out := make([]rawCase, len(list))
	for i, raw := range list {
		out[i] = rawCase(raw)
	}
	return out, nil
}

// answered is a case.
type answered struct {
	ID      string                                      `json:"id"`
	Title   string                                      `json:"title"`
	Version string                                      `json:"version"`
	Answers map[instrument.QuestionID]instrument.Answer `json:"answers"`
}

// decode reads a case; what it holds beside its answers is passed over.
func (r rawCase) decode() (answered, error) {
	var c answered
	if _, err := aims.Decode(r, &c, aims.DecodeOptions{Newer: true}); err != nil {
		var named struct{ ID, Title any } // so that the line says which case it was
		_ = json.Unmarshal(r, &named)
		c.ID, _ = named.ID.(string)
		c.Title, _ = named.Title.(string)
		return c, err
	}
	return c, nil
}

func (c answered) name() string {
	if c.ID != "" {
		return c.ID
	}
	return c.Title
}

func (c answered) given() instrument.Answers {
	return instrument.Answers{Instrument: instrument.CanadianAIA("").ID, Version: c.Version, Given: c.Answers}
}
