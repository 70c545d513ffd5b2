// What the kernels are made of; nothing here is for others.

#ifndef ISCM_CSCAN_SHARED_H
#define ISCM_CSCAN_SHARED_H

#include "CScan.h"

/// Which of 64 bytes are what, a bit for each.
typedef struct {
  uint64_t commas, quotes, cr, lf, nul;
  bool isBeyondASCII;
} seen64;

/// Whether the bytes before a place are the beginning of a character that goes on there.
static inline bool iscm_scan_is_open_ended(const uint8_t *end) {
  return end[-1] >= 0xC0 || end[-2] >= 0xE0 || end[-3] >= 0xF0;
}

/// Each bit the sum of those up to it, modulo two: with quotation marks, what lies between them.
static inline uint64_t iscm_scan_prefix_xor(uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

/// Whether no byte of 64 shows that it, or one of the three before, is no UTF-8 (Unicode, table 3-7).
///
/// A character that begins before them is judged with the three bytes before; one that goes on behind them is
/// judged by the next 64.
bool iscm_scan_is_utf8(const uint8_t *bytes);

bool iscm_scan_parity_portable(const uint8_t *, size_t);
size_t iscm_scan_scan_portable(const uint8_t *, size_t, bool, iscm_scan_state *, iscm_scan_word *);
bool iscm_scan_parity_sse2(const uint8_t *, size_t);
size_t iscm_scan_scan_sse2(const uint8_t *, size_t, bool, iscm_scan_state *, iscm_scan_word *);
bool iscm_scan_parity_avx2(const uint8_t *, size_t);
size_t iscm_scan_scan_avx2(const uint8_t *, size_t, bool, iscm_scan_state *, iscm_scan_word *);
bool iscm_scan_parity_neon(const uint8_t *, size_t);
size_t iscm_scan_scan_neon(const uint8_t *, size_t, bool, iscm_scan_state *, iscm_scan_word *);

#endif
