package svgtest_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/internal/svg/svgtest"
)

// Each saboteur breaks a sound picture in one way and is found out.
func TestSaboteurs(t *testing.T) {
	const sound = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50" role="img">
<title>t</title><desc>d</desc>
<rect width="100" height="50" fill="#ffffff"/>
<svg x="0" y="0" width="10" height="10" viewBox="0 0 10 10"><rect x="0" y="0" width="100" height="50" fill="#000000"/></svg>
<rect x="40" y="0" width="60" height="20" fill="#000000"/>
<text x="10" y="30" font-size="10" fill="#000000">left</text>
<text x="70" y="15" font-size="10" text-anchor="middle" font-weight="bold" fill="#ffffff">middle</text>
<text x="90" y="30" font-size="10" text-anchor="end" fill="#000000"><title>tooltip</title>right</text>
<text x="10" y="45" font-size="10" transform="rotate(-90 10 45)" fill="#000000">up</text>
</svg>`
	if got := svgtest.Faults([]byte(sound)); len(got) > 0 {
		t.Fatalf("the sound picture has faults: %q", got)
	}
	for _, c := range []struct{ desc, old, with, want string }{
		{"half an element", "</svg>", "", "no XML: XML syntax error on line 10: unexpected EOF"},
		{"two pictures", sound, sound + "text", `"text" stands outside the picture`},
		{"nothing", sound, "", "there is no picture"},
		{"another root", sound, "<title>t</title>", "the root is title"},
		{"a comment", "<title>t", "<!-- c --><title>t", "xml.Comment has no place in a picture"},
		{"no title", "<title>t</title>", "", "the picture has no title"},
		{"a script", "<desc>", "<script/><desc>", "the element script has no place in a picture"},
		{"a handler", "<desc>", `<desc onclick="f()">`, "desc has the attribute onclick"},
		{"a link", "<desc>", `<desc xmlns:xlink="http://www.w3.org/1999/xlink" xlink:x="y">`, "desc has the attribute x"},
		{"no number", `x="40"`, `x="NaN"`, `x of rect is "NaN"`},
		{"an attribute that ends", `x="40"`, `x="4&quot;0"`, `x of rect is "4\"0"`},
		{"loose text", "<desc>", "loose<desc>", `"\nloose`},
		{"out to the left", `x="10" y="30"`, `x="-1" y="30"`, `"left" reaches from -1.0`},
		{"out to the right", `x="90" y="30"`, `x="101" y="30"`, `"right" reaches`},
		{"out at the top", `x="10" y="30"`, `x="10" y="6"`, `"left" reaches`},
		{"out at the bottom", `x="10" y="30"`, `x="30" y="49"`, `"left" reaches`},
		{"turned out of the top", `y="45" font-size="10" transform="rotate(-90 10 45)"`, `y="8" font-size="10" transform="rotate(-90 10 8)"`, `"up" reaches`},
		{"two at one place", `x="90" y="30"`, `x="35" y="28"`, `"right" covers "left"`},
		{"gray on black", `fill="#ffffff">middle`, `fill="#666666">middle`, `"middle" in "#666666" on #000000 has a contrast of 3.66`},
		{"white on white", `fill="#000000">left`, `fill="#ffffff">left`, `"left" in "#ffffff" on #ffffff has a contrast of 1.00`},
		{"no color", `fill="#000000">left`, `fill="black">left`, `"left" in "black"`},
	} {
		t.Run(c.desc, func(t *testing.T) {
			broken := strings.Replace(sound, c.old, c.with, 1)
			if c.old == "</svg>" {
				broken = strings.TrimSuffix(sound, c.old)
			}
			got := svgtest.Faults([]byte(broken))
			if !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, c.want) }) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
