/*
 * Where a directory is, by the number that JavaScript gave it, and whether it is still the same one.
 */
#define _GNU_SOURCE
#include "run.h"

#include <errno.h>
#include <string.h>

/* Whether the columns that name directories have this one. */
static int has_place(const struct known *known, size_t id) {
  return id < known->bytes[PARENTS] / sizeof(uint32_t) && id < known->bytes[NAME_STARTS] / sizeof(uint32_t) &&
         id < known->bytes[NAME_LENGTHS];
}

/*
 * Where a directory is, below the root's path. NULL and ENAMETOOLONG: the kernel would refuse a path that long.
 *
 * It is written from its end. Numbers are those of a tree that JavaScript made; if they were not, nothing is read elsewhere.
 */
const char *path_of(const struct run *run, size_t id, char *path) {
  const struct known *known = &run->space->known;
  const char *root = run->space->texts;
  const uint32_t *parents = known->columns[PARENTS], *starts = known->columns[NAME_STARTS];
  const uint8_t *lengths = known->columns[NAME_LENGTHS];
  size_t root_length = strlen(root);
  size_t at = PATH_BYTES - 1;
  path[at] = '\0';
  while (id != 0) {
    if (!has_place(known, id) || parents[id] >= id || starts[id] + (size_t)lengths[id] > known->bytes[NAME_BYTES]) {
      errno = ENOENT;
      return NULL;
    }
    size_t length = lengths[id];
    if (at < length + 1) {
      errno = ENAMETOOLONG;
      return NULL;
    }
    at -= length + 1;
    path[at] = '/';
    memcpy(path + at + 1, (const char *)known->columns[NAME_BYTES] + starts[id], length);
    id = parents[id];
  }
  if (at < root_length) {
    errno = ENAMETOOLONG;
    return NULL;
  }
  return memcpy(path + at - root_length, root, root_length);
}

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
