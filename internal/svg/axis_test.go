package svg_test

import (
	"encoding/xml"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/internal/svg"
)

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		v    float64
		want string
	}{
		{0, "0"},
		{math.Copysign(0, -1), "0"},
		{1234567, "1,234,570"},
		{-1234.5, "−1,234.5"},
		{999, "999"},
		{1000, "1,000"},
		{0.1 + 0.2, "0.3"},
		{0.0001, "0.0001"},
		{0.00001, "1e-05"},
		{999999999999, "1,000,000,000,000"},
		{1e12, "1e+12"},
		{math.MaxFloat64, "1.8e+308"},
		{math.NaN(), "NaN"},
		{math.Inf(-1), "-Inf"},
	} {
		if got := svg.Number(c.v); got != c.want {
			t.Errorf("%g is written %q, want %q", c.v, got, c.want)
		}
	}
	for v, want := range map[float64]string{0: "0 %", 1: "100 %", 0.07: "7 %", 0.001: "0.1 %", -0.5: "−50 %"} {
		if got := svg.Percent(v); got != want {
			t.Errorf("%g is written %q, want %q", v, got, want)
		}
	}
}

// texts returns the texts of a picture in their order.
func texts(t *testing.T, p *svg.Picture) []string {
	t.Helper()
	var out []string
	d := xml.NewDecoder(strings.NewReader(string(p.Bytes())))
	inside := false
	for {
		token, err := d.Token()
		if err != nil {
			return out
		}
		switch token := token.(type) {
		case xml.StartElement:
			inside = token.Name.Local == "text"
		case xml.EndElement:
			inside = token.Name.Local == "title" // of the text around it
		case xml.CharData:
			if inside && string(token) != "\n" {
				out = append(out, string(token))
			}
		}
	}
}

// The numbers at an axis, for its own range and for one from data.
func TestTicks(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		desc string
		axis svg.Axis
		data []float64
		want string
	}{
		{"from data, widened to whole ticks", svg.Axis{}, []float64{3, 97}, "0 20 40 60 80 100"},
		{"below zero", svg.Axis{}, []float64{-1, 1}, "−1 −0.5 0 0.5 1"},
		{"its own range", svg.Axis{Min: 1, Max: 10}, []float64{50}, "2 4 6 8 10"},
		{"the wrong way round, so from data", svg.Axis{Min: 10, Max: 1}, []float64{0, 1}, "0 0.2 0.4 0.6 0.8 1"},
		{"no data", svg.Axis{}, []float64{nan}, "0 0.2 0.4 0.6 0.8 1"},
		{"one number", svg.Axis{}, []float64{8}, "4 6 8 10 12"},
		{"zero alone", svg.Axis{}, []float64{0}, "−0.6 −0.4 −0.2 0 0.2 0.4 0.6"},
		{"close together", svg.Axis{}, []float64{1000000, 1000001}, "1,000,000 1,000,000.2 1,000,000.4 1,000,000.6 1,000,000.8 1,000,001"},
		{"equal but for the last digits", svg.Axis{}, []float64{1, 1 + 1e-15}, "0.4 0.6 0.8 1 1.2 1.4 1.6"},
		{"the whole range of numbers", svg.Axis{}, []float64{-math.MaxFloat64, math.MaxFloat64}, "-1e+308 0 1e+308"},
		{"decades", svg.Axis{Log: true}, []float64{200, 3e5, 0, -1}, "100 1,000 10,000 100,000 1,000,000"},
		{"many decades", svg.Axis{Log: true}, []float64{1e-20, 1e20}, "1e-20 1e-15 1e-10 1e-05 1 100,000 10,000,000,000 1e+15 1e+20"},
		{"few decades", svg.Axis{Log: true}, []float64{3, 70}, "1 2 5 10 20 50 100"},
		{"less than a decade", svg.Axis{Log: true, Min: 200, Max: 700}, []float64{300}, "200 300 400 500 600 700"},
		{"a range with a limit that has no place", svg.Axis{Log: true, Min: 0, Max: 700}, []float64{20}, "10 20 50 100"},
		{"a power of ten alone", svg.Axis{Log: true}, []float64{100}, "100 200 500 1,000"},
		{"percent", svg.Axis{Max: 1, Format: svg.Percent}, []float64{0}, "0 % 20 % 40 % 60 % 80 % 100 %"},
	} {
		t.Run(c.desc, func(t *testing.T) {
			chart := svg.Curves{Title: "t", X: svg.Axis{Max: 1}, Y: c.axis}
			for _, v := range c.data {
				chart.Curves = append(chart.Curves, svg.Curve{Points: []svg.Point{{0, v}}})
			}
			got := texts(t, chart.Picture())[1:] // behind the title
			got = slices.DeleteFunc(got, func(s string) bool { return strings.Contains(s, "ot") })
			got = got[:len(got)-6] // before the numbers of the other axis
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %q, want %q", strings.Join(got, " "), c.want)
			}
		})
	}
}

// Labels that would run into one another are thinned out evenly.
func TestTicksApart(t *testing.T) {
	chart := svg.Curves{Title: "t", X: svg.Axis{Log: true, Min: 1, Max: 1e11}, Y: svg.Axis{Max: 1}, Curves: []svg.Curve{{Points: []svg.Point{{1, 1}}}}}
	got := texts(t, chart.Picture())[1+6:] // behind the title and the numbers of the other axis
	if want := []string{"1", "100", "10,000", "1,000,000", "100,000,000", "10,000,000,000"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
