/*
 * Looks at the entries of directories for the count of a home: a call of Node's own costs more than what the kernel does in it.
 *
 * One order is carried out by one thread of Node's pool. Order and answer lie in a workspace that JavaScript owns, so nothing is
 * allocated here and nothing can leak.
 */
#define _GNU_SOURCE
#include "run.h"
#include "sums.h"

#include <errno.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

/* How much nicer than the thread that started it (see nice(2)). */
#define NICER_BY 5

/* How often this thread has given its processor away to wait for a disk or a server; not how often it was taken away. */
static double waits(void) {
  struct rusage usage;
  return getrusage(RUSAGE_THREAD, &usage) == 0 ? (double)usage.ru_nvcsw : 0;
}

static void carry_out(struct workspace *space) {
  double started_ms = clock_ms();
  double waits_before = waits();
  struct run run = {
      .space = space,
      .numbers_end = ANSWER_HEAD,
      .deadline_ms = started_ms + space->order[DEADLINE_MS],
  };
  space->answer[TOLD] = 0;
  switch ((int)space->order[KIND]) {
  case COUNT_DIRECTORIES:
    count_directories(&run);
    break;
  case GO_ON:
    go_on(&run);
    break;
  default:
    look(&run);
  }
  space->answer[CALLS] = run.calls;
  space->answer[ELAPSED_MS] = clock_ms() - started_ms;
  space->answer[WAITS] = waits() - waits_before;
}

/* What JavaScript calls. */

/*
 * Let JavaScript go first where it and this thread want a processor: as one of dozens of threads it would come too late to give
 * out the next orders, and all would wait for it.
 */
static void give_way(void) {
  static _Thread_local int has_given_way = 0;
  if (has_given_way) {
    return;
  }
  has_given_way = 1;
  id_t thread = (id_t)syscall(SYS_gettid);
  errno = 0;
  int priority = getpriority(PRIO_PROCESS, thread);
  if (errno == 0) {
    setpriority(PRIO_PROCESS, thread, priority + NICER_BY);
  }
}

static void execute(napi_env env, void *data) {
  (void)env;
  give_way();
  carry_out(data);
}

static void complete(napi_env env, napi_status status, void *data) {
  struct task task = ((struct workspace *)data)->task;
  napi_value done, receiver, is_cancelled;
  napi_delete_async_work(env, task.work);
  napi_get_reference_value(env, task.done, &done);
  napi_delete_reference(env, task.done);
  napi_delete_reference(env, task.workspace);
  napi_delete_reference(env, task.columns);
  napi_get_undefined(env, &receiver);
  if (status != napi_cancelled && napi_get_boolean(env, 0, &is_cancelled) == napi_ok) {
    napi_call_function(env, receiver, done, 0, NULL, NULL);
  }
}

/* The workspace that was handed over; NULL after an exception was thrown. */
static struct workspace *workspace_of(napi_env env, napi_value value) {
  void *data = NULL;
  size_t length = 0;
  bool is_buffer = 0;
  napi_is_arraybuffer(env, value, &is_buffer);
  if (!is_buffer || napi_get_arraybuffer_info(env, value, &data, &length) != napi_ok ||
      length < sizeof(struct workspace)) {
    napi_throw_type_error(env, NULL, "This is no workspace.");
    return NULL;
  }
  return data;
}

/* Take the memory of columns, of which those of a tree that was counted before may be missing; 0: they are no array of array buffers. */
static int take_columns(napi_env env, napi_value columns, struct known *known) {
  uint32_t count = 0;
  memset(known, 0, sizeof *known);
  if (napi_get_array_length(env, columns, &count) != napi_ok || count < READ_AT) {
    return 0;
  }
  for (uint32_t at = 0; at < count && at < COLUMNS; at += 1) {
    napi_value column;
    bool is_buffer = 0;
    void *data;
    if (napi_get_element(env, columns, at, &column) != napi_ok ||
        napi_is_arraybuffer(env, column, &is_buffer) != napi_ok || !is_buffer ||
        napi_get_arraybuffer_info(env, column, &data, &known->bytes[at]) != napi_ok) {
      return 0;
    }
    known->columns[at] = data;
  }
  return 1;
}

/* begin(workspace, done, columns): carry the order, which is about directories in the columns, out in a thread of the pool. */
static napi_value begin(napi_env env, napi_callback_info info) {
  size_t count = 3;
  napi_value arguments[3], name;
  napi_get_cb_info(env, info, &count, arguments, NULL, NULL);
  struct workspace *space = workspace_of(env, arguments[0]);
  if (space == NULL) {
    return NULL;
  }
  if (!take_columns(env, arguments[2], &space->known)) {
    napi_throw_type_error(env, NULL, "These are no columns.");
    return NULL;
  }
  if (napi_create_string_utf8(env, "leap:look", NAPI_AUTO_LENGTH, &name) != napi_ok ||
      napi_create_async_work(env, NULL, name, execute, complete, space, &space->task.work) != napi_ok ||
      napi_create_reference(env, arguments[0], 1, &space->task.workspace) != napi_ok ||
      napi_create_reference(env, arguments[1], 1, &space->task.done) != napi_ok ||
      napi_create_reference(env, arguments[2], 1, &space->task.columns) != napi_ok ||
      napi_queue_async_work(env, space->task.work) != napi_ok) {
    napi_throw_error(env, NULL, "The order cannot be carried out.");
  }
  return NULL;
}

/* The numbers of a typed array; NULL: it is none of this type, or is shorter. */
static void *numbers_of(napi_env env, napi_value value, napi_typedarray_type type, size_t least) {
  static double none;
  bool is_array = 0;
  napi_typedarray_type found;
  size_t length = 0;
  void *numbers = NULL;
  int is_such = napi_is_typedarray(env, value, &is_array) == napi_ok && is_array &&
                napi_get_typedarray_info(env, value, &found, &length, &numbers, NULL, NULL) == napi_ok &&
                found == type && length >= least;
  /* An empty one has no memory. */
  void *where = length > 0 ? numbers : &none;
  return is_such ? where : NULL;
}

static void throw_no_columns(napi_env env) {
  napi_throw_type_error(env, NULL, "These are no columns of so many directories.");
}

/* What the numbers of columns are that are summed up. */
static const napi_typedarray_type SUM_TYPES[SUM_COLUMNS] = {
    napi_uint32_array, napi_float64_array, napi_float64_array, napi_uint32_array,
    napi_uint32_array, napi_float64_array, napi_uint8_array,
};

/* sumUp(columns, count): sum up in place what the first directories hold with all below them. */
static napi_value sum_columns(napi_env env, napi_callback_info info) {
  size_t given = 2;
  napi_value arguments[2], column;
  void *columns[SUM_COLUMNS];
  uint32_t count = 0;
  napi_get_cb_info(env, info, &given, arguments, NULL, NULL);
  int are_columns = napi_get_value_uint32(env, arguments[1], &count) == napi_ok;
  for (uint32_t at = 0; are_columns && at < SUM_COLUMNS; at += 1) {
    are_columns = napi_get_element(env, arguments[0], at, &column) == napi_ok &&
                  (columns[at] = numbers_of(env, column, SUM_TYPES[at], count)) != NULL;
  }
  if (are_columns) {
    sum_up(columns, count);
  } else {
    throw_no_columns(env);
  }
  return NULL;
}

/* countOlder(readAt, files, before, oldest): how many directories with files were read before a time; when the first one was. */
static napi_value count_older_columns(napi_env env, napi_callback_info info) {
  size_t given = 4, count = 0;
  napi_value arguments[4], older = NULL;
  uint32_t before = 0;
  napi_get_cb_info(env, info, &given, arguments, NULL, NULL);
  const uint32_t *read_at = numbers_of(env, arguments[0], napi_uint32_array, 0);
  uint32_t *oldest = numbers_of(env, arguments[3], napi_uint32_array, 1);
  if (read_at != NULL) {
    napi_get_typedarray_info(env, arguments[0], NULL, &count, NULL, NULL, NULL);
  }
  const uint32_t *files = numbers_of(env, arguments[1], napi_uint32_array, count);
  if (read_at == NULL || files == NULL || oldest == NULL ||
      napi_get_value_uint32(env, arguments[2], &before) != napi_ok) {
    throw_no_columns(env);
    return NULL;
  }
  napi_create_uint32(env, (uint32_t)count_older(read_at, files, before, count, oldest), &older);
  return older;
}

static void put_number(napi_env env, napi_value object, const char *name, double number) {
  napi_value value;
  if (napi_create_double(env, number, &value) == napi_ok) {
    napi_set_named_property(env, object, name, value);
  }
}

static void put_function(napi_env env, napi_value object, const char *name, napi_callback callback) {
  napi_value value;
  if (napi_create_function(env, name, NAPI_AUTO_LENGTH, callback, NULL, &value) == napi_ok) {
    napi_set_named_property(env, object, name, value);
  }
}

NAPI_MODULE_INIT() {
  put_function(env, exports, "begin", begin);
  put_function(env, exports, "sumUp", sum_columns);
  put_function(env, exports, "countOlder", count_older_columns);
  put_number(env, exports, "workspaceBytes", sizeof(struct workspace));
  put_number(env, exports, "orderStart", offsetof(struct workspace, order));
  put_number(env, exports, "answerStart", offsetof(struct workspace, answer));
  put_number(env, exports, "textsStart", offsetof(struct workspace, texts));
  put_number(env, exports, "textsBytes", TEXTS_BYTES);
  put_number(env, exports, "namesStart", offsetof(struct workspace, names));
  put_number(env, exports, "mostDirectories", MOST_DIRECTORIES);
  return exports;
}
