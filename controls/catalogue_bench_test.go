package controls_test

import (
	"strconv"
	"testing"

	"github.com/aimskit/aimskit/aims"
	"github.com/aimskit/aimskit/controls"
)

// BenchmarkLookup looks up every control in turn; a figure is one look-up. The
// yardstick is a plain map of the same controls.
func BenchmarkLookup(b *testing.B) {
	c := controls.Edition2023()
	var ids []aims.ControlID
	var keys []aims.Key
	for ctl := range c.All() {
		ids, keys = append(ids, ctl.ID()), append(keys, ctl.Key)
	}
	b.Run("id", func(b *testing.B) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			if _, ok := c.Lookup(ids[i]); !ok {
				b.Fatal(ids[i])
			}
			if i++; i == len(ids) {
				i = 0
			}
		}
	})
	b.Run("yardstick", func(b *testing.B) {
		naive := make(map[aims.ControlID]controls.Control)
		for ctl := range c.All() {
			naive[ctl.ID()] = ctl
		}
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			if _, ok := naive[ids[i]]; !ok {
				b.Fatal(ids[i])
			}
			if i++; i == len(ids) {
				i = 0
			}
		}
	})
	b.Run("key", func(b *testing.B) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			if _, ok := c.LookupKey(keys[i]); !ok {
				b.Fatal(keys[i])
			}
			if i++; i == len(keys) {
				i = 0
			}
		}
	})
}

func BenchmarkResolveRefusal(b *testing.B) {
	c := controls.Edition2023()
	for _, s := range []string{"A.6.2.1", "no such thing"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.Resolve(s); err == nil {
					b.Fatal(s)
				}
			}
		})
	}
}

func BenchmarkEdition2023(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		controls.Edition2023()
	}
}

func TestLookupAllocatesNothing(t *testing.T) {
	c := controls.Edition2023()
	key := aims.ControlKey("A.6.2.4")
	got := testing.AllocsPerRun(100, func() {
		if _, ok := c.Lookup("A.6.2.4"); !ok {
			t.Fatal("no A.6.2.4")
		}
		if _, ok := c.LookupKey(key); !ok {
			t.Fatal("no key")
		}
		if _, ok := c.Lookup("A.6.2.1"); ok {
			t.Fatal("an objective was found")
		}
	})
	if got != 0 {
		t.Errorf("a look-up allocates %v times, want 0", got)
	}
}

// BenchmarkWith adds 10,000 own controls at once.
func BenchmarkWith(b *testing.B) {
	own := make([]controls.Custom, 10_000)
	for i := range own {
		own[i] = custom("own/C-" + strconv.Itoa(i))
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := controls.Edition2023().With(own...); err != nil {
			b.Fatal(err)
		}
	}
}
