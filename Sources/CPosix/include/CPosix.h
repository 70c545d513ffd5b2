#ifndef ISCM_CPOSIX_H
#define ISCM_CPOSIX_H

// What the Glibc module hides from Swift: each function says why it is here.

#include <stdint.h>

/// Columns that a code point takes at a terminal (0, 1, 2; -1 for a control character), by wcwidth(3)
/// in the C.UTF-8 locale whatever the user's locale is.
int iscm_width(uint32_t scalar);

#endif
