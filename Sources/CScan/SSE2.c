// The kernel for processors of the x86-64 family, all of which have SSE2.

#include "Shared.h"

#ifdef __x86_64__

#include <immintrin.h>

#define KERNEL(name) iscm_scan_##name##_sse2

static inline uint64_t are(const __m128i *part, char byte) {
  __m128i all = _mm_set1_epi8(byte);
  uint64_t bits = 0;
  for (int place = 0; place < 4; place++)
    bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(part[place], all)) << (16 * place);
  return bits;
}

static inline seen64 iscm_scan_see_sse2(const uint8_t *bytes) {
  __m128i part[4];
  for (int place = 0; place < 4; place++) part[place] = _mm_loadu_si128((const __m128i *)bytes + place);
  __m128i any = _mm_or_si128(_mm_or_si128(part[0], part[1]), _mm_or_si128(part[2], part[3]));
  return (seen64){
    .commas = are(part, ','), .quotes = are(part, '"'), .cr = are(part, '\r'), .lf = are(part, '\n'),
    .nul = are(part, 0), .isBeyondASCII = _mm_movemask_epi8(any) != 0};
}

static inline uint64_t iscm_scan_quotes_sse2(const uint8_t *bytes) {
  __m128i part[4];
  for (int place = 0; place < 4; place++) part[place] = _mm_loadu_si128((const __m128i *)bytes + place);
  return are(part, '"');
}

static inline uint64_t iscm_scan_prefix_xor_sse2(uint64_t bits) { return iscm_scan_prefix_xor(bits); }

static inline bool iscm_scan_is_utf8_sse2(const uint8_t *bytes) { return iscm_scan_is_utf8(bytes); }

#include "Kernel.h"

#endif
