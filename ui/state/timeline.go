package state

// TimelineView is what of the timeline is shown. The zero view shows all.
type TimelineView struct {
	Without    Keys // the lanes that the legend switched off
	Zoom       Zoom
	Table      bool   // what is seen as a table, not as a chart
	Sort       string // the column that the table is sorted by; empty: by date
	Descending bool   // the last first
}
