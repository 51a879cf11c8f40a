package risk_test

import (
	"testing"

	"github.com/aimskit/aimskit/risk"
)

func FuzzTopic(f *testing.F) {
	for _, s := range []string{"", "bias", "Bias", "bias "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var topic risk.Topic
		err := topic.UnmarshalText([]byte(text))
		if (err == nil) != risk.Topic(text).Known() || err == nil && string(topic) != text || err != nil && topic != "" {
			t.Fatalf("%q is read as %q, %v", text, topic, err)
		}
	})
}
