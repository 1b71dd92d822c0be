package chart

import "parley/model"

// The keys of series that a legend's entries switch off and on, see [Options]. Charts that draw the same thing call it
// by the same key, so that what is switched off in one is off in the next.
const (
	agreedSeries   = "agreed"
	carriedSeries  = "carried"
	unknownSeries  = "unknown"
	disputedSeries = "disputed"
	rangeSeries    = "ranges"
	inferredSeries = "inferred"
)

// sideSeries is the key of what one side received.
func sideSeries(id model.SideID) string { return "side:" + string(id) }
