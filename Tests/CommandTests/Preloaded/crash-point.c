// Kills `iscm` before its Nth change to the disk, or in the middle of it: loaded before its libraries (LD_PRELOAD) by
// a test, which sets CRASH_AT to N. No program of the project knows of it.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static long left = -1;

__attribute__((constructor)) static void begin(void) {
  const char *at = getenv("CRASH_AT");
  if (at != NULL && strcmp(program_invocation_short_name, "iscm") == 0) left = atol(at);
}

static void step(void) {
  if (left > 0 && --left == 0) kill(getpid(), SIGKILL);
}

static int is_file(int descriptor) {
  struct stat status;
  return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

// Half of the bytes are written before the second step: a crash leaves part of a row.
ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
  if (is_file(descriptor)) {
    step();
    if (left == 1) REAL(pwrite)(descriptor, bytes, count / 2, offset);
    step();
  }
  return REAL(pwrite)(descriptor, bytes, count, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
  return pwrite(descriptor, bytes, count, offset);
}

int fsync(int descriptor) { step(); return REAL(fsync)(descriptor); }
int fdatasync(int descriptor) { step(); return REAL(fdatasync)(descriptor); }
int syncfs(int descriptor) { step(); return REAL(syncfs)(descriptor); }
int ftruncate(int descriptor, off_t length) { step(); return REAL(ftruncate)(descriptor, length); }
int ftruncate64(int descriptor, off64_t length) { step(); return REAL(ftruncate64)(descriptor, length); }
int rename(const char *from, const char *to) { step(); return REAL(rename)(from, to); }
int unlink(const char *path) { step(); return REAL(unlink)(path); }
int mkdir(const char *path, mode_t mode) { step(); return REAL(mkdir)(path, mode); }

int open(const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & O_CREAT) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
    step();
  }
  return REAL(open)(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  mode_t mode = 0;
  if (flags & O_CREAT) {
    va_list rest;
    va_start(rest, flags);
    mode = va_arg(rest, mode_t);
    va_end(rest);
    step();
  }
  return REAL(open64)(path, flags, mode);
}
