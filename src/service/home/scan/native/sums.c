/*
 * Sums over all directories, for which the engine takes as long as the kernel for a thousand of them.
 */
#include "sums.h"

#include "workspace.h"

/* Sum up in place what each directory holds with all below it. */
void sum_up(void *const *columns, size_t count) {
  const uint32_t *parents = columns[SUM_PARENTS];
  double *used = columns[SUM_USED], *apparent = columns[SUM_APPARENT], *newest = columns[SUM_NEWEST];
  uint32_t *files = columns[SUM_FILES], *directories = columns[SUM_DIRECTORIES];
  uint8_t *incomplete = columns[SUM_INCOMPLETE];
  for (size_t id = 0; id < count; id += 1) {
    incomplete[id] &= IS_INCOMPLETE;
  }
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

/* How many directories with files were read before a time, and when the first of them was: left as it is where there is none. */
size_t count_older(const uint32_t *read_at, const uint32_t *files, uint32_t before, size_t count, uint32_t *oldest) {
  size_t older = 0;
  uint32_t first = UINT32_MAX;
  for (size_t id = 0; id < count; id += 1) {
    if (read_at[id] < before && files[id] > 0) {
      older += 1;
      first = read_at[id] < first ? read_at[id] : first;
    }
  }
  *oldest = older > 0 ? first : *oldest;
  return older;
}
