#ifndef ISCM_CXLSXWRITER_H
#define ISCM_CXLSXWRITER_H

// libxlsxwriter, and memfd_create, which the Glibc module hides: the library writes to a path, and a file in memory
// has one below /proc/self/fd.

#include <xlsxwriter.h>

int memfd_create(const char *name, unsigned int flags);

#endif
