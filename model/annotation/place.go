package annotation

import (
	"net/url"
	"strings"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"

	"parley/model"
)

// Placed sorts annotations by whether they are on something of a dataset.
type Placed struct {
	Notes   []Found // on items of the dataset, also on such as it has no more
	Foreign int     // on other datasets
	Nowhere int     // on something else, such as a web page that is no source
}

// Place finds the items of a dataset that annotations are on: the item that they name; the source whose address is that of
// the annotated page; the only clause in which the annotated words stand; else the item fallback, where there is one.
func Place(found []Found, ds *model.Dataset, fallback model.Item) Placed {
	p := placer{dataset: ds, name: ds.Metadata().Name, sources: map[string]model.Item{}, fallback: fallback}
	for _, s := range ds.Facts().Sources {
		if key := addressKey(s.URL); key != "" {
			p.sources[key] = model.Item{Kind: model.SourceItem, ID: string(s.ID)}
		}
	}
	var placed Placed
	for _, f := range found {
		switch item := p.itemOf(f); {
		case f.Dataset == p.name:
			placed.Notes = append(placed.Notes, f)
		case f.Dataset != "":
			placed.Foreign++
		case item.IsZero():
			placed.Nowhere++
		default:
			f, err := f.moved(item, p.name)
			if err != nil {
				placed.Nowhere++
				continue
			}
			placed.Notes = append(placed.Notes, f)
		}
	}
	return placed
}

type placer struct {
	dataset  *model.Dataset
	name     string
	sources  map[string]model.Item
	fallback model.Item
}

func (p placer) itemOf(f Found) model.Item {
	if !f.Note.Item.IsZero() {
		return f.Note.Item
	}
	if item, ok := p.sources[addressKey(f.Page)]; ok && f.Page != "" {
		return item
	}
	if item := p.clauseWith(f.Note.Passage); !item.IsZero() {
		return item
	}
	return p.fallback
}

const fewestWords = 12 // characters that must stand in one clause only to tell which one is meant

func (p placer) clauseWith(passage model.Passage) model.Item {
	if passage.Length() < fewestWords {
		return model.Item{}
	}
	var only model.Item
	for _, c := range p.dataset.Facts().Clauses {
		if _, _, _, found := passage.FindIn(c.Text); !found {
			continue
		}
		if !only.IsZero() {
			return model.Item{}
		}
		only = model.Item{Kind: model.ClauseItem, ID: string(c.ID)}
	}
	return only
}

// moved is the annotation on an item. What it was on before stays as a further target.
func (f Found) moved(item model.Item, dataset string) (Found, error) {
	var a annotation
	if err := json.Unmarshal(f.Raw, &a); err != nil {
		return f, err
	}
	old, err := list(a.Target)
	if err != nil {
		return f, err
	}
	f.Note.Item, f.Dataset = item, dataset
	t := target{Source: item.Address(dataset), Label: f.Note.About}
	if err := t.set(f.Note, model.ReaderJudgement{}, dataset); err != nil {
		return f, err
	}
	first, err := json.Marshal(&t)
	if err != nil {
		return f, err
	}
	if a.Target, err = json.Marshal(append([]jsontext.Value{first}, old...)); err != nil {
		return f, err
	}
	f.Raw, err = json.Marshal(&a)
	return f, err
}

// addressKey is an address of the web without what does not tell pages apart.
func addressKey(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return ""
	}
	key := strings.TrimPrefix(strings.ToLower(u.Host), "www.") + strings.TrimSuffix(u.EscapedPath(), "/")
	if u.RawQuery != "" {
		key += "?" + u.RawQuery
	}
	return key
}
