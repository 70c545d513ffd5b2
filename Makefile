# Everything that is done with this project, by name. `make demo` and `make test` work on a fresh Debian 12
# machine with Swift 6.3: they install what is missing.

SHELL := /bin/bash
PREFIX ?= /usr/local
RELEASE := -c release --static-swift-stdlib
ISCM := .build/release/iscm
# Programs that read what others wrote, with limits of their own; they stand beside iscm, or in libexec.
WORKERS := iscm-draw iscm-extract iscm-mime iscm-tables iscm-write
SWIFT_SOURCES := Package.swift Sources Tests

.PHONY: demo test lint format record bench spark install build questionnaires rules forms expressions fuzz kernels sanitize exports agreement responses reports pages mailbox clean

## The main job on the real data: who answered in 2018, and the figures that follow.
demo: build
	@Tools/demo $(ISCM)

build:
	@Tools/install-packages demo
	for program in iscm $(WORKERS); do swift build $(RELEASE) --product $$program || exit; done

## All tests.
test:
	@Tools/install-packages demo test office
	swift build --build-tests --explicit-target-dependency-import-check error
	@set -o pipefail; swift test --skip-build 2>&1 | Tools/tell-failures

## Writes the golden files anew; fails, so that nobody takes the recording for a pass.
record:
	@Tools/install-packages demo test office
	ISCM_RECORD=1 swift test

lint:
	swift format lint --strict --parallel --recursive $(SWIFT_SOURCES)

format:
	swift format --in-place --parallel --recursive $(SWIFT_SOURCES)

## The questionnaires in all three formats, through pyxform and ODK Validate: the judges of what an XLSForm is.
questionnaires:
	@Tools/install-packages demo test
	for program in iscm iscm-extract iscm-tables; do swift build --product $$program || exit; done
	Tools/check-with-pyxform --iscm .build/debug/iscm

## Forms with one rule each, good and bad: `iscm check`, and pyxform with ODK Validate, must take and refuse the same ones.
rules:
	@Tools/install-packages demo test
	for program in iscm iscm-extract iscm-tables; do swift build --product $$program || exit; done
	python3 Tools/check-forms .build/debug/iscm

## Random expressions, evaluated by JavaRosa and by us over the same answers: SEED=7 COUNT=2000 ZONE=+05:30 make expressions.
expressions:
	@Tools/install-packages demo expressions
	swift build --product evaluate-expressions
	python3 Tools/check-expressions .build/debug/evaluate-expressions --count $(or $(COUNT),20000) --seed $(or $(SEED),1) \
	  --zone $(or $(ZONE),+00:00)

## Inputs that libFuzzer writes, for ten minutes: TARGET=expressions SECONDS=600 make fuzz. Targets: Tests/Fuzz.
fuzz:
	@Tools/install-packages demo
	Tools/fuzz $(or $(TARGET),expressions) $(or $(SECONDS),600)

## The kernels of CScan on processors that are not here (NEON, big-endian, without AVX2), under QEMU.
kernels:
	@Tools/install-packages kernels
	Tools/check-kernels

## The tests of what reads and counts with several threads, under the address and thread sanitizers.
sanitize:
	@Tools/install-packages demo
	Tools/sanitize

## Forms like the one on paper, made by another program and filled at random: what of them comes back.
forms:
	@Tools/install-packages demo test
	swift build --build-tests
	Tools/check-paper-forms --seeds 40 .build/debug/iscm

## What other programs read in our exports, beside what stands in the response files.
exports: build
	@Tools/install-packages demo test
	Tools/check-exports $(ISCM)

## The agreement of coders, beside the package `krippendorff` of PyPI.
agreement: build
	@Tools/install-packages demo test
	Tools/check-agreement $(ISCM)

## The response files of the published data, typed in anew: the same bytes each time.
responses: build
	ISCM=$(ISCM) Tools/transcribe --fresh

## The reports of the project's own data, made anew: the same bytes each time.
reports: build
	for name in gcm-review-2018 gcm-review-2018-interview iscm-highlights-2020 webinar-2020-attendance; do \
	  $(ISCM) report $$name > /dev/null || exit; done

## The reports as people open them: in Chromium, wide and narrow, by day, by night and on paper, before axe-core.
pages: build
	@Tools/install-packages demo pages
	Tools/check-pages $(ISCM)

## The sample mailbox, made anew: the same bytes each time. What is expected of it: make record.
mailbox: build
	@Tools/install-packages demo test
	ISCM=$(abspath $(ISCM)) python3 Tools/sample-mailbox

## Speeds, beside other tools in the same run: MEGABYTES=100 make bench.
bench: build
	@Tools/install-packages bench
	for program in form-speed response-data; do swift build $(RELEASE) --product $$program || exit; done
	Benchmarks/run $(ISCM) $(or $(MEGABYTES),1000)

## Counting on a cluster of Apache Spark, on this machine alone: downloads 450 MB once. MEGABYTES=160 make spark.
spark: build
	@Tools/install-packages demo test
	swift build $(RELEASE) --product response-data
	Tools/check-spark $(ISCM) $(or $(MEGABYTES),160)

## The program, its manual pages and its completions, below PREFIX.
install: build
	install -D -m 755 $(ISCM) $(DESTDIR)$(PREFIX)/bin/iscm
	install -D -m 755 -t $(DESTDIR)$(PREFIX)/libexec/iscm $(WORKERS:%=.build/release/%)
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(ISCM) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/iscm
	$(ISCM) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_iscm
	$(ISCM) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/iscm.fish
	mkdir -p .build/manual
	swift package --scratch-path .build-manual --allow-writing-to-package-directory generate-manual \
	  --multi-page --output-directory .build/manual
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/man/man1 .build/manual/*.1

clean:
	rm -rf .build .build-address .build-fuzz .build-manual .build-thread .tools
