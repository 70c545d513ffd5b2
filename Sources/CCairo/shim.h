#ifndef ISCM_CCAIRO_H
#define ISCM_CCAIRO_H

// cairo's PDF surface and Pango, which shapes the texts on it.

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#endif
