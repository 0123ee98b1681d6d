/*
 * An order while it is carried out, and what all kinds of orders need.
 */
#ifndef LEAP_RUN_H
#define LEAP_RUN_H

#include <sys/stat.h>

#include "workspace.h"

/* The longest path that the kernel takes, with the zero byte at its end. */
#define PATH_BYTES 4096

/* The most directories that such a path leads through: each has a name and a slash. */
#define MOST_STEPS (PATH_BYTES / 2)

#define NOBODY SIZE_MAX

/* The way to the directory that was asked for last: what is on it by number and where in the path its name ends, the root first. */
struct trail {
  size_t depth;
  uint32_t ids[MOST_STEPS + 1];
  uint16_t ends[MOST_STEPS + 1];
  char path[PATH_BYTES];
};

struct run {
  struct workspace *space;
  double *head;        /* of the directory at hand */
  size_t numbers_end;  /* of the answer so far */
  size_t names_end;
  double calls;
  double deadline_ms;
  double left;         /* entries that may still be looked at in this directory */
  size_t id;           /* its number; NOBODY: that does not matter */
  size_t next_child;   /* of those that were known in it, the one that is likely to come next */
  struct trail trail;
};

double clock_ms(void);
double time_ms(struct timespec time);
int has_room(const struct run *run);
void put_stats(double *entry, const struct stat *stats);
void begin_trail(struct trail *trail, const char *root);
const char *path_of(struct run *run, size_t id);
int has_place(const struct known *known, size_t id);
int is_same(const struct run *run, size_t id, const struct stat *stats);
int is_unchanged(const struct run *run, size_t id, const struct stat *stats);
int is_met(struct run *run, const char *name, const struct stat *stats);

void count_directories(struct run *run);
void go_on(struct run *run);
void look(struct run *run);

#endif
