package svg_test

import (
	"math"

	"github.com/aimskit/aimskit/internal/svg"
)

// sample is a picture that testdata keeps, to be looked at after a change.
type sample struct {
	name    string
	picture *svg.Picture
}

func samples() []sample {
	return []sample{
		{"heatmap", heatMap().Picture()},
		{"ranking", ranking().Picture()},
		{"exceedance", exceedance().Picture()},
		{"tornado", tornado().Picture()},
		{"bounds", bounds().Picture()},
		{"trend", trend().Picture()},
		{"empty", svg.Curves{Title: "Losses of a year", X: svg.Axis{Title: "loss"}}.Picture()},
		{"hostile", hostile().Picture()},
	}
}

func heatMap() svg.Grid {
	ramp := svg.Ramp(4)
	names := []string{"low", "medium", "high", "extreme"}
	levels := [5][5]int{{0, 0, 0, 1, 1}, {0, 0, 1, 1, 2}, {0, 1, 1, 2, 2}, {1, 1, 2, 2, 3}, {1, 2, 2, 3, 3}}
	counts := map[[2]int]string{{0, 4}: "2", {1, 2}: "7", {2, 2}: "3", {3, 3}: "1", {4, 1}: "12", {4, 4}: "1"}
	g := svg.Grid{
		Title:       "Risks by likelihood and consequence",
		Description: "26 risks, one of them extreme",
		RowTitle:    "Likelihood", ColumnTitle: "Consequence",
		Columns: []string{"negligible", "minor", "moderate", "major", "severe"},
		Note:    "Counted at the current rating; 2 risks have none.",
	}
	for i, n := range names {
		g.Legend = append(g.Legend, svg.Key{Color: ramp[i], Label: n})
	}
	for l := 4; l >= 0; l-- {
		row := svg.GridRow{Label: []string{"rare", "unlikely", "possible", "likely", "almost certain"}[l]}
		for c := range 5 {
			row.Cells = append(row.Cells, svg.Cell{Color: ramp[levels[l][c]], Text: counts[[2]int{l, c}], Sub: names[levels[l][c]], Bold: true})
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

func ranking() svg.Grid {
	ramp := svg.Ramp(4)
	names := []string{"low", "medium", "high", "extreme"}
	g := svg.Grid{
		Title:   "Risks, the worst first",
		Columns: []string{"inherent", "current", "residual", "target"},
	}
	for i, title := range []string{
		"1  R-07 Model discriminates against applicants with foreign first names and nobody notices for months",
		"2= R-01 Drift after a change of interest rates",
		"2= R-12 Supplier of the income estimate ends its service",
		"4  R-03 Reasons given for a refusal are wrong",
		"5  R-19 Prompt injection through uploaded documents",
		"6  R-20 Case workers follow every recommendation",
		"7  R-25 Retraining consumes more energy than planned",
	} {
		row := svg.GridRow{Label: title}
		for c := range 4 {
			level := max(0, 3-(i+c)/2)
			row.Cells = append(row.Cells, svg.Cell{Color: ramp[level], Text: names[level]})
		}
		if i == 3 {
			row.Cells[3] = svg.Cell{Text: "not rated"}
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// lognormal returns P(X > x) over losses from 10^2.6 to 10^7.2.
func lognormal(mu, sigma float64) []svg.Point {
	var out []svg.Point
	for e := 2.6; e <= 7.2; e += 0.05 {
		x := math.Pow(10, e)
		out = append(out, svg.Point{X: x, Y: 0.5 * math.Erfc((math.Log(x)-mu)/(sigma*math.Sqrt2))})
	}
	return out
}

func exceedance() svg.Curves {
	return svg.Curves{
		Title:       "Losses of a year: how likely is more?",
		Description: "Two falling curves; with the controls the chance of more than a million is one third",
		X:           svg.Axis{Title: "loss of a year, EUR", Log: true},
		Y:           svg.Axis{Title: "probability of more", Log: true, Min: 0.001, Max: 1, Format: svg.Percent},
		Curves: []svg.Curve{
			{Label: "as it is", Points: lognormal(11.5, 1.6), Low: lognormal(11.3, 1.5), High: lognormal(11.7, 1.7)},
			{Label: "with both controls", Points: lognormal(10.4, 1.6), Dashed: true},
		},
		Marks: []svg.Mark{{98716, "median 98,716"}, {767000, "VaR 90 % 767,000"}, {1372000, "VaR 95 % 1,372,000"}, {4081000, "VaR 99 %"}},
		Note:  "1,000,000 simulated years, seed 42. The band shows the uncertainty of the parameters from the 5th to the 95th percentile.",
	}
}

func tornado() svg.Bars {
	base := 1794384.0
	b := svg.Bars{
		Title:  "What the expected loss depends on",
		Axis:   svg.Axis{Title: "expected loss of a year, EUR"},
		Base:   &base,
		Legend: []svg.Key{{Color: svg.Series(0), Label: "factor at its 10th percentile"}, {Color: svg.Series(1), Label: "factor at its 90th percentile"}},
		Note:   "One factor at a time, the others at their means.",
	}
	for _, f := range []struct {
		name      string
		low, high float64
	}{
		{"contact frequency", 610000, 3220000},
		{"size of the primary loss", 1100000, 2700000},
		{"share of events with a secondary loss", 1250000, 2400000},
		{"strength of the access control", 2150000, 1390000},
	} {
		b.Bars = append(b.Bars, svg.Bar{
			Label:    f.name,
			Segments: []svg.Segment{{base, f.low, svg.Series(0)}, {base, f.high, svg.Series(1)}},
			Text:     svg.Number(f.low) + " … " + svg.Number(f.high),
		})
	}
	return b
}

func bounds() svg.Bars {
	b := svg.Bars{
		Title:  "Readiness by clause, with its bounds",
		Axis:   svg.Axis{Max: 1, Format: svg.Percent},
		Legend: []svg.Key{{Color: "#2c6e49", Label: "shown by records"}, {Color: "#b9d8c2", Label: "possible"}},
	}
	for i, clause := range []string{"4 Context", "5 Leadership", "6 Planning", "7 Support", "8 Operation", "9 Performance evaluation", "10 Improvement"} {
		low := 0.1 + 0.12*float64(i)
		b.Bars = append(b.Bars, svg.Bar{
			Label:    clause,
			Segments: []svg.Segment{{0, low + 0.1, "#b9d8c2"}, {0, low, "#2c6e49"}},
			Text:     svg.Percent(low),
		})
	}
	return b
}

func trend() svg.Curves {
	return svg.Curves{
		Title: "Score, month by month",
		X:     svg.Axis{Title: "month", Min: 1, Max: 10},
		Y:     svg.Axis{Title: "score", Max: 1, Format: svg.Percent},
		Curves: []svg.Curve{
			{Label: "score", Points: []svg.Point{{1, 0.02}, {3, 0.31}, {5, 0.55}, {8, 0.8}, {10, 0.93}}, Dots: true},
			{Label: "at best", Points: []svg.Point{{1, 0.9}, {3, 0.95}, {5, 0.97}, {8, 0.99}, {10, 1}}, Step: true},
		},
	}
}

// hostile holds what should not be in any picture.
func hostile() svg.Grid {
	long := "Ein sehr langes Wort: Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz, das niemand bricht"
	return svg.Grid{
		Title:       `</title><script>alert("1")</script> & 'quotes' ` + long,
		Description: "\x00\x1b[31m\xff\u202e" + long,
		RowTitle:    long + long,
		ColumnTitle: long,
		Columns:     []string{"\u202edrawkcab", long, "漢字と仮名交じりの長い見出し", "🙂🙂🙂🙂🙂🙂🙂🙂🙂"},
		Rows: []svg.GridRow{
			{Label: `" onload="alert(1)`, Cells: []svg.Cell{{Color: `red" onclick="alert(1)`, Text: long}, {Color: "#777777", Text: "grey"}, {Color: "#767676", Text: "grey"}}},
			{Label: "Ζαλοò̴̡̨̢̧̲̳͎͖͔͓͇͈͉͍̖̗̘̙̜̝̞̟̠̣̤̥̦̩̪̫̬̭̮̯̰̱̹̺̻̼́̂̃̄̅", Cells: []svg.Cell{{Color: "#ffff00", Text: "\ufdfd\ufdfd"}, {Color: "#0000ff", Text: "\u202e\u2066abc"}}},
			{Label: long, Cells: make([]svg.Cell, 9)},
			{},
		},
		Legend: []svg.Key{{"#123456", long, false}, {"", long, true}, {"#abcdef", "", false}},
		Note:   long + "\n" + long + "\r\n\t" + long + long + long + long + long + long + long + long,
	}
}
