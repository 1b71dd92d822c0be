package chart

import (
	"image"
	"image/color"
	"math"
	"testing"

	"parley/ui/palette"
)

// The parts of a bar are told apart by their forms: drawn in one colour and seen without any, every two patterns differ,
// wherever they are laid over each other.
func TestPatternsAreToldApartWithoutColour(t *testing.T) {
	for _, theme := range []palette.Theme{palette.Light, palette.Dark, palette.Print} {
		for place := range 6 {
			var tiles []*image.Gray
			for p := solidPattern; p <= openPattern; p++ {
				tiles = append(tiles, patternTile(t, theme, place, p))
			}
			for i, a := range tiles {
				for j, b := range tiles[:i] {
					if got := leastDifference(a, b); got < 0.09 {
						t.Errorf("%v, side %d: patterns %d and %d differ by %.3f", theme, place, j, i, got)
					}
				}
			}
		}
	}
}

// Neighbours in a bar differ more: by form and by weight.
func TestNeighbouringPatternsDifferMore(t *testing.T) {
	for p := solidPattern; p < patterns; p++ {
		a, b := patternTile(t, palette.Light, 0, p), patternTile(t, palette.Light, 0, patternAt(int(p)+1))
		if got := leastDifference(a, b); got < 0.15 {
			t.Errorf("patterns %d and %d are neighbours and differ by %.3f", p, patternAt(int(p)+1), got)
		}
	}
}

// tileSize is the side of a tile without its outline.
const tileSize = 60

// patternTile is the inside of an area filled with a pattern, in grey.
func patternTile(t *testing.T, theme palette.Theme, place int, p pattern) *image.Gray {
	t.Helper()
	s := &scene{colours: palette.Of(theme)}
	s.filled(rect{0, 0, tileSize + 20, tileSize + 20}, p, s.colours.Side(place))
	picture, err := s.picture(Size{Width: tileSize + 20, Height: tileSize + 20})
	if err != nil {
		t.Fatal(err)
	}
	tile := image.NewGray(image.Rect(0, 0, tileSize, tileSize))
	for y := range tileSize {
		for x := range tileSize {
			tile.Set(x, y, color.GrayModel.Convert(picture.Image.At(x+10, y+10)))
		}
	}
	return tile
}

// leastDifference is the mean difference of two tiles, as a share of black to white, where they are laid over each other
// so that they look most alike.
func leastDifference(a, b *image.Gray) float64 {
	least := 1.0
	const shifts, side = 10, tileSize - 10
	for dy := range shifts {
		for dx := range shifts {
			sum := 0.0
			for y := range side {
				for x := range side {
					sum += math.Abs(float64(a.GrayAt(x, y).Y) - float64(b.GrayAt(x+dx, y+dy).Y))
				}
			}
			least = min(least, sum/255/side/side)
		}
	}
	return least
}
