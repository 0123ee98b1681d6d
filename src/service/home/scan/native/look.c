/*
 * Looks at directories that are known from an earlier count.
 */
#define _GNU_SOURCE
#include "run.h"

#include <errno.h>

/* Looks between two at the clock, which cost a twentieth of them. Where each takes long, an order is of few. */
#define LOOKS_A_GLANCE 8

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
static int is_unchanged(const struct run *run, size_t id, const struct stat *stats) {
  const struct known *known = &run->space->known;
  return is_reliable(run, id) && S_ISDIR(stats->st_mode) &&
         time_ms(stats->st_ctim) == ((const double *)known->columns[STATUS_MS])[id] && is_same(run, id, stats);
}

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
