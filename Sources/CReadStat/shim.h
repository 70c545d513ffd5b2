#ifndef ISCM_CREADSTAT_H
#define ISCM_CREADSTAT_H

// ReadStat, which writes the files of SPSS. Debian ships no pkg-config file: the module map links.

#include <readstat.h>

#endif
