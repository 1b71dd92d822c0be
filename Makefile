# make help tells what there is. run, test and check install what is missing on Debian (see .ci/packages).

SHELL := /bin/bash
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# In tests and checks texts sort and letters count the same on every machine; readers keep their own language.
test torture check gallery walk bench bench-peers bench-window: export LC_ALL := C.UTF-8

ARGS ?=

# The window is built without the toolkit's font of emoji, which takes 4 MB of memory for each weight of type whether it is
# needed or not; where the system has a font with emoji, that one shows them.
WINDOW := -tags no_emoji,accessibility

.PHONY: help run test torture check monkey gallery walk bench bench-peers bench-window build-packages screen-packages clean

help: ## what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build-packages ## open the window (make run ARGS="file.json"); without a display, make a picture of it
ifeq ($(DISPLAY)$(WAYLAND_DISPLAY),)
	@.ci/packages build screen
	go build $(WINDOW) -o build/parley ./cmd/parley
	@.ci/with-display .ci/picture build/parley.png build/parley $(ARGS)
else
	go build $(WINDOW) -o build/parley ./cmd/parley
	build/parley $(ARGS)
endif

test: screen-packages ## all tests, with the race detector, and the program from end to end
	@.ci/packages proof web
	go test -race -timeout 20m ./...
	@go test -race -count 1 -v -run '^TestProof' ./ui/chart ./ui/comparison | awk '/^--- PASS/ { ran++ } /^--- SKIP/ { skipped++ } \
		END { printf "Files that readers take away: %d proofs by other programs ran, %d were skipped.\n", ran, skipped }'
	.ci/with-display go test -tags e2e -count 1 -timeout 20m ./cmd/parley

torture: build-packages ## every fault that notes must survive, thousands of times; prints a table (ARGS="-run Kill": of some)
	@.ci/packages torture
	@mkdir -p build
	@PARLEY_TORTURE=1 go test -count 1 -v -timeout 60m $(ARGS) ./model/notefile > build/torture.log 2>&1; code=$$?; \
		.ci/torture-table < build/torture.log; exit $$code

check: build-packages ## format, vet, staticcheck, who may import whom, the dataset
	@files=$$(go tool gofumpt -l .); if [ -n "$$files" ]; then \
		echo "These files are not formatted; go tool gofumpt -w . does it:"; echo "$$files"; exit 1; fi
	go vet ./...
	go vet -tags e2e ./cmd/parley
	go tool staticcheck ./...
	go tool staticcheck -tags e2e ./cmd/parley
	go test -count 1 -run '^TestArrows' ./cmd/internal/command
	go run ./cmd/parley-cli check data/talks.json data/lakes.json

gallery: build-packages ## draw every chart and page into pictures in build/gallery, to be looked at
	go run ./cmd/gallery -o build/gallery $(ARGS)

walk: build-packages ## every page and dialog in every language, size and text size: no text is cut; pictures in build/gallery/walk
	@mkdir -p build/gallery/walk
	PARLEY_WALK=all PARLEY_PICTURES=$(CURDIR)/build/gallery/walk go test -count 1 -timeout 30m -run '^TestEveryTextCanBeRead' ./ui

bench: build-packages ## how long the model, the loader and the charts take
	go test -run '^$$' -bench . -benchmem ./model/... ./ui/chart/...

bench-peers: build-packages ## the same charts by Parley, gonum/plot, gnuplot and matplotlib: time, memory, size of the file
	@.ci/packages peers
	go test -c -o build/peers/drawer ./ui/chart
	CGO_ENABLED=0 go build -o build/peers/parley-cli ./cmd/parley-cli
	go build -o build/peers/parley ./cmd/parley
	cd ui/chart/testdata/peers && go build -o ../../../../build/peers/gonum ./gonum && go run . \
		$(CURDIR)/build/peers/drawer $(CURDIR)/build/peers/parley-cli $(CURDIR)/build/peers/gonum $(CURDIR)/build/peers/parley

monkey: screen-packages ## 10,000 random clicks and keys on the window: no crash, no fault of threads, no growing memory
	MONKEY=10000 .ci/with-display go test -tags e2e -count 1 -v -timeout 90m -run '^TestNothingBreaks' ./cmd/parley

bench-window: screen-packages ## the window beside an empty window of the toolkit: CPU time at the start and at rest, memory
	go build $(WINDOW) -o build/bench/parley ./cmd/parley
	go build $(WINDOW) -o build/bench/empty ./cmd/parley/testdata/empty
	go build -o build/bench/window ./cmd/parley/testdata/window
	.ci/with-display build/bench/window build/bench/parley build/bench/empty $(ARGS)

clean: ## remove what was built
	rm -rf build

build-packages:
	@.ci/packages build

screen-packages:
	@.ci/packages build screen
