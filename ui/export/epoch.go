package export

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

// Epoch is the date that files are to tell of themselves where SOURCE_DATE_EPOCH names one, as whoever builds the same
// bytes again sets it; zero where it is not set.
func Epoch() (time.Time, error) {
	text := os.Getenv("SOURCE_DATE_EPOCH")
	if text == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	const lastOfYear9999 = 253402300799
	if err != nil || seconds < 0 || seconds > lastOfYear9999 {
		return time.Time{}, fmt.Errorf("SOURCE_DATE_EPOCH: %q is no number of seconds since 1970", text)
	}
	return time.Unix(seconds, 0).UTC(), nil
}
