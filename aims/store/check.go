package store

import (
	"maps"
	"strconv"

	"github.com/aimskit/aimskit/aims"
)

// The codes of arguments that no store takes.
const (
	// RevNegative: a revision is below zero.
	RevNegative aims.Code = "store/rev-negative"
	// LimitRange: a page holds from 1 to [MaxLimit] records.
	LimitRange aims.Code = "store/limit-range"
	// TooManyWrites: more than [MaxWrites] writes at once.
	TooManyWrites aims.Code = "store/too-many-writes"
	// RefAgain: two writes of one Put name the same record.
	RefAgain aims.Code = "store/ref-again"
	// ExpectUnwanted: a record that is to be created is expected to be there.
	ExpectUnwanted aims.Code = "store/expect-unwanted"
	// ExpectMissing: a change of a record does not say which revision it is based on.
	ExpectMissing aims.Code = "store/expect-missing"
	// SchemaRange: a record has no schema, or one beyond [MaxSchema].
	SchemaRange aims.Code = "store/schema-range"
	// DataTooLarge: a record is larger than [MaxData].
	DataTooLarge aims.Code = "store/data-too-large"
	// ContentUnwanted: a write that writes no content has some.
	ContentUnwanted aims.Code = "store/content-unwanted"
	// RefDiffers: the content of a record names another record.
	RefDiffers aims.Code = "store/ref-differs"
	// UpgradeFailed: a record of an older schema cannot be brought to the present one.
	UpgradeFailed aims.Code = "store/upgrade-failed"
)

var texts = map[aims.Code]string{
	RevNegative:     "{got} is no revision; use one that the store returned, or 0",
	LimitRange:      "a page of {got} records cannot be had; ask for 1 to {max}",
	TooManyWrites:   "{got} writes are more than the {max} that a store does at once; split them",
	RefAgain:        "{ref} is written by {other} already; write every record once",
	ExpectUnwanted:  "a record that is to be created is not there yet; leave the revision {got} out, or update the record",
	ExpectMissing:   "say at which revision the record was read that is to be changed",
	SchemaRange:     "{got} is no version of a record's form; use 1 to {max}",
	DataTooLarge:    "{got} bytes are more than the {max} that a record may have; keep large files elsewhere and refer to them",
	ContentUnwanted: "a write of this kind carries no schema and no data; leave them out",
	RefDiffers:      "the content is that of {got}; a record is stored under its own kind and id",
	UpgradeFailed:   "a record of schema {schema} cannot be brought to schema {want}: {error}",
}

// Sentences returns the English sentence template of every problem code of
// this package, for hosts that translate them.
func Sentences() map[aims.Code]string { return maps.Clone(texts) }

// CheckGet reports what is wrong with the arguments of a [Store.Get].
func CheckGet(ref aims.Ref, at Rev) error {
	c := aims.Checker{Texts: texts}
	c.Ref("ref", ref)
	checkRev(&c, "at", at)
	return c.Err()
}

// CheckList reports what is wrong with the arguments of a [Store.List]. The id
// to begin after may be empty and need not be that of a record.
func CheckList(kind aims.Kind, after string, limit int, at Rev) error {
	c := aims.Checker{Texts: texts}
	aims.CheckID(&c, "kind", kind)
	aims.CheckOptionalID(&c, "after", after)
	if limit < 1 || limit > MaxLimit {
		c.Add("limit", LimitRange, "got", strconv.Itoa(limit), "max", strconv.Itoa(MaxLimit))
	}
	checkRev(&c, "at", at)
	return c.Err()
}

// CheckPut reports everything that is wrong with the writes of a [Store.Put],
// with pointers such as /0/expect.
func CheckPut(writes []Write) error {
	c := aims.Checker{Texts: texts}
	if len(writes) > MaxWrites {
		c.Add("", TooManyWrites, "got", strconv.Itoa(len(writes)), "max", strconv.Itoa(MaxWrites))
		return c.Err()
	}
	seen := make(map[aims.Ref]int, len(writes))
	for i, w := range writes {
		c.Nest(strconv.Itoa(i), w.Validate())
		if first, again := seen[w.Ref]; again && !w.Ref.IsZero() {
			c.Add(aims.Field(i, "ref"), RefAgain, "ref", w.Ref.String(), "other", "/"+strconv.Itoa(first))
		} else {
			seen[w.Ref] = i
		}
	}
	return c.Err()
}

// Validate reports every problem of a write by itself.
func (w Write) Validate() error {
	c := aims.Checker{Texts: texts}
	aims.CheckWord(&c, "op", w.Op)
	c.Ref("ref", w.Ref)
	checkRev(&c, "expect", w.Expect)
	switch {
	case w.Op == Create && w.Expect > 0:
		c.Add("expect", ExpectUnwanted, "got", revText(w.Expect))
	case (w.Op == Update || w.Op == Delete) && w.Expect == 0:
		c.Add("expect", ExpectMissing)
	}
	switch w.Op {
	case Create, Update:
		if w.Schema < 1 || w.Schema > MaxSchema {
			c.Add("schema", SchemaRange, "got", strconv.Itoa(w.Schema), "max", strconv.Itoa(MaxSchema))
		}
		switch {
		case len(w.Data) == 0:
			c.Add("data", aims.Missing)
		case len(w.Data) > MaxData:
			c.Add("data", DataTooLarge, "got", strconv.Itoa(len(w.Data)), "max", strconv.Itoa(MaxData))
		}
	case Delete, Assert:
		if w.Schema != 0 || len(w.Data) > 0 {
			c.Add("", ContentUnwanted)
		}
	}
	return c.Err()
}

func checkRev(c *aims.Checker, field string, r Rev) {
	if r < 0 {
		c.Add(field, RevNegative, "got", revText(r))
	}
}

func revText(r Rev) string { return strconv.FormatInt(int64(r), 10) }
