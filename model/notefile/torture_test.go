package notefile

import (
	"fmt"
	"os"
	"testing"
)

// tortureKey makes the tests run as often as make torture says, not only as often as the time of make test allows.
const tortureKey = "PARLEY_TORTURE"

// times is how often a test does something: seldom, but often under make torture.
func times(seldom, often int) int {
	if os.Getenv(tortureKey) != "" {
		return often
	}
	return seldom
}

// torment tells make torture what was done and how it went, for its table.
func torment(t *testing.T, fault, format string, args ...any) {
	t.Helper()
	t.Logf("torture|%s|%s", fault, fmt.Sprintf(format, args...))
}
