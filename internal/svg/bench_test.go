package svg_test

import "testing"

// BenchmarkPicture draws the samples; a report holds a few of them.
func BenchmarkPicture(b *testing.B) {
	b.Run("heatmap", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			heatMap().Picture().Bytes()
		}
	})
	b.Run("exceedance", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			exceedance().Picture().Bytes()
		}
	})
}
