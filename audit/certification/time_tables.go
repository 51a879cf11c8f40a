package certification

import "github.com/aimskit/aimskit/aims"

// The sizes that the rows of the tables for quality and for information
// security end with.
var tableSizes = []int{
	5, 10, 15, 25, 45, 65, 85, 125, 175, 275, 425, 625, 875, 1175, 1550, 2025, 2675, 3450, 4350, 5450, 6800, 8500, 10700,
}

// rows joins sizes and days. A size without days of its own, "", belongs to
// the row after it.
func rows(days ...string) []TimeRow {
	var rows []TimeRow
	from := 1
	for i, d := range days {
		if d != "" {
			rows = append(rows, TimeRow{from, tableSizes[i], aims.MustAmount(d)})
			from = tableSizes[i] + 1
		}
	}
	return rows
}

// QMSTime returns the table for quality management systems.
func QMSTime() TimeTable {
	return TimeTable{
		Name: "QMS", Standard: "ISO 9001", People: "effective personnel",
		Source: "IAF MD 5", Edition: undated, Confidence: ConfidenceB,
		Columns: []TimeColumn{{Rows: rows(
			"1.5", "2", "2.5", "3", "4", "5", "6", "7", "8", "9", "10", "11",
			"12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22",
		)}},
	}
}

// ISMSTime returns the table for information security management systems.
func ISMSTime() TimeTable {
	return TimeTable{
		Name: "ISMS", Standard: "ISO/IEC 27001", People: "persons doing work under the organization's control",
		Source: "ISO/IEC 27006-1", Edition: undated, Confidence: ConfidenceB,
		Columns: []TimeColumn{{Rows: rows(
			"", "5", "6", "7", "8.5", "10", "11", "12", "13", "14", "15", "16.5",
			"17.5", "18.5", "19.5", "21", "22", "23", "24", "25", "26", "27", "28",
		)}},
	}
}

// AIMSTime returns what is public of the table for AI management systems: its
// first row, and what is added. For more than ten people the licensed table
// has to be supplied.
//
// Two readings of one source are ours: third-party agreements beyond five add
// to the time once, not each; and which column fits is for the caller to say,
// since a producer in the source is more than a developer.
func AIMSTime() TimeTable {
	const source, edition = "ISO/IEC 42006, Annex A", "2025"
	first := func(name, days string) TimeColumn {
		return TimeColumn{name, []TimeRow{{1, 10, aims.MustAmount(days)}}}
	}
	add := func(name, of string, beyond int, least, most string) TimeAddition {
		each := aims.Range{AtLeast: aims.MustAmount(least), AtMost: aims.MustAmount(most)}
		return TimeAddition{Name: name, Of: of, Beyond: beyond, Each: each, Source: source, Edition: edition, Confidence: ConfidenceC}
	}
	agreements := add("third-party-agreements", "agreements with third parties", 5, "0.1", "2")
	agreements.Once = aims.Yes
	controls := add("extra-controls", "controls of the Statement of Applicability beyond Annex A", 0, "0.1", "0.1")
	controls.AtMost = aims.AmountInt(2)
	return TimeTable{
		Name: "AIMS", Standard: "ISO/IEC 42001", People: "people in AI life-cycle activities within the scope",
		Source: source, Edition: edition, Confidence: ConfidenceC,
		Columns: []TimeColumn{
			first("producer", "5"),
			first("developer", "3.5"),
			first("provider", "3.5"),
			first("user", "3.5"),
			first("several", "6.5"),
		},
		Additions: []TimeAddition{
			add("systems", "AI systems", 5, "1", "2"),
			add("high-risk-systems", "high-risk AI systems", 0, "0.5", "2"),
			add("frameworks", "regulatory frameworks", 0, "1", "1"),
			agreements,
			controls,
		},
	}
}
