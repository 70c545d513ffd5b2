#ifndef ISCM_CRSVG_H
#define ISCM_CRSVG_H

// librsvg, which draws SVG with cairo.

#include <librsvg/rsvg.h>

#endif
