package charttest

import (
	"fmt"

	"parley/model"
	"parley/model/modeltest"
)

// category adds a category.
func (b *builder) category(id, name string) model.CategoryID {
	b.facts.Categories = append(b.facts.Categories, model.Category{
		ID: model.CategoryID(id), Kind: modeltest.Prisoners, Name: model.Plain(name),
	})
	return model.CategoryID(id)
}

// labelled adds an exchange with labels.
func (b *builder) labelled(date string, to map[model.SideID]model.Figure, labels ...model.CategoryID) {
	b.loose(date, to)
	b.facts.Exchanges[len(b.facts.Exchanges)-1].Categories = labels
}

// split is a figure that all sides state, parted into military and civilians.
func (b *builder) split(military, civilians int) model.Figure {
	f := b.agreed(military+civilians, model.Exact)
	for i := range f.Claims {
		f.Claims[i].Military, f.Claims[i].Civilians = &military, &civilians
	}
	return f
}

// Parts has exchanges of every sort that a category can have: large and tiny ones, some without a count, a set of two
// labels, none, a count of zero, and counts that are parted into military and civilians, in two ways too.
func Parts() *model.Dataset {
	b := newBuilder()
	all, wounded := b.category("all", "All categories"), b.category("wounded", "Severely wounded and severely ill")
	young, women := b.category("young", "Under 25"), b.category("women", "Women")
	b.labelled("2025-01-10", b.all(b.split(940, 60)), all)
	b.labelled("2025-02-10", b.all(b.agreed(300, model.Exact)), all)
	b.labelled("2025-03-10", b.all(b.agreed(120, model.Exact)), young, wounded)
	b.labelled("2025-03-11", b.all(uncounted()), wounded)
	b.labelled("2025-03-12", b.all(b.agreed(80, model.About)), wounded)
	b.labelled("2025-04-10", map[model.SideID]model.Figure{
		modeltest.North: b.agreed(2, model.Exact), modeltest.South: b.agreed(0, model.Exact),
	}, women)
	b.labelled("2025-05-10", b.all(b.agreed(45, model.Exact)))
	parted := b.split(30, 20)
	military, civilians := 25, 25
	parted.Claims[0].Military, parted.Claims[0].Civilians = &military, &civilians
	b.labelled("2025-06-10", b.all(parted), all)
	return b.dataset()
}

// ManyParts has n categories with names of many lengths.
func ManyParts(n int) *model.Dataset {
	b := newBuilder()
	for i := range n {
		name := fmt.Sprintf("Category %d", i+1)
		if i%3 == 1 {
			name += " of those who were held in the places that the sides named in the spring"
		}
		id := b.category(fmt.Sprintf("c%d", i), name)
		b.labelled(day(10*i), b.all(b.agreed(20+(i*i*31)%300, model.Exact)), id)
	}
	return b.dataset()
}

// Pledges has one round with n pledges in every state: exact, at least, up to, about, disputed, without a number, with
// exchanges that are counted, counted in part, not counted, none, and tied by inference only, some in stages.
func Pledges(n int) *model.Dataset {
	b := newBuilder()
	round := b.round("A round of many pledges", "2025-03-01")
	qualifiers := []model.Qualifier{model.Exact, model.AtLeast, model.AtMost, model.About}
	for i := range n {
		to := b.all(b.agreed(100+(i*53)%900, qualifiers[i%len(qualifiers)]))
		switch i % 7 {
		case 5:
			to = b.all(model.Figure{Claims: []model.Claim{
				said(500, model.Exact, model.Reporter(modeltest.North)), said(700, model.Exact, model.Reporter(modeltest.South)),
			}})
		case 6:
			to = b.all(uncounted())
		}
		p := b.pledge(round, to)
		b.facts.Pledges[len(b.facts.Pledges)-1].Summary = model.Plain(fmt.Sprintf("Pledge %d of the round", i+1))
		b.deliver(p, i)
	}
	return b.dataset()
}

// deliver adds what was carried out of a pledge, in one of five ways.
func (b *builder) deliver(p model.PledgeID, i int) {
	switch i % 5 {
	case 0:
		b.exchange(day(70+i), p, false, b.all(b.agreed(90+(i*29)%800, model.Exact)))
	case 1:
		b.exchange(day(70+i), p, false, b.all(b.agreed(60, model.Exact)))
		b.exchange(day(71+i), p, false, b.all(uncounted()))
	case 2:
		nine, ten := 9, 10
		for stage, of := range []*int{&nine, &ten, nil} {
			b.exchange(day(70+i+stage), p, false, b.all(uncounted()))
			b.facts.Exchanges[len(b.facts.Exchanges)-1].Stage = &model.Stage{Pledge: p, Number: stage + 1, Of: of}
		}
	case 3:
		b.exchange(day(70+i), p, true, b.all(b.agreed(75, model.Exact)))
	}
}

// Letters has names in Turkish, Ukrainian and Russian, and one in letters that the fonts lack.
func Letters() *model.Dataset {
	b := newBuilder()
	b.facts.Sides[0].Name = model.Plain("Güneşli Çağrı Cumhuriyeti")
	b.facts.Sides[1].Name = model.Plain("Їжакова Ґалявина")
	for i, name := range []string{
		"İstanbul, Dolmabahçe Sarayı, üçüncü görüşme", "Зустріч у Києві з’їзду, ґречна", "Переговоры в Ёлкино, объезд", "漢字の円卓 😀",
	} {
		p := b.pledge(b.round(name, day(30*i)), b.all(b.agreed(100*(i+1), model.Exact)))
		b.exchange(day(30*i+5), p, false, b.all(b.agreed(90*(i+1), model.Exact)))
	}
	return b.dataset()
}

// SixReceivers has six sides, each of which receives what was pledged in three rounds, one of them with labels.
func SixReceivers() *model.Dataset {
	b := newBuilder()
	for _, name := range []string{"Island Republic", "Lakeland", "Highland", "United Provinces of the Upper River"} {
		b.facts.Sides = append(b.facts.Sides, model.Side{
			ID: model.SideID(fmt.Sprintf("side-%d", len(b.facts.Sides))), Name: model.Plain(name),
		})
	}
	wounded := b.category("wounded", "Severely wounded")
	for i, name := range []string{"First round", "Second round", "Third round"} {
		agreed, received := map[model.SideID]model.Figure{}, map[model.SideID]model.Figure{}
		for j, s := range b.facts.Sides {
			agreed[s.ID] = b.agreed(200+90*j+80*i, model.Exact)
			received[s.ID] = b.agreed(180+70*j+60*i, model.Exact)
		}
		p := b.pledge(b.round(name, day(30*i)), agreed)
		b.exchange(day(30*i+5), p, false, received)
		if i == 1 {
			b.facts.Exchanges[len(b.facts.Exchanges)-1].Categories = []model.CategoryID{wounded}
		}
	}
	return b.dataset()
}
