/*
 * Columns of sums, as in `totals.ts`.
 */
#ifndef LEAP_SUMS_H
#define LEAP_SUMS_H

#include <stddef.h>

enum { SUM_PARENTS, SUM_USED, SUM_APPARENT, SUM_FILES, SUM_DIRECTORIES, SUM_NEWEST, SUM_INCOMPLETE, SUM_COLUMNS };

void sum_up(void *const *columns, size_t count);

#endif
