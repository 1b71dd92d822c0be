package notefile

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"io/fs"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"parley/model"
	"parley/model/annotation"
)

// line returns a whole line of a journal, with its newline.
func line(t testing.TB, seq, rev int, op string, n model.Note) []byte {
	t.Helper()
	if n.ID == "" {
		n.ID = "urn:uuid:1"
	}
	if n.Item.IsZero() {
		n.Item = istanbul
	}
	anno, err := annotation.Write(nil, n, talks)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := encodeLine(record{Seq: seq, Op: op, Rev: rev, Anno: anno})
	if err != nil {
		t.Fatal(err)
	}
	return append(raw, '\n')
}

func hour(h int) time.Time { return time.Date(2025, 6, 2, h, 0, 0, 0, time.UTC) }

func join(parts ...[]byte) []byte { return bytes.Join(parts, nil) }

func TestALineIsReadableByPeople(t *testing.T) {
	got := line(t, 7, 2, opDelete, model.Note{Modified: hour(10)})
	want := `{"crc":"03358f8b","rec":{"seq":7,"op":"delete","rev":2,"anno":{` +
		`"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:uuid:1","type":"Annotation",` +
		`"motivation":"commenting","modified":"2025-06-02T10:00:00Z",` +
		`"target":{"source":"parley:russia-ukraine-talks/round/2025-06-02-istanbul"}}}}` + "\n"
	if string(got) != want {
		t.Fatalf("line is\n%swant\n%s", got, want)
	}
}

func TestTheChecksumIsCRC32C(t *testing.T) {
	// The check value of CRC-32C, as its catalogues give it.
	if _, crc, ok := checked([]byte(`{"crc":"e3069283","rec":123456789}`)); !ok || crc != 0xe3069283 {
		t.Fatalf("%08x, %v", crc, ok)
	}
	if _, _, ok := checked([]byte(`{"crc":"E3069283","rec":123456789}`)); ok {
		t.Fatal("took a checksum in capitals")
	}
}

func TestUnion(t *testing.T) {
	defer torment(t, "copies, CRLF, BOM, IDs twice, joined files", "all merged")
	text := func(s string, h int) model.Note { return model.Note{Text: s, Modified: hour(h)} }
	other := model.Note{ID: "urn:uuid:2", Text: "other", Modified: hour(1)}
	tests := map[string]struct {
		files map[string][]byte
		want  []string
	}{
		"no file": {nil, nil},
		"higher revision wins over later time": {map[string][]byte{
			"notes-a.jsonl": line(t, 1, 2, opPut, text("second", 1)),
			"notes-b.jsonl": line(t, 1, 1, opPut, text("first", 9)),
		}, []string{"second"}},
		"then the later time": {map[string][]byte{
			"notes-a.jsonl": line(t, 1, 2, opPut, text("later", 9)),
			"notes-b.jsonl": line(t, 1, 2, opPut, text("earlier", 8)),
		}, []string{"later"}},
		"then the higher device": {map[string][]byte{
			"notes-a.jsonl": line(t, 1, 2, opPut, text("by a", 9)),
			"notes-b.jsonl": line(t, 1, 2, opPut, text("by b", 9)),
		}, []string{"by b"}},
		"a delete is a version": {map[string][]byte{
			"notes-a.jsonl": line(t, 1, 1, opPut, text("gone", 9)),
			"notes-b.jsonl": line(t, 1, 2, opDelete, text("", 8)),
		}, nil},
		"a later put brings back": {map[string][]byte{
			"notes-a.jsonl": line(t, 1, 3, opPut, text("back", 1)),
			"notes-b.jsonl": line(t, 1, 2, opDelete, text("", 8)),
		}, []string{"back"}},
		"several notes": {map[string][]byte{
			"notes-a.jsonl": line(t, 1, 1, opPut, text("one", 9)),
			"notes-b.jsonl": line(t, 1, 1, opPut, other),
		}, []string{"one", "other"}},
		"conflicted copies": {map[string][]byte{
			"notes-a.jsonl": line(t, 1, 1, opPut, text("one", 9)),
			"notes-a (Ann's conflicted copy 2025-06-02).jsonl":    line(t, 1, 1, opPut, other),
			"notes-a.sync-conflict-20250602-100000-ABCDEFG.jsonl": line(t, 1, 2, opPut, text("two", 9)),
			"notes.jsonl": line(t, 1, 1, opPut, model.Note{ID: "urn:uuid:3", Text: "by hand"}),
		}, []string{"two", "other", "by hand"}},
		"other files are none of ours": {map[string][]byte{
			"notes-a.jsonl.damaged":  line(t, 1, 1, opPut, text("x", 9)),
			"notes-a.jsonl.tmp":      line(t, 1, 1, opPut, text("x", 9)),
			"my-notes.jsonl":         line(t, 1, 1, opPut, text("x", 9)),
			".syncthing.notes.jsonl": line(t, 1, 1, opPut, text("x", 9)),
		}, nil},
		"the same line twice": {map[string][]byte{
			"notes-a.jsonl": join(line(t, 1, 1, opPut, other), line(t, 1, 1, opPut, other)),
		}, []string{"other"}},
		"two files joined": {map[string][]byte{
			"notes-a.jsonl": join(
				line(t, 1, 1, opPut, other), line(t, 2, 2, opPut, other), line(t, 1, 1, opPut, text("one", 9))),
		}, []string{"one", "other"}},
		"Windows newlines": {map[string][]byte{
			"notes-a.jsonl": bytes.ReplaceAll(
				join(line(t, 1, 1, opPut, text("one", 9)), line(t, 2, 1, opPut, other)), []byte("\n"), []byte("\r\n")),
		}, []string{"one", "other"}},
		"a byte order mark": {map[string][]byte{
			"notes-a.jsonl": join(bom, line(t, 1, 1, opPut, text("one", 9)), bom, line(t, 2, 1, opPut, other)),
		}, []string{"one", "other"}},
		"blank lines": {map[string][]byte{
			"notes-a.jsonl": join([]byte("\n\r\n"), line(t, 1, 1, opPut, text("one", 9)), []byte("\n")),
		}, []string{"one"}},
		"no newline at the end": {map[string][]byte{
			"notes-a.jsonl": bytes.TrimSpace(line(t, 1, 1, opPut, text("one", 9))),
		}, []string{"one"}},
		"an empty file": {map[string][]byte{"notes-a.jsonl": nil}, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := newMemDisk()
			for name, data := range test.files {
				d.files[at(name)] = &memFile{states: [][]byte{data}, named: true}
			}
			for _, device := range []string{"a", "b", "c"} {
				s := open(t, d, device)
				wantTexts(t, s.Notes(), test.want...)
				if damage := s.Damage(); !damage.IsZero() {
					t.Fatalf("damage %+v", damage)
				}
				again := open(t, holding(d.content()), device)
				put(t, again, note("goes on"))
				wantTexts(t, again.Notes(), append([]string{"goes on"}, test.want...)...)
			}
		})
	}
}

func TestVersionsSupersedeEachOtherInOneWayOnly(t *testing.T) {
	var all []*version
	for _, rev := range []int{1, 2} {
		for _, h := range []int{1, 2} {
			for _, device := range []string{"", "a", "b"} {
				for _, crc := range []uint32{0, 9} {
					n := model.Note{Revision: rev, Modified: hour(h)}
					all = append(all, &version{note: n, device: device, crc: crc})
				}
			}
		}
	}
	for i, v := range all {
		for k, old := range all {
			if v.supersedes(old) != (i > k) {
				t.Fatalf("%+v supersedes %+v: %v", v, old, v.supersedes(old))
			}
		}
	}
}

func TestDamage(t *testing.T) {
	defer torment(t, "damaged, newer, foreign lines", "counted, skipped, kept")
	one := line(t, 1, 1, opPut, model.Note{Text: "one"})
	two := line(t, 2, 1, opPut, model.Note{ID: "urn:uuid:2", Text: "two"})
	three := line(t, 3, 1, opPut, model.Note{ID: "urn:uuid:3", Text: "three"})
	anno := `{"id":"urn:uuid:9","target":"parley:russia-ukraine-talks/round/r"}`
	tests := map[string]struct {
		data []byte
		want Damage
		live []string
	}{
		"a line that is no JSON": {join(one, []byte("hello\n"), two), Damage{Lines: 1}, []string{"one", "two"}},
		"a line cut out":         {join(one, three), Damage{Missing: 1}, []string{"one", "three"}},
		"the first line cut out": {join(two, three), Damage{Missing: 1}, []string{"three", "two"}},
		"a torn line in the middle": {
			join(one, two[:len(two)/2], []byte("\n"), three), Damage{Lines: 1}, []string{"one", "three"},
		},
		"a torn line that another was written after": {
			join(one[:len(one)/2], two, three), Damage{Lines: 1}, []string{"three", "two"},
		},
		"a newline too many": {
			join(one, two[:50], []byte("\n"), two[50:], three), Damage{Lines: 2}, []string{"one", "three"},
		},
		"a lost newline": {join(bytes.TrimSpace(one), two), Damage{Lines: 1}, []string{"one", "two"}},
		"zeros":          {join(one, make([]byte, 500), []byte("\n"), two), Damage{Lines: 1}, []string{"one", "two"}},
		"a newer format": {
			join(one, sealed(`{"format":2,"seq":2,"op":"put","rev":1,"anno":`+anno+`}`), three),
			Damage{Newer: 1},
			[]string{"one", "three"},
		},
		"a newer format of another shape": {
			join(one, sealed(`{"format":2,"seq":"two","op":{}}`), three), Damage{Newer: 1}, []string{"one", "three"},
		},
		"an operation we do not know": {
			join(one, sealed(`{"seq":2,"op":"merge","rev":1}`), three), Damage{Newer: 1}, []string{"one", "three"},
		},
		"members we do not know": {
			join(one, sealed(`{"why":"?","seq":2,"op":"put","rev":1,"anno":`+anno+`}`)), Damage{}, []string{"", "one"},
		},
		"another dataset": {
			join(one, sealed(`{"seq":2,"op":"put","rev":1,"anno":{"id":"x","target":"parley:others/round/r"}}`)),
			Damage{Foreign: 1},
			[]string{"one"},
		},
		"an annotation we cannot read": {
			join(one, sealed(`{"seq":2,"op":"put","rev":1,"anno":{"id":"x"}}`), three),
			Damage{Lines: 1},
			[]string{"one", "three"},
		},
		"more bodies than any note has": {
			join(one, sealed(`{"seq":2,"op":"put","rev":1,"anno":`+strings.TrimSuffix(anno, "}")+
				`,"body":[{}`+strings.Repeat(",{}", annotation.MaxValues)+`]}}`)), Damage{Lines: 1}, []string{"one"},
		},
		"a line longer than any note": {
			join(one, sealed(`{"seq":2,"op":"put","rev":1,"anno":`+anno+strings.Repeat(" ", maxLine)+`}`)),
			Damage{Lines: 1},
			[]string{"one"},
		},
		"no revision": {
			join(one, sealed(`{"seq":2,"op":"put","rev":0,"anno":`+anno+`}`)), Damage{Lines: 1}, []string{"one"},
		},
		"a revision that leaves no next one": {
			join(one, sealed(`{"seq":2,"op":"put","rev":9223372036854775807,"anno":`+anno+`}`)),
			Damage{Lines: 1},
			[]string{"one"},
		},
		"a number that leaves no next one": {
			join(one, sealed(`{"seq":9223372036854775807,"op":"put","rev":1,"anno":`+anno+`}`)), Damage{}, []string{"", "one"},
		},
		"UTF-16": {utf16(join(one, two)), Damage{Lines: 3}, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			d := holding(map[string][]byte{at("notes-a.jsonl"): test.data})
			s := open(t, d, "a")
			got := texts(s.Notes())
			slices.Sort(got)
			if !slices.Equal(got, test.live) {
				t.Fatalf("notes are %q, want %q", got, test.live)
			}
			if !test.want.isNone() {
				test.want.Files = []string{"notes-a.jsonl"}
			}
			if damage := s.Damage(); !reflect.DeepEqual(damage, test.want) {
				t.Fatalf("damage %+v, want %+v", damage, test.want)
			}
			put(t, s, note("goes on"))
			again := open(t, d, "a")
			if len(again.Notes()) != len(test.live)+1 || !reflect.DeepEqual(again.Damage(), test.want) {
				t.Fatalf("then notes are %q, damage %+v", texts(again.Notes()), again.Damage())
			}
			if data := d.files[at("notes-a.jsonl")].data(); !bytes.HasPrefix(data, test.data) {
				t.Fatal("the journal was rewritten")
			}
		})
	}
}

// sealed returns a line with any record and the checksum that fits it.
func sealed(rec string) []byte {
	return fmt.Appendf(nil, `{"crc":"%08x","rec":%s}`+"\n", crc32.Checksum([]byte(rec), castagnoli), rec)
}

func utf16(data []byte) []byte {
	wide := []byte{0xff, 0xfe}
	for _, b := range data {
		wide = append(wide, b, 0)
	}
	return wide
}

func TestDamagedLinesAreCopiedOnce(t *testing.T) {
	torn := []byte("torn\n")
	d := holding(map[string][]byte{
		at("notes-a.jsonl"): join(line(t, 1, 1, opPut, note("one")), torn, torn, []byte("\xff\x00 other\r\n")),
		at("notes-b.jsonl"): []byte("of another device\n"),
	})
	for range 3 {
		s := open(t, d, "a")
		put(t, s, note("x"))
		if got := s.Damage().Lines; got != 4 {
			t.Fatalf("%d damaged lines", got)
		}
	}
	if got := string(d.files[at("notes-a.jsonl.damaged")].data()); got != "torn\n\xff\x00 other\r\n" {
		t.Fatalf("set aside: %q", got)
	}
	if d.files[at("notes-b.jsonl.damaged")] != nil {
		t.Fatal("wrote beside the journal of another device")
	}
}

func TestALineBeingWrittenIsNoDamage(t *testing.T) {
	d := newMemDisk()
	whole := line(t, 1, 1, opPut, note("being written"))
	half := join(whole[:40], make([]byte, len(whole)-40)) // as long as the whole: sizes must not be what tells
	d.files[at("notes-a.jsonl")] = &memFile{states: [][]byte{half}}
	d.before = func(op string) error {
		if op == "lock" { // the writer is done when the lock can be had
			d.files[at("notes-a.jsonl")].states = [][]byte{whole}
		}
		return nil
	}
	s := open(t, d, "a")
	wantTexts(t, s.Notes(), "being written")
	if damage := s.Damage(); !damage.IsZero() || d.files[at("notes-a.jsonl.damaged")] != nil {
		t.Fatalf("damage %+v", damage)
	}
}

func TestADamagedNewestVersionUncoversTheOneBefore(t *testing.T) {
	second := line(t, 2, 2, opPut, model.Note{Text: "second"})
	second[100] ^= 1
	first := line(t, 1, 1, opPut, model.Note{Text: "first"})
	d := holding(map[string][]byte{at("notes-a.jsonl"): join(first, second)})
	s := open(t, d, "a")
	wantTexts(t, s.Notes(), "first")
	if s.Damage().Lines != 1 {
		t.Fatalf("damage %+v", s.Damage())
	}
}

func TestAReplacedFileIsReadAnew(t *testing.T) {
	d := newMemDisk()
	s := open(t, d, "a")
	d.files[at("notes-b.jsonl")] = &memFile{states: [][]byte{join(line(t, 1, 1, opPut, note("old")), []byte("torn\n"))}}
	if err := s.Refresh(); err != nil {
		t.Fatal(err)
	}
	for i, data := range [][]byte{
		join(line(t, 1, 2, opPut, note("shorter"))),
		join(line(t, 1, 3, opPut, note("longer, by a good deal")), line(t, 2, 4, opPut, note("and one more"))),
		nil,
	} {
		d.files[at("notes-b.jsonl")] = &memFile{states: [][]byte{data}, mod: hour(i)}
		if err := s.Refresh(); err != nil {
			t.Fatal(err)
		}
		if damage := s.Damage(); !damage.IsZero() {
			t.Fatalf("damage %+v after replacement %d", damage, i)
		}
	}
	wantTexts(t, s.Notes(), "and one more")
}

// written returns a journal of some notes, every second one changed, and the version in each of its lines.
func written(t testing.TB, count int) (data []byte, versions []model.Note) {
	d := newMemDisk()
	s := open(t, d, "a")
	for i := range count {
		n := put(t, s, model.Note{Item: istanbul, Text: fmt.Sprintf("Note %d: «%c»", i, 'а'+i), Tags: []string{"t"}})
		versions = append(versions, n)
		if i%2 == 0 {
			n.Text += " changed"
			versions = append(versions, put(t, s, n))
		}
	}
	return d.files[at("notes-a.jsonl")].data(), versions
}

// newest returns the versions that are shown when only some can be read.
func newest(versions []model.Note) map[model.NoteID]model.Note {
	latest := map[model.NoteID]model.Note{}
	for _, n := range versions {
		latest[n.ID] = n
	}
	return latest
}

func wantNotes(t testing.TB, s *Store, versions []model.Note) {
	t.Helper()
	want := newest(versions)
	got := s.Notes()
	if len(got) != len(want) {
		t.Fatalf("%d notes, want %d", len(got), len(want))
	}
	for _, n := range got {
		if !reflect.DeepEqual(n, want[n.ID]) {
			t.Fatalf("shows %+v, want %+v", n, want[n.ID])
		}
	}
}

func TestTornTails(t *testing.T) {
	t.Parallel()
	data, versions := written(t, 1)
	tails := map[string][]byte{"nothing": nil, "zeros": make([]byte, 50), "garbage": []byte(`{"crc":"0123`)}
	starts := []int{0}
	for i, b := range data {
		if b == '\n' {
			starts = append(starts, i+1)
		}
	}
	defer func() {
		torment(t, "torn tails", "%d offsets, %d tails each, the lines before kept", len(data)+1, len(tails))
	}()
	for name, tail := range tails {
		t.Run(name, func(t *testing.T) {
			for cut := range len(data) + 1 {
				kept := 0 // lines that are whole, with or without their newline
				for kept+1 < len(starts) && starts[kept+1]-1 <= cut {
					kept++
				}
				d := holding(map[string][]byte{at("notes-a.jsonl"): join(data[:cut], tail)})
				s := open(t, d, "a")
				wantNotes(t, s, versions[:kept])
				isTorn := len(tail) > 0 || !slices.Contains(starts, cut) && !slices.Contains(starts, cut+1)
				if damage := s.Damage(); damage.IsZero() == isTorn || damage.Lines > 1 || damage.Missing > 0 {
					t.Fatalf("cut at %d: damage %+v", cut, damage)
				}
				after := put(t, s, note("after"))
				again := open(t, d, "a")
				wantNotes(t, again, append(slices.Clone(versions[:kept]), after))
				if damage := again.Damage(); damage.IsZero() == isTorn || damage.Missing > 0 {
					t.Fatalf("cut at %d, appended to: damage %+v", cut, damage)
				}
			}
		})
	}
}

func TestLinesCutOffAreMissedByWhoKnewThem(t *testing.T) {
	d := newMemDisk()
	s := open(t, d, "a")
	kept := put(t, s, note("kept"))
	file := d.files[at("notes-a.jsonl")]
	whole := file.data()
	for range 2 {
		put(t, s, note("cut off"))
		file.states = [][]byte{whole}
	}
	after := put(t, s, note("after"))
	again := open(t, d, "a")
	wantNotes(t, again, []model.Note{kept, after})
	if got := again.Damage().Missing; got != 2 {
		t.Fatalf("%d lines are missing, want 2", got)
	}
}

func TestFlippedBits(t *testing.T) {
	t.Parallel()
	data, versions := written(t, 6)
	random := rand.New(rand.NewPCG(1, 2))
	flips := times(2000, 20_000)
	defer func() { torment(t, "bit flips", "%d flips, damage shown, no wrong value", flips) }()
	for range flips {
		bit := random.IntN(8 * len(data))
		flipped := bytes.Clone(data)
		flipped[bit/8] ^= 1 << (bit % 8)
		checkFlip(t, flipped, bytes.Count(data[:bit/8], []byte("\n")), versions)
	}
}

// checkFlip opens a journal with one damaged byte in one line. The others must all be there.
func checkFlip(t *testing.T, data []byte, hit int, versions []model.Note) {
	t.Helper()
	d := holding(map[string][]byte{at("notes-a.jsonl"): data})
	s := open(t, d, "a")
	if s.Damage().IsZero() || s.Damage().Missing != 0 {
		t.Fatalf("damage %+v", s.Damage())
	}
	without := slices.Delete(slices.Clone(versions), hit, hit+1)
	got := s.Notes()
	shown := newest(without)
	if _, ok := s.latest[versions[hit].ID]; ok && s.latest[versions[hit].ID].note.Revision == versions[hit].Revision {
		shown = newest(versions) // only its newline was hit
	}
	if len(got) != len(shown) {
		t.Fatalf("%d notes, want %d", len(got), len(shown))
	}
	for _, n := range got {
		if !reflect.DeepEqual(n, shown[n.ID]) {
			t.Fatalf("shows %+v, want %+v", n, shown[n.ID])
		}
	}
}

func TestBlocksOfNoise(t *testing.T) {
	data, versions := written(t, 6)
	random := rand.New(rand.NewPCG(3, 4))
	right := map[string]bool{}
	for _, n := range versions {
		right[fmt.Sprintf("%+v", n)] = true
	}
	for range 1000 {
		noisy := bytes.Clone(data)
		from := random.IntN(len(data))
		for i := from; i < min(len(data), from+random.IntN(1000)); i++ {
			noisy[i] = byte(random.Uint32())
		}
		noisy = noisy[:random.IntN(len(noisy)+1)]
		s := open(t, holding(map[string][]byte{at("notes-a.jsonl"): noisy}), "a")
		for _, n := range s.Notes() {
			if !right[fmt.Sprintf("%+v", n)] {
				t.Fatalf("shows %+v", n)
			}
		}
		before := bytes.Count(noisy[:min(from, len(noisy))], []byte("\n"))
		for id, n := range newest(versions[:before]) {
			if v, ok := s.latest[id]; !ok || v.note.Revision < n.Revision {
				t.Fatalf("lost %+v, written before the noise", n)
			}
		}
	}
}

func TestJournalNames(t *testing.T) {
	for name, want := range map[string]int{
		"notes-a.jsonl": 1, "notes-a-2.jsonl": 2, "notes-a-17.jsonl": 17,
		"notes-a-1.jsonl": 0, "notes-a-02.jsonl": 0, "notes-a-x.jsonl": 0, "notes-ab.jsonl": 0, "notes-a (2).jsonl": 0,
		"notes-a-2.jsonl.damaged": 0, "notes.jsonl": 0, "notes-a--2.jsonl": 0, "notes-a-2 (copy).jsonl": 0,
	} {
		if got := journalNumber("a", name); got != want {
			t.Errorf("%s is number %d, want %d", name, got, want)
		}
	}
	for name, want := range map[string]string{
		"notes-a1.jsonl": "a1", "notes-a1-2.jsonl": "a1", "notes-a1 (copy).jsonl": "a1",
		"notes.jsonl": "", "notes-X.jsonl": "",
	} {
		if got := deviceOf(name); got != want {
			t.Errorf("%s is of device %q, want %q", name, got, want)
		}
	}
}

func TestAHugeFileIsNotRead(t *testing.T) {
	d := newMemDisk()
	j := &journal{name: "notes-a.jsonl", dataset: talks}
	found := j.catchUp(hugeDisk{d}, memDir, memInfo{name: j.name, size: maxJournal + 1})
	if len(found) > 0 || j.fault == nil || !strings.Contains(j.fault.Error(), "larger than") {
		t.Fatalf("fault is %v", j.fault)
	}
}

type hugeDisk struct{ disk }

func (hugeDisk) open(string, int) (file, error) { return hugeFile{}, nil }

type hugeFile struct{ file }

func (hugeFile) Stat() (fs.FileInfo, error) { return memInfo{size: maxJournal + 1}, nil }
func (hugeFile) Close() error               { return nil }
