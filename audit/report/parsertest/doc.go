// Package parsertest reads the documents of package report with parsers that
// others wrote, those of golang.org/x/net/html and goldmark. It is a module of
// its own, so that the library needs neither, and holds tests alone: whatever a
// text holds, a reader of the page or of the Markdown sees a text.
package parsertest
