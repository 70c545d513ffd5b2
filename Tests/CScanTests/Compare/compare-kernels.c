// Holds every kernel that this processor runs against a reading byte by byte, for processors on which no Swift runs:
//
//   compare-kernels BEST [brief]
//
// BEST is the kernel that must be taken here: portable, sse2, avx2 or neon. The bytes are random with a fixed seed, of
// every length up to LONGEST at every offset from a multiple of 64, and stand against memory that cannot be read; then
// the beginnings of all characters, right and wrong. `brief` leaves out most lengths, and the characters.
// Prints how many scans were compared. Exit: 0 no difference, 1 a difference, which is printed.

#define _DEFAULT_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "CScan.h"
#include "reading.h"

static const char *const names[] = {"portable", "sse2", "avx2", "neon"};
static long scans;

/// Random numbers that come again: SplitMix64.
static uint64_t chance(uint64_t below) {
  static uint64_t seed = 1;
  uint64_t value = seed += 0x9E3779B97F4A7C15;
  value = (value ^ value >> 30) * 0xBF58476D1CE4E5B9;
  value = (value ^ value >> 27) * 0x94D049BB133111EB;
  return (value ^ value >> 31) % below;
}

static void differ(iscm_scan_kernel kernel, const char *what, const task *task) {
  printf("%s: %s differ in %zu bytes, %s, last %d:\n", names[kernel], what, task->count,
    task->state.is_quoted ? "quoted" : "not quoted", task->is_last);
  for (size_t place = 0; place < task->count + 3; place++) printf("%02x ", task->bytes[(ptrdiff_t)place - 3]);
  printf("\n");
  exit(1);
}

/// Whether two kernels suspect the same. AVX2 sees a byte that begins no character with the byte behind it, which may
/// stand in the next 64, or in the next bytes to be scanned.
static bool is_same_suspect(iscm_scan_kernel kernel, size_t found, size_t expected, const task *task) {
  if (kernel != ISCM_SCAN_AVX2 || found < expected) return found == expected;
  return found - expected <= 64 && (found < task->count || expected == task->count || !task->is_last);
}

static finding scan(iscm_scan_kernel kernel, const task *task) {
  finding found = {.state = task->state};
  found.suspect = iscm_scan(kernel, task->bytes, task->count, task->is_last, &found.state, found.words);
  scans++;
  return found;
}

/// The same bytes in two pieces, as a block that is read on.
static finding scan_in_pieces(iscm_scan_kernel kernel, const task *task) {
  finding found = {.state = task->state};
  size_t first = 64 * (1 + chance((task->count - 1) / 64));
  found.suspect = iscm_scan(kernel, task->bytes, first, false, &found.state, found.words);
  size_t rest = iscm_scan(
    kernel, task->bytes + first, task->count - first, task->is_last, &found.state, found.words + first / 64);
  if (found.suspect == first) found.suspect += rest;
  return found;
}

static void compare(const task *task) {
  finding expected = read_bytes(task);
  for (iscm_scan_kernel kernel = ISCM_SCAN_PORTABLE; kernel <= ISCM_SCAN_NEON; kernel++) {
    if (!iscm_scan_runs(kernel)) continue;
    finding found = scan(kernel, task);
    if (!is_same_words(&found, &expected, task->count)) differ(kernel, "masks", task);
    if (!is_same_state(&found.state, &expected.state)) differ(kernel, "states", task);
    if (!is_same_suspect(kernel, found.suspect, expected.suspect, task)) differ(kernel, "suspects", task);
    if (iscm_scan_parity(kernel, task->bytes, task->count) != expected.is_odd) differ(kernel, "parities", task);
    if (task->count <= 64) continue;
    finding pieces = scan_in_pieces(kernel, task);
    if (pieces.suspect != found.suspect || !is_same_words(&pieces, &found, task->count)
      || !is_same_state(&pieces.state, &found.state))
      differ(kernel, "pieces", task);
  }
}

/// Fills bytes: cells, any bytes at all, or characters of which one or two may be spoiled.
static void fill(uint8_t *bytes, size_t count, unsigned kind) {
  static const char cells[] = "\"\"\",,\n\rab ";
  static const char *const characters[] = {
    "a", "\x7F", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80", "\xEF\xBF\xBF",
    "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF", "\xC3\xA9", "\xE4\xB8\xAD", ",", "\n"};
  for (size_t place = 0; place < count;) {
    const char *next = characters[chance(14)];
    size_t length = strlen(next);
    if (kind == 0) bytes[place++] = (uint8_t)cells[chance(sizeof cells - 1)];
    else if (kind == 1) bytes[place++] = (uint8_t)chance(256);
    else if (length <= count - place) memcpy(bytes + place, next, length), place += length;
    else bytes[place++] = chance(4) ? 'a' : (uint8_t)next[0];
  }
  if (kind == 2 && count)
    for (uint64_t spoiled = chance(3); spoiled > 0; spoiled--) bytes[chance(count)] = (uint8_t)(0x80 + chance(128));
}

/// What may stand before: nothing, ends of cells, characters that are whole and such that go on.
static const char *const before[] = {
  "\0\0", "a,b", "b\"\"", "a\r\n", "b,\r", "\xE4\xB8\xAD", "ab\xC3", "ab\xE0", "a\xE4\xB8", "a\xED\x9F", "ab\xF0",
  "a\xF0\x90", "\xF4\x8F\xBF", "\xF0\x90\x80"};

/// Compares bytes that stand there; what is before them and how they begin is at random.
static void compare_at(uint8_t *bytes, size_t count, unsigned kind) {
  fill(bytes, count, kind);
  memset(bytes + count, 0, (64 - count % 64) % 64);
  memcpy(bytes - 3, before[chance(sizeof before / sizeof before[0])], 3);
  bool is_quoted = chance(2);
  task task = {
    .bytes = bytes, .count = count, .is_last = count % 64 != 0 || chance(2),
    .state = {
      .is_quoted = is_quoted, .follows_cr = bytes[-1] == '\r', .may_open = chance(2),
      .follows_closing = !is_quoted && chance(2)}};
  compare(&task);
}

/// Each beginning of a character with each byte behind it, and more at the borders of what may follow.
static void compare_characters(uint8_t *bytes) {
  static const uint8_t borders[] = {'a', 0x7F, 0x80, 0xBF, 0xC0, 0xFF};
  for (unsigned number = 0; number < 256 * 256 * 6 * 6; number++) {
    size_t place = number % 7 ? number % 64 : 61;
    memset(bytes - 3, 'a', 131);
    bytes[place] = (uint8_t)(number / 36 / 256);
    bytes[place + 1] = (uint8_t)(number / 36);
    bytes[place + 2] = borders[number / 6 % 6];
    bytes[place + 3] = borders[number % 6];
    task task = {.bytes = bytes, .count = 128, .is_last = true, .state = {.may_open = true}};
    compare(&task);
  }
}

int main(int count, char **arguments) {
  bool is_brief = count == 3 && strcmp(arguments[2], "brief") == 0;
  if (count != 2 && !is_brief) return fprintf(stderr, "usage: compare-kernels BEST [brief]\n"), 2;
  const char *best = names[iscm_scan_best()];
  if (strcmp(best, arguments[1])) return printf("taken: %s, expected: %s\n", best, arguments[1]), 1;
  size_t page = (size_t)sysconf(_SC_PAGESIZE);
  uint8_t *low = mmap(NULL, 3 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (low == MAP_FAILED || mprotect(low + page, page, PROT_READ | PROT_WRITE)) return perror("memory"), 2;
  uint8_t *start = low + page + 3, *end = low + 2 * page;
  for (size_t length = 1; length <= LONGEST; length += is_brief ? 37 : 1)
    for (unsigned kind = 0; kind < 3; kind++) {
      for (size_t offset = 0; offset < 64; offset++) compare_at(low + page + 64 + offset, length, kind);
      compare_at(start, length, kind);
      compare_at(end - (length + 63) / 64 * 64, length, kind);
    }
  if (!is_brief) compare_characters(low + page + 64);
  printf("%s is taken; %ld scans, no difference\n", best, scans);
  return 0;
}
