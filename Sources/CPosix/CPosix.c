#define _GNU_SOURCE
#include "CPosix.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <malloc.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

// Width

static locale_t utf8_locale;
static pthread_once_t utf8_once = PTHREAD_ONCE_INIT;

static void open_utf8_locale(void) { utf8_locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

int iscm_width(uint32_t scalar) {
  pthread_once(&utf8_once, open_utf8_locale);
  locale_t before = uselocale(utf8_locale);
  int width = wcwidth((wchar_t)scalar);
  uselocale(before);
  return width;
}

// Signals

int iscm_signal_descriptor(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGHUP);
  sigaddset(&set, SIGTSTP);
  sigaddset(&set, SIGCONT);
  sigaddset(&set, SIGWINCH);
  if (pthread_sigmask(SIG_BLOCK, &set, NULL) != 0) return -1;
  return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

int iscm_next_signal(int descriptor) {
  struct signalfd_siginfo info;
  ssize_t count = read(descriptor, &info, sizeof info);
  return count == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

void iscm_stop(void) {
  sigset_t set, before, continued;
  sigemptyset(&set);
  sigaddset(&set, SIGTSTP);
  // Raised while it is blocked, it waits; unblocked, it stops the process there.
  pthread_sigmask(SIG_BLOCK, &set, &before);
  raise(SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  sigemptyset(&continued);
  sigaddset(&continued, SIGCONT);
  struct timespec none = {0, 0};
  if (sigismember(&before, SIGCONT) == 1) sigtimedwait(&continued, NULL, &none);
}

// Keys

static struct termios line_mode;
static volatile sig_atomic_t is_key_mode = 0;

void iscm_leave_key_mode(void) {
  if (!is_key_mode) return;
  is_key_mode = 0;
  tcsetattr(STDIN_FILENO, TCSADRAIN, &line_mode);
}

void iscm_enter_key_mode(void) {
  static int leaves_at_exit = 0;
  if (is_key_mode || tcgetattr(STDIN_FILENO, &line_mode) != 0) return;
  if (!leaves_at_exit) leaves_at_exit = atexit(iscm_leave_key_mode) == 0;
  struct termios keys = line_mode;
  keys.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ISIG | IEXTEN);
  keys.c_iflag &= ~(tcflag_t)IXON;
  if (tcsetattr(STDIN_FILENO, TCSADRAIN, &keys) == 0) is_key_mode = 1;
}

// The screen

static const int deaths[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV};
enum { death_count = sizeof deaths / sizeof *deaths };
static struct sigaction before_guard[death_count];
static struct termios before_screen;
static char screen_sequence[512];
static size_t screen_sequence_length;
static volatile sig_atomic_t is_screen_guarded = 0;

/// Brings the terminal back; nothing here but calls that may stand in a signal handler.
static void restore_screen(void) {
  if (!is_screen_guarded) return;
  is_screen_guarded = 0;
  size_t sent = 0;
  while (sent < screen_sequence_length) {
    ssize_t count = write(STDOUT_FILENO, screen_sequence + sent, screen_sequence_length - sent);
    if (count <= 0 && errno != EINTR) break;
    if (count > 0) sent += (size_t)count;
  }
  tcsetattr(STDIN_FILENO, TCSANOW, &before_screen);
}

static void stop_watching(void) {
  for (int i = 0; i < death_count; i++) sigaction(deaths[i], &before_guard[i], NULL);
}

static void die(int number, siginfo_t *info, void *context) {
  (void)context;
  int error = errno;
  restore_screen();
  stop_watching();
  // A fault comes again when this returns, with all that is known of it; what was sent must be sent again.
  if (info->si_code <= 0) raise(number);
  errno = error;
}

int iscm_guard_screen(const void *sequence, size_t count) {
  static int leaves_at_exit = 0;
  static char stack[16384];
  if (is_screen_guarded) return 0;
  if (count > sizeof screen_sequence || tcgetattr(STDIN_FILENO, &before_screen) != 0) return -1;
  if (!leaves_at_exit) leaves_at_exit = atexit(restore_screen) == 0;
  memcpy(screen_sequence, sequence, count);
  screen_sequence_length = count;
  // A stack of its own, for one that overflowed; another that is there serves as well.
  stack_t there;
  if (sigaltstack(NULL, &there) == 0 && there.ss_flags & SS_DISABLE) {
    stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
    sigaltstack(&own, NULL);
  }
  struct sigaction dying = {.sa_sigaction = die, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigfillset(&dying.sa_mask);
  for (int i = 0; i < death_count; i++) sigaction(deaths[i], &dying, &before_guard[i]);
  is_screen_guarded = 1;
  return 0;
}

void iscm_release_screen(void) {
  if (!is_screen_guarded) return;
  is_screen_guarded = 0;
  stop_watching();
  tcsetattr(STDIN_FILENO, TCSANOW, &before_screen);
}

// Programs

/// Attributes of a child that gets no blocked and no changed signals from us.
static int open_attributes(posix_spawnattr_t *attributes, short flags) {
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  if (posix_spawnattr_init(attributes) != 0) return -1;
  posix_spawnattr_setsigmask(attributes, &none);
  posix_spawnattr_setsigdefault(attributes, &all);
  return posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | flags);
}

extern char **environ;

int iscm_run_editor(const char *command, const char *path) {
  posix_spawnattr_t attributes;
  if (open_attributes(&attributes, 0) != 0) return -1;
  // The shell splits the words of the command; the path is an argument, never part of a script.
  char *script = NULL;
  if (asprintf(&script, "exec %s \"$1\"", command) < 0) return -1;
  char *arguments[] = {"sh", "-c", script, "sh", (char *)path, NULL};
  pid_t child = 0;
  int was_key_mode = is_key_mode;
  iscm_leave_key_mode();
  struct termios found;
  int has_found = tcgetattr(STDIN_FILENO, &found) == 0;
  int failed = posix_spawn(&child, "/bin/sh", NULL, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  free(script);
  int status = 0;
  while (failed == 0 && waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) failed = errno;
  }
  // An editor that died may have left the terminal in any mode.
  if (has_found) tcsetattr(STDIN_FILENO, TCSADRAIN, &found);
  if (was_key_mode) iscm_enter_key_mode();
  if (failed != 0) return -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int iscm_open_terminal(char *path, size_t size, unsigned short rows, unsigned short columns) {
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (master < 0) return -1;
  struct winsize window = {.ws_row = rows, .ws_col = columns};
  if (grantpt(master) != 0 || unlockpt(master) != 0 || ptsname_r(master, path, size) != 0 ||
      ioctl(master, TIOCSWINSZ, &window) != 0) {
    close(master);
    return -1;
  }
  return master;
}

pid_t iscm_spawn_at_terminal(const char *slave, const char *program, char *const arguments[],
                             char *const environment[]) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  if (open_attributes(&attributes, POSIX_SPAWN_SETSID) != 0) return -1;
  posix_spawn_file_actions_init(&actions);
  // Opened by the child, which leads a session: so it becomes the child's controlling terminal.
  posix_spawn_file_actions_addopen(&actions, 0, slave, O_RDWR, 0);
  posix_spawn_file_actions_adddup2(&actions, 0, 1);
  posix_spawn_file_actions_adddup2(&actions, 0, 2);
  pid_t child = -1;
  int failed = posix_spawn(&child, program, &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return failed == 0 ? child : -1;
}

void iscm_keep_memory(void) {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
}
