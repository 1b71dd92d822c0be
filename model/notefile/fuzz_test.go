package notefile

import (
	"reflect"
	"testing"

	"parley/model"
	"parley/model/annotation"
)

func FuzzSaveThenLoad(f *testing.F) {
	f.Add("text", "about", "tag", "round", "2025-06-02-istanbul", "urn:uuid:1")
	f.Add("", "", "", "clause", "c", "")
	f.Add("\x00\xff\u2028\"\\{}", "\n", "\r", "x y", "%", "https://example.org/a?b")
	f.Add(`{"crc":"00000000","rec":{}}`, "<b>", "&", "", "", "")
	f.Fuzz(func(t *testing.T, text, about, tag, kind, id, noteID string) {
		d := newMemDisk()
		s := open(t, d, "a")
		item := model.Item{Kind: model.ItemKind(kind), ID: id}
		n := model.Note{ID: model.NoteID(noteID), Item: item, Text: text, About: about, Tags: []string{tag, text}}
		n, err := s.Put(n)
		if err != nil {
			if len(s.Notes()) > 0 || len(d.files) > 0 {
				t.Fatalf("a note that was refused is kept: %v", err)
			}
			return
		}
		if valid := annotation.Clean(model.Note{Text: text, About: about, Tags: []string{tag, text}}); n.Item != item ||
			n.Text != valid.Text || n.About != valid.About || !reflect.DeepEqual(n.Tags, valid.Tags) {
			t.Fatalf("saved %+v", n)
		}
		for _, s := range []*Store{s, open(t, d, "b")} {
			if got := s.Notes(); len(got) != 1 || !reflect.DeepEqual(got[0], n) || !s.Damage().IsZero() {
				t.Fatalf("loaded %+v, damage %+v; want %+v", got, s.Damage(), n)
			}
		}
	})
}

func FuzzAnyFile(f *testing.F) {
	f.Add([]byte(nil))
	f.Add([]byte("\n\r\n\x00"))
	data, _ := written(f, 1)
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Add(sealed(`{"format":2}`))
	f.Add(sealed(`{"seq":1,"op":"put","rev":1,"anno":` + rich + `}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, data := range [][]byte{data, sealed(string(data))} {
			d := holding(map[string][]byte{at("notes-a.jsonl"): data})
			s := open(t, d, "a")
			before, damage := s.Notes(), s.Damage()
			n := put(t, s, note("goes on"))
			again := open(t, d, "a")
			if !reflect.DeepEqual(again.Notes(), s.Notes()) || len(s.Notes()) != len(before)+1 {
				t.Fatalf("notes are %+v, were %+v, and %+v was put", again.Notes(), before, n)
			}
			if got := again.Damage(); got.Lines != damage.Lines || got.Newer != damage.Newer || got.Foreign != damage.Foreign {
				t.Fatalf("damage is %+v, was %+v", got, damage)
			}
		}
	})
}
