/*
 * Looks at directories that are known from an earlier count.
 */
#define _GNU_SOURCE
#include "run.h"

#include <errno.h>

/* Whether this is the known directory, with nothing in it that came or left. */
static int is_unchanged(const struct run *run, size_t id, const struct stat *stats) {
  const struct known *known = &run->space->known;
  return id < known->bytes[STATUS_MS] / sizeof(double) && S_ISDIR(stats->st_mode) &&
         time_ms(stats->st_ctim) == ((const double *)known->columns[STATUS_MS])[id] && is_same(run, id, stats);
}

/* Look at a part of the agenda, at known directories themselves: those that are as they were are not told. */
void look(struct run *run) {
  struct workspace *space = run->space;
  const struct known *known = &space->known;
  const uint32_t *agenda = known->columns[AGENDA];
  const uint8_t *watched = known->columns[WATCHED];
  size_t first = (size_t)space->order[FIRST], done = 0;
  char room[PATH_BYTES];
  for (; done < (size_t)space->order[COUNT]; done += 1) {
    struct stat stats;
    size_t at = first + done;
    if (at >= known->bytes[AGENDA] / sizeof *agenda || at >= known->bytes[WATCHED] ||
        (done > 0 && (!has_room(run) || clock_ms() > run->deadline_ms))) {
      break;
    }
    run->calls += 1;
    const char *path = path_of(run, agenda[at], room);
    int failed = path == NULL || lstat(path, &stats) != 0;
    if (!failed && !watched[at] && is_unchanged(run, agenda[at], &stats)) {
      continue;
    }
    double *entry = space->answer + run->numbers_end;
    if (failed) {
      entry[REASON] = ENOENT;
    } else {
      put_stats(entry, &stats);
    }
    entry[INDEX] = done;
    run->numbers_end += ENTRY_WIDTH;
    space->answer[TOLD] += 1;
  }
  space->answer[DONE] = done;
}
