package model

// SideID names one of those who negotiate. The zero value is no side.
type SideID string

// Side is one of those who negotiate.
type Side struct {
	ID   SideID
	Name Text
}

// ActorID names somebody who acts or speaks in the talks: a side (with its SideID) or another actor, such as a host.
type ActorID string

// Actor is somebody who acts or speaks in the talks without being one of the sides.
type Actor struct {
	ID   ActorID
	Name Text
}

// PersonID names a person.
type PersonID string

// Person is somebody who leads a delegation or is quoted. Prisoners and the dead are never named.
type Person struct {
	ID       PersonID
	Name     Text
	Actor    ActorID
	Offices  []Text
	Variants []string
	Attested []string // languages in which the spelling was seen in a source
	Sources  []SourceID
}

// PlaceID names a place.
type PlaceID string

// Place is a city, a venue or a region.
type Place struct {
	ID       PlaceID
	Name     Text
	Kind     string // city, venue or region
	Parent   PlaceID
	Variants []string
	Attested []string
	Sources  []SourceID
}

// KindID names what is pledged and exchanged, for instance prisoners.
type KindID string

// Kind is what is pledged and exchanged. Numbers of two kinds are never added and never share an axis.
type Kind struct {
	ID   KindID
	Name Text
	// CarriedOut is the verb of the kind in the past: "exchanged" for prisoners, "returned" for bodies.
	CarriedOut Text
	Unit       Text
}

// CategoryID names a group within a kind.
type CategoryID string

// AllCategories is the category of people of whom sources say only that they belong to several categories: their count is
// not split into the others, and is not the sum of them.
const AllCategories CategoryID = "all"

// Category is a group within a kind, for instance the severely wounded among the prisoners.
type Category struct {
	ID   CategoryID
	Kind KindID
	Name Text
}
