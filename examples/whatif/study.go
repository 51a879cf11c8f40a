package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"text/tabwriter"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/internal/csv"
	"github.com/aimskit/aimskit/internal/svg"
	"github.com/aimskit/aimskit/risk/montecarlo"
)

// studied works on the points of a study. With a folder it goes on where an
// earlier run of the same study stopped.
func (o order) studied(ctx context.Context) error {
	if o.exact {
		o.study.Method = montecarlo.MethodExact
	}
	plan, err := o.study.Plan(o.model)
	if err != nil {
		return err
	}
	book := &notebook{}
	if o.out != "" {
		if book, err = openNotebook(o.out, *o.study, o.model); err != nil {
			return err
		}
		defer book.file.Close()
		if book.next > 0 {
			fmt.Fprintf(o.stderr, "%s: going on at point %d of %d\n", programName, book.next, plan.Points())
		}
	}
	skipped := int64(0)
	for rows, err := range plan.Run(ctx, book.next, o.config.Workers) {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			skipped++
			fmt.Fprintf(o.stderr, "%s: %v\n", programName, err)
			continue
		}
		if err := book.add(rows); err != nil {
			return failure{err}
		}
	}
	sensitivities := o.sensitivities(plan, book.rows)
	if err := o.printStudy(book.rows, sensitivities); err != nil {
		return failure{err}
	}
	if o.out != "" {
		if err := o.writeStudy(book.rows, sensitivities); err != nil {
			return failure{err}
		}
	}
	if skipped > 0 {
		return fmt.Errorf("%d of %d points have no result", skipped, plan.Points())
	}
	return nil
}

// notebook holds the rows of a study, in memory and, with a folder, on disk.
type notebook struct {
	file *os.File
	rows []montecarlo.Row
	next int64 // the first point that is not there
}

// add writes the rows of one point at once.
func (b *notebook) add(rows []montecarlo.Row) error {
	b.rows = append(b.rows, rows...)
	if b.file == nil {
		return nil
	}
	lines, err := ndjson(rows)
	if err == nil {
		_, err = b.file.Write(lines)
	}
	return err
}

func ndjson(rows []montecarlo.Row) ([]byte, error) {
	var lines bytes.Buffer
	e := json.NewEncoder(&lines)
	for _, r := range rows {
		if err := e.Encode(r); err != nil {
			return nil, err
		}
	}
	return lines.Bytes(), nil
}

// openNotebook opens the rows of a study that was begun, or begins them. The
// last point that is there may be incomplete, and is worked on again.
func openNotebook(dir string, s montecarlo.Study, m montecarlo.Model) (*notebook, error) {
	id, err := aims.DigestOf(struct {
		Version string           `json:"version"`
		Study   montecarlo.Study `json:"study"`
		Model   montecarlo.Model `json:"model"`
	}{aims.Version, s, m})
	if err != nil {
		return nil, err
	}
	mark := filepath.Join(dir, "study.id")
	switch was, err := os.ReadFile(mark); {
	case errors.Is(err, os.ErrNotExist):
		if err := os.WriteFile(mark, []byte(id), 0o644); err != nil {
			return nil, failure{err}
		}
	case err != nil:
		return nil, failure{err}
	case string(was) != string(id):
		return nil, fmt.Errorf("%s holds the rows of another study, model or version; choose another folder, or remove study.id and study.ndjson", dir)
	}
	file, err := os.OpenFile(filepath.Join(dir, "study.ndjson"), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, failure{err}
	}
	b := &notebook{file: file}
	if err := b.read(); err != nil {
		file.Close()
		return nil, failure{err}
	}
	return b, nil
}

// read takes the rows of the complete points and cuts off what follows.
func (b *notebook) read() error {
	var size, start int64 // of the text, and where its last point begins
	first := 0            // row of the last point
	in := bufio.NewReader(b.file)
	for {
		line, err := in.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		var r montecarlo.Row
		if err != nil || json.Unmarshal(line, &r) != nil {
			break // the end, or a line that was not finished
		}
		if len(b.rows) == 0 || r.Point != b.rows[len(b.rows)-1].Point {
			start, first = size, len(b.rows)
		}
		b.rows = append(b.rows, r)
		size += int64(len(line))
	}
	if len(b.rows) > 0 {
		b.next = b.rows[len(b.rows)-1].Point
		b.rows = b.rows[:first]
	}
	if err := b.file.Truncate(start); err != nil {
		return err
	}
	_, err := b.file.Seek(start, io.SeekStart)
	return err
}

// sensitivity is what the factors do to a metric.
type sensitivity struct {
	Scenario string            `json:"scenario"`
	Metric   montecarlo.Metric `json:"metric"`
	montecarlo.Sensitivity
}

// sensitivities looks at every metric of all scenarios together; those that do
// not vary, or lack a point, are left out.
func (o order) sensitivities(plan *montecarlo.Plan, rows []montecarlo.Row) []sensitivity {
	out := []sensitivity{}
	seen := make(map[montecarlo.Metric]bool)
	for _, r := range rows {
		m := montecarlo.Metric{Name: r.Metric}
		if p, ok := r.P.Value(); ok {
			m.At = p
		} else if parsed, err := montecarlo.ParseMetric(r.Metric); err == nil {
			m = parsed
		}
		if seen[m] || r.Scenario != "total" {
			continue
		}
		seen[m] = true
		if x, err := plan.Sensitivity(rows, "", m); err == nil {
			out = append(out, sensitivity{"total", m, x})
		}
	}
	return out
}

func (o order) writeStudy(rows []montecarlo.Row, sensitivities []sensitivity) error {
	file, err := os.Create(filepath.Join(o.out, "study.csv"))
	if err != nil {
		return err
	}
	defer file.Close()
	w := csv.NewWriter(file, o.study.Columns()...)
	for _, r := range rows {
		w.Row(o.study.Cells(r)...)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(o.out, "sensitivity.json"), indented(sensitivities), 0o644)
}

// printStudy prints the rows as a table, or as NDJSON.
func (o order) printStudy(rows []montecarlo.Row, sensitivities []sensitivity) error {
	if o.asJSON {
		lines, err := ndjson(rows)
		if err != nil {
			return err
		}
		_, err = o.stdout.Write(lines)
		return err
	}
	t := tabwriter.NewWriter(o.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, strings.Join(o.study.Columns(), "\t"))
	for _, r := range rows {
		fmt.Fprintln(t, strings.Join(short(o.study.Cells(r)), "\t"))
	}
	if err := t.Flush(); err != nil {
		return err
	}
	for _, x := range sensitivities {
		fmt.Fprintf(o.stdout, "\n%s of all together:\n", x.Metric)
		x.print(o.stdout)
	}
	return nil
}

// short cuts the digits of value, se, low and high, the last four cells.
func short(cells []string) []string {
	for i := len(cells) - 4; i < len(cells); i++ {
		if x, err := strconv.ParseFloat(cells[i], 64); err == nil {
			cells[i] = strconv.FormatFloat(x, 'g', 6, 64)
		}
	}
	return cells
}

func (x sensitivity) print(w io.Writer) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	defer t.Flush()
	switch {
	case x.Tornado != nil:
		fmt.Fprintf(t, "the model as it stands\t%s\n", svg.Number(x.Tornado.Base))
		for _, b := range x.Tornado.Bars {
			fmt.Fprintf(t, "%s\t%s at %s\tto %s at %s\n", b.Factor, svg.Number(b.Low.Result), b.Low.Value, svg.Number(b.High.Result), b.High.Value)
		}
	case x.Indices != nil:
		fmt.Fprintln(t, "factor\tfirst-order index\ttotal index")
		for i, name := range x.Factors {
			fmt.Fprintf(t, "%s\t%s\t%s\n", name, share(x.Indices.First[i]), share(x.Indices.Total[i]))
		}
	default:
		fmt.Fprintln(t, "factor\trank correlation")
		for i, name := range x.Factors {
			fmt.Fprintf(t, "%s\t%s\n", name, share(x.Ranks[i]))
		}
	}
}

func share(e montecarlo.Estimate) string { return fmt.Sprintf("%.3f ± %.3f", e.Value, e.StdErr) }
