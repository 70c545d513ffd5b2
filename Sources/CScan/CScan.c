// Which kernel there is, and which is taken.

#include "Shared.h"

bool iscm_scan_runs(iscm_scan_kernel kernel) {
  switch (kernel) {
    case ISCM_SCAN_PORTABLE: return true;
#if defined(__x86_64__)
    case ISCM_SCAN_SSE2: return true;
    case ISCM_SCAN_AVX2:
      __builtin_cpu_init();
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("pclmul") && __builtin_cpu_supports("bmi")
        && __builtin_cpu_supports("popcnt");
#elif defined(__AARCH64EL__)
    case ISCM_SCAN_NEON: return true;
#endif
    default: return false;
  }
}

iscm_scan_kernel iscm_scan_best(void) {
  for (iscm_scan_kernel kernel = ISCM_SCAN_NEON; kernel > ISCM_SCAN_PORTABLE; kernel--)
    if (iscm_scan_runs(kernel)) return kernel;
  return ISCM_SCAN_PORTABLE;
}

bool iscm_scan_parity(iscm_scan_kernel kernel, const uint8_t *bytes, size_t count) {
  switch (kernel) {
#if defined(__x86_64__)
    case ISCM_SCAN_SSE2: return iscm_scan_parity_sse2(bytes, count);
    case ISCM_SCAN_AVX2: return iscm_scan_parity_avx2(bytes, count);
#elif defined(__AARCH64EL__)
    case ISCM_SCAN_NEON: return iscm_scan_parity_neon(bytes, count);
#endif
    default: return iscm_scan_parity_portable(bytes, count);
  }
}

size_t iscm_scan(
  iscm_scan_kernel kernel, const uint8_t *bytes, size_t count, bool isLast, iscm_scan_state *state,
  iscm_scan_word *words) {
  switch (kernel) {
#if defined(__x86_64__)
    case ISCM_SCAN_SSE2: return iscm_scan_scan_sse2(bytes, count, isLast, state, words);
    case ISCM_SCAN_AVX2: return iscm_scan_scan_avx2(bytes, count, isLast, state, words);
#elif defined(__AARCH64EL__)
    case ISCM_SCAN_NEON: return iscm_scan_scan_neon(bytes, count, isLast, state, words);
#endif
    default: return iscm_scan_scan_portable(bytes, count, isLast, state, words);
  }
}
