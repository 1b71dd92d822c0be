package notefile

import (
	"slices"
	"testing"

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
			if err != nil || again.New+again.Conflicts > 0 || again.Here != len(c.in) {
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
