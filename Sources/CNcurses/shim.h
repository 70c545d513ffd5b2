#ifndef ISCM_CNCURSES_H
#define ISCM_CNCURSES_H

// ncurses with wide characters, and functions for what Swift does not see of it: macros, variables, cells.

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1

#include <signal.h>
#include <stdio.h>
#include <wchar.h>

#include <curses.h>
#include <term.h>

/// Reads the description of a kind of terminal, for the functions below; 0 where there is none that can be used.
/// Standard output is asked nothing and sent nothing.
static inline int iscm_terminal_open(const char *name) {
  int found = 0;
  return setupterm((char *)name, fileno(stdout), &found) == OK && found == 1;
}

/// Forgets the description.
static inline void iscm_terminal_close(void) { del_curterm(cur_term); }

/// A string of the description; null where it has none of that name.
static inline const char *iscm_terminal_string(const char *name) {
  const char *value = tigetstr((char *)name);
  return value == (const char *)-1 ? 0 : value;
}

/// A flag of the description.
static inline int iscm_terminal_flag(const char *name) { return tigetflag((char *)name) > 0; }

/// Takes standard output as a screen; null where that fails. ncurses reads no key, and catches no signal.
static inline SCREEN *iscm_screen_open(const char *name) {
  // Caught by newterm where nobody catches them; here they are read from a descriptor.
  static const int caught[] = {SIGINT, SIGTERM, SIGTSTP, SIGWINCH};
  struct sigaction before[sizeof caught / sizeof *caught];
  for (unsigned i = 0; i < sizeof caught / sizeof *caught; i++) sigaction(caught[i], NULL, &before[i]);
  // The size is the terminal's own, not that of variables which a resize leaves behind.
  use_env(FALSE);
  use_tioctl(TRUE);
  SCREEN *screen = newterm((char *)name, stdout, stdin);
  for (unsigned i = 0; i < sizeof caught / sizeof *caught; i++) sigaction(caught[i], &before[i], NULL);
  if (screen == NULL) return NULL;
  raw();
  noecho();
  nonl();
  typeahead(-1);
  return screen;
}

/// Defines the two colours that are used, on the terminal's own background; 0 where there are none.
static inline int iscm_screen_colours(void) {
  if (!has_colors() || start_color() != OK || use_default_colors() != OK) return 0;
  return init_pair(1, COLOR_GREEN, -1) == OK && init_pair(2, COLOR_RED, -1) == OK;
}

/// Blanks a row.
static inline void iscm_screen_blank(int row) {
  if (move(row, 0) == OK) clrtoeol();
}

/// Puts one character with its combining marks, ended by 0, into a cell.
static inline void iscm_screen_put(int row, int column, const wchar_t *character, int bold, short pair) {
  cchar_t cell;
  if (setcchar(&cell, character, bold ? A_BOLD : A_NORMAL, pair, NULL) == OK) mvadd_wch(row, column, &cell);
}

/// Sends what differs, and puts the cursor to a place.
static inline void iscm_screen_show(int row, int column) {
  move(row, column);
  refresh();
}

/// Nothing is known any more of what the terminal shows: it is cleared and shown anew with the next picture.
static inline void iscm_screen_forget(void) { clearok(curscr, TRUE); }

/// Sends a string at once, past what ncurses keeps back.
static inline void iscm_screen_send(const char *text) {
  fputs(text, stdout);
  fflush(stdout);
}

#endif
