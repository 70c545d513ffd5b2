#define _GNU_SOURCE
#include "CPosix.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static void close_all(const int *descriptors, int count) {
  for (int i = 0; i < count; i++)
    if (descriptors[i] >= 0) close(descriptors[i]);
}

/// Marks every descriptor from 3 on as one that ends with exec.
static void close_others_at_exec(void) {
  if (close_range(3, ~0U, CLOSE_RANGE_CLOEXEC) == 0) return;
  struct rlimit files;
  rlim_t end = getrlimit(RLIMIT_NOFILE, &files) == 0 ? files.rlim_cur : 1024;
  if (end > 65536) end = 65536;
  for (int i = 3; i < (int)end; i++) fcntl(i, F_SETFD, FD_CLOEXEC);
}

static int limit(int resource, uint64_t value) {
  struct rlimit limits;
  if (getrlimit(resource, &limits) != 0) return -1;
  if (limits.rlim_max > value) limits.rlim_max = value;
  limits.rlim_cur = limits.rlim_max;
  return setrlimit(resource, &limits);
}

/// What the child does between fork and exec: nothing but calls that may stand in a signal handler.
static int become(const int streams[3], const char *program, char *const arguments[], char *const environment[],
                  uint64_t memory) {
  struct sigaction plain = {.sa_handler = SIG_DFL};
  for (int number = 1; number < NSIG; number++) sigaction(number, &plain, NULL);
  // Above 2 first: a stream of ours may have the number of another.
  int above[3];
  for (int i = 0; i < 3; i++) {
    above[i] = fcntl(streams[i], F_DUPFD_CLOEXEC, 3);
    if (above[i] < 0) return errno;
  }
  for (int i = 0; i < 3; i++)
    if (dup2(above[i], i) < 0) return errno;
  close_others_at_exec();
  setsid();
  if (limit(RLIMIT_CORE, 0) != 0 || (memory != 0 && limit(RLIMIT_AS, memory) != 0)) return errno;
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve(program, arguments, environment);
  return errno;
}

/// How many bytes this process has in memory; 0 where the system does not say.
static uint64_t resident(void) {
  char text[128];
  int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t count = read(file, text, sizeof text - 1);
  close(file);
  if (count <= 0) return 0;
  text[count] = 0;
  char *rest = text;
  strtoull(rest, &rest, 10);
  return strtoull(rest, NULL, 10) * (uint64_t)sysconf(_SC_PAGESIZE);
}

int iscm_start_worker(struct iscm_worker *worker, const char *program, char *const arguments[],
                      char *const environment[], uint64_t memory) {
  // Ours and the child's end of each stream, then of the report why exec failed.
  int ends[8] = {-1, -1, -1, -1, -1, -1, -1, -1};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0 || pipe2(ends + 2, O_CLOEXEC) != 0 ||
      pipe2(ends + 4, O_CLOEXEC) != 0 || pipe2(ends + 6, O_CLOEXEC) != 0) {
    int error = errno;
    close_all(ends, 8);
    return error;
  }
  uint64_t inherited = resident();
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  pid_t process = fork();
  int error = errno;
  if (process == 0) {
    // The report must not stand where a stream will.
    int report = fcntl(ends[7], F_DUPFD_CLOEXEC, 3);
    int failed = become((int[]){ends[1], ends[3], ends[5]}, program, arguments, environment, memory);
    ssize_t written = write(report, &failed, sizeof failed);
    _exit(written == (ssize_t)sizeof failed ? 127 : 126);
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  close_all((int[]){ends[1], ends[3], ends[5], ends[7]}, 4);
  if (process > 0) {
    ssize_t count;
    error = 0;
    do count = read(ends[6], &error, sizeof error);
    while (count < 0 && errno == EINTR);
    if (count != 0) {
      while (waitpid(process, NULL, 0) < 0 && errno == EINTR) {}
      if (error == 0) error = EIO;
      process = -1;
    }
  }
  close(ends[6]);
  if (process < 0) {
    close_all((int[]){ends[0], ends[2], ends[4]}, 3);
    return error;
  }
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  fcntl(ends[2], F_SETFL, O_NONBLOCK);
  fcntl(ends[4], F_SETFL, O_NONBLOCK);
  *worker = (struct iscm_worker){process, ends[0], ends[2], ends[4], inherited};
  return 0;
}
