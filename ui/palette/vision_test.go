package palette

import (
	"image/color"
	"math"
	"testing"
)

// How colours look to colour-blind eyes, and how far apart they then are.

// matrix turns linear red, green and blue into what an eye makes of them.
type matrix [3][3]float64

// visions are normal eyes and the three deficiencies at their full severity. The matrices are those of G. M. Machado,
// M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
// Transactions on Visualization and Computer Graphics 15 (6), 2009, table 1, severity 1.0.
var visions = map[string]matrix{
	"normal": {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protan": {
		{0.152286, 1.052583, -0.204868},
		{0.114503, 0.786281, 0.099216},
		{-0.003882, -0.048116, 1.051998},
	},
	"deutan": {
		{0.367322, 0.860646, -0.227968},
		{0.280085, 0.672501, 0.047413},
		{-0.011820, 0.042940, 0.968881},
	},
	"tritan": {
		{1.255528, -0.076749, -0.178779},
		{-0.078411, 0.930809, 0.147602},
		{0.004733, 0.691367, 0.303900},
	},
}

// linear is a channel of sRGB as light (IEC 61966-2-1).
func linear(v uint8) float64 {
	x := float64(v) / 255
	if x <= 0.04045 {
		return x / 12.92
	}
	return math.Pow((x+0.055)/1.055, 2.4)
}

// seen is the colour in linear light that an eye makes of c.
func seen(c color.NRGBA, eye matrix) [3]float64 {
	light := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var out [3]float64
	for i, row := range eye {
		for j, weight := range row {
			out[i] += weight * light[j]
		}
		out[i] = min(max(out[i], 0), 1)
	}
	return out
}

// lab is a colour in CIE L*a*b*, for daylight (D65).
type lab struct{ l, a, b float64 }

func labOf(rgb [3]float64) lab {
	x := (0.4124564*rgb[0] + 0.3575761*rgb[1] + 0.1804375*rgb[2]) / 0.95047
	y := 0.2126729*rgb[0] + 0.7151522*rgb[1] + 0.0721750*rgb[2]
	z := (0.0193339*rgb[0] + 0.1191920*rgb[1] + 0.9503041*rgb[2]) / 1.08883
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	return lab{116*f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))}
}

// difference is CIEDE2000, with the names of G. Sharma, W. Wu, E. N. Dalal, "The CIEDE2000 Color-Difference Formula:
// Implementation Notes, Supplementary Test Data, and Mathematical Observations", Color Research and Application 30 (1),
// 2005. One is a difference that can just be seen.
func difference(x, y lab) float64 {
	mean := (math.Hypot(x.a, x.b) + math.Hypot(y.a, y.b)) / 2
	g := 0.5 * (1 - math.Sqrt(seventh(mean)))
	a1, a2 := x.a*(1+g), y.a*(1+g)
	c1, c2 := math.Hypot(a1, x.b), math.Hypot(a2, y.b)
	h1, h2 := hue(a1, x.b), hue(a2, y.b)
	turn, middle := between(h1, h2, c1*c2 == 0)
	dl, dc := y.l-x.l, c2-c1
	dh := 2 * math.Sqrt(c1*c2) * sin(turn/2)
	l, c := (x.l+y.l)/2, (c1+c2)/2
	t := 1 - 0.17*cos(middle-30) + 0.24*cos(2*middle) + 0.32*cos(3*middle+6) - 0.20*cos(4*middle-63)
	sl := 1 + 0.015*(l-50)*(l-50)/math.Sqrt(20+(l-50)*(l-50))
	sc, sh := 1+0.045*c, 1+0.015*c*t
	rt := -sin(60*math.Exp(-math.Pow((middle-275)/25, 2))) * 2 * math.Sqrt(seventh(c))
	return math.Sqrt(math.Pow(dl/sl, 2) + math.Pow(dc/sc, 2) + math.Pow(dh/sh, 2) + rt*dc/sc*dh/sh)
}

func seventh(c float64) float64 { return math.Pow(c, 7) / (math.Pow(c, 7) + math.Pow(25, 7)) }

func sin(degrees float64) float64 { return math.Sin(degrees * math.Pi / 180) }

func cos(degrees float64) float64 { return math.Cos(degrees * math.Pi / 180) }

// hue is an angle in degrees, from 0 to 360.
func hue(a, b float64) float64 {
	if a == 0 && b == 0 {
		return 0
	}
	return math.Mod(math.Atan2(b, a)*180/math.Pi+360, 360)
}

// between is the shorter turn from one hue to the other, and the hue in their middle; grey has no hue.
func between(h1, h2 float64, grey bool) (turn, middle float64) {
	turn, sum := h2-h1, h1+h2
	switch {
	case grey:
		return 0, sum
	case math.Abs(turn) <= 180:
		return turn, sum / 2
	case sum < 360:
		middle = (sum + 360) / 2
	default:
		middle = (sum - 360) / 2
	}
	if turn > 180 {
		return turn - 360, middle
	}
	return turn + 360, middle
}

// The pairs are from Sharma's supplementary test data.
func TestTheDifferenceOfColoursIsMeasuredRightly(t *testing.T) {
	for _, c := range []struct {
		x, y lab
		want float64
	}{
		{lab{50, 2.6772, -79.7751}, lab{50, 0, -82.7485}, 2.0425},
		{lab{50, -1.3802, -84.2814}, lab{50, 0, -82.7485}, 1.0000},
		{lab{50, 0, 0}, lab{50, -1, 2}, 2.3669},
		{lab{50, 2.49, -0.001}, lab{50, -2.49, 0.0009}, 7.1792},
		{lab{50, 2.49, -0.001}, lab{50, -2.49, 0.0011}, 7.2195},
		{lab{50, 2.5, 0}, lab{58, 24, 15}, 19.4535},
		{lab{50, 2.5, 0}, lab{56, -27, -3}, 31.9030},
		{lab{6.7747, -0.2908, -2.4247}, lab{5.8714, -0.0985, -2.2286}, 0.6377},
		{lab{22.7233, 20.0904, -46.6940}, lab{23.0331, 14.9730, -42.5619}, 2.0373},
	} {
		if got := difference(c.x, c.y); math.Abs(got-c.want) > 0.00005 {
			t.Errorf("%v and %v differ by %.4f, want %.4f", c.x, c.y, got, c.want)
		}
	}
}

// A red and a green that are told apart by their hue alone are one colour to protan and deutan eyes; yellow and white,
// and blue and green, move together for tritan ones. The simulation has to find that out.
func TestTheSimulationKnowsWhatColourBlindEyesConfuse(t *testing.T) {
	for _, c := range []struct {
		eye         string
		one, other  uint32
		least, most float64
	}{
		{"normal", 0xA8553A, 0x6E7A2D, 25, 100},
		{"deutan", 0xA8553A, 0x6E7A2D, 0, 12},
		{"protan", 0x8A4A2A, 0x5A5A20, 0, 12},
		{"tritan", 0x2A7DB8, 0x1F8F8F, 0, 12},
		{"tritan", 0xA8553A, 0x6E7A2D, 20, 100},
	} {
		got := apart(rgb(c.one), rgb(c.other), visions[c.eye])
		if got < c.least || got > c.most {
			t.Errorf("%s: %06X and %06X differ by %.1f, want %g to %g", c.eye, c.one, c.other, got, c.least, c.most)
		}
	}
	for name, eye := range visions {
		if got := labOf(seen(rgb(0xFFFFFF), eye)); math.Abs(got.l-100) > 0.1 || math.Hypot(got.a, got.b) > 0.5 {
			t.Errorf("%s: white is seen as %v", name, got)
		}
	}
}

func apart(x, y color.NRGBA, eye matrix) float64 {
	return difference(labOf(seen(x, eye)), labOf(seen(y, eye)))
}

// The two first sides are in nearly every dataset, and their bars stand side by side: they differ at a glance. Further
// sides differ clearly; they also stand under their names, in one order.
func TestSidesAreToldApartByEveryEye(t *testing.T) {
	for _, theme := range []Theme{Light, Dark, Print} {
		c := Of(theme)
		for name, eye := range visions {
			for i := range c.sides {
				for j := range i {
					want := 12.0
					if i == 1 {
						want = 30
					}
					if got := apart(c.Side(i), c.Side(j), eye); got < want {
						t.Errorf("%v, %s: sides %d and %d differ by %.1f, want at least %g", theme, name, j, i, got, want)
					}
				}
			}
		}
	}
}
