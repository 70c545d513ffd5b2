// Finds, 64 bytes at a time, where the cells and records of a CSV file end.
//
// The format is RFC 4180 with commas and quotation marks, as libcsv reads it in strict mode without trimming
// spaces. What is found holds as long as nothing is suspect; a suspect stretch is libcsv's to judge.

#ifndef ISCM_CSCAN_H
#define ISCM_CSCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What 64 bytes hold; the lowest bit stands for the first byte.
typedef struct {
  /// Commas outside of quoted cells.
  uint64_t commas;
  /// CR and LF outside of quoted cells.
  uint64_t ends;
  /// Where a physical line ends, in quoted cells too: CR, and LF that does not follow a CR.
  uint64_t lines;
  /// How many of those commas and lines there are.
  uint32_t comma_count, line_count;
} iscm_scan_word;

/// What must be known of the bytes before those that are scanned.
typedef struct {
  /// Whether a quoted cell is open.
  bool is_quoted;
  /// Whether the last byte is a CR.
  bool follows_cr;
  /// Whether a quotation mark may open a cell here, or stand for itself: behind a comma, CR, LF or another one.
  bool may_open;
  /// Whether the last byte is a quotation mark that closed a cell, or is half of one that stands for itself.
  bool follows_closing;
} iscm_scan_state;

/// The instruction sets for which there is a kernel of its own.
typedef enum {
  ISCM_SCAN_PORTABLE,
  ISCM_SCAN_SSE2,
  ISCM_SCAN_AVX2,
  ISCM_SCAN_NEON,
} iscm_scan_kernel;

/// Whether this machine runs a kernel.
bool iscm_scan_runs(iscm_scan_kernel kernel);

/// The fastest kernel that this machine runs.
iscm_scan_kernel iscm_scan_best(void);

/// Whether the number of quotation marks is odd.
///
/// bytes: any number of them.
bool iscm_scan_parity(iscm_scan_kernel kernel, const uint8_t *bytes, size_t count);

/// Scans bytes.
///
/// bytes: `count` bytes to scan, one at least; three more stand before them, and after them zeros up to a multiple of 64, all of
/// which can be read. The three are those that come before in the file, or zeros.
/// state: what comes before; then, what comes before the byte that follows.
/// words: takes one word for each 64 bytes, the last one with nothing behind `count`.
/// isLast: whether the file ends behind the bytes; then a character that is not whole is suspect. Only then may
/// `count` be no multiple of 64.
///
/// Returns the place of the first 64 bytes in which something is suspect: a quotation mark inside of an unquoted
/// cell, anything but the end of a cell behind a closing one, a byte of value zero, or bytes that are no UTF-8;
/// `count` if nothing is.
size_t iscm_scan(
  iscm_scan_kernel kernel, const uint8_t *bytes, size_t count, bool isLast, iscm_scan_state *state,
  iscm_scan_word *words);

#endif
