#ifndef ISCM_CPOSIX_H
#define ISCM_CPOSIX_H

// What the Glibc module hides from Swift, and what needs a C calling sequence.

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Columns that a code point takes at a terminal (0, 1, 2; -1 for a control character), by wcwidth(3)
/// in the C.UTF-8 locale whatever the user's locale is.
int iscm_width(uint32_t scalar);

/// Blocks SIGINT, SIGTERM, SIGHUP, SIGTSTP, SIGCONT and SIGWINCH, and gives a descriptor from which they are
/// read instead (signalfd(2)); -1 where the system has none.
int iscm_signal_descriptor(void);

/// The next signal that waits in a descriptor of `iscm_signal_descriptor`; 0 where none waits.
int iscm_next_signal(int descriptor);

/// Stops this process as SIGTSTP does, until it is continued; at once back where nobody could continue it.
/// The SIGCONT that continues it does not wait in the descriptor.
void iscm_stop(void);

/// Turns off the kernel's line reading, its echo and its keys at the terminal that is standard input, until
/// `iscm_leave_key_mode` or the end of the process. Once it is on, nothing happens.
///
/// It stays on between two lines: in the kernel's line mode what is typed or pasted meanwhile ends at 4,095
/// bytes, and the rest of it is lost.
void iscm_enter_key_mode(void);

/// Puts the terminal back as it was before `iscm_enter_key_mode`; nothing where that is not on.
void iscm_leave_key_mode(void);

/// Notes how the terminal that is standard input works now, and what brings its screen back, so that both are
/// put back where this process ends without `iscm_release_screen`: at its exit, or as it dies of SIGILL,
/// SIGTRAP, SIGABRT, SIGBUS, SIGFPE or SIGSEGV, of which whoever handled them before learns all the same.
/// Gives -1 where there is no terminal.
int iscm_guard_screen(const void *sequence, size_t count);

/// Puts back how the terminal works, as `iscm_guard_screen` noted it, and guards it no longer. Nothing is written.
void iscm_release_screen(void);

/// Runs `command` (words for /bin/sh) with `path` as its last argument at this terminal, and waits for it.
/// The child has its signals unblocked and as they are by default, and the terminal without the key mode.
/// Gives its exit code, -1 where it could not be run or was ended by a signal.
int iscm_run_editor(const char *command, const char *path);

/// Waits until all that was written to the file system of an open file is on the disk; -1 where that fails.
int iscm_sync_filesystem(int descriptor);

/// Opens a pseudo-terminal of a size; gives the master's descriptor and writes the slave's path.
int iscm_open_terminal(char *path, size_t size, unsigned short rows, unsigned short columns);

/// Starts a program in a session of its own with a pseudo-terminal as its three streams; signals are
/// unblocked and as they are by default. Gives the process id, or -1.
pid_t iscm_spawn_at_terminal(const char *slave, const char *program, char *const arguments[],
                             char *const environment[]);

/// A program that was started with three streams of its own.
struct iscm_worker {
  pid_t process;
  /// Where its standard input is written to (a socket: `send` raises no SIGPIPE), and where its standard output and
  /// standard error are read from; none of them blocks.
  int input, output, errors;
  /// How many bytes the process that started it had in memory then; 0 where that is not known.
  uint64_t inherited;
};

/// Starts a program in a session of its own, with signals as they are by default, with no descriptor but its three
/// streams, without a core file and with at most `memory` bytes of address space (0: as many as there are).
/// Gives 0, or the error number that says why it could not be started.
int iscm_start_worker(struct iscm_worker *worker, const char *program, char *const arguments[],
                      char *const environment[], uint64_t memory);

/// Keeps memory that is freed for what is asked for next, instead of giving it back to the system: for a program
/// that needs as much for each of many documents.
void iscm_keep_memory(void);

#endif
