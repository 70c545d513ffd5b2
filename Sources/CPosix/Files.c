#define _GNU_SOURCE
#include "CPosix.h"

#include <unistd.h>

int iscm_sync_filesystem(int descriptor) { return syncfs(descriptor); }
