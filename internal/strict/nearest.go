package strict

import "strings"

// Nearest returns the one of words that word most likely means, or "".
func Nearest(word string, words []string) string { return nearest(word, words) }

// nearest returns the one of words that word most likely means: the fewest letters to add, drop,
// change or swap, at most a third of them and at most three; the first among equals, "" if none.
func nearest(word string, words []string) string {
	const longest = 64 // no name is as long, and the work is quadratic
	if len(word) > longest {
		return ""
	}
	best, least := "", min(3, max(len(word)/3, 1))+1
	for _, known := range words {
		if len(known) > longest {
			continue
		}
		if d := distance(strings.ToLower(word), strings.ToLower(known)); d < least {
			best, least = known, d
		}
	}
	return best
}

// distance is the number of bytes to add, drop, change or swap with a neighbour to get from a to b.
func distance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		row[0] = i + 1
		for j := range len(b) {
			change := last[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(change, row[j]+1, last[j+1]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
