package chart

import (
	"slices"

	"parley/model"
)

// Name names a chart, in the window's state, in file names, and on the command line.
type Name string

// The charts.
const (
	RoundsName    Name = "rounds"
	TimeName      Name = "time"
	ExchangesName Name = "exchanges"

	CategoriesName Name = "categories"
	FulfilmentName Name = "fulfilment"
)

// definition is how a chart is made, and of which kinds it can be.
type definition struct {
	name    Name
	make    func(*model.Dataset, Options) Chart
	offered func(*model.Dataset, model.KindID) bool // nil: for every kind
}

// definitions are the charts in the order in which they are offered.
var definitions = []definition{
	{name: RoundsName, make: func(ds *model.Dataset, o Options) Chart { return RoundsChart(ds, o) }},
	{name: TimeName, make: func(ds *model.Dataset, o Options) Chart { return TimeChart(ds, o) }},
	{name: ExchangesName, make: func(ds *model.Dataset, o Options) Chart { return ExchangesChart(ds, o) }},
	{
		name:    CategoriesName,
		make:    func(ds *model.Dataset, o Options) Chart { return CategoriesChart(ds, o) },
		offered: func(ds *model.Dataset, kind model.KindID) bool { return ds.HasCategories(kind) },
	},
	{
		name: FulfilmentName,
		make: func(ds *model.Dataset, o Options) Chart { return FulfilmentChart(ds, o) },
	},
}

// Names lists the charts in the order in which they are offered.
func Names() []Name {
	names := make([]Name, len(definitions))
	for i, d := range definitions {
		names[i] = d.name
	}
	return names
}

// IsOffered reports whether there is such a chart of this kind: of a kind without categories there is none by category.
func IsOffered(n Name, ds *model.Dataset, kind model.KindID) bool {
	i := slices.IndexFunc(definitions, func(d definition) bool { return d.name == n })
	return i >= 0 && (definitions[i].offered == nil || definitions[i].offered(ds, kind))
}

// New makes a chart; it is nil for a name that is none.
func New(n Name, ds *model.Dataset, opts Options) Chart {
	i := slices.IndexFunc(definitions, func(d definition) bool { return d.name == n })
	if i < 0 {
		return nil
	}
	return definitions[i].make(ds, opts)
}
