#ifndef ISCM_CPNG_H
#define ISCM_CPNG_H

// libpng, which ends a failure with longjmp: nothing of Swift may be between.

#include <png.h>
#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// Bytes that grow.
typedef struct {
  unsigned char *bytes;
  size_t count, room;
} iscm_png_bytes;

static inline void iscm_png_append(png_structp writer, png_bytep bytes, size_t count) {
  iscm_png_bytes *target = png_get_io_ptr(writer);
  if (target->room - target->count < count) {
    size_t room = 2 * target->room + count;
    unsigned char *larger = realloc(target->bytes, room);
    if (larger == NULL) png_error(writer, "no memory");
    target->bytes = larger;
    target->room = room;
  }
  memcpy(target->bytes + target->count, bytes, count);
  target->count += count;
}

static inline void iscm_png_flush(png_structp writer) { (void)writer; }

static inline void iscm_png_silence(png_structp writer, png_const_charp message) { (void)writer, (void)message; }

/// Writes pixels of 32 bits (blue, green, red and one that says nothing, as cairo has them on a little-endian machine)
/// as a PNG of 24 bits that has `per_metre` pixels to the metre. Rows are not filtered: of areas of one colour that
/// makes smaller files, in less time. Gives 0, or -1 where it cannot be written; the bytes are the caller's to free in
/// either case (they are not this function's own, whose variables a longjmp could leave as they were).
static inline int iscm_png_write(const unsigned char *pixels, uint32_t width, uint32_t height, size_t stride,
                                 uint32_t per_metre, iscm_png_bytes *target) {
  png_structp writer = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, iscm_png_silence);
  png_infop info = writer == NULL ? NULL : png_create_info_struct(writer);
  if (info == NULL || setjmp(png_jmpbuf(writer))) {
    png_destroy_write_struct(&writer, &info);
    return -1;
  }
  png_set_write_fn(writer, target, iscm_png_append, iscm_png_flush);
  png_set_IHDR(writer, info, width, height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_BASE,
               PNG_FILTER_TYPE_BASE);
  png_set_pHYs(writer, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  png_set_filter(writer, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_compression_level(writer, 6);
  png_write_info(writer, info);
  png_set_filler(writer, 0, PNG_FILLER_AFTER);
  png_set_bgr(writer);
  for (uint32_t row = 0; row < height; row++) png_write_row(writer, pixels + row * stride);
  png_write_end(writer, NULL);
  png_destroy_write_struct(&writer, &info);
  return 0;
}

#endif
