package aims_test

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/google/go-cmp/cmp"
)

// lines gives the problems that a check leaves, as "POINTER CODE".
func lines(check func(*aims.Checker)) []string {
	var c aims.Checker
	check(&c)
	var out []string
	for _, p := range aims.Problems(c.Err()) {
		out = append(out, p.Path+" "+string(p.Code))
	}
	return out
}

type parts []part

type part struct{ bad bool }

func (p part) Validate() error {
	var c aims.Checker
	if p.bad {
		c.Text("name", "")
		c.Add("", aims.Twice, "value", "whole")
	}
	return c.Err()
}

func TestChecker(t *testing.T) {
	day := aims.MustDate("2026-03-01")
	digest := aims.DigestBytes(nil)
	for _, tt := range []struct {
		desc  string
		check func(*aims.Checker)
		want  []string
	}{
		{"nothing wrong", func(*aims.Checker) {}, nil},
		{"text", func(c *aims.Checker) {
			c.Text("good", "Größe, 尺寸\n\tsecond line\r\n\uFFFD")
			c.Text("empty", "")
			c.Text("blank", " \n\t")
			c.Text("null", "a\x00b")
			c.Text("escape", "\x1b[31m")
			c.Text("latin", "caf\xe9")
			c.Text("longest", strings.Repeat("x", aims.MaxText))
			c.Text("long", strings.Repeat("x", aims.MaxText+1))
			c.OptionalText("absent", "")
			c.OptionalText("c1", "\u0085")
		}, []string{
			"/empty aims/missing", "/blank aims/missing", "/null aims/text-malformed", "/escape aims/text-malformed",
			"/latin aims/text-malformed", "/long aims/text-too-long", "/c1 aims/text-malformed",
		}},
		{
			"list of texts, in a field of several steps", func(c *aims.Checker) { c.TextList("reviews/2/notes", []string{"a", " ", "b"}) },
			[]string{"/reviews/2/notes/1 aims/missing"},
		},
		{"a list that is the value itself", func(c *aims.Checker) { c.TextList("", []string{"a", ""}) }, []string{"/1 aims/missing"}},
		{"dates", func(c *aims.Checker) {
			c.Date("good", day)
			c.Date("absent", 0)
			c.Date("out", -5)
			c.OptionalDate("none", 0)
			c.OptionalDate("late", 1<<30)
		}, []string{"/absent aims/missing", "/out aims/date-malformed", "/late aims/date-malformed"}},
		{"order of dates", func(c *aims.Checker) {
			c.NotBefore("same", day, "first", day)
			c.NotBefore("later", day+1, "first", day)
			c.NotBefore("earlier", day-1, "first", day)
			c.NotBefore("unknown", 0, "first", day)
			c.NotBefore("since", day, "first", 0)
			c.NotBefore("malformed", -1, "first", day)
		}, []string{"/earlier aims/dates-swapped"}},
		{"counts", func(c *aims.Checker) {
			c.Count("unknown", aims.Amount{})
			c.Count("zero", aims.AmountInt(0))
			c.Count("less", aims.MustAmount("-0.5"))
		}, []string{"/less aims/negative"}},
		{"keys", func(c *aims.Checker) {
			c.Key("good", aims.ClauseKey("6.1.3"))
			c.Key("absent", aims.Key{})
			c.Keys("list", []aims.Key{aims.ClauseKey("6.1"), {}, aims.ClauseKey("6.1"), {Framework: "x"}, aims.ClauseKey("6.1")})
		}, []string{
			"/absent aims/missing", "/list/1 aims/missing", "/list/2 aims/twice", "/list/3 aims/key-malformed", "/list/4 aims/twice",
		}},
		{"references", func(c *aims.Checker) {
			c.Ref("good", aims.Ref{Kind: aims.KindPolicy, ID: "p-1"})
			c.Ref("absent", aims.Ref{})
			c.Ref("half", aims.Ref{Kind: aims.KindPolicy})
			c.Refs("list", []aims.Ref{{Kind: "a", ID: "1"}, {}, {Kind: "a", ID: "1"}, {}})
		}, []string{"/absent aims/missing", "/half aims/ref-malformed", "/list/1 aims/missing", "/list/2 aims/twice", "/list/3 aims/missing"}},
		{"digests", func(c *aims.Checker) {
			c.Digest("good", digest)
			c.Digest("absent", "")
			c.Digest("bad", "sha256:00")
			c.OptionalDigest("none", "")
			c.OptionalDigest("upper", aims.Digest(strings.ToUpper(string(digest))))
		}, []string{"/absent aims/missing", "/bad aims/digest-malformed", "/upper aims/digest-malformed"}},
		{"ids", func(c *aims.Checker) {
			aims.CheckID(c, "good", aims.PolicyID("p-1"))
			aims.CheckID(c, "absent", aims.PolicyID(""))
			aims.CheckID(c, "bad", aims.PolicyID("p 1"))
			aims.CheckOptionalID(c, "none", aims.PolicyID(""))
			aims.CheckIDs(c, "in/0/list", []aims.PolicyID{"a", "", "a", "-", "A", "a"})
		}, []string{
			"/absent aims/missing", "/bad aims/id-malformed",
			"/in/0/list/1 aims/missing", "/in/0/list/2 aims/twice", "/in/0/list/3 aims/id-malformed", "/in/0/list/5 aims/twice",
		}},
		{"words", func(c *aims.Checker) {
			aims.CheckWord(c, "good", aims.Yes)
			aims.CheckWord(c, "absent", aims.Unknown)
			aims.CheckWord(c, "bad", aims.Answer(9))
			aims.CheckOptionalWord(c, "none", aims.EvidenceForm(""))
			aims.CheckOptionalWord(c, "other", aims.EvidenceForm("rumour"))
			aims.CheckWords(c, "list", []aims.Nature{aims.NatureLaw, "", aims.NatureLaw, "custom", "custom"})
		}, []string{
			"/absent aims/missing", "/bad aims/word-unknown", "/other aims/word-unknown",
			"/list/1 aims/missing", "/list/2 aims/twice", "/list/3 aims/word-unknown", "/list/4 aims/word-unknown",
		}},
		{"elements of lists, one in the other", func(c *aims.Checker) {
			in := c.In("reviews", 2)
			in.Date("on", 0)
			c.Text("title", "")
			deep := in.In("", 0).In("a/b", 1)
			aims.CheckID(deep, "", aims.PolicyID("-"))
			deep.Nest("part", part{bad: true}.Validate())
			in.Text("note", "")
		}, []string{
			"/reviews/2/on aims/missing", "/title aims/missing", "/reviews/2/0/a/b/1 aims/id-malformed",
			"/reviews/2/0/a/b/1/part/name aims/missing", "/reviews/2/0/a/b/1/part aims/twice", "/reviews/2/note aims/missing",
		}},
		{"parts", func(c *aims.Checker) {
			aims.CheckEach(c, "a/b", parts{{}, {bad: true}})
			c.Nest("none", nil)
			c.Nest("foreign", errors.New("of another library"))
		}, []string{"/a/b/1/name aims/missing", "/a/b/1 aims/twice", "/foreign aims/unreadable"}},
	} {
		t.Run(tt.desc, func(t *testing.T) {
			if d := cmp.Diff(tt.want, lines(tt.check)); d != "" {
				t.Errorf("(-want +got)\n%s", d)
			}
		})
	}
}

// What stands twice is found in lists of any length, wherever it stands.
func TestCheckerTwice(t *testing.T) {
	const n = 40
	for again := 1; again < n; again++ {
		for first := range again {
			ids, keys, refs := make([]aims.PolicyID, n), make([]aims.Key, n), make([]aims.Ref, n)
			for i := range n {
				id := "x" + strconv.Itoa(i)
				if i == again {
					id = "x" + strconv.Itoa(first)
				}
				ids[i], keys[i], refs[i] = aims.PolicyID(id), aims.Key{Framework: "own", ID: id}, aims.Ref{Kind: "x", ID: id}
			}
			ids[0], ids[n-1] = "-", "-" // malformed is not twice
			if again == n-1 {
				ids[again] = ids[first]
			}
			at := "/" + strconv.Itoa(again) + " aims/twice"
			want := []string{"/keys" + at, "/refs" + at}
			got := lines(func(c *aims.Checker) { c.Keys("keys", keys); c.Refs("refs", refs) })
			if d := cmp.Diff(want, got); d != "" {
				t.Fatalf("%d as %d (-want +got)\n%s", again, first, d)
			}
			if got := lines(func(c *aims.Checker) { aims.CheckIDs(c, "ids", ids) }); slices.Contains(got, "/ids"+at) != (first > 0) {
				t.Fatalf("%d as %d: %v", again, first, got)
			}
		}
	}
}

func TestCheckerZeroValueIsReady(t *testing.T) {
	var c aims.Checker
	if err := c.Err(); err != nil {
		t.Errorf("an error without a problem: %v", err)
	}
	c.In("x", 0).Add("y", aims.Missing)
	if err := c.Err(); !errors.Is(err, aims.ErrInvalid) {
		t.Errorf("got %v", err)
	}
}

// A package brings sentences of its own, and those of aims stay reachable.
func TestCheckerTexts(t *testing.T) {
	const own aims.Code = "other/own"
	c := aims.Checker{Texts: map[aims.Code]string{own: "own sentence on {what}"}}
	c.Add("a", own, "what", "this")
	c.In("b", 0).Add("b", own, "what", "that")
	c.Add("b", aims.Missing)
	c.Add("c", "other/unheard", "x", "1", "left over")
	var got []string
	for _, p := range aims.Problems(c.Err()) {
		got = append(got, p.Sentence())
	}
	if d := cmp.Diff([]string{"own sentence on this", "own sentence on that", aims.Sentences()[aims.Missing], "other/unheard x=1"}, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

func TestField(t *testing.T) {
	for want, parts := range map[string][]any{
		"":              nil,
		"a":             {"a"},
		"reviews/2/on":  {"reviews", 2, "on"},
		"ext/a~1b~0c/0": {"ext", "a/b~c", 0},
		"ext//0":        {"ext", "", 0},
		"ext/~01":       {"ext", "~1"},
	} {
		if got := aims.Field(parts...); got != want {
			t.Errorf("Field(%v) = %q, want %q", parts, got, want)
		}
	}
}
