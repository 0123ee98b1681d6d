/*
 * Where a directory is, by the number that JavaScript gave it.
 */
#define _GNU_SOURCE
#include "run.h"

#include <errno.h>
#include <string.h>

/* Whether the columns name this directory. Numbers are those of a tree that JavaScript made; if they were not, nothing is read elsewhere. */
int has_place(const struct known *known, size_t id) {
  if (id >= known->bytes[PARENTS] / sizeof(uint32_t) || id >= known->bytes[NAME_STARTS] / sizeof(uint32_t) ||
      id >= known->bytes[NAME_LENGTHS]) {
    return 0;
  }
  size_t start = ((const uint32_t *)known->columns[NAME_STARTS])[id];
  size_t length = ((const uint8_t *)known->columns[NAME_LENGTHS])[id];
  return ((const uint32_t *)known->columns[PARENTS])[id] < id && start + length <= known->bytes[NAME_BYTES];
}

/* Add a directory to the trail that leads to its parent; 0: the kernel would refuse a path that long. */
static int step(struct trail *trail, const struct known *known, uint32_t id) {
  size_t end = trail->ends[trail->depth];
  size_t length = ((const uint8_t *)known->columns[NAME_LENGTHS])[id];
  if (end + 1 + length + 1 > PATH_BYTES) {
    return 0;
  }
  const char *name = (const char *)known->columns[NAME_BYTES] + ((const uint32_t *)known->columns[NAME_STARTS])[id];
  trail->path[end] = '/';
  memcpy(trail->path + end + 1, name, length);
  trail->depth += 1;
  trail->ids[trail->depth] = id;
  trail->ends[trail->depth] = (uint16_t)(end + 1 + length);
  return 1;
}

void begin_trail(struct trail *trail, const char *root) {
  size_t length = strnlen(root, PATH_BYTES - 1);
  memcpy(trail->path, root, length);
  trail->depth = 0;
  trail->ids[0] = 0;
  trail->ends[0] = (uint16_t)length;
}

/*
 * Where a directory is, below the root's path, until the next one is asked for. NULL and ENAMETOOLONG: the kernel would refuse
 * a path that long.
 *
 * What leads to it from the last one that was asked for, or from what that is in, is all that is written.
 */
const char *path_of(struct run *run, size_t id) {
  const struct known *known = &run->space->known;
  struct trail *trail = &run->trail;
  uint32_t steps[MOST_STEPS];
  size_t count = 0;
  for (;;) {
    /* Numbers grow along the trail: what is greater is not above this one. */
    while (trail->ids[trail->depth] > id) {
      trail->depth -= 1;
    }
    if (trail->ids[trail->depth] == id) {
      break;
    }
    if (!has_place(known, id) || count == MOST_STEPS) {
      errno = count == MOST_STEPS ? ENAMETOOLONG : ENOENT;
      return NULL;
    }
    steps[count] = (uint32_t)id;
    count += 1;
    id = ((const uint32_t *)known->columns[PARENTS])[id];
  }
  for (; count > 0; count -= 1) {
    if (!step(trail, known, steps[count - 1])) {
      errno = ENAMETOOLONG;
      return NULL;
    }
  }
  trail->path[trail->ends[trail->depth]] = '\0';
  return trail->path;
}
