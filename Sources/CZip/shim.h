#ifndef ISCM_CZIP_H
#define ISCM_CZIP_H

// libzip as its package installs it.

#include <zip.h>

#endif
