// Package icaltest holds no code: its tests read the calendars that package
// certification writes with a reader of calendars that somebody else wrote.
package icaltest
