#ifndef ISCM_CVTERM_H
#define ISCM_CVTERM_H

// libvterm, a terminal without a window, and what Swift does not see of it: bit fields, unions, macros.
// Only tests use it; the program is built without it.

#include <stdio.h>
#include <vterm.h>

/// A colour of the 256 (0...255), a colour of its own (0x1000000 and red, green, blue), or -1: the terminal's.
static inline int iscm_vterm_colour(const VTermColor *colour) {
  if (VTERM_COLOR_IS_DEFAULT_FG(colour) || VTERM_COLOR_IS_DEFAULT_BG(colour)) return -1;
  if (VTERM_COLOR_IS_INDEXED(colour)) return colour->indexed.idx;
  return 0x1000000 | colour->rgb.red << 16 | colour->rgb.green << 8 | colour->rgb.blue;
}

/// The code point at a place of a cell; 0 behind the last one, UINT32_MAX in the right half of a wide character.
static inline uint32_t iscm_vterm_scalar(const VTermScreenCell *cell, int place) {
  return place < VTERM_MAX_CHARS_PER_CELL ? cell->chars[place] : 0;
}

static inline int iscm_vterm_is_bold(const VTermScreenCell *cell) { return cell->attrs.bold; }
static inline int iscm_vterm_is_underlined(const VTermScreenCell *cell) { return cell->attrs.underline != 0; }
static inline int iscm_vterm_is_reversed(const VTermScreenCell *cell) { return cell->attrs.reverse; }
static inline int iscm_vterm_is_blinking(const VTermScreenCell *cell) { return cell->attrs.blink; }

/// A control sequence as it was written, but for the escape byte and `[` before it.
static inline void iscm_vterm_sequence(char *text, size_t size, const char *leader, const long arguments[],
                                       int count, const char *intermediate, char command) {
  int length = snprintf(text, size, "%s", leader ? leader : "");
  for (int place = 0; place < count && (size_t)length < size; place++) {
    const char *behind = place + 1 == count ? "" : CSI_ARG_HAS_MORE(arguments[place]) ? ":" : ";";
    if (CSI_ARG_IS_MISSING(arguments[place])) {
      length += snprintf(text + length, size - (size_t)length, "%s", behind);
    } else {
      length += snprintf(text + length, size - (size_t)length, "%ld%s", CSI_ARG(arguments[place]), behind);
    }
  }
  if ((size_t)length < size)
    snprintf(text + length, size - (size_t)length, "%s%c", intermediate ? intermediate : "", command);
}

#endif
