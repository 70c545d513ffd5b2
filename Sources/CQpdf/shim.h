#ifndef ISCM_CQPDF_H
#define ISCM_CQPDF_H

// qpdf's interface for C.

#include <qpdf/qpdf-c.h>

#endif
