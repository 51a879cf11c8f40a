package main

import (
	"embed"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/audit"
	"github.com/aimskit/aimskit/audit/readiness"
	"github.com/aimskit/aimskit/audit/rules"
	"github.com/aimskit/aimskit/impact"
)

//go:embed snapshots/*.json
var snapshots embed.FS

// source is the bytes of one snapshot.
type source struct {
	name  string // of the files that -out writes
	month int    // of the example; 0 for one's own snapshot
	data  []byte
}

// result is what the library says about one snapshot.
type result struct {
	source
	taken    aims.Date
	view     *audit.View
	report   readiness.Report
	gates    []impact.GateResult // of the systems in operation
	decision decision
}

// example returns the snapshots of TechServe, in the order of the months.
func example(files fs.FS) ([]source, error) {
	names, err := fs.Glob(files, "snapshots/*.json")
	if err != nil {
		return nil, err
	}
	var list []source
	for _, file := range names {
		name := strings.TrimSuffix(path.Base(file), ".json")
		month, err := strconv.Atoi(strings.TrimPrefix(name, "month"))
		if err != nil {
			return nil, fmt.Errorf("the file %s is not named after its month", file)
		}
		data, err := fs.ReadFile(files, file)
		if err != nil {
			return nil, err
		}
		list = append(list, source{name, month, data})
	}
	return list, nil
}

// assess goes the whole way from bytes to a report, at the day that the
// snapshot shows.
func assess(s source) (result, error) {
	view, err := audit.Read(s.data, audit.Options{})
	if err != nil {
		return result{}, err
	}
	judged, err := rules.Evaluate(view, view.Taken(), rules.Default())
	if err != nil {
		return result{}, err
	}
	var stated []audit.GapStatement
	for g := range audit.Records[audit.GapStatement](view, view.Taken()) {
		stated = append(stated, g)
	}
	r := result{source: s, taken: view.Taken(), view: view}
	if r.report, err = readiness.Assess(judged, stated, readiness.Default()); err != nil {
		return result{}, err
	}
	if r.gates, err = rules.Gates(view, view.Taken()); err != nil {
		return result{}, err
	}
	r.decision, err = decide(view, view.Taken())
	return r, err
}

// complain prints every problem of a snapshot on a line of its own.
func complain(w io.Writer, s source, err error) {
	problems := aims.Problems(err)
	if problems == nil {
		fmt.Fprintf(w, "%s: %s: %s\n", programName, s.name, oneLine(err.Error()))
		return
	}
	for _, p := range problems {
		fmt.Fprintln(w, oneLine(p.String()))
	}
}
