package svg_test

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/aimskit/aimskit/internal/svg"
	"github.com/aimskit/aimskit/internal/svg/svgtest"
)

// value draws numbers, and what should have been one.
func value() *rapid.Generator[float64] {
	return rapid.OneOf(
		rapid.Float64Range(-10, 10),
		rapid.Float64Range(0, 1),
		rapid.Float64(),
		rapid.SampledFrom([]float64{0, math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat64, -math.MaxFloat64, math.SmallestNonzeroFloat64}),
	)
}

func axis() *rapid.Generator[svg.Axis] {
	return rapid.Custom(func(t *rapid.T) svg.Axis {
		a := svg.Axis{Title: text().Draw(t, "title"), Log: rapid.Bool().Draw(t, "log")}
		if rapid.Bool().Draw(t, "range") {
			a.Min, a.Max = value().Draw(t, "min"), value().Draw(t, "max")
		}
		if hostile := text().Draw(t, "format"); rapid.Bool().Draw(t, "formatted") {
			a.Format = func(float64) string { return hostile }
		}
		return a
	})
}

func color() *rapid.Generator[svg.Color] {
	return rapid.Map(rapid.StringMatching(`#[0-9a-f]{6}|[#"<a-z]{0,7}`), func(s string) svg.Color { return svg.Color(s) })
}

func keys() *rapid.Generator[[]svg.Key] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) svg.Key {
		return svg.Key{Color: color().Draw(t, "color"), Label: text().Draw(t, "label"), Dashed: rapid.Bool().Draw(t, "dashed")}
	}), 0, 4)
}

func point() *rapid.Generator[svg.Point] {
	return rapid.Custom(func(t *rapid.T) svg.Point {
		return svg.Point{X: value().Draw(t, "x"), Y: value().Draw(t, "y")}
	})
}

func curves() *rapid.Generator[*svg.Picture] {
	points := rapid.SliceOfN(point(), 0, 4)
	return rapid.Custom(func(t *rapid.T) *svg.Picture {
		return svg.Curves{
			Title: "t" + text().Draw(t, "title"), Description: text().Draw(t, "description"), Note: text().Draw(t, "note"),
			X: axis().Draw(t, "x"), Y: axis().Draw(t, "y"),
			Curves: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) svg.Curve {
				return svg.Curve{
					Label: text().Draw(t, "label"), Points: points.Draw(t, "points"),
					Low: points.Draw(t, "low"), High: points.Draw(t, "high"), Color: color().Draw(t, "color"),
					Step: rapid.Bool().Draw(t, "step"), Dots: rapid.Bool().Draw(t, "dots"), Dashed: rapid.Bool().Draw(t, "dashed"),
				}
			}), 0, 3).Draw(t, "curves"),
			Marks: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) svg.Mark {
				return svg.Mark{X: value().Draw(t, "x"), Label: text().Draw(t, "label")}
			}), 0, 4).Draw(t, "marks"),
		}.Picture()
	})
}

func bars() *rapid.Generator[*svg.Picture] {
	return rapid.Custom(func(t *rapid.T) *svg.Picture {
		b := svg.Bars{
			Title: "t" + text().Draw(t, "title"), Axis: axis().Draw(t, "axis"),
			Legend: keys().Draw(t, "legend"), Note: text().Draw(t, "note"),
			Bars: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) svg.Bar {
				return svg.Bar{
					Label: text().Draw(t, "label"), Text: text().Draw(t, "text"), Note: text().Draw(t, "note"),
					Segments: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) svg.Segment {
						return svg.Segment{From: value().Draw(t, "from"), To: value().Draw(t, "to"), Color: color().Draw(t, "color")}
					}), 0, 3).Draw(t, "segments"),
				}
			}), 0, 4).Draw(t, "bars"),
		}
		if rapid.Bool().Draw(t, "has a base") {
			base := value().Draw(t, "base")
			b.Base = &base
		}
		return b.Picture()
	})
}

func grid() *rapid.Generator[*svg.Picture] {
	return rapid.Custom(func(t *rapid.T) *svg.Picture {
		return svg.Grid{
			Title: "t" + text().Draw(t, "title"), RowTitle: text().Draw(t, "row title"), ColumnTitle: text().Draw(t, "column title"),
			Columns: rapid.SliceOfN(text(), 0, 12).Draw(t, "columns"), Legend: keys().Draw(t, "legend"), Note: text().Draw(t, "note"),
			Rows: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) svg.GridRow {
				return svg.GridRow{
					Label: text().Draw(t, "label"), Note: text().Draw(t, "note"),
					Cells: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) svg.Cell {
						return svg.Cell{Color: color().Draw(t, "color"), Text: text().Draw(t, "text"), Sub: text().Draw(t, "sub"), Bold: rapid.Bool().Draw(t, "bold"), Note: text().Draw(t, "note")}
					}), 0, 4).Draw(t, "cells"),
				}
			}), 0, 9).Draw(t, "rows"),
		}.Picture()
	})
}

// Whatever goes in, the promises of the package hold.
func TestPromises(t *testing.T) {
	for name, pictures := range map[string]*rapid.Generator[*svg.Picture]{"curves": curves(), "bars": bars(), "grid": grid()} {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				picture := pictures.Draw(t, "picture").Bytes()
				for _, fault := range svgtest.Faults(picture) {
					t.Errorf("%s", fault)
				}
				if t.Failed() {
					t.Fatalf("%s", picture)
				}
			})
		})
	}
}
