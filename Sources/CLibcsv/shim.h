#ifndef ISCM_CLIBCSV_H
#define ISCM_CLIBCSV_H

// libcsv as its package installs it; the module map links it, since Debian ships no pkg-config file.

#include <csv.h>

#endif
