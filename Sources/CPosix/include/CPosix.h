#ifndef ISCM_CPOSIX_H
#define ISCM_CPOSIX_H

// What the Glibc module hides from Swift, and what needs a C calling sequence.

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// Columns that a code point takes at a terminal (0, 1, 2; -1 for a control character), by wcwidth(3)
/// in the C.UTF-8 locale whatever the user's locale is.
int iscm_width(uint32_t scalar);

/// Blocks SIGINT, SIGTERM and SIGHUP, and gives a descriptor from which they are read instead
/// (signalfd(2)); -1 where the system has none.
int iscm_signal_descriptor(void);

/// The next signal that waits in a descriptor of `iscm_signal_descriptor`; 0 where none waits.
int iscm_next_signal(int descriptor);

/// Ends this process by a signal as if it had never been blocked, so that the caller's shell sees it.
void iscm_die_of(int signal_number);

/// Runs `command` (words for /bin/sh) with `path` as its last argument at this terminal, and waits for it.
/// The child has its signals unblocked and as they are by default. Gives its exit code, -1 where it could
/// not be run or was ended by a signal.
int iscm_run_editor(const char *command, const char *path);

/// Opens a pseudo-terminal of a size; gives the master's descriptor and writes the slave's path.
int iscm_open_terminal(char *path, size_t size, unsigned short rows, unsigned short columns);

/// Starts a program in a session of its own with a pseudo-terminal as its three streams; signals are
/// unblocked and as they are by default. Gives the process id, or -1.
pid_t iscm_spawn_at_terminal(const char *slave, const char *program, char *const arguments[],
                             char *const environment[]);

#endif
