package svg_test

import (
	"bytes"
	"fmt"

	"github.com/aimskit/aimskit/internal/svg"
)

// A chart is a value; its picture is bytes to write to a file or into a page.
func ExampleBars() {
	base := 100.0
	chart := svg.Bars{
		Title: "What the loss depends on",
		Axis:  svg.Axis{Title: "loss, thousand EUR"},
		Base:  &base,
		Bars: []svg.Bar{
			{Label: "rate of events", Segments: []svg.Segment{{60, 100, svg.Series(0)}, {100, 190, svg.Series(1)}}, Text: "60 … 190"},
		},
	}
	picture := chart.Picture().Bytes()
	for line := range bytes.Lines(picture) {
		if bytes.HasPrefix(line, []byte("<title>")) || bytes.Contains(line, []byte("60 …")) {
			fmt.Printf("%s", line)
		}
	}
	// Output:
	// <title>What the loss depends on</title>
	// <text x="686.1" y="60" font-size="12" fill="#000000">60 … 190</text>
}
