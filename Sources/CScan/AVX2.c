// The kernel for processors with AVX2 and carry-less multiplication: those of the last ten years.

#include "Shared.h"

#ifdef __x86_64__

#pragma clang attribute push(__attribute__((target("avx2,pclmul,bmi,popcnt"))), apply_to = function)

#include <immintrin.h>

#define KERNEL(name) iscm_scan_##name##_avx2

static inline uint64_t are(__m256i low, __m256i high, char byte) {
  __m256i all = _mm256_set1_epi8(byte);
  uint32_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, all));
  uint32_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, all));
  return first | (uint64_t)second << 32;
}

static inline seen64 iscm_scan_see_avx2(const uint8_t *bytes) {
  __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i high = _mm256_loadu_si256((const __m256i *)bytes + 1);
  return (seen64){
    .commas = are(low, high, ','), .quotes = are(low, high, '"'), .cr = are(low, high, '\r'),
    .lf = are(low, high, '\n'), .nul = are(low, high, 0),
    .isBeyondASCII = _mm256_movemask_epi8(_mm256_or_si256(low, high)) != 0};
}

static inline uint64_t iscm_scan_quotes_avx2(const uint8_t *bytes) {
  return are(_mm256_loadu_si256((const __m256i *)bytes), _mm256_loadu_si256((const __m256i *)bytes + 1), '"');
}

static inline uint64_t iscm_scan_prefix_xor_avx2(uint64_t bits) {
  __m128i product = _mm_clmulepi64_si128(_mm_set_epi64x(0, (int64_t)bits), _mm_set1_epi8(-1), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

// Three look-ups by half-bytes tell each pair of bytes that cannot follow each other; what they let pass are
// third and fourth bytes (Keiser and Lemire, "Validating UTF-8 in less than one instruction per byte", 2021).
// A bit stands for one way to be wrong, and is set where all three tables have it.
enum {
  TOO_SHORT = 1 << 0,       // A beginning without what must follow.
  TOO_LONG = 1 << 1,        // A continuation behind ASCII.
  OVERLONG_3 = 1 << 2,      // E0 80...9F
  TOO_LARGE = 1 << 3,       // F4 90...BF, F5...FF
  SURROGATE = 1 << 4,       // ED A0...BF
  OVERLONG_2 = 1 << 5,      // C0, C1
  OVERLONG_4 = 1 << 6,      // F0 80...8F; with the next, F5...FF 80...8F
  TWO_CONTINUATIONS = 1 << 7,
  CARRY = TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS,
};

static inline __m256i of_halves(__m256i table, __m256i halves) { return _mm256_shuffle_epi8(table, halves); }

static inline __m256i wrong_pairs(__m256i here, __m256i before) {
  const __m256i first_high = _mm256_broadcastsi128_si256(_mm_setr_epi8(
    TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
    (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS, (char)TWO_CONTINUATIONS,
    TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE,
    TOO_SHORT | TOO_LARGE | OVERLONG_4));
  const __m256i first_low = _mm256_broadcastsi128_si256(_mm_setr_epi8(
    (char)(CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4), (char)(CARRY | OVERLONG_2), (char)CARRY, (char)CARRY,
    (char)(CARRY | TOO_LARGE), (char)(CARRY | TOO_LARGE | OVERLONG_4), (char)(CARRY | TOO_LARGE | OVERLONG_4),
    (char)(CARRY | TOO_LARGE | OVERLONG_4), (char)(CARRY | TOO_LARGE | OVERLONG_4),
    (char)(CARRY | TOO_LARGE | OVERLONG_4), (char)(CARRY | TOO_LARGE | OVERLONG_4),
    (char)(CARRY | TOO_LARGE | OVERLONG_4), (char)(CARRY | TOO_LARGE | OVERLONG_4),
    (char)(CARRY | TOO_LARGE | OVERLONG_4 | SURROGATE), (char)(CARRY | TOO_LARGE | OVERLONG_4),
    (char)(CARRY | TOO_LARGE | OVERLONG_4)));
  const __m256i second_high = _mm256_broadcastsi128_si256(_mm_setr_epi8(
    TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
    (char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | OVERLONG_3 | OVERLONG_4),
    (char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | OVERLONG_3 | TOO_LARGE),
    (char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | SURROGATE | TOO_LARGE),
    (char)(TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS | SURROGATE | TOO_LARGE),
    TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT));
  const __m256i half = _mm256_set1_epi8(0x0F);
  __m256i high = _mm256_and_si256(_mm256_srli_epi16(before, 4), half);
  __m256i low = _mm256_and_si256(before, half);
  __m256i next = _mm256_and_si256(_mm256_srli_epi16(here, 4), half);
  return _mm256_and_si256(
    _mm256_and_si256(of_halves(first_high, high), of_halves(first_low, low)), of_halves(second_high, next));
}

static inline __m256i wrong(const uint8_t *bytes) {
  __m256i here = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i pairs = wrong_pairs(here, _mm256_loadu_si256((const __m256i *)(bytes - 1)));
  // Two bytes behind the beginning of three, or three behind that of four, a continuation must stand, and there
  // alone may it follow another one.
  __m256i third = _mm256_subs_epu8(_mm256_loadu_si256((const __m256i *)(bytes - 2)), _mm256_set1_epi8(0x60));
  __m256i fourth = _mm256_subs_epu8(_mm256_loadu_si256((const __m256i *)(bytes - 3)), _mm256_set1_epi8(0x70));
  __m256i must = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8((char)0x80));
  return _mm256_xor_si256(must, pairs);
}

static inline bool iscm_scan_is_utf8_avx2(const uint8_t *bytes) {
  __m256i all = _mm256_or_si256(wrong(bytes), wrong(bytes + 32));
  return _mm256_testz_si256(all, all);
}

#include "Kernel.h"

#pragma clang attribute pop

#endif
