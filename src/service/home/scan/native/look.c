/*
 * Looks at directories that are known from an earlier count.
 */
#define _GNU_SOURCE
#include "run.h"

#include <errno.h>

/* Looks between two at the clock, which cost a twentieth of them. Where each takes long, an order is of few. */
#define LOOKS_A_GLANCE 8

/* Look at a part of the agenda, at known directories themselves: those that are reliably as they were are not told. */
void look(struct run *run) {
  struct workspace *space = run->space;
  const struct known *known = &space->known;
  const uint32_t *agenda = known->columns[AGENDA];
  size_t first = (size_t)space->order[FIRST], done = 0;
  begin_trail(&run->trail, space->texts);
  for (; done < (size_t)space->order[COUNT]; done += 1) {
    struct stat stats;
    size_t at = first + done;
    if (at >= known->bytes[AGENDA] / sizeof *agenda ||
        (done > 0 && (!has_room(run) || (done % LOOKS_A_GLANCE == 0 && clock_ms() > run->deadline_ms)))) {
      break;
    }
    run->calls += 1;
    const char *path = path_of(run, agenda[at]);
    int failed = path == NULL || lstat(path, &stats) != 0;
    if (!failed && is_unchanged(run, agenda[at], &stats)) {
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
