// The kernel for any machine, byte by byte: slow, and what the others are compared with.

#include "Shared.h"

#define KERNEL(name) iscm_scan_##name##_portable

static inline seen64 iscm_scan_see_portable(const uint8_t *bytes) {
  seen64 seen = {0};
  for (int place = 0; place < 64; place++) {
    uint64_t bit = 1ull << place;
    switch (bytes[place]) {
      case ',': seen.commas |= bit; break;
      case '"': seen.quotes |= bit; break;
      case '\r': seen.cr |= bit; break;
      case '\n': seen.lf |= bit; break;
      case 0: seen.nul |= bit; break;
      default: seen.isBeyondASCII |= bytes[place] >= 0x80;
    }
  }
  return seen;
}

static inline uint64_t iscm_scan_quotes_portable(const uint8_t *bytes) {
  return iscm_scan_see_portable(bytes).quotes;
}

static inline uint64_t iscm_scan_prefix_xor_portable(uint64_t bits) { return iscm_scan_prefix_xor(bits); }

static inline bool iscm_scan_is_utf8_portable(const uint8_t *bytes) { return iscm_scan_is_utf8(bytes); }

/// How many bytes a character has that begins so; 1 for what begins none.
static int length(uint8_t lead) { return lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1; }

/// Whether a byte may be the second of a character that begins so.
static bool may_follow(uint8_t lead, uint8_t second) {
  switch (lead) {
    case 0xE0: return second >= 0xA0 && second <= 0xBF;
    case 0xED: return second >= 0x80 && second <= 0x9F;
    case 0xF0: return second >= 0x90 && second <= 0xBF;
    case 0xF4: return second >= 0x80 && second <= 0x8F;
    default: return second >= 0x80 && second <= 0xBF;
  }
}

bool iscm_scan_is_utf8(const uint8_t *bytes) {
  for (const uint8_t *here = bytes; here < bytes + 64; here++) {
    uint8_t byte = *here;
    // Which of the three bytes before begins the character that this one must belong to.
    int back = length(here[-1]) > 1 ? 1 : length(here[-2]) > 2 ? 2 : length(here[-3]) > 3 ? 3 : 0;
    bool isExpected = back != 0;
    if (isExpected ? byte < 0x80 || byte > 0xBF : byte >= 0x80 && length(byte) == 1) return false;
    if (back == 1 && !may_follow(here[-1], byte)) return false;
  }
  return true;
}

#include "Kernel.h"
