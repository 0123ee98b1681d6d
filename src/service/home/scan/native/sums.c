/*
 * Sums up what directories hold with all below them.
 */
#include "sums.h"

#include <stdint.h>

void sum_up(void *const *columns, size_t count) {
  const uint32_t *parents = columns[SUM_PARENTS];
  double *used = columns[SUM_USED], *apparent = columns[SUM_APPARENT], *newest = columns[SUM_NEWEST];
  uint32_t *files = columns[SUM_FILES], *directories = columns[SUM_DIRECTORIES];
  uint8_t *incomplete = columns[SUM_INCOMPLETE];
  /* A directory's number is greater than its parent's: backwards, all below it is summed before it is. */
  for (size_t id = count; id-- > 1;) {
    uint32_t parent = parents[id];
    if (parent >= id) {
      continue;
    }
    used[parent] += used[id];
    apparent[parent] += apparent[id];
    files[parent] += files[id];
    directories[parent] += directories[id] + 1;
    newest[parent] = newest[id] > newest[parent] ? newest[id] : newest[parent];
    incomplete[parent] |= incomplete[id];
  }
}
