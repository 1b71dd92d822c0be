package synthetic

import "parley/model"

func text(en, uk string) model.Text { return model.Text{"en": en, "uk": uk} }

// The sides. No country has their names.
const (
	ambria model.SideID = "ambria"
	belmar model.SideID = "belmar"
	corvia model.SideID = "corvia"
	dunmor model.SideID = "dunmor"
)

var sides = []model.Side{
	{ID: ambria, Name: text("Ambria", "Амбрія")},
	{ID: belmar, Name: text("Belmar", "Бельмар")},
	{ID: corvia, Name: text("Corvia", "Корвія")},
	{ID: dunmor, Name: text("Dunmor", "Дунмор")},
}

var kinds = []model.Kind{
	{
		ID: "detainees", Name: text("Detainees", "Затримані"),
		CarriedOut: text("released", "звільнено"), Unit: text("people", "осіб"),
	},
	{
		ID: "families", Name: text("Families", "Родини"),
		CarriedOut: text("reunited", "возз’єднано"), Unit: text("families", "родин"),
	},
	{
		ID: "remains", Name: text("Remains", "Останки"),
		CarriedOut: text("returned", "повернуто"), Unit: text("bodies", "тіл"),
	},
}

const detainees = 0 // of kinds: the only one with categories, and split by military and civilians

var categories = []model.Category{
	{ID: "wounded", Kind: "detainees", Name: text("Wounded", "Поранені")},
	{ID: "young", Kind: "detainees", Name: text("Under 25", "Молодші за 25 років")},
	{ID: "women", Kind: "detainees", Name: text("Women", "Жінки")},
}

var agreements = []model.Agreement{
	{ID: "harbour", Name: text("Harbour agreements (round not stated)", "Портові домовленості (раунд не названо)")},
	{ID: "bridge", Name: text("Bridge agreements (round not stated)", "Мостові домовленості (раунд не названо)")},
}

// publishers take turns.
var publishers = []struct {
	name string
	side model.SideID
	weak bool
}{
	{name: "Made-up Wire"},
	{name: "Made-up Office of Ambria", side: ambria},
	{name: "Made-up Office of Belmar", side: belmar},
	{name: "Made-up Office of Corvia", side: corvia},
	{name: "Made-up Office of Dunmor", side: dunmor},
	{name: "Made-up Gazette"},
	{name: "Made-up Digest", weak: true},
}
