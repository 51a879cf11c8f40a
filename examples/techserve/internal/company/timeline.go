package company

import (
	"time"

	"github.com/aimskit/aimskit/aims"
)

// life is a record over the months: as it was first recorded, and what was
// changed in it afterwards, in order of time.
type life[T aims.Record] struct {
	first T
	later []change[T]
}

type change[T aims.Record] struct {
	on   aims.Date
	make func(*T)
}

// born begins a life. The record exists from its own day on.
func born[T aims.Record](r T) life[T] { return life[T]{first: r} }

// then adds a change. It must leave lists that the record had before alone:
// append to a clone, or set another list.
func (l life[T]) then(on aims.Date, make func(*T)) life[T] {
	l.later = append(l.later[:len(l.later):len(l.later)], change[T]{on, make})
	return l
}

// state returns the records that exist at the end of a day, as they are then.
func state[T aims.Record](lives []life[T], end aims.Date) []T {
	var list []T
	for _, l := range lives {
		if l.first.Since() > end {
			continue
		}
		r := l.first
		for _, c := range l.later {
			if c.on <= end {
				c.make(&r)
			}
		}
		list = append(list, r)
	}
	return list
}

// on returns a day of a month of the story; month 1 is January 2026.
func on(month, day int) aims.Date {
	return aims.MustDate("2026-01-01").AddMonths(month - 1).AddDays(day - 1)
}

// endOf returns the last day of a month of the story.
func endOf(month int) aims.Date { return on(month+1, 1).AddDays(-1) }

// date returns a day by the calendar, for what lies before the story.
func date(year int, month time.Month, day int) aims.Date {
	return on(1, 1).AddMonths(12*(year-2026) + int(month) - 1).AddDays(day - 1)
}

// approval binds content, as it is when the change is made, to a person.
func approval(content any, by aims.PersonID, on aims.Date) aims.Approval {
	digest, err := aims.DigestOf(content)
	if err != nil {
		panic(err) // every record of the library has JSON
	}
	return aims.Approval{By: by, On: on, Digest: digest}
}

// add appends to a copy, so that no two states of a record share a list.
func add[T any](list []T, more ...T) []T { return append(list[:len(list):len(list)], more...) }
