package chart

import (
	"slices"

	"parley/model"
)

// citations gathers the publications behind what a chart shows, each once, in the order in which they are met, and counts
// those behind one number: both in one walk over the sources, for there may be a million of them.
type citations struct {
	ds       *model.Dataset
	evidence *model.Evidence
	places   map[model.SourceID]int32 // in list; notFound for a source that is none
	met      []int32                  // the same by the place in the evidence, from 1; 0 is not met yet
	list     []*model.Source
	cited    []int32 // for what number, by place
	number   int32   // counted since begin
	count    int
	recent   [256]recentSource // exchanges that stand together cite the same few
}

// recentSource is a source that was met a short while ago.
type recentSource struct {
	id model.SourceID
	at int32
}

const notFound = -1

func newCitations(ds *model.Dataset) citations {
	evidence := ds.Evidence()
	return citations{
		ds: ds, evidence: evidence, places: map[model.SourceID]int32{}, met: make([]int32, len(evidence.Sources())),
	}
}

// begin begins to count anew.
func (c *citations) begin() { c.number, c.count = c.number+1, 0 }

func (c *citations) add(ids []model.SourceID) {
	for _, id := range ids {
		if at := c.find(id); at != notFound {
			c.cite(at)
		}
	}
}

func (c *citations) cite(at int32) {
	if c.cited[at] != c.number {
		c.cited[at] = c.number
		c.count++
	}
}

// addPlaces is add for places in the evidence.
func (c *citations) addPlaces(places []int32) {
	for _, p := range places {
		c.cite(c.meet(p))
	}
}

// meet is the place in the list of a publication of the evidence.
func (c *citations) meet(p int32) int32 {
	if c.met[p] == 0 {
		c.list, c.cited = append(c.list, &c.evidence.Sources()[p]), append(c.cited, notFound)
		c.met[p] = int32(len(c.list))
	}
	return c.met[p] - 1
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
	at := int32(notFound)
	if s := c.ds.Source(id); s != nil {
		at = c.meet(c.evidence.Place(s))
	}
	c.places[id] = at
	return at
}

// addFigure adds all sources of a figure.
func (c *citations) addFigure(f model.Figure) {
	for i := range f.Claims {
		c.add(f.Claims[i].Sources)
	}
	for i := range f.Additional {
		c.add(f.Additional[i].Sources)
	}
	if f.Derived != nil {
		c.add(f.Derived.Sources)
	}
}

// addCourse adds the publications behind the figures that are drawn: the exchanges, and their numbers.
func (c *citations) addCourse(course model.Course) {
	side := c.side(course.To)
	for i := range course.Steps {
		behind := c.evidence.Behind(course.Steps[i].Exchange, side)
		c.addPlaces(behind.Exchange)
		c.addPlaces(behind.Figure)
	}
}

// side is the place of a side in the file.
func (c *citations) side(id model.SideID) int { return slices.Index(c.ds.SideIDs(), id) }

// addCarried adds the publications behind what one side received: the exchanges, their numbers, their ties. It returns
// how many there are.
func (c *citations) addCarried(id model.SideID, carried model.Carried) int {
	c.begin()
	side := c.side(id)
	for _, e := range carried.Exchanges() {
		behind := c.evidence.Behind(e, side)
		c.addPlaces(behind.Exchange)
		c.addPlaces(behind.Figure)
		c.addPlaces(behind.Derived)
		c.addPlaces(behind.Ties)
	}
	return c.count
}
