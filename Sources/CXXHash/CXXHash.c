// XXH3 is compiled in from its package's header, so that nothing is linked when a program starts.

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "CXXHash.h"

void iscm_xxh3(const void *bytes, size_t count, uint64_t result[2]) {
  XXH128_hash_t hash = XXH3_128bits(bytes, count);
  result[0] = hash.low64;
  result[1] = hash.high64;
}
