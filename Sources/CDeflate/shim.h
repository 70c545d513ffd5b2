#ifndef ISCM_CDEFLATE_H
#define ISCM_CDEFLATE_H

// libdeflate, which packs a whole buffer at once.

#include <libdeflate.h>

#endif
