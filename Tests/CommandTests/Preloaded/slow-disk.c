// Makes `iscm` wait for each part of a large file, as on a slow disk: loaded before its libraries (LD_PRELOAD) by a
// test, which sets WAIT_MS to the thousandths of a second. No program of the project knows of it.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static struct timespec pause_before_reading;

__attribute__((constructor)) static void begin(void) {
  const char *wait = getenv("WAIT_MS");
  if (wait == NULL || strcmp(program_invocation_short_name, "iscm") != 0) return;
  long thousandths = atol(wait);
  pause_before_reading.tv_sec = thousandths / 1000;
  pause_before_reading.tv_nsec = thousandths % 1000 * 1000000;
}

static int is_large(int descriptor) {
  struct stat status;
  return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 1 << 20;
}

ssize_t pread(int descriptor, void *bytes, size_t count, off_t offset) {
  if (is_large(descriptor)) nanosleep(&pause_before_reading, NULL);
  return ((__typeof__(&pread))dlsym(RTLD_NEXT, "pread"))(descriptor, bytes, count, offset);
}
