package canon

import (
	"fmt"
	"strconv"
)

// fail returns kind as the error for the place where the writer is.
func (w *writer) fail(kind error, what []byte) error {
	const longest = 64
	if len(what) > longest {
		what = append(what[:longest:longest], "…"...)
	}
	return fmt.Errorf("%w: %s at %q", kind, string(what), w.pointer())
}

// pointer returns the JSON pointer to where the writer is.
func (w *writer) pointer() string {
	var b []byte
	for _, s := range w.path {
		b = append(b, '/')
		if !s.named {
			b = strconv.AppendInt(b, int64(s.index), 10)
		}
		for _, c := range s.name.of(w.names) {
			switch c {
			case '~':
				b = append(b, "~0"...)
			case '/':
				b = append(b, "~1"...)
			default:
				b = append(b, c)
			}
		}
	}
	return string(b)
}
