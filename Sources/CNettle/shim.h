#ifndef ISCM_CNETTLE_H
#define ISCM_CNETTLE_H

#include <nettle/sha2.h>

#endif
