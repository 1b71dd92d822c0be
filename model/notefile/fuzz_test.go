package notefile

import (
	"reflect"
	"testing"

	"parley/model"
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
		if n.Text != valid(text) || n.About != valid(about) || n.Tags[0] != valid(tag) || n.Item != item {
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

func FuzzAnnotation(f *testing.F) {
	f.Add([]byte(rich))
	f.Add([]byte(`{"id":"a","motivation":["bookmarking"],"body":{"type":"TextualBody","value":"opposed","purpose":"classifying"},` +
		`"target":{"source":"parley:a/topic/b","scope":["parley:a/document/l","parley:a/document/r"],"language":"en",` +
		`"selector":[{"type":"TextQuoteSelector","exact":"q"},{"type":"TextPositionSelector","start":2,"end":3}],` +
		`"state":{"type":"TimeState","sourceDate":"2026-11-22T00:00:00Z","schema:version":"1"}}}`))
	f.Add([]byte(`{"id":"a","body":null,"target":"parley:a/round/b"}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		n, dataset, err := readAnnotation(raw)
		if err != nil {
			return
		}
		written, err := writeAnnotation(raw, n, dataset)
		if err != nil {
			t.Fatalf("%s reads as %+v and cannot be written: %v", raw, n, err)
		}
		if !reflect.DeepEqual(changed(t, raw, n, dataset), changed(t, written, n, dataset)) {
			t.Fatalf("%s and %s change in two ways", raw, written)
		}
		if again, about, err := readAnnotation(written); err != nil || about != dataset || !reflect.DeepEqual(again, n) {
			t.Fatalf("%s reads as %+v, and written again as %+v, %v", raw, n, again, err)
		}
	})
}

// changed gives every part of a note another value, and returns the note that reads back.
func changed(t *testing.T, raw []byte, n model.Note, dataset string) model.Note {
	t.Helper()
	n.Text, n.Tags, n.Pinned = n.Text+"!", append([]string{"new"}, n.Tags...), !n.Pinned
	n.Passage = model.Passage{Quote: n.Passage.Quote + "q", Prefix: n.Passage.Suffix, Start: 3, End: 4}
	n.Edition.Version += "1"
	for _, j := range []model.Judgement{model.Aligned, model.Opposed} {
		n.Judgement = model.ReaderJudgement{Left: "a", Right: "b", Judgement: j}
		written, err := writeAnnotation(raw, n, dataset)
		if err != nil {
			return model.Note{} // such as one with more bodies than may be
		}
		if again, _, err := readAnnotation(written); err != nil || !reflect.DeepEqual(again, n) {
			t.Fatalf("%s was changed to %+v, and reads as %+v, %v", raw, n, again, err)
		}
		raw = written
	}
	return n
}
