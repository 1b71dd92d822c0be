package notefile

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"parley/model"
	"parley/model/annotation"
)

// arriving returns notes as a file of them would bring them.
func arriving(t *testing.T, notes ...model.Note) []annotation.Found {
	t.Helper()
	var found []annotation.Found
	for _, n := range notes {
		n.Item = istanbul
		raw, err := annotation.Write(nil, n, talks)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, annotation.Found{Note: n, Dataset: talks, Raw: raw})
	}
	return found
}

func TestImport(t *testing.T) {
	ours := model.Note{ID: "urn:uuid:1", Text: "ours", Created: hour(1), Modified: hour(5)}
	theirs := model.Note{ID: "urn:uuid:1", Text: "theirs", Created: hour(1), Modified: hour(6)}
	older := model.Note{ID: "urn:uuid:1", Text: "older", Created: hour(1), Modified: hour(2)}
	other := model.Note{ID: "urn:uuid:2", Text: "other", Created: hour(3), Modified: hour(4)}
	for name, c := range map[string]struct {
		in           []model.Note
		choice       Choice
		want         Arrivals
		live, bin    []string
		deletesFirst bool
	}{
		"new":               {[]model.Note{other}, Newer, Arrivals{New: 1}, []string{"other", "ours"}, nil, false},
		"here":              {[]model.Note{ours}, Newer, Arrivals{Here: 1}, []string{"ours"}, nil, false},
		"the newer, theirs": {[]model.Note{theirs}, Newer, Arrivals{Conflicts: 1}, []string{"theirs"}, []string{"ours"}, false},
		"the newer, ours":   {[]model.Note{older}, Newer, Arrivals{Conflicts: 1}, []string{"ours"}, []string{"older"}, false},
		"both":              {[]model.Note{theirs}, Both, Arrivals{Conflicts: 1}, []string{"ours", "theirs"}, nil, false},
		"mine":              {[]model.Note{theirs}, Mine, Arrivals{Conflicts: 1}, []string{"ours"}, []string{"theirs"}, false},
		"theirs":            {[]model.Note{older}, Theirs, Arrivals{Conflicts: 1}, []string{"older"}, []string{"ours"}, false},
		"twice in the file": {[]model.Note{other, other}, Newer, Arrivals{New: 1, Here: 1}, []string{"other", "ours"}, nil, false},
		"two of one ID": {
			[]model.Note{theirs, older}, Both, Arrivals{New: 1, Conflicts: 1}, []string{"older", "ours", "theirs"}, nil, false,
		},
		"deleted here":        {[]model.Note{ours}, Newer, Arrivals{New: 1}, []string{"ours"}, nil, true},
		"deleted and differs": {[]model.Note{theirs}, Newer, Arrivals{New: 1}, []string{"theirs"}, []string{"ours"}, true},
		"nothing":             {nil, Newer, Arrivals{}, []string{"ours"}, nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			d := newMemDisk()
			s := open(t, d, "a")
			if _, err := s.Import(arriving(t, ours), Newer); err != nil {
				t.Fatal(err)
			}
			if c.deletesFirst {
				if err := s.Delete(ours.ID); err != nil {
					t.Fatal(err)
				}
			}
			in := arriving(t, c.in...)
			got, err := s.Import(in, c.choice)
			if err != nil || got != c.want {
				t.Fatalf("took in %+v, %v; want %+v", got, err, c.want)
			}
			check := func(s *Store) {
				t.Helper()
				live, bin := texts(s.Notes()), texts(s.Deleted())
				slices.Sort(live)
				slices.Sort(bin)
				if !slices.Equal(live, c.live) || !slices.Equal(bin, c.bin) || !s.Damage().IsZero() {
					t.Fatalf("live %q, deleted %q, damage %+v; want %q, %q", live, bin, s.Damage(), c.live, c.bin)
				}
			}
			check(s)
			again, err := s.Import(in, c.choice)
			// What was put aside to the deleted ones is still asked for when it comes again; what stays is the same.
			if err != nil || again.New > 0 || again.Here+again.Conflicts != len(c.in) || again.Conflicts > 0 && len(c.bin) == 0 {
				t.Errorf("the second time it took in %+v, %v", again, err)
			}
			check(s)
			check(open(t, d, "b"))
		})
	}
}

func TestImportKeepsTimesAndWhatIsNotUnderstood(t *testing.T) {
	found, bad, err := annotation.ReadFile([]byte(rich))
	if err != nil || bad > 0 || len(found) != 1 {
		t.Fatalf("%+v, %d, %v", found, bad, err)
	}
	d := newMemDisk()
	s := open(t, d, "a")
	if _, err := s.Import(found, Newer); err != nil {
		t.Fatal(err)
	}
	n := s.Notes()[0]
	if !n.Created.Equal(found[0].Note.Created) || !n.Modified.Equal(n.Created) || n.Text != "old text" {
		t.Errorf("note is %+v", n)
	}
	list := s.Annotations(nil)
	file, err := annotation.Collection("all", list)
	if err != nil {
		t.Fatal(err)
	}
	back, bad, err := annotation.ReadFile(file)
	if err != nil || bad > 0 || len(back) != 1 || s.Sort(back) != (Arrivals{Here: 1}) {
		t.Fatalf("reads back as %+v, %d, %v", back, bad, err)
	}
	other := open(t, newMemDisk(), "b")
	if got, err := other.Import(back, Newer); err != nil || got.New != 1 {
		t.Fatalf("%+v, %v", got, err)
	}
	if got := other.Annotations([]model.NoteID{n.ID}); len(got) != 1 || string(got[0]) != string(list[0]) {
		t.Errorf("came as\n%s\nwas\n%s", got, list)
	}
	if got := s.Found(); len(got) != 1 || got[0].Note.ID != n.ID {
		t.Errorf("found %+v", got)
	}
}

func TestABackupCanBePutBackAfterItLostOnce(t *testing.T) {
	for name, before := range map[string]func(*Store, []annotation.Found) error{
		"to a newer text": func(s *Store, backup []annotation.Found) error {
			_, err := s.Import(backup, Mine)
			return err
		},
		"and the note was deleted": func(s *Store, backup []annotation.Found) error {
			if _, err := s.Import(backup, Mine); err != nil {
				return err
			}
			return s.Delete(backup[0].Note.ID)
		},
		"and its copy was changed": func(s *Store, backup []annotation.Found) error {
			if _, err := s.Import(backup, Both); err != nil {
				return err
			}
			for _, n := range s.Notes() {
				n.Text = "ruined, too"
				if _, err := s.Put(n); err != nil {
					return err
				}
			}
			return nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, newMemDisk(), "a")
			n, err := s.Put(model.Note{Item: istanbul, Text: "good"})
			if err != nil {
				t.Fatal(err)
			}
			backup := s.Found()
			n.Text = "ruined"
			if _, err := s.Put(n); err != nil {
				t.Fatal(err)
			}
			if err := before(s, backup); err != nil {
				t.Fatal(err)
			}
			a, err := s.Import(backup, Theirs)
			if err != nil || a.Here > 0 || !slices.Contains(texts(s.Notes()), "good") {
				t.Errorf("took in %+v, %v; notes are %q", a, err, texts(s.Notes()))
			}
			if said := append(texts(s.Notes()), texts(s.Deleted())...); !slices.Contains(said, "ruined") && name != "and its copy was changed" {
				t.Errorf("the text before is gone: %q", said)
			}
		})
	}
}

func TestACopyThatWasDeletedComesBackWhereBothAreToStay(t *testing.T) {
	s := open(t, newMemDisk(), "a")
	if _, err := s.Put(model.Note{ID: "urn:uuid:1", Item: istanbul, Text: "ours"}); err != nil {
		t.Fatal(err)
	}
	in := arriving(t, model.Note{ID: "urn:uuid:1", Text: "theirs", Created: hour(1), Modified: hour(1)})
	for _, choice := range []Choice{Mine, Both, Both} {
		if _, err := s.Import(in, choice); err != nil {
			t.Fatal(err)
		}
	}
	if got := texts(s.Notes()); len(got) != 2 || len(s.Deleted()) > 0 {
		t.Errorf("notes %q, deleted %q", got, texts(s.Deleted()))
	}
}

func TestJudgementsOfOtherDocumentsAreOtherNotes(t *testing.T) {
	judged := func(left, right model.DocumentID) model.Note {
		return model.Note{
			ID: "urn:uuid:1", Text: "why", Created: hour(1), Modified: hour(1),
			Judgement: model.ReaderJudgement{Left: left, Right: right, Judgement: model.Opposed},
		}
	}
	s := open(t, newMemDisk(), "a")
	a, err := s.Import(arriving(t, judged("a", "b"), judged("a", "c"), judged("c", "b")), Both)
	if err != nil || a.New != 3 || len(s.Notes()) != 3 {
		t.Errorf("took in %+v, %v: %+v", a, err, s.Notes())
	}
}

func TestOneNoteThatCannotBeKeptKeepsNoOtherOut(t *testing.T) {
	fine := model.Note{ID: "urn:uuid:1", Text: "fine", Created: hour(1), Modified: hour(1)}
	long, late := fine, fine
	long.ID, long.Text = "urn:uuid:2", strings.Repeat("x", maxLine+1)
	late.ID, late.Modified = "urn:uuid:3", time.Date(9999, 12, 31, 23, 59, 59, 0, time.FixedZone("", -10*60*60))
	in := arriving(t, fine)
	for _, bad := range []model.Note{long, late} {
		bad.Item = istanbul
		in = append(in, annotation.Found{Note: bad, Dataset: talks, Raw: in[0].Raw})
	}
	s := open(t, newMemDisk(), "a")
	for _, want := range []Arrivals{{New: 1, Unfit: 2}, {Here: 1, Unfit: 2}} {
		if a, err := s.Import(in, Newer); err != nil || a != want || !slices.Equal(texts(s.Notes()), []string{"fine"}) {
			t.Errorf("took in %+v, %v; want %+v; notes are %q", a, err, want, texts(s.Notes()))
		}
	}
}

// said is what a reader would miss of a note.
func said(n model.Note) string {
	return fmt.Sprint(n.Text, n.Tags, n.Pinned, n.Judgement, n.Passage)
}

// TestWhateverIsTakenInNothingIsGone takes in made-up notes by made-up choices: what was said before stays somewhere.
func TestWhateverIsTakenInNothingIsGone(t *testing.T) {
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 1))
		s := open(t, newMemDisk(), "a")
		made := func() model.Note {
			n := model.Note{
				ID: model.NoteID(fmt.Sprint("urn:x:", r.IntN(2))), Item: istanbul, Text: fmt.Sprint("t", r.IntN(3)),
				Created: hour(1), Modified: hour(r.IntN(20)), Pinned: r.IntN(4) == 0,
			}
			if r.IntN(3) == 0 {
				n.Judgement = model.ReaderJudgement{Left: model.DocumentID(fmt.Sprint("d", r.IntN(2))), Right: "e", Judgement: model.Opposed}
			}
			return n
		}
		for range 5 {
			before := map[string]bool{}
			for _, n := range append(s.Notes(), s.Deleted()...) {
				before[said(n)] = true
			}
			if live := s.Notes(); len(live) > 0 && r.IntN(4) == 0 {
				if err := s.Delete(live[0].ID); err != nil {
					t.Fatal(err)
				}
			} else {
				in := arriving(t, made(), made(), made())
				for _, f := range in {
					before[said(f.Note)] = true
				}
				if _, err := s.Import(in, Choice(r.IntN(4))); err != nil {
					t.Fatal(err)
				}
			}
			for _, n := range append(s.Notes(), s.Deleted()...) {
				delete(before, said(n))
			}
			for gone := range before {
				t.Fatalf("seed %d: %s is gone", seed, gone)
			}
		}
	}
}
