// A reading byte by byte, which shares nothing with the kernels, and how it is compared with what they find.

#include <string.h>

#include "CScan.h"

/// The most bytes that are scanned at once.
#define LONGEST 260

/// Bytes to scan, with what comes before them.
typedef struct {
  const uint8_t *bytes;
  size_t count;
  bool is_last;
  iscm_scan_state state;
} task;

/// What is found in them.
typedef struct {
  iscm_scan_word words[(LONGEST + 63) / 64];
  iscm_scan_state state;
  size_t suspect;
  bool is_odd;
} finding;

/// Whether a byte may stand at a place of a character that begins so (Unicode, table 3-7).
static bool may_stand(uint8_t lead, size_t place, uint8_t byte) {
  uint8_t least = 0x80, most = 0xBF;
  if (place == 1) {
    if (lead == 0xE0) least = 0xA0;
    if (lead == 0xED) most = 0x9F;
    if (lead == 0xF0) least = 0x90;
    if (lead == 0xF4) most = 0x8F;
  }
  return byte >= least && byte <= most;
}

/// The place of the first byte that cannot stand where it does; `count` if there is none, or one behind it where the
/// last character is not whole.
static size_t first_wrong_byte(const task *task) {
  uint8_t lead = 0;
  size_t length = 1, passed = 1;
  // The three bytes before are right, and begin with the beginning of a character.
  for (const uint8_t *here = task->bytes - 3; here < task->bytes + task->count; here++) {
    if (passed < length) {
      if (!may_stand(lead, passed, *here)) return (size_t)(here - task->bytes);
      passed++;
      continue;
    }
    lead = *here;
    if ((lead >= 0x80 && lead < 0xC2) || lead > 0xF4) return (size_t)(here - task->bytes);
    length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    passed = 1;
  }
  return task->count + (passed < length);
}

/// Reads the bytes one by one.
static finding read_bytes(const task *task) {
  finding found = {.state = task->state, .suspect = task->count};
  iscm_scan_state *state = &found.state;
  for (size_t place = 0; place < task->count; place++) {
    uint8_t byte = task->bytes[place];
    bool is_break = byte == '\r' || byte == '\n', is_bound = is_break || byte == ',' || byte == '"';
    bool opens = byte == '"' && !state->is_quoted, closes = byte == '"' && state->is_quoted;
    bool is_stray = byte == 0 || (opens && !state->may_open) || (state->follows_closing && !is_bound);
    if (is_stray && found.suspect == task->count) found.suspect = place / 64 * 64;
    if (byte == '"') state->is_quoted = !state->is_quoted;
    found.is_odd ^= byte == '"';
    iscm_scan_word *word = &found.words[place / 64];
    uint64_t bit = (uint64_t)1 << place % 64;
    if (byte == ',' && !state->is_quoted) word->commas |= bit, word->comma_count++;
    if (is_break && !state->is_quoted) word->ends |= bit;
    if (byte == '\r' || (byte == '\n' && !state->follows_cr)) word->lines |= bit, word->line_count++;
    state->follows_cr = byte == '\r';
    state->may_open = is_bound;
    state->follows_closing = closes;
  }
  size_t wrong = first_wrong_byte(task);
  if (wrong > task->count) wrong = task->is_last ? task->count - 1 : task->count;
  if (wrong < task->count && wrong / 64 * 64 < found.suspect) found.suspect = wrong / 64 * 64;
  return found;
}

static bool is_same_state(const iscm_scan_state *one, const iscm_scan_state *other) {
  return one->is_quoted == other->is_quoted && one->follows_cr == other->follows_cr
    && one->may_open == other->may_open && one->follows_closing == other->follows_closing;
}

static bool is_same_words(const finding *one, const finding *other, size_t count) {
  return memcmp(one->words, other->words, (count + 63) / 64 * sizeof one->words[0]) == 0;
}
