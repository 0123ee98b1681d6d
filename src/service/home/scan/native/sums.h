/*
 * Sums over all directories.
 */
#ifndef LEAP_SUMS_H
#define LEAP_SUMS_H

#include <stddef.h>
#include <stdint.h>

/* Columns to sum up, as in `layout.ts`. */
enum { SUM_PARENTS, SUM_USED, SUM_APPARENT, SUM_FILES, SUM_DIRECTORIES, SUM_NEWEST, SUM_INCOMPLETE, SUM_COLUMNS };

void sum_up(void *const *columns, size_t count);
size_t count_older(const uint32_t *read_at, const uint32_t *files, uint32_t before, size_t count, uint32_t *oldest);

#endif
