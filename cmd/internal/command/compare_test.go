package command

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/model"
)

const (
	russian   = "doc-2025-06-02-russia"
	ukrainian = "doc-2025-06-02-ukraine"
)

func TestCompareTellsOfAnyTwoDocuments(t *testing.T) {
	home(t)
	cli("compare", russian, ukrainian).wants(t, Done, "# Russia, 2 June 2025 and Ukraine, 28 May 2025",
		"0 aligned · 5 partly aligned · 7 opposed · 11 one side only", "does not mention it", "**Ceasefire conditions**")
	cli("compare", "document/doc-2022-03-29-communique", "doc-2025-12-24-20").wants(t, Done,
		"This dataset does not judge", "no clause recorded in this dataset")
	cli("compare", russian, ukrainian, "--json").wants(t, Done, `"id": "ceasefire"`, `"judgement": "opposed"`)
	cli("compare", russian, ukrainian, "--format", "csv", "--lang", "uk").wants(t, Done, "topic_id,topic,", "Припинення вогню")
}

func TestCompareWritesAFileInTheFormatOfItsName(t *testing.T) {
	file := filepath.Join(home(t), "memoranda.html")
	cli("compare", russian, ukrainian, "-o", file).wants(t, Done, "|"+file)
	text, err := os.ReadFile(file)
	if err != nil || !strings.HasPrefix(string(text), "<!DOCTYPE html>") {
		t.Errorf("%v; the file begins %.60q", err, text)
	}
	cli("compare", russian, ukrainian, "-o", file).wants(t, Unreadable, "|--force")
	cli("compare", russian, ukrainian, "-o", file, "--force").wants(t, Done)
}

func TestCompareSaysWhatIsWrong(t *testing.T) {
	home(t)
	cli("compare", russian).wants(t, Misused, "|compare DOC DOC")
	cli("compare", russian, russian).wants(t, Misused, "|is named twice")
	cli("compare", russian, "us-28").wants(t, Faulty, "|does not hold document/us-28", "|doc-2025-11-20-us-28")
	cli("compare", russian, ukrainian, "--format", "pdf").wants(t, Misused, `|"pdf" is none of`)
	cli("compare", russian, ukrainian, "-o", "x.docx").wants(t, Misused, "|docx")
}

func TestCompareLeavesTheReadersJudgementOutUnlessAsked(t *testing.T) {
	folder := home(t)
	store, _, err := openStore(folder, "russia-ukraine-talks", func() (string, error) { return "test", nil })
	if err != nil {
		t.Fatal(err)
	}
	if _, err := store.Put(model.Note{
		Item: model.Item{Kind: model.TopicItem, ID: "ceasefire"}, Text: "Nearer than it looks.",
		Judgement: model.ReaderJudgement{Left: ukrainian, Right: russian, Judgement: model.PartlyAligned},
	}); err != nil {
		t.Fatal(err)
	}
	if got := cli("compare", russian, ukrainian, "--notes", folder); strings.Contains(got.out, "Nearer than it looks") {
		t.Error("the reader's judgement is told without being asked for")
	}
	cli("compare", russian, ukrainian, "--notes", folder, "--with-notes").wants(t, Done,
		"**Judgement: opposed.**", "own judgement: partly aligned.** Nearer than it looks.")
}

func TestExportDrawsTheStripAndTheMatrix(t *testing.T) {
	dir := home(t)
	strip := filepath.Join(dir, "strip.svg")
	cli("export", "topics", "-o", strip, "--documents", "doc-2025-11-20-us-28,doc-2025-12-24-20").wants(t, Done)
	text, err := os.ReadFile(strip)
	if err != nil || !strings.Contains(string(text), "United States, 20 November 2025") {
		t.Errorf("%v: the strip does not name its documents", err)
	}
	matrix := filepath.Join(dir, "matrix.csv")
	cli("export", "matrix", "-o", matrix).wants(t, Done)
	text, err = os.ReadFile(matrix)
	if err != nil || !strings.Contains(string(text), "sabotage,Sabotage and subversion,doc-2025-06-02-ukraine,\"Ukraine, 28 May 2025\",not-mentioned,0,0") {
		t.Errorf("%v: the matrix is\n%.300s", err, text)
	}
	cli("export", "topics", "-o", filepath.Join(dir, "x.png"), "--documents", russian).wants(t, Misused, "|two documents")
	cli("export", "topics", "-o", filepath.Join(dir, "x.png"), "--documents", russian+",us-28").wants(t, Faulty, "|does not hold")
	cli("export", "matrix", "--kind", "prisoners", "-o", filepath.Join(dir, "x.png")).wants(t, Misused, "|matrix")
}
