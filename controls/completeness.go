package controls

import "github.com/aimskit/aimskit/aims"

// Completeness returns the controls of the catalogue that the statement has
// no row for, and those whose row is undecided, both in the order of the
// catalogue. A statement is complete when both are empty.
func Completeness(s Statement, c Catalogue) (missing, undecided []aims.Key) {
	decided := make(map[aims.Key]bool, len(s.Rows))
	for _, r := range s.Rows {
		decided[r.Control] = decided[r.Control] || r.Applicability != Undecided
	}
	for control := range c.All() {
		switch is, listed := decided[control.Key]; {
		case !listed:
			missing = append(missing, control.Key)
		case !is:
			undecided = append(undecided, control.Key)
		}
	}
	return missing, undecided
}
