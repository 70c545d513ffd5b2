// The kernel for 64-bit ARM, all of which has NEON; little-endian, as every system for it that Swift runs on. Where
// bytes stand the other way round in a vector, the portable kernel serves.

#include "Shared.h"

#ifdef __AARCH64EL__

#include <arm_neon.h>

#define KERNEL(name) iscm_scan_##name##_neon

/// A bit for each byte that is all ones.
static inline uint64_t bits(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d) {
  const uint8x16_t places = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
  uint8x16_t first = vpaddq_u8(vandq_u8(a, places), vandq_u8(b, places));
  uint8x16_t second = vpaddq_u8(vandq_u8(c, places), vandq_u8(d, places));
  uint8x16_t sums = vpaddq_u8(first, second);
  return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(sums, sums)), 0);
}

static inline uint64_t are(const uint8x16_t *part, uint8_t byte) {
  uint8x16_t all = vdupq_n_u8(byte);
  return bits(vceqq_u8(part[0], all), vceqq_u8(part[1], all), vceqq_u8(part[2], all), vceqq_u8(part[3], all));
}

static inline seen64 iscm_scan_see_neon(const uint8_t *bytes) {
  uint8x16_t part[4];
  for (int place = 0; place < 4; place++) part[place] = vld1q_u8(bytes + 16 * place);
  uint8x16_t any = vorrq_u8(vorrq_u8(part[0], part[1]), vorrq_u8(part[2], part[3]));
  return (seen64){
    .commas = are(part, ','), .quotes = are(part, '"'), .cr = are(part, '\r'), .lf = are(part, '\n'),
    .nul = are(part, 0), .isBeyondASCII = vmaxvq_u8(any) >= 0x80};
}

static inline uint64_t iscm_scan_quotes_neon(const uint8_t *bytes) {
  uint8x16_t part[4];
  for (int place = 0; place < 4; place++) part[place] = vld1q_u8(bytes + 16 * place);
  return are(part, '"');
}

static inline uint64_t iscm_scan_prefix_xor_neon(uint64_t bits) { return iscm_scan_prefix_xor(bits); }

static inline bool iscm_scan_is_utf8_neon(const uint8_t *bytes) { return iscm_scan_is_utf8(bytes); }

#include "Kernel.h"

#endif
