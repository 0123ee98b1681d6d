#define _GNU_SOURCE
#include "run.h"

#include <string.h>
#include <time.h>

double clock_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* As Node makes a number of it, to the last bit. */
double time_ms(struct timespec time) {
  return (double)time.tv_sec * 1000 + (double)time.tv_nsec / 1e6;
}

/* Room for one more entry, and for the names that a listing may leave. */
int has_room(const struct run *run) {
  return run->numbers_end + ENTRY_WIDTH <= ANSWER_NUMBERS &&
         run->names_end + LISTING_BYTES + LONGEST_NAME < NAMES_BYTES;
}

void put_stats(double *entry, const struct stat *stats) {
  uint64_t exact = stats->st_ino;
  entry[REASON] = 0;
  entry[MODE] = stats->st_mode;
  entry[LINKS] = stats->st_nlink;
  entry[DEVICE] = stats->st_dev;
  entry[NUMBER] = (double)exact;
  memcpy(&entry[EXACT], &exact, sizeof exact);
  entry[SIZE] = stats->st_size;
  entry[BLOCKS] = stats->st_blocks;
  entry[MODIFIED_MS] = time_ms(stats->st_mtim);
  entry[CHANGED_MS] = time_ms(stats->st_ctim);
}
