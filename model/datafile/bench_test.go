package datafile

import (
	"context"
	stdjson "encoding/json"
	"os"
	"reflect"
	"testing"

	"github.com/goccy/go-json/jsontext"
	json "github.com/goccy/go-json/v2"

	"parley/data"
	"parley/model"
)

// benchFile is the file that the benchmarks read: that which PARLEY_BENCH_FILE names, or the shipped dataset.
func benchFile(b *testing.B) []byte {
	path := os.Getenv("PARLEY_BENCH_FILE")
	if path == "" {
		return data.Talks
	}
	file, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	return file
}

// BenchmarkRead reads a dataset. BenchmarkBareUnmarshal decodes the same bytes into structs of the same shape, and
// BenchmarkStandard does so with encoding/json; they do nothing else: the three are to be compared.
func BenchmarkRead(b *testing.B) {
	file := benchFile(b)
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		if ds, problems := Read("talks.json", file); ds == nil {
			b.Fatal(problems.Err())
		}
	}
}

func BenchmarkBareUnmarshal(b *testing.B) {
	file, bare := benchFile(b), bareFile()
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		if err := json.Unmarshal(file, reflect.New(bare).Interface(), json.RejectUnknownMembers(true)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkStandard(b *testing.B) {
	file, bare := benchFile(b), bareFile()
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		if err := stdjson.Unmarshal(file, reflect.New(bare).Interface()); err != nil {
			b.Fatal(err)
		}
	}
}

// bareFile is the shape of a file as it would be written without regard to anything but the decoder: its lists are
// slices, and its objects by ID are maps.
func bareFile() reflect.Type { return bareShapes{}.of(reflect.TypeFor[file]()) }

type bareShapes map[reflect.Type]reflect.Type

func (known bareShapes) of(t reflect.Type) reflect.Type {
	if bare, ok := known[t]; ok {
		return bare
	}
	switch {
	case t == reflect.TypeFor[jsontext.Value]():
	case t.Kind() == reflect.Pointer:
		known[t] = reflect.PointerTo(known.of(t.Elem()))
	case t.Kind() == reflect.Map:
		known[t] = reflect.MapOf(t.Key(), known.of(t.Elem()))
	case t.Kind() == reflect.Slice:
		known[t] = reflect.SliceOf(known.of(t.Elem()))
	case t.Kind() == reflect.Struct:
		known[t] = known.ofStruct(t)
	}
	if known[t] == nil {
		known[t] = t
	}
	return known[t]
}

func (known bareShapes) ofStruct(t reflect.Type) reflect.Type {
	if list, ok := reflect.Zero(t).Interface().(interface{ element() reflect.Type }); ok {
		return reflect.SliceOf(known.of(list.element()))
	}
	return reflect.StructOf(known.fields(t))
}

func (known bareShapes) fields(t reflect.Type) []reflect.StructField {
	var fields []reflect.StructField
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			fields = append(fields, known.fields(f.Type)...)
			continue
		}
		fields = append(fields, reflect.StructField{Name: f.Name, Type: known.of(f.Type), Tag: f.Tag})
	}
	return fields
}

func BenchmarkCheck(b *testing.B) {
	ds, _ := Read("talks.json", benchFile(b))
	for b.Loop() {
		ds.Facts().Check()
	}
}

func BenchmarkWalk(b *testing.B) {
	file := benchFile(b)
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		walk(file, newWork(context.Background(), nil))
	}
}

func BenchmarkNew(b *testing.B) {
	ds, _ := Read("talks.json", benchFile(b))
	for b.Loop() {
		model.New(*ds.Facts())
	}
}
