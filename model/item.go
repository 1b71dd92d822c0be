package model

import (
	"errors"
	"fmt"
	"strings"
)

// ItemKind says what an Item is.
type ItemKind string

// The kinds of items: everything that a reader can point at.
const (
	RoundItem    ItemKind = "round"
	EventItem    ItemKind = "event"
	PledgeItem   ItemKind = "pledge"
	ExchangeItem ItemKind = "exchange"
	DocumentItem ItemKind = "document"
	ClauseItem   ItemKind = "clause"
	TopicItem    ItemKind = "topic"
	SourceItem   ItemKind = "source"
)

// ItemKinds lists the kinds of items in the order in which they are shown.
func ItemKinds() []ItemKind {
	return []ItemKind{RoundItem, EventItem, PledgeItem, ExchangeItem, DocumentItem, ClauseItem, TopicItem, SourceItem}
}

// Item points at one thing of a dataset. The zero Item points at nothing.
type Item struct {
	Kind ItemKind
	ID   string
}

// ErrNotFound says that a dataset does not hold what was asked for.
var ErrNotFound = errors.New("not found")

// IsZero reports whether i points at nothing.
func (i Item) IsZero() bool { return i == Item{} }

// String returns the item's short address, "round/2025-06-02-istanbul".
func (i Item) String() string { return string(i.Kind) + "/" + i.ID }

// Address returns the item's full address, "parley:russia-ukraine-talks/round/2025-06-02-istanbul". It is for good.
func (i Item) Address(dataset string) string { return "parley:" + dataset + "/" + i.String() }

// ParseItem reads a short or a full address. The name of the dataset is empty for a short one.
func ParseItem(s string) (dataset string, item Item, err error) {
	rest, isFull := strings.CutPrefix(s, "parley:")
	parts := strings.Split(rest, "/")
	if isFull && len(parts) == 3 {
		dataset, parts = parts[0], parts[1:]
	}
	if len(parts) != 2 || parts[1] == "" {
		return "", Item{}, fmt.Errorf("%q is no address of an item; write it as round/2025-06-02-istanbul", s)
	}
	for _, k := range ItemKinds() {
		if parts[0] == string(k) {
			return dataset, Item{Kind: k, ID: parts[1]}, nil
		}
	}
	return "", Item{}, fmt.Errorf("%q: there are no items of kind %q; the kinds are %s", s, parts[0], joinKinds())
}

func joinKinds() string {
	var names []string
	for _, k := range ItemKinds() {
		names = append(names, string(k))
	}
	return strings.Join(names, ", ")
}
