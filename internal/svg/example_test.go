package svg_test

import (
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
	picture := chart.Picture()
	fmt.Println(picture.Width(), picture.Height(), len(picture.Bytes()) < 4000)
	// Output: 760 110.88 true
}
