package command

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"parley/model"
)

// parseItem reads the address of an item. An address that names another dataset is not found.
func (p *program) parseItem(c *cobra.Command, ds *model.Dataset, word string) (model.Item, error) {
	dataset, item, err := model.ParseItem(word)
	if err != nil {
		return model.Item{}, p.misused(c, "wrong.item", "Word", visible(word))
	}
	return ds.Current(item), p.checkDataset(ds, dataset, item)
}

// checkDataset checks that an address means this dataset. One without a name does.
func (p *program) checkDataset(ds *model.Dataset, name string, item model.Item) error {
	if own := ds.Metadata().Name; name != "" && name != own {
		return p.fail(Faulty, "wrong.otherdataset", "Word", visible(item.Address(name)), "Name", own)
	}
	return nil
}

// notFound says that the dataset lacks an item, and which ones may be meant.
func (p *program) notFound(ds *model.Dataset, item model.Item) error {
	near := nearItems(ds, item)
	if len(near) == 0 {
		return p.fail(Faulty, "wrong.notfound", "Item", visible(item.String()), "Name", ds.Metadata().Name)
	}
	return p.fail(Faulty, "wrong.notfound.near", "Item", visible(item.String()), "Name", ds.Metadata().Name,
		"Near", indented(strings.Join(near, "\n")))
}

// nearItems are the addresses of at most five items of the kind whose IDs are spelt nearly as asked, or hold what was asked.
func nearItems(ds *model.Dataset, item model.Item) []string {
	const most = 5
	ids := itemIDs(ds, item.Kind)
	var near []string
	if id := model.Nearest(item.ID, ids); id != "" {
		near = append(near, id)
	}
	for _, id := range ids {
		holds := strings.Contains(strings.ToLower(id), strings.ToLower(item.ID))
		if len(near) < most && holds && !slices.Contains(near, id) {
			near = append(near, id)
		}
	}
	for i, id := range near {
		near[i] = model.Item{Kind: item.Kind, ID: id}.String()
	}
	return near
}

// itemIDs are the IDs of all items of a kind, in the order of the file.
func itemIDs(ds *model.Dataset, kind model.ItemKind) []string {
	facts := ds.Facts()
	switch kind {
	case model.RoundItem:
		return ids(facts.Rounds, func(r model.Round) model.RoundID { return r.ID })
	case model.EventItem:
		return ids(facts.Events, func(e model.Event) model.EventID { return e.ID })
	case model.PledgeItem:
		return ids(facts.Pledges, func(p model.Pledge) model.PledgeID { return p.ID })
	case model.ExchangeItem:
		return ids(facts.Exchanges, func(e model.Exchange) model.ExchangeID { return e.ID })
	case model.DocumentItem:
		return ids(facts.Documents, func(d model.Document) model.DocumentID { return d.ID })
	case model.ClauseItem:
		return ids(facts.Clauses, func(c model.Clause) model.ClauseID { return c.ID })
	case model.TopicItem:
		return ids(facts.Topics, func(t model.Topic) model.TopicID { return t.ID })
	case model.SourceItem:
		return ids(facts.Sources, func(s model.Source) model.SourceID { return s.ID })
	}
	return nil
}

func ids[T any, ID ~string](list []T, id func(T) ID) []string {
	words := make([]string, len(list))
	for i, x := range list {
		words[i] = string(id(x))
	}
	return words
}

// completeItem offers the addresses of the dataset's items to the shell, with their names.
func (p *program) completeItem(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	ds, err := p.dataset()
	if err != nil || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	kind, _, isKindTyped := strings.Cut(typed, "/")
	if !isKindTyped {
		return ids(model.ItemKinds(), func(k model.ItemKind) string { return string(k) + "/" }),
			cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
	var offers []string
	for _, id := range itemIDs(ds, model.ItemKind(kind)) {
		item := model.Item{Kind: model.ItemKind(kind), ID: id}
		offers = append(offers, item.String()+"\t"+p.locale.ItemName(ds, item))
	}
	return offers, cobra.ShellCompDirectiveNoFileComp
}
