package sheet

import (
	"cmp"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"

	"parley/model"
)

// publication is a source that a row names: one of the dataset's, by its ID, or a new one.
type publication struct {
	id  model.SourceID
	new model.Source
	row Row
}

// shelf holds the sources: those of the dataset and those that rows have brought.
type shelf struct {
	ids     map[model.SourceID]model.SourceID // under which each is listed now: an alias leads to the other ID
	byURL   map[string]model.SourceID
	byTitle map[string]model.SourceID
	last    map[string]int // how often an ID was made of the same words
	added   []model.Source
	rows    []Row // which brought them
}

func shelfOf(f *model.Facts) *shelf {
	s := &shelf{
		ids: map[model.SourceID]model.SourceID{}, byURL: map[string]model.SourceID{}, byTitle: map[string]model.SourceID{},
		last: map[string]int{},
	}
	for _, x := range f.Sources {
		s.put(x)
	}
	return s
}

func (s *shelf) put(x model.Source) {
	s.ids[x.ID] = x.ID
	for _, id := range slices.Concat(x.Aliases, x.Formerly) {
		s.ids[id] = x.ID
	}
	if key := urlKey(x.URL); key != "" && s.byURL[key] == "" {
		s.byURL[key] = x.ID
	}
	if key := titleKey(x); s.byTitle[key] == "" {
		s.byTitle[key] = x.ID
	}
}

// urlKey is the same for addresses that lead to the same page.
func urlKey(address string) string {
	u, err := url.Parse(address)
	if address == "" || err != nil {
		return ""
	}
	key := strings.TrimPrefix(strings.ToLower(u.Host), "www.") + strings.TrimSuffix(u.EscapedPath(), "/")
	if u.RawQuery != "" {
		key += "?" + u.RawQuery
	}
	return key
}

func titleKey(x model.Source) string { return fold(x.Publisher) + "\n" + fold(x.Title) }

// find is the ID of a publication that is here already.
func (s *shelf) find(p publication) (model.SourceID, bool) {
	if p.id != "" {
		return p.id, true
	}
	id := s.byURL[urlKey(p.new.URL)]
	if p.new.URL == "" {
		id = s.byTitle[titleKey(p.new)]
	}
	return id, id != ""
}

// take is the ID of a publication, which is added where it is new.
func (s *shelf) take(p publication) model.SourceID {
	if id, ok := s.find(p); ok {
		return id
	}
	const longest = 40
	stem := cmp.Or(slug(p.new.Publisher), "source")
	stem = strings.Trim(stem[:min(len(stem), longest)], "-")
	if published := p.new.Published; !published.IsZero() {
		day, _, _ := strings.Cut(strings.TrimRight(published.String(), "~?%"), "/")
		stem += "-" + strings.TrimRight(day, "~?%")
	}
	p.new.ID = s.newID(stem)
	s.put(p.new)
	s.added = append(s.added, p.new)
	s.rows = append(s.rows, p.row)
	return p.new.ID
}

// newID is an ID that no source has: stem, stem-2 and so on.
func (s *shelf) newID(stem string) model.SourceID {
	for {
		id := stem
		if s.last[stem]++; s.last[stem] > 1 {
			id += "-" + strconv.Itoa(s.last[stem])
		}
		if s.ids[model.SourceID(id)] == "" {
			return model.SourceID(id)
		}
	}
}

// isAmong reports whether a source is one of those with the IDs, by whichever of its IDs.
func (s *shelf) isAmong(id model.SourceID, ids []model.SourceID) bool {
	return slices.ContainsFunc(ids, func(other model.SourceID) bool { return s.ids[other] == s.ids[id] })
}

// areAmong reports whether all publications are.
func (s *shelf) areAmong(list []publication, ids []model.SourceID) bool {
	return !slices.ContainsFunc(list, func(p publication) bool {
		id, ok := s.find(p)
		return !ok || !s.isAmong(id, ids)
	})
}

// takeAll are the IDs of publications, each once.
func (s *shelf) takeAll(list []publication) []model.SourceID {
	var ids []model.SourceID
	for _, p := range list {
		if id := s.take(p); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// cited is what a row says of its sources, cell by cell.
type cited struct {
	urls, ids, words []string
	publisher, title string
	published        model.Date
	at               Cell // where to point when something is wrong
}

// sources reads the sources of a row.
func (r *reader) sources(row Row) ([]publication, *Fault) {
	c, fault := r.cited(row)
	if fault != nil {
		return nil, fault
	}
	wrong := func(why Reason) ([]publication, *Fault) {
		return nil, &Fault{Line: c.at.Line, Col: c.at.Col, Field: Source, Value: c.at.Text, Reason: why}
	}
	if len(c.urls)+len(c.ids)+len(c.words) == 0 && c.title == "" && c.publisher == "" {
		return r.standard(row)
	}
	switch { // words beside an address or a title can be the publisher, or the title where the publisher is said
	case len(c.words) > 1:
		return wrong(BadSource)
	case len(c.words) == 1 && c.publisher == "" && (c.title != "" || len(c.urls) > 0):
		c.publisher = c.words[0]
	case len(c.words) == 1 && c.title == "" && c.publisher != "":
		c.title = c.words[0]
	case len(c.words) == 1:
		return wrong(BadSource)
	}
	c.publisher = cmp.Or(c.publisher, r.options.Source.Publisher)
	list := make([]publication, 0, len(c.ids)+len(c.urls))
	for _, id := range c.ids {
		list = append(list, publication{id: model.SourceID(id)})
	}
	switch {
	case len(c.urls) > 1 && c.title != "":
		return wrong(ManySources)
	case len(c.urls) == 0 && len(c.ids) == 0 && (c.title == "" || c.publisher == ""):
		return wrong(SourceTitle)
	case len(c.urls) == 0 && len(c.ids) == 0:
		x := model.Source{Publisher: c.publisher, Title: c.title, Published: c.published}
		return []publication{{new: x, row: row}}, nil
	}
	for _, address := range c.urls {
		if !isWebAddress(address) {
			return nil, &Fault{Line: c.at.Line, Col: c.at.Col, Field: Source, Value: address, Reason: BadURL}
		}
		x := fromAddress(address)
		x.Published = c.published
		x.Publisher = cmp.Or(c.publisher, x.Publisher)
		if c.title != "" {
			x.Title, x.TitleBasis = c.title, ""
		}
		list = append(list, publication{new: x, row: row})
	}
	return list, nil
}

// standard is the source that was asked for where a row names none.
func (r *reader) standard(row Row) ([]publication, *Fault) {
	x := r.options.Source
	if x.URL != "" {
		named := fromAddress(x.URL)
		x.TitleBasis = ""
		if x.Title == "" {
			x.Title, x.TitleBasis = named.Title, named.TitleBasis
		}
		x.Publisher = cmp.Or(x.Publisher, named.Publisher)
	}
	if x.Publisher == "" || x.Title == "" {
		at := row.cell(-1)
		if places := r.at[Source]; len(places) > 0 {
			at = row.cell(places[0])
		}
		return nil, &Fault{Line: at.Line, Col: at.Col, Field: Source, Reason: NoSource}
	}
	return []publication{{new: x, row: row}}, nil
}

// cited sorts what the cells of a row say of its sources.
func (r *reader) cited(row Row) (cited, *Fault) {
	c := cited{at: row.cell(-1), publisher: r.text(row, Publisher), title: r.text(row, Title)}
	for _, place := range r.at[Source] {
		cell := row.cell(place)
		if cell.Text == "" {
			continue
		}
		c.point(cell)
		r.sort(cell.Text, &c)
	}
	for _, f := range []Field{Publisher, Title} {
		if cell, ok := r.cell(row, f); ok {
			c.point(cell)
		}
	}
	if cell, ok := r.cell(row, Published); ok {
		date, why, args := r.published.read(cell.Text)
		if why != "" {
			return c, &Fault{
				Line: cell.Line, Col: cell.Col, Field: Published, Value: cell.Text, Reason: why, Args: args,
			}
		}
		c.published = date
	}
	return c, nil
}

// point makes the first cell that says something the place of what may be wrong.
func (c *cited) point(cell Cell) {
	if c.at.Text == "" {
		c.at = cell
	}
}

// sort takes a cell for addresses, for IDs of sources, or for words.
func (r *reader) sort(text string, c *cited) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\n\r;|", r) })
	for i, p := range parts {
		parts[i] = strings.TrimRight(p, ",")
	}
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	all := func(is func(string) bool) bool {
		return len(parts) > 0 && !slices.ContainsFunc(parts, func(p string) bool { return !is(p) })
	}
	switch {
	case all(func(p string) bool { return strings.Contains(p, "://") || strings.HasPrefix(p, "www.") }):
		c.urls = append(c.urls, parts...)
	case all(func(p string) bool { return r.shelf.ids[model.SourceID(p)] != "" }):
		c.ids = append(c.ids, parts...)
	default:
		c.words = append(c.words, spaced(text))
	}
}

// isWebAddress reports whether a browser can open an address.
func isWebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// fromAddress is a publication of which nothing is known but its address: the publisher is the site, the title the words
// of the address.
func fromAddress(address string) model.Source {
	x := model.Source{URL: address, TitleBasis: "address"}
	u, err := url.Parse(address)
	if err != nil {
		return x
	}
	x.Publisher = strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
	last := path.Base(u.Path)
	words := spaced(strings.Map(func(r rune) rune {
		if strings.ContainsRune("-_+", r) {
			return ' '
		}
		return r
	}, strings.TrimSuffix(last, path.Ext(last))))
	if words == "/" || words == "." || areDigits(strings.ReplaceAll(words, " ", "")) {
		words = ""
	}
	x.Title = cmp.Or(words, x.Publisher+strings.TrimSuffix(u.Path, "/"))
	return x
}
