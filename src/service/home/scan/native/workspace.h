/*
 * What JavaScript writes for the native part and reads from it, as in `layout.ts`.
 */
#ifndef LEAP_WORKSPACE_H
#define LEAP_WORKSPACE_H

#include <stddef.h>
#include <stdint.h>

#define NAPI_VERSION 8
#include <node_api.h>

/* What a file system in user space may come up with. */
#define LONGEST_NAME 4096

#define LISTING_BYTES (32 << 10)
#define NAMES_BYTES (128 << 10)
#define ANSWER_NUMBERS (12 << 10)
#define TEXTS_BYTES (96 << 10)
#define MOST_DIRECTORIES 256

/* Numbers at the beginning of an order. */
enum { KIND, COUNT, MOST_ENTRIES, DEADLINE_MS, ROOT_DEVICE, DESCRIPTOR, NAMES, LISTS, MAY_CLOSE, FIRST, DOUBT_MS, NOW_MS, ORDER_HEAD };
/* Kinds of orders. */
enum { COUNT_DIRECTORIES, GO_ON, LOOK };
/* Numbers for each directory of an order. */
enum { ID, FLOOR_BYTES, EXCLUDED, ORDER_WIDTH };
/*
 * Columns that are handed over. Of a tree that was counted before, also when each directory was read; then for looks which are
 * looked at, and for counts which stand in each, what became of each, and whether it was met.
 * And flags of a directory: not all in it could be read; it is on the root's device. What became of it: it is not where it was.
 */
enum { PARENTS, FLAGS, INODES, STATUS_MS, NAME_STARTS, NAME_LENGTHS, NAME_BYTES, READ_AT, AGENDA, CHILD_STARTS, CHILDREN, STATES, MET, COLUMNS };
enum { IS_INCOMPLETE = 1, IS_ON_ROOT_DEVICE = 2 };
enum { IS_LOST = 2 };
/* Numbers at the beginning of an answer. */
enum { DONE, TOLD, CALLS, ELAPSED_MS, WAITS, ANSWER_HEAD };
/* Numbers of an entry in an answer: `INDEX` of a directory that was looked at, else where its name starts. */
enum { REASON, MODE, LINKS, DEVICE, NUMBER, EXACT, SIZE, BLOCKS, MODIFIED_MS, CHANGED_MS, NAME_START, INDEX = NAME_START, NAME_LENGTH, ENTRY_WIDTH };
/* Numbers of a directory in an answer: at `OWN` those of itself as an entry, without a name. */
enum { ERROR, HELD, LISTED, USED, APPARENT, FILES, NEWEST, LOW, HIGH, ENTRIES, REST_START, REST_END, REST_NAMES, OWN, DIRECTORY_WIDTH = OWN + ENTRY_WIDTH };

struct task {
  napi_async_work work;
  napi_ref workspace;
  napi_ref done;
  napi_ref columns;
};

/* What JavaScript knows of directories, by their numbers. It may add others meanwhile, which moves nothing. Only `MET` is written here. */
struct known {
  void *columns[COLUMNS];
  size_t bytes[COLUMNS];
};

struct workspace {
  struct task task;
  struct known known;
  double order[ORDER_HEAD + MOST_DIRECTORIES * ORDER_WIDTH];
  double answer[ANSWER_NUMBERS];
  char texts[TEXTS_BYTES];
  char names[NAMES_BYTES];
  char listing[LISTING_BYTES];
};

#endif
