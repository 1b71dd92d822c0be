package modeltest

import "parley/model"

func pledges() []model.Pledge {
	return []model.Pledge{
		{
			ID: "call-prisoners", Occasion: at("", "call"), Date: date("2025-03-18"), Kind: Prisoners, Status: model.Agreed,
			Summary: plain("175 prisoners from each side"), Sources: ids(agencyMay),
			To: both(sidesSay(model.Exact, 175)),
		},
		{
			ID: "r1-prisoners", Occasion: at("round-1", ""), Date: date("2025-05-16"), Kind: Prisoners, Status: model.Agreed,
			Summary: words("1,000 prisoners from each side", "1000 полонених від кожної сторони"),
			Sources: ids(northMay, southMay),
			To:      both(sidesSay(model.Exact, 1000)),
			FollowUp: &model.FollowUp{
				Text:      plain("Carried out in three days."),
				Exchanges: ids[model.ExchangeID]("prisoners-05-23", "prisoners-05-24", "prisoners-05-25"),
				To:        map[model.SideID]*int{North: new(1000), South: nil}, Sources: ids(agencyMay),
			},
		},
		{
			ID: "r1-phases", Occasion: at("round-1", ""), Date: date("2025-05-22"), Kind: Prisoners,
			Status:  model.AnnouncedLater,
			Summary: plain("The 1,000 will be exchanged in phases"), AnnouncedBy: plain("the southern staff"),
			Sources:  ids(southMay),
			To:       both(model.Figure{Claims: []model.Claim{claim(1000, model.Exact, "south", southMay)}}),
			Restates: &model.Relation{Pledge: "r1-prisoners", Reason: plain("The statement names the same thousand.")},
		},
		{
			ID: "r2-prisoners", Occasion: at("round-2", ""), Date: date("2025-06-02"), Kind: Prisoners, Status: model.Agreed,
			Summary: plain("At least 1,200 prisoners from each side"), Sources: ids(northJune, southJune),
			To: both(model.Figure{Claims: []model.Claim{
				claim(1200, model.Exact, "north", northJune), claim(1200, model.AtLeast, "south", southJune),
			}}),
		},
		{
			ID: "r2-wounded", Occasion: at("round-2", ""), Date: date("2025-06-02"), Kind: Prisoners,
			Categories: ids[model.CategoryID]("wounded"), Status: model.Agreed,
			Summary: plain("All severely wounded for all"), Sources: ids(southJune),
			To: both(model.Figure{Claims: []model.Claim{
				wordClaim(model.AllForAll, "north", northJune), wordClaim(model.AllForAll, "south", southJune),
			}}),
			PartOf: &model.Relation{Pledge: "r2-prisoners", Reason: plain("The staff counts them among the 1,200.")},
		},
		{
			ID: "r2-bodies", Occasion: at("round-2", ""), Date: date("2025-06-02"), Kind: Bodies, Status: model.Agreed,
			Summary: plain("6,000 bodies to Sudland"), Sources: ids(northJune, southJune),
			To: map[model.SideID]model.Figure{
				South: sidesSay(model.Exact, 6000),
				North: {Claims: []model.Claim{
					claim(500, model.Exact, "north", northJune), claim(700, model.Exact, "south", southJune),
				}},
			},
		},
		{
			ID: "r3-prisoners", Occasion: at("round-3", ""), Date: date("2025-07-23"), Kind: Prisoners, Status: model.Agreed,
			Summary: plain("A further exchange"), Sources: ids(agencyJune),
			To:    both(model.Figure{Claims: []model.Claim{wordClaim(model.NotQuantified, "north", northJune)}}),
			Notes: []model.Text{plain("No number was published.")},
		},
		{
			ID: "r3-bodies", Occasion: at("round-3", ""), Date: date("2025-07-23"), Kind: Bodies, Status: model.Offered,
			Summary: plain("Norland offered 3,000 bodies"), Sources: ids(northJune),
			To: map[model.SideID]model.Figure{South: {Claims: []model.Claim{claim(3000, model.Exact, "north", northJune)}}},
		},
	}
}

func at(round model.RoundID, event model.EventID) model.Occasion {
	return model.Occasion{Round: round, Event: event}
}

// both is the same Figure towards either side.
func both(f model.Figure) map[model.SideID]model.Figure {
	return map[model.SideID]model.Figure{North: f, South: f}
}

// sidesSay is a Figure on which the two sides agree.
func sidesSay(q model.Qualifier, n int) model.Figure {
	return model.Figure{Claims: []model.Claim{claim(n, q, "north", northMay), claim(n, q, "south", southMay)}}
}

func claim(n int, q model.Qualifier, by model.Reporter, sources ...model.SourceID) model.Claim {
	return model.Claim{Value: new(n), Qualifier: q, By: by, Sources: sources}
}

// wordClaim is a claim without a number.
func wordClaim(q model.Qualifier, by model.Reporter, sources ...model.SourceID) model.Claim {
	return model.Claim{Qualifier: q, By: by, Sources: sources}
}
