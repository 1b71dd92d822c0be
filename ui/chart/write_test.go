package chart

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"parley/model"
	"parley/model/modeltest"
	"parley/ui/format"
	"parley/ui/palette"
)

func talksChart() Rounds { return RoundsChart(modeltest.Talks(), Options{Kind: modeltest.Prisoners}) }

var smallLook = Look{Size: Size{Width: 700, Height: 480}}

// file is a chart as a file of a format.
func file(t testing.TB, c Chart, f Format, look Look) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, c, f, look); err != nil {
		t.Fatalf("%s: %v", f, err)
	}
	return out.Bytes()
}

// TestMain can also play a program that writes a chart: for the test that compares two processes, and for the peers of
// testdata/peers.
func TestMain(m *testing.M) {
	if f := os.Getenv("PARLEY_CHART_FOR_TEST"); f != "" {
		exitWith(Write(os.Stdout, talksChart(), Format(f), smallLook))
	}
	if picture := os.Getenv("PARLEY_PEER_PICTURE"); picture != "" {
		exitWith(drawForPeers(picture, os.Getenv("PARLEY_PEER_FILE")))
	}
	os.Exit(m.Run())
}

func exitWith(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

func drawForPeers(picture, path string) error {
	s := peerScene(1)
	if picture == "points" {
		s = lineScene(1_000_000)
	}
	p, err := s.picture(benchSize)
	if err != nil {
		return err
	}
	out, err := os.Create(path)
	if err != nil {
		return err
	}
	return errors.Join(WritePNG(out, p), out.Close())
}

func TestTheSameChartGivesTheSameBytesInEveryProcess(t *testing.T) {
	for _, f := range Formats() {
		want := file(t, talksChart(), f, smallLook)
		if !bytes.Equal(file(t, talksChart(), f, smallLook), want) {
			t.Errorf("%s: the second file differs from the first", f)
		}
		other := exec.Command(os.Args[0])
		other.Env = []string{"PARLEY_CHART_FOR_TEST=" + string(f), "USER=somebody", "TZ=Asia/Tokyo", "HOME=/nowhere"}
		got, err := other.Output()
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s: another process writes %d bytes that differ (%v)", f, len(got), err)
		}
	}
}

func TestFilesTellNeitherTheClockNorTheUser(t *testing.T) {
	today := time.Now().UTC()
	for _, f := range Formats() {
		data := string(file(t, talksChart(), f, smallLook))
		for _, word := range []string{today.Format("2006-01-02"), today.Format("20060102"), os.Getenv("HOME"), "/tmp/"} {
			if len(word) > 5 && strings.Contains(data, word) {
				t.Errorf("%s holds %q", f, word)
			}
		}
	}
}

func TestFilesOfAGivenDateTellIt(t *testing.T) {
	look := smallLook
	look.Created = time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	for f, want := range map[Format]string{
		PNG: "Creation Time\x00Sat, 03 Feb 2001 04:05:06 UTC", SVG: "2001-02-03T04:05:06Z", PDF: "(D:20010203040506",
	} {
		if !strings.Contains(string(file(t, talksChart(), f, look)), want) {
			t.Errorf("%s lacks %q", f, want)
		}
	}
}

func TestPNGSaysWhatItIs(t *testing.T) {
	c := RoundsChart(modeltest.Talks(), Options{Kind: modeltest.Prisoners, Locale: format.In("uk")})
	data := string(file(t, c, PNG, Look{Size: Size{Width: 700, Height: 480, Scale: 2}, DPI: 300}))
	for _, want := range []string{
		"iTXtTitle\x00\x00\x00uk\x00\x00" + c.Title,
		"iTXtDescription\x00\x00\x00uk\x00\x00" + c.AltText(),
		"tEXtSoftware\x00Parley",
		"iTXtXML:com.adobe.xmp\x00\x00\x00\x00\x00<?xpacket",
		"<Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(c.AltText()),
		"pHYs\x00\x00\x2e\x23\x00\x00\x2e\x23\x01", // 11,811 pixels a metre
	} {
		if !strings.Contains(data, want) {
			t.Errorf("the PNG lacks %q", want)
		}
	}
}

func TestAPictureWithoutAPageIsTransparent(t *testing.T) {
	look := smallLook
	for _, theme := range []palette.Theme{palette.Light, palette.Dark} {
		look.Theme, look.Transparent = theme, true
		clear, err := png.Decode(bytes.NewReader(file(t, talksChart(), PNG, look)))
		if err != nil {
			t.Fatal(err)
		}
		if _, _, _, a := clear.At(1, 1).RGBA(); a != 0 {
			t.Errorf("the corner has the opacity %d", a)
		}
		look.Transparent = false
		page, err := png.Decode(bytes.NewReader(file(t, talksChart(), PNG, look)))
		if err != nil {
			t.Fatal(err)
		}
		if d := difference(onPage(clear, palette.Of(theme).Page), page); d > 0.001 {
			t.Errorf("%v: laid on its page it differs in %.4f of the pixels", theme, d)
		}
	}
}

// onPage lays a picture on a page of one colour.
func onPage(img image.Image, page color.NRGBA) image.Image {
	out := image.NewRGBA(img.Bounds())
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			r, g, b, a := img.At(x, y).RGBA()
			mix := func(v uint32, under uint8) uint8 { return uint8((v + uint32(under)*0x101*(0xffff-a)/0xffff) >> 8) }
			out.SetRGBA(x, y, color.RGBA{R: mix(r, page.R), G: mix(g, page.G), B: mix(b, page.B), A: 0xff})
		}
	}
	return out
}

// hostile are texts that break out of formats that do not escape them.
const hostile = `<script>alert("1")</script> & 'x' ]]> --> \) (PDF) %s &amp; ` + "\x00\x1b\x07\u202e\ufffe"

func TestForeignTextBreaksNoFormat(t *testing.T) {
	c := talksChart()
	c.Frame.Title, c.Frame.Sources, c.Frame.Lang = hostile, hostile, "en"
	c.Frame.Dataset.Licenses = []model.License{{Title: hostile, Path: hostile}}
	c.Frame.Dataset.Contributors = []model.Contributor{{Title: hostile}}
	c.Frame.Publications = []*model.Source{{ID: "x", Publisher: hostile, Title: hostile, URL: hostile}}
	c.Groups[0].Name = hostile

	svg := file(t, c, SVG, smallLook)
	texts, elements := readXML(t, svg)
	if slices.Contains(elements, "script") || !strings.Contains(texts, `<script>alert("1")</script> & 'x' ]]> -->`) {
		t.Errorf("the SVG has the elements %v and the text %.300q", slices.Compact(slices.Sorted(slices.Values(elements))), texts)
	}
	data := file(t, c, PNG, smallLook)
	_, packet, _ := bytes.Cut(data, []byte("XML:com.adobe.xmp\x00\x00\x00\x00\x00"))
	packet, _, _ = bytes.Cut(packet, []byte(`<?xpacket end="r"?>`))
	if texts, _ := readXML(t, packet); !strings.Contains(texts, `<script>alert("1")</script> & 'x' ]]> -->`) {
		t.Errorf("the XMP packet says %.300q", texts)
	}
	if _, err := png.Decode(bytes.NewReader(data)); err != nil {
		t.Error(err)
	}
	file(t, c, PDF, smallLook)
	var m metadata
	if err := json.Unmarshal(unpack(t, file(t, c, ZIP, smallLook))["metadata.json"], &m); err != nil || m.Sources[0].URL == "" {
		t.Errorf("metadata.json: %v, %+v", err, m.Sources)
	}
}

// readXML reads XML to its end; it returns the text between the tags, and the names of the elements.
func readXML(t *testing.T, data []byte) (text string, elements []string) {
	t.Helper()
	in := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			return text, elements
		}
		if err != nil {
			t.Fatalf("%v in %.400q", err, data)
		}
		switch x := token.(type) {
		case xml.CharData:
			text += string(x)
		case xml.StartElement:
			elements = append(elements, x.Name.Local)
		}
	}
}

// unpack returns the files of a ZIP by name.
func unpack(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range in.File {
		from, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(from); err != nil {
			t.Fatal(err)
		}
		if want := time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC); !f.Modified.Equal(want) {
			t.Errorf("%s is of %v, want the dataset's %v", f.Name, f.Modified, want)
		}
	}
	return files
}

func TestZIPHoldsPictureNumbersAndEverySource(t *testing.T) {
	c := talksChart()
	files := unpack(t, file(t, c, ZIP, smallLook))
	for name, f := range map[string]Format{"chart.png": PNG, "chart.svg": SVG, "data.csv": CSV} {
		if !bytes.Equal(files[name], file(t, c, f, smallLook)) {
			t.Errorf("%s is not the %s file", name, f)
		}
	}
	if rows, err := csv.NewReader(bytes.NewReader(files["data.csv"])).ReadAll(); err != nil || len(rows) < 3 {
		t.Errorf("data.csv has %d rows (%v)", len(rows), err)
	}
	var m metadata
	if err := json.Unmarshal(files["metadata.json"], &m); err != nil {
		t.Fatal(err)
	}
	if len(c.Publications) == 0 || len(m.Sources) != len(c.Publications) || m.Title != c.Title || m.Dataset.Version != "1.2.0" {
		t.Errorf("metadata.json says %+v; the chart has %d publications", m, len(c.Publications))
	}
	for _, s := range c.Publications {
		if !bytes.Contains(files["README.txt"], []byte(s.Publisher)) || !bytes.Contains(files["README.txt"], []byte(s.URL)) {
			t.Errorf("README.txt lacks %s, %s", s.Publisher, s.URL)
		}
	}
	if !strings.Contains(string(files["README.txt"]), Citation(c)) {
		t.Error("README.txt lacks the citation")
	}
}

func TestALookThatCannotBeDrawnIsRefused(t *testing.T) {
	for _, look := range []Look{
		{},
		{Size: Size{Width: 700, Height: 480, Scale: 9}},
		{Size: Size{Width: 5000, Height: 5000, Scale: 2}},
		{Size: Size{Width: 700, Height: 480}, DPI: 71},
		{Size: Size{Width: 700, Height: 480}, DPI: 601},
		{Size: Size{Width: 700, Height: 480}, DPI: -300},
	} {
		for _, f := range []Format{PNG, SVG, PDF, ZIP} {
			var out bytes.Buffer
			if err := Write(&out, talksChart(), f, look); !errors.Is(err, ErrSize) || out.Len() > 0 {
				t.Errorf("%s, %+v: got %v and %d bytes", f, look, err, out.Len())
			}
		}
	}
	var size *SizeError
	err := Write(io.Discard, talksChart(), PNG, Look{Size: Size{Width: 5000, Height: 2000, Scale: 4}})
	if !errors.As(err, &size) || size.Scale != 2 {
		t.Errorf("got %v, want the largest scale that fits, 2", err)
	}
	if err := Write(io.Discard, talksChart(), "gif", smallLook); err == nil {
		t.Error("there is a format gif")
	}
}

func TestAFaultOfTheDiskIsTold(t *testing.T) {
	for _, f := range Formats() {
		if err := Write(fullDisk{}, talksChart(), f, smallLook); !errors.Is(err, errDiskFull) {
			t.Errorf("%s: got %v, want the writer's own error", f, err)
		}
	}
}

func TestMissingLettersAreListed(t *testing.T) {
	c := talksChart()
	if got := Missing(c); len(got) > 0 {
		t.Errorf("%q are missing from a chart without any", got)
	}
	c.Frame.Title = "Ґудзь Щупак ığşç 一 → ✓ مرحبا 一"
	got := string(Missing(c))
	for _, r := range "一ح" {
		if !strings.ContainsRune(got, r) {
			t.Errorf("%q is not among the missing letters %q", r, got)
		}
	}
	if strings.ContainsAny(got, "ҐЩığşç ") || strings.Count(got, "一") != 1 {
		t.Errorf("the missing letters are %q", got)
	}
}

func TestThePhysicalSizeFollowsTheDPI(t *testing.T) {
	for _, c := range []struct {
		look          Look
		width, height float64
	}{
		{Look{Size: Size{Width: 960, Height: 480}}, 10, 5},
		{Look{Size: Size{Width: 960, Height: 480, Scale: 3}}, 10, 5},
		{Look{Size: Size{Width: 960, Height: 480, Scale: 2}, DPI: 192}, 10, 5},
		{Look{Size: Size{Width: 1200, Height: 600, Scale: 2}, DPI: 300}, 8, 4},
	} {
		if w, h := c.look.inches(); w != c.width || h != c.height {
			t.Errorf("%+v is %vx%v inches, want %vx%v", c.look, w, h, c.width, c.height)
		}
	}
}
