/*
 * Whether a directory is the one that an earlier count knew under its number, and is as it was.
 */
#define _GNU_SOURCE
#include "run.h"

#include <string.h>

/* Known directories that one which was found is compared with: mostly they are listed in the order in which they were found before. */
#define MOST_COMPARED 16

/* Whether this is the directory that was found under this number before. */
int is_same(const struct run *run, size_t id, const struct stat *stats) {
  const struct known *known = &run->space->known;
  if (id >= known->bytes[FLAGS] || id >= known->bytes[INODES] / sizeof(double)) {
    return 0;
  }
  int was_there = (((const uint8_t *)known->columns[FLAGS])[id] & IS_ON_ROOT_DEVICE) != 0;
  int is_there = (double)stats->st_dev == run->space->order[ROOT_DEVICE];
  return (double)(uint64_t)stats->st_ino == ((const double *)known->columns[INODES])[id] && is_there == was_there;
}

/*
 * Whether the change time that is known of a directory tells that nothing came into it or left it, as `KnownDirectories` says.
 * Of the root it does not matter: its files are told by name.
 */
static int is_reliable(const struct run *run, size_t id) {
  const struct known *known = &run->space->known;
  if (id == 0 || id >= known->bytes[READ_AT] / sizeof(uint32_t) || id >= known->bytes[FLAGS] ||
      id >= known->bytes[STATUS_MS] / sizeof(double)) {
    return 0;
  }
  double read_ms = ((const uint32_t *)known->columns[READ_AT])[id] * 1e3;
  int flags = ((const uint8_t *)known->columns[FLAGS])[id];
  return (flags & (IS_INCOMPLETE | IS_ON_ROOT_DEVICE)) == IS_ON_ROOT_DEVICE && read_ms <= run->space->order[NOW_MS] &&
         ((const double *)known->columns[STATUS_MS])[id] < read_ms - run->space->order[DOUBT_MS];
}

/* Whether this is the known directory, with nothing in it that came or left. */
int is_unchanged(const struct run *run, size_t id, const struct stat *stats) {
  const struct known *known = &run->space->known;
  return is_reliable(run, id) && S_ISDIR(stats->st_mode) &&
         time_ms(stats->st_ctim) == ((const double *)known->columns[STATUS_MS])[id] && is_same(run, id, stats);
}

/* Whether a known directory has this name. */
static int has_name(const struct known *known, size_t id, const char *name) {
  if (!has_place(known, id)) {
    return 0;
  }
  size_t length = ((const uint8_t *)known->columns[NAME_LENGTHS])[id];
  const char *known_name = (const char *)known->columns[NAME_BYTES] + ((const uint32_t *)known->columns[NAME_STARTS])[id];
  return strlen(name) == length && memcmp(name, known_name, length) == 0;
}

/* Take note that a known directory is where it was; 0: it is not as it was, which JavaScript has to know. */
static int meet(const struct run *run, size_t id, const struct stat *stats) {
  const struct known *known = &run->space->known;
  if (id >= known->bytes[STATES] || id >= known->bytes[MET] || (((const uint8_t *)known->columns[STATES])[id] & IS_LOST) != 0 ||
      !is_unchanged(run, id, stats)) {
    return 0;
  }
  ((uint8_t *)known->columns[MET])[id] = 1;
  return 1;
}

/*
 * Whether what was found in the directory at hand is one that was known in it and is as it was: then there is nothing to tell of
 * it. As `KnownDirectories` says, which is asked where this does not find out.
 */
int is_met(struct run *run, const char *name, const struct stat *stats) {
  const struct known *known = &run->space->known;
  const uint32_t *starts = known->columns[CHILD_STARTS], *children = known->columns[CHILDREN];
  if (run->id >= known->bytes[CHILD_STARTS] / sizeof *starts || run->id + 1 >= known->bytes[CHILD_STARTS] / sizeof *starts) {
    return 0;
  }
  size_t first = starts[run->id], end = starts[run->id + 1];
  if (first >= end || end > known->bytes[CHILDREN] / sizeof *children) {
    return 0;
  }
  size_t count = end - first;
  for (size_t compared = 0; compared < count && compared < MOST_COMPARED; compared += 1) {
    size_t at = (run->next_child + compared) % count;
    size_t id = children[first + at];
    if (is_same(run, id, stats) && has_name(known, id, name)) {
      run->next_child = at + 1;
      return meet(run, id, stats);
    }
  }
  return 0;
}
