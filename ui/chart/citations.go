package chart

import "parley/model"

// citations gathers the publications behind what a chart shows, each once, in the order in which they are met, and counts
// those behind one number: both in one walk over the sources, for there may be a million of them.
type citations struct {
	ds     *model.Dataset
	places map[model.SourceID]int32 // in list; notFound for a source that is none
	of     map[*model.Source]int32  // the same, for a publication with several IDs
	list   []*model.Source
	cited  []int32 // for what number, by place
	number int32   // counted since begin
	count  int
	recent [256]recentSource // exchanges that stand together cite the same few
}

// recentSource is a source that was met a short while ago.
type recentSource struct {
	id model.SourceID
	at int32
}

const notFound = -1

func newCitations(ds *model.Dataset) citations {
	return citations{ds: ds, places: map[model.SourceID]int32{}, of: map[*model.Source]int32{}}
}

// begin begins to count anew.
func (c *citations) begin() { c.number, c.count = c.number+1, 0 }

func (c *citations) add(ids []model.SourceID) {
	for _, id := range ids {
		at := c.find(id)
		if at != notFound && c.cited[at] != c.number {
			c.cited[at] = c.number
			c.count++
		}
	}
}

// find is the place of a source.
func (c *citations) find(id model.SourceID) int32 {
	var key byte
	if n := len(id); n > 1 {
		key = id[n-1] + 10*id[n-2]
	}
	r := &c.recent[key]
	if r.id != id || id == "" {
		at, ok := c.places[id]
		if !ok {
			at = c.place(id)
		}
		*r = recentSource{id, at}
	}
	return r.at
}

// place finds a place for a source that is met for the first time.
func (c *citations) place(id model.SourceID) int32 {
	at, s := int32(notFound), c.ds.Source(id)
	if s != nil {
		var ok bool
		if at, ok = c.of[s]; !ok {
			at = int32(len(c.list))
			c.of[s], c.list, c.cited = at, append(c.list, s), append(c.cited, notFound)
		}
	}
	c.places[id] = at
	return at
}

// addClaims adds the sources of a figure that is drawn: its claims, and the people handed over besides.
func (c *citations) addClaims(f model.Figure) {
	for i := range f.Claims {
		c.add(f.Claims[i].Sources)
	}
	for i := range f.Additional {
		c.add(f.Additional[i].Sources)
	}
}

// addFigure adds all sources of a figure.
func (c *citations) addFigure(f model.Figure) {
	c.addClaims(f)
	if f.Derived != nil {
		c.add(f.Derived.Sources)
	}
}

func (c *citations) addCourse(course model.Course) {
	for i := range course.Steps {
		e := course.Steps[i].Exchange
		c.add(e.Sources)
		c.addClaims(e.To[course.To])
	}
}

// addCarried adds the publications behind what one side received: the exchanges, their numbers, their ties. It returns
// how many there are.
func (c *citations) addCarried(side model.SideID, carried model.Carried) int {
	c.begin()
	for _, e := range carried.Exchanges() {
		c.add(e.Sources)
		c.addFigure(e.To[side])
		for i := range e.Ties {
			c.add(e.Ties[i].Sources)
		}
	}
	return c.count
}
