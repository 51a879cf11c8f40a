// Package instrument runs questionnaires as data.
package instrument
