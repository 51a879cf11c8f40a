// Package svg draws the library's pictures: heat maps and rankings ([Grid]),
// tornado and other bars ([Bars]), exceedance curves and trends ([Curves]).
//
// A picture is one self-contained SVG element. It carries presentation
// attributes only (no style, script, link, id or font file), so that it works
// inside a page under a strict content policy, many times on one page. Title
// and description go to screen readers, and the full text of whatever had to
// be shortened is kept as a tooltip.
//
// Three promises hold for any input, hostile text and numbers included:
//
//   - Text never leaves the picture. It is measured with the widest of the
//     sans-serif faces that viewers use; what would leave is moved, then
//     shortened with an ellipsis. A picture grows downwards as things are drawn.
//   - Text can be read: its color is chosen against what lies behind it, with
//     a contrast of at least 4.5 (WCAG 2, level AA).
//   - The same input gives the same bytes: coordinates are rounded to a tenth
//     of a pixel, in a way that hides the last digits in which machines differ.
//
// Numbers without a place on an axis (not finite; zero or less on a
// logarithmic one) are not drawn, and the picture says how many. Package
// svgtest checks finished pictures.
package svg
