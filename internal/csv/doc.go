// Package csv writes tables that a spreadsheet shows as they are.
//
// Spreadsheets take a cell that begins with =, +, - or @ for a formula, also
// behind white space, and some run it. Such a cell gets an apostrophe in
// front; numbers are left as they are, so that a column of figures stays one.
// Because many spreadsheets split lines at semicolons, which quotes do not
// prevent when the file is separated by commas, the same holds behind a
// semicolon, tab or line break inside a cell. [Plain] takes the apostrophes
// away again, exactly.
//
// The rest is RFC 4180 with line feeds, in UTF-8 without a byte order mark:
// Python and R read it without options.
package csv
