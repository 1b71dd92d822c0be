package datafile

import (
	"testing"

	json "github.com/goccy/go-json/v2"

	"parley/data"
	"parley/model"
)

// BenchmarkRead reads the shipped dataset; BenchmarkBareUnmarshal decodes the same bytes into the same structs and does
// nothing else: the two are to be compared.
func BenchmarkRead(b *testing.B) {
	b.SetBytes(int64(len(data.Talks)))
	b.ReportAllocs()
	for b.Loop() {
		if ds, problems := Read("talks.json", data.Talks); ds == nil {
			b.Fatal(problems.Err())
		}
	}
}

func BenchmarkBareUnmarshal(b *testing.B) {
	b.SetBytes(int64(len(data.Talks)))
	b.ReportAllocs()
	for b.Loop() {
		var f file
		if err := json.Unmarshal(data.Talks, &f, json.RejectUnknownMembers(true)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	ds, _ := Read("talks.json", data.Talks)
	for b.Loop() {
		ds.Facts().Check()
	}
}

func BenchmarkWalk(b *testing.B) {
	b.SetBytes(int64(len(data.Talks)))
	for b.Loop() {
		walk(data.Talks)
	}
}

func BenchmarkNew(b *testing.B) {
	ds, _ := Read("talks.json", data.Talks)
	for b.Loop() {
		model.New(*ds.Facts())
	}
}
