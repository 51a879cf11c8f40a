package svg

import (
	"encoding/hex"
	"math"
)

// Color is "#rrggbb" in lower or upper case. Anything else, the empty text
// included, is no color: nothing is painted with it, and text on it stands on
// the white ground of the picture.
type Color string

// The colors of the parts that every picture has.
const (
	White Color = "#ffffff"
	Black Color = "#000000"
	Gray  Color = "#595959" // for secondary text
	Faint Color = "#d9d9d9" // for grid lines
)

// legible is the least contrast of text that WCAG 2 asks for at level AA.
const legible = 4.5

// Known reports whether c is a color.
func (c Color) Known() bool {
	_, ok := c.rgb()
	return ok
}

func (c Color) rgb() (rgb [3]byte, ok bool) {
	if len(c) != 7 || c[0] != '#' {
		return rgb, false
	}
	_, err := hex.Decode(rgb[:], []byte(c[1:]))
	return rgb, err == nil
}

// Contrast returns the contrast ratio of two colors after WCAG 2, from 1 to
// 21. What is no color counts as white.
func Contrast(c, d Color) float64 {
	light, dark := c.luminance(), d.luminance()
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}

// luminance is the relative luminance of WCAG 2, from 0 (black) to 1 (white).
func (c Color) luminance() float64 {
	rgb, ok := c.rgb()
	if !ok {
		return 1
	}
	linear := func(b byte) float64 {
		v := float64(b) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(rgb[0]) + 0.7152*linear(rgb[1]) + 0.0722*linear(rgb[2])
}

// Ink returns the color for text on a ground: the wish where it can be read
// there, else black or white, one of which always can.
func Ink(wish, ground Color) Color {
	switch {
	case wish.Known() && Contrast(wish, ground) >= legible:
		return wish
	case Contrast(Black, ground) >= Contrast(White, ground):
		return Black
	}
	return White
}

// calmToAlarm are the corners of [Ramp]. They grow darker, so that their order
// shows without color vision too.
var calmToAlarm = [...][3]float64{{212, 240, 212}, {250, 214, 100}, {240, 150, 60}, {206, 62, 50}, {112, 16, 24}}

// Ramp returns n colors from calm to alarm for the levels of a scale that
// brings none of its own, each darker than the one before.
func Ramp(n int) []Color {
	colors := make([]Color, max(n, 0))
	for i := range colors {
		place := 0.0
		if n > 1 {
			place = float64(i) / float64(n-1) * float64(len(calmToAlarm)-1)
		}
		corner := min(int(place), len(calmToAlarm)-2)
		var rgb [3]byte
		for k := range rgb {
			from, to := calmToAlarm[corner][k], calmToAlarm[corner+1][k]
			rgb[k] = byte(math.Round(snap(from + float64((to-from)*(place-float64(corner))))))
		}
		colors[i] = Color("#" + hex.EncodeToString(rgb[:]))
	}
	return colors
}

var series = [...]Color{"#005a9c", "#a63c00", "#00664f", "#7a2f6d", "#6b5200", "#404040"}

// Series returns a color for the i-th thing in a picture, from zero. Each can
// be read as text on white. There are six, and then they begin again.
func Series(i int) Color {
	n := len(series)
	return series[(i%n+n)%n]
}
