package modeltest

import "parley/model"

func exchanges() []model.Exchange {
	return []model.Exchange{
		{
			ID: "prisoners-03-19", Date: date("2025-03-19"), Kind: Prisoners, To: both(sidesSay(model.Exact, 175)),
			Ties: []model.Tie{
				stated("call-prisoners"),
				{Occasion: at("", "call"), By: []model.Reporter{model.ThirdParty}, Sources: ids(agencyMay)},
			},
			Sources: ids(northMay, southMay),
		},
		{
			ID: "prisoners-05-23", Date: date("2025-05-23"), Kind: Prisoners, To: both(sidesSay(model.Exact, 390)),
			Numbers: []model.Numbering{{N: new(64), Text: plain("64th exchange"), Sources: ids(southMay)}},
			Places:  []model.Sourced{{Text: plain("the border of a third country"), Sources: ids(agencyMay)}},
			Ties:    []model.Tie{stated("r1-prisoners")},
			Sources: ids(northMay, southMay),
		},
		{
			ID: "prisoners-05-24", Date: date("2025-05-24"), Kind: Prisoners, To: both(sidesSay(model.Exact, 307)),
			Mediators: []model.Sourced{{Text: plain("Hostland"), Sources: ids(northMay)}},
			Ties: []model.Tie{
				stated("r1-prisoners"),
				{Occasion: at("round-1", ""), By: []model.Reporter{model.NotNamed}, Sources: ids(agencyMay)},
			},
			Sources: ids(northMay, southMay),
		},
		{
			ID: "prisoners-05-25", Date: date("2025-05-25"), Kind: Prisoners,
			To: map[model.SideID]model.Figure{
				South: withSplit(sidesSay(model.Exact, 303), 283, 20),
				North: {
					Claims: []model.Claim{claim(303, model.Exact, "north", northMay), claim(300, model.About,
						model.ThirdParty, agencyMay)},
					Additional: []model.Additional{{
						Value: 4, What: plain("civilians handed over at the same time"), Sources: ids(northMay),
					}},
				},
			},
			Ties:      []model.Tie{stated("r1-prisoners")},
			Differing: []model.Text{plain("To Norland: 303, or about 300.")},
			Sources:   ids(northMay, southMay, agencyMay),
		},
		{
			ID: "prisoners-06-09", Date: date("2025-06-09"), Kind: Prisoners, Categories: ids[model.CategoryID]("young"),
			To: both(model.Figure{
				Claims: []model.Claim{wordClaim(model.NotQuantified, "north",
					northJune), wordClaim(model.NotQuantified, "south", southJune)},
				Derived: &model.Derived{
					Value: 95, Basis: plain("the difference of two published totals"), Sources: ids(agencyJune),
				},
			}),
			Ties:    []model.Tie{stated("r2-prisoners")},
			Stage:   &model.Stage{Pledge: "r2-prisoners", Number: 1, Of: new(9)},
			Notes:   []model.Text{plain("Neither side published a count.")},
			Sources: ids(northJune, southJune),
		},
		{
			ID: "bodies-06-14", Date: date("2025-06-14"), Kind: Bodies, Categories: ids[model.CategoryID]("soldiers"),
			To: map[model.SideID]model.Figure{
				South: {Claims: []model.Claim{
					claim(1212, model.Exact, "south", southJune), claim(1200, model.Exact, "north", northJune),
				}},
				North: {Claims: []model.Claim{claim(27, model.Exact, "north", northJune)}},
			},
			Ties:    []model.Tie{stated("r2-bodies")},
			Sources: ids(northJune, southJune),
		},
		{
			ID: "prisoners-06-20", Date: date("2025-06-20"), Kind: Prisoners, Categories: ids[model.CategoryID]("wounded"),
			To: both(sidesSay(model.Exact, 60)),
			Ties: []model.Tie{{
				Pledge: "r2-wounded", Inferred: true, Basis: plain("A general statement on this week's exchanges."),
				Sources: ids(southJune),
			}},
			Sources: ids(northJune, southJune),
		},
		{
			ID: "prisoners-07-04", Date: date("2025-07-04"), Kind: Prisoners, To: both(sidesSay(model.Exact, 100)),
			Ties: []model.Tie{{
				Pledge: "r2-prisoners", By: []model.Reporter{"south"}, Basis: plain("70 of them were on the round's lists."),
				To: map[model.SideID]int{North: 70, South: 70}, Sources: ids(southJune),
			}},
			Sources: ids(northJune, southJune),
		},
		{
			ID: "prisoners-08-14", Date: date("2025-08-14"), Kind: Prisoners, To: both(sidesSay(model.Exact, 84)),
			Ties: []model.Tie{{
				Agreement: "city", By: []model.Reporter{"north", model.ThirdParty}, Sources: ids(northJune),
			}},
			Sources: ids(northJune, southJune),
		},
		{
			ID: "prisoners-09", Date: date("2025-09"), DateNote: plain("The day is not known."), Kind: Prisoners,
			To: map[model.SideID]model.Figure{
				North: {Claims: []model.Claim{
					claim(50, model.AtLeast, "south", southJune),
					{Value: new(99), Qualifier: model.Exact, By: model.NotNamed, Sources: ids(blog), Weak: true},
				}},
				South: {Claims: []model.Claim{
					claim(51, model.Exact, model.ThirdParty, agencyJune), claim(52, model.Exact, model.ThirdParty, agencyJune),
				}},
			},
			Sources: ids(southJune, agencyJune, blog),
		},
		{
			ID: "bodies-10-23", Date: date("2025-10-23"), Kind: Bodies,
			To: map[model.SideID]model.Figure{
				South: {Claims: []model.Claim{
					claim(1000, model.Exact, "south", southJune),
					{
						Value: new(1003), Qualifier: model.Exact, By: "south", Sources: ids(southMay),
						Preferred: plain("The staff corrected its number the next day."), AnnouncedBy: plain("the spokeswoman"),
						Note: plain("Three bodies were brought later."),
					},
				}},
				North: {Claims: []model.Claim{claim(31, model.About, model.NotNamed, agencyJune)}},
			},
			Sources: ids(southJune, agencyJune),
		},
	}
}

// stated is a tie that both sides state.
func stated(p model.PledgeID) model.Tie {
	return model.Tie{Pledge: p, By: []model.Reporter{"north", "south"}, Sources: ids(northMay, southMay)}
}

// withSplit splits the receiving side's count into soldiers and civilians.
func withSplit(f model.Figure, military, civilians int) model.Figure {
	f.Claims[1].Military, f.Claims[1].Civilians = new(military), new(civilians)
	return f
}
