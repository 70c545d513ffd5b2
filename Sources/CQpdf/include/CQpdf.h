#ifndef ISCM_CQPDF_H
#define ISCM_CQPDF_H

// qpdf's interface for C, and what it offers to C++ alone.

#include <qpdf/qpdf-c.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A PDF whose fields and notes are drawn onto its pages, as a reader shows them, so that their words are words of
/// the page. NULL where that cannot be done. The memory is the caller's to free.
unsigned char *iscm_qpdf_flattened(const char *bytes, size_t length, size_t *flattened_length);

#ifdef __cplusplus
}
#endif

#endif
