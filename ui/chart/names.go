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

	TopicsName Name = "topics"
	MatrixName Name = "matrix"
)

// definition is how a chart is made, and of what it can be.
type definition struct {
	name    Name
	make    func(*model.Dataset, Options) Chart
	ofWhole bool                                    // about the dataset as a whole, not about one kind of pledge
	offered func(*model.Dataset, model.KindID) bool // nil: always; a chart of the whole is asked with no kind
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
	{
		name: TimelineName, ofWhole: true,
		make: func(ds *model.Dataset, o Options) Chart { return TimelineChart(ds, o) },
	},
	{
		name: TopicsName, ofWhole: true,
		make: func(ds *model.Dataset, o Options) Chart { return TopicsChart(ds, o) },
	},
	{
		name: MatrixName, ofWhole: true,
		make: func(ds *model.Dataset, o Options) Chart { return MatrixChart(ds, o) },
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

// definitionOf is that of a chart; nil for a name that is none.
func definitionOf(n Name) *definition {
	i := slices.IndexFunc(definitions, func(d definition) bool { return d.name == n })
	if i < 0 {
		return nil
	}
	return &definitions[i]
}

// IsOfKind reports whether a chart is about one kind of pledge, which [Options] name. One that is not is about the dataset
// as a whole, and has no kind.
func IsOfKind(n Name) bool {
	d := definitionOf(n)
	return d != nil && !d.ofWhole
}

// IsOffered reports whether there is such a chart of this kind: of a kind without categories there is none by category. A
// chart of the whole dataset is offered with no kind only, see [IsOfKind].
func IsOffered(n Name, ds *model.Dataset, kind model.KindID) bool {
	d := definitionOf(n)
	return d != nil && d.ofWhole == (kind == "") && (d.offered == nil || d.offered(ds, kind))
}

// KindsOf are the kinds of which there is such a chart, in the dataset's order; for a chart of the whole dataset a single
// one that is empty.
func KindsOf(n Name, ds *model.Dataset) []model.KindID {
	kinds := []model.KindID{""}
	for _, k := range ds.Kinds() {
		kinds = append(kinds, k.ID)
	}
	return slices.DeleteFunc(kinds, func(k model.KindID) bool { return !IsOffered(n, ds, k) })
}

// New makes a chart; it is nil for a name that is none.
func New(n Name, ds *model.Dataset, opts Options) Chart {
	d := definitionOf(n)
	if d == nil {
		return nil
	}
	return d.make(ds, opts)
}
