package model

// PledgeID names a pledge.
type PledgeID string

// Pledge is what was promised at a round or an event.
type Pledge struct {
	ID          PledgeID
	Formerly    []PledgeID // in earlier versions of the dataset
	Occasion    Occasion
	Date        Date     // when it was made or announced
	Between     []SideID // the sides that made it; empty for all of them
	Kind        KindID
	Categories  []CategoryID
	Status      PledgeStatus
	Summary     Text
	AnnouncedBy Text
	To          map[SideID]Figure // by receiving side; a side that is not there has nothing pledged to it
	PartOf      *Relation
	Restates    *Relation
	FollowUp    *FollowUp
	Notes       []Text
	Sources     []SourceID
}

// PledgeStatus says how far a pledge went.
type PledgeStatus string

// The states of a pledge. Only those agreed are drawn as agreed.
const (
	Agreed         PledgeStatus = "agreed"
	Offered        PledgeStatus = "offered"         // by one side, at the round
	OfferedLater   PledgeStatus = "offered-later"   // by one side, after the round
	AnnouncedLater PledgeStatus = "announced-later" // after the round
	OneSided       PledgeStatus = "one-sided"       // announced by one side
	Proposed       PledgeStatus = "proposed"        // and not agreed
	SingleSource   PledgeStatus = "single-source"   // the statement of one source
)

// PledgeStatuses lists the states of a pledge in the order in which they are shown.
func PledgeStatuses() []PledgeStatus {
	return []PledgeStatus{Agreed, AnnouncedLater, OneSided, Offered, OfferedLater, Proposed, SingleSource}
}

// Relation ties a pledge to another one. It is the editors' judgement, so it has a reason.
type Relation struct {
	Pledge PledgeID
	Reason Text
}

// FollowUp is what the editors wrote about how a pledge was carried out. Numbers in it are not summed.
type FollowUp struct {
	Text      Text
	Exchanges []ExchangeID
	To        map[SideID]*int // a side with nil: unknown
	Sources   []SourceID
}

// Pledged is the headline value of what was pledged to a side, see [Figure.Pledged]. Of a pledge that is between some of
// the sides, what these state counts.
func (p *Pledge) Pledged(to SideID, sides []SideID) Amount {
	f, ok := p.To[to]
	if !ok {
		return Amount{State: NotApplicable}
	}
	return f.Pledged(p.Parties(sides))
}

// Parties are those of the sides that made the pledge: all of them, unless it is between some.
func (p *Pledge) Parties(sides []SideID) []SideID {
	if len(p.Between) > 0 {
		return p.Between
	}
	return sides
}

// Drawn reports whether the pledge is drawn as agreed: agreed, not part of another, and no restatement of another.
func (p *Pledge) Drawn() bool {
	return p.Status == Agreed && p.PartOf == nil && p.Restates == nil
}
