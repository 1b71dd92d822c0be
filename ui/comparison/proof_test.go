package comparison_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"parley/data"
	"parley/model"
	"parley/model/datafile"
	"parley/ui/comparison"
	"parley/ui/format"
)

// These tests ask others what they make of our HTML: html-validate, and axe-core within Chromium. Make test installs
// Chromium; npm and Node.js 20 are asked for where they are. What npm brings is pinned in testdata/web.

// tools is the folder with what npm brought, which is kept in build for the next run; it skips the test where npm is not
// to be had.
func tools(t *testing.T) string {
	t.Helper()
	npm, err := exec.LookPath("npm")
	if err != nil {
		t.Skip("npm is not installed, so nobody is asked about the HTML; Node.js 20 or newer brings it")
	}
	lock, err := os.ReadFile(filepath.Join("testdata", "web", "package-lock.json"))
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(lock)
	folder, err := filepath.Abs(filepath.Join("..", "..", "build", "web-"+hex.EncodeToString(sum[:6])))
	if err != nil {
		t.Fatal(err)
	}
	done := filepath.Join(folder, "installed")
	if _, err := os.Stat(done); err == nil {
		return folder
	}
	for _, name := range []string{"package.json", "package-lock.json", ".htmlvalidate.json"} {
		text, err := os.ReadFile(filepath.Join("testdata", "web", name))
		if err == nil {
			err = errors.Join(os.MkdirAll(folder, 0o777), os.WriteFile(filepath.Join(folder, name), text, 0o666))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	install := exec.Command(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
	install.Dir = folder
	if out, err := install.CombinedOutput(); err != nil {
		t.Skipf("npm could not bring html-validate and axe-core, so nobody is asked about the HTML: %v\n%.500s", err, out)
	}
	if err := os.WriteFile(done, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	return folder
}

// pages are comparisons of every sort, as HTML, by the names of their files.
func pages(t *testing.T) map[string]string {
	t.Helper()
	read := func(text []byte) *model.Dataset {
		ds, problems := datafile.Read("data.json", text)
		if ds == nil {
			t.Fatal(problems)
		}
		return ds
	}
	talks, lakes := read(data.Talks), read(data.Lakes)
	page := func(lang string, ds *model.Dataset, left, right model.DocumentID, notes ...model.Note) string {
		var b strings.Builder
		if err := comparison.Tell(format.In(lang), ds, left, right, notes).Write(&b, comparison.HTML); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	const russia, ukraine = model.DocumentID("doc-2025-06-02-russia"), model.DocumentID("doc-2025-06-02-ukraine")
	mine := model.Note{
		Item: model.Item{Kind: model.TopicItem, ID: "ceasefire"}, Text: "Nearer than it looks & <not> closed",
		Judgement: model.ReaderJudgement{Left: russia, Right: ukraine, Judgement: model.PartlyAligned},
	}
	return map[string]string{
		"memoranda.html": page("en", talks, russia, ukraine, mine),
		"ukrainian.html": page("uk", talks, ukraine, russia),
		"unjudged.html":  page("en", talks, "doc-2025-11-20-us-28", "doc-2025-11-23-e3"),
		"listed.html":    page("en", talks, "doc-2025-11-24-19", "doc-2025-12-16-guarantees"),
		"versions.html":  page("uk", lakes, "orvane-1", "orvane-2"),
	}
}

// faulty is a page with faults that both must find: a picture without words, and muted text that is too pale.
const faulty = `<!DOCTYPE html>
<html><head><title>Faulty</title></head><body><main><h1>Faulty</h1><img src="x.png"><p style="color: #bbb">pale</p></main></body></html>
`

func TestProofHTMLIsValid(t *testing.T) {
	folder := tools(t)
	work := t.TempDir()
	validate := func(files ...string) (string, error) {
		args := append([]string{filepath.Join(folder, "node_modules", "html-validate", "bin", "html-validate.mjs")},
			"--config", filepath.Join(folder, ".htmlvalidate.json"))
		command := exec.Command("node", append(args, files...)...)
		command.Dir = work
		out, err := command.CombinedOutput()
		return string(out), err
	}
	var files []string
	for name, text := range pages(t) {
		files = append(files, saved(t, work, name, text))
	}
	if out, err := validate(files...); err != nil {
		t.Errorf("html-validate: %v\n%.4000s", err, out)
	}
	if out, err := validate(saved(t, work, "faulty.html", faulty)); err == nil || !strings.Contains(out, "wcag/h37") {
		t.Errorf("html-validate finds no fault in a faulty page: %v\n%.2000s", err, out)
	}
}

func TestProofEverybodyCanReadTheHTML(t *testing.T) {
	folder := tools(t)
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed, so axe-core is not asked about the HTML; .ci/packages web installs it")
	}
	axe, err := os.ReadFile(filepath.Join(folder, "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		t.Fatal(err)
	}
	b := browser{t: t, program: chromium, axe: string(axe), work: t.TempDir()}
	all := pages(t)
	for _, name := range []string{"memoranda.html", "listed.html"} {
		if found := b.violations(name, all[name]); len(found) > 0 {
			t.Errorf("%s: axe-core finds %q", name, found)
		}
	}
	for _, name := range []string{"memoranda.html", "versions.html"} {
		dark := strings.Replace(all[name], "(prefers-color-scheme: dark)", "all", 1)
		if dark == all[name] {
			t.Fatalf("%s has no dark colours", name)
		}
		if found := b.violations("dark-"+name, dark); len(found) > 0 {
			t.Errorf("%s in the dark: axe-core finds %q", name, found)
		}
	}
	if found := strings.Join(b.violations("faulty.html", faulty), " "); !strings.Contains(found, "image-alt") ||
		!strings.Contains(found, "color-contrast") {
		t.Errorf("axe-core finds %q in a faulty page, want image-alt and color-contrast", found)
	}
}

// browser runs axe-core within pages.
type browser struct {
	t                  *testing.T
	program, axe, work string
}

// asking runs axe-core, and leaves what it found as the title of the page.
const asking = `axe.run().then(r => { document.title = "axe:" + JSON.stringify(r.violations.map(v => v.id + ": " + v.nodes[0].html.slice(0, 200))) })`

// violations are the rules that a page breaks.
func (b browser) violations(name, text string) []string {
	b.t.Helper()
	end := strings.LastIndex(text, "</body>")
	text = text[:end] + "<script>" + b.axe + "</script><script>" + asking + "</script>" + text[end:]
	page := saved(b.t, b.work, name, text)
	out, err := exec.Command(b.program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
		"--user-data-dir="+filepath.Join(b.work, "profile"), "--virtual-time-budget=30000", "--dump-dom", "file://"+page).Output()
	if err != nil {
		b.t.Fatalf("chromium: %v", err)
	}
	_, title, _ := strings.Cut(string(out), "<title>axe:")
	title, _, ok := strings.Cut(title, "</title>")
	if !ok {
		b.t.Fatalf("axe-core did not answer about %s; the page is\n%.1000s", name, out)
	}
	var found []string
	if err := json.Unmarshal([]byte(html.UnescapeString(title)), &found); err != nil {
		b.t.Fatal(err)
	}
	return found
}

// saved puts a text into a file.
func saved(t *testing.T, folder, name, text string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}
