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

/// Gives a row of a picture, counted from 0 at the top; NULL where there is none.
typedef const unsigned char *(*iscm_png_row)(void *source, uint32_t row);

/// Writes a picture as PNG that has `per_metre` pixels to the metre. With a palette a row has a byte for each pixel, the
/// place of its colour; without one it has pixels of 32 bits (blue, green, red and one that says nothing, as cairo has
/// them on a little-endian machine), of which 24 are written. Rows are not filtered: of areas of one colour that makes
/// smaller files, in less time; and of such areas zlib's higher levels make little more. Gives 0, or -1 where it cannot be
/// written; the bytes are the caller's to free in either case (they are not this function's own, whose variables a longjmp
/// could leave as they were).
static inline int iscm_png_write(iscm_png_row row_of, void *source, uint32_t width, uint32_t height, uint32_t per_metre,
                                 const png_color *palette, int colors, iscm_png_bytes *target) {
  png_structp writer = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, iscm_png_silence);
  png_infop info = writer == NULL ? NULL : png_create_info_struct(writer);
  if (info == NULL || setjmp(png_jmpbuf(writer))) {
    png_destroy_write_struct(&writer, &info);
    return -1;
  }
  png_set_write_fn(writer, target, iscm_png_append, iscm_png_flush);
  png_set_IHDR(writer, info, width, height, 8, colors > 0 ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB,
               PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
  if (colors > 0) png_set_PLTE(writer, info, palette, colors);
  png_set_pHYs(writer, info, per_metre, per_metre, PNG_RESOLUTION_METER);
  png_set_filter(writer, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
  png_set_compression_level(writer, 3);
  png_set_compression_buffer_size(writer, 1 << 16);
  png_write_info(writer, info);
  if (colors == 0) {
    png_set_filler(writer, 0, PNG_FILLER_AFTER);
    png_set_bgr(writer);
  }
  for (uint32_t row = 0; row < height; row++) {
    const unsigned char *pixels = row_of(source, row);
    if (pixels == NULL) png_error(writer, "no row");
    png_write_row(writer, pixels);
  }
  png_write_end(writer, NULL);
  png_destroy_write_struct(&writer, &info);
  return 0;
}

#endif
