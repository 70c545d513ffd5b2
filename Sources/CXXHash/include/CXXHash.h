#ifndef ISCM_CXXHASH_H
#define ISCM_CXXHASH_H

#include <stddef.h>
#include <stdint.h>

/// The 128 bits of XXH3 over bytes, the lower half first.
void iscm_xxh3(const void *bytes, size_t count, uint64_t result[2]);

#endif
