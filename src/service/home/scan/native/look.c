/*
 * Looks at the entries of directories for the count of a home: a call of Node's own costs more than what the kernel does in it.
 *
 * One order is carried out by one thread of Node's pool. Order and answer lie in a workspace that
 * JavaScript owns, so nothing is allocated here and nothing can leak. What a file is counted as is decided in JavaScript; here,
 * files that are nothing but numbers are added up, and all others are told one by one.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define NAPI_VERSION 8
#include <node_api.h>

/* What a file system in user space may come up with. */
#define LONGEST_NAME 4096
#define BLOCK_BYTES 512

#define LISTING_BYTES (32 << 10)
#define NAMES_BYTES (128 << 10)
#define ANSWER_NUMBERS (12 << 10)
#define PATHS_BYTES (96 << 10)
#define MOST_DIRECTORIES 256

/* The longest path that the kernel takes, with the zero byte at its end. */
#define PATH_BYTES 4096

/* Numbers at the beginning of an order. */
enum { KIND, COUNT, MOST_ENTRIES, DEADLINE_MS, ROOT_DEVICE, DESCRIPTOR, NAMES, LISTS, FIRST, ORDER_HEAD };
/* Kinds of orders. */
enum { COUNT_DIRECTORIES, GO_ON, LOOK };
/* Numbers for each directory of an order. */
enum { INODE, SAME_DEVICE, FLOOR_BYTES, EXCLUDED, ORDER_WIDTH };
/*
 * Columns that are handed over, and behind them which directories are looked at, and of which of these it is told in any case;
 * and the flag of a directory that is on the root's device.
 */
enum { PARENTS, FLAGS, INODES, STATUS_MS, NAME_STARTS, NAME_LENGTHS, NAME_BYTES, AGENDA, WATCHED, COLUMNS };
enum { IS_ON_ROOT_DEVICE = 2 };
/* Numbers at the beginning of an answer. */
enum { DONE, TOLD, CALLS, ELAPSED_MS, WAITS, ANSWER_HEAD };
/* Numbers of a directory in an answer. */
enum { ERROR, HELD, LISTED, USED, APPARENT, FILES, NEWEST, LOW, HIGH, ENTRIES, REST_START, REST_END, DIRECTORY_WIDTH };
/* Numbers of an entry in an answer: `INDEX` of a directory that was looked at, else where its name starts. */
enum { REASON, MODE, LINKS, DEVICE, NUMBER, EXACT, SIZE, BLOCKS, MODIFIED_MS, CHANGED_MS, NAME_START, INDEX = NAME_START, NAME_LENGTH, ENTRY_WIDTH };

struct task {
  napi_async_work work;
  napi_ref workspace;
  napi_ref done;
  napi_ref columns;
};

/* What JavaScript knows of directories, by their numbers. It may add others meanwhile, which moves nothing. */
struct known {
  const void *columns[COLUMNS];
  size_t bytes[COLUMNS];
};

struct workspace {
  struct task task;
  struct known known;
  double order[ORDER_HEAD + MOST_DIRECTORIES * ORDER_WIDTH];
  double answer[ANSWER_NUMBERS];
  char paths[PATHS_BYTES];
  char names[NAMES_BYTES];
  char listing[LISTING_BYTES];
};

/* An order while it is carried out. */
struct run {
  struct workspace *space;
  double *head;        /* of the directory at hand */
  size_t numbers_end;  /* of the answer so far */
  size_t names_end;
  double calls;
  double deadline_ms;
  double left;         /* entries that may still be looked at in this directory */
};

struct listed {
  uint64_t d_ino;
  int64_t d_off;
  unsigned short d_reclen;
  unsigned char d_type;
  char d_name[];
};

static double clock_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* As Node makes a number of it, to the last bit. */
static double time_ms(struct timespec time) {
  return (double)time.tv_sec * 1000 + (double)time.tv_nsec / 1e6;
}

/* Never through a symbolic link, never anything but a directory: opening a FIFO would wait for ever. */
static int open_directory(const char *path) {
  int descriptor;
  do {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  } while (descriptor < 0 && errno == EINTR);
  return descriptor;
}

static void put_stats(double *entry, const struct stat *stats) {
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

/* Room for one more entry, and for the names that a listing may leave. */
static int has_room(const struct run *run) {
  return run->numbers_end + ENTRY_WIDTH <= ANSWER_NUMBERS &&
         run->names_end + LISTING_BYTES + LONGEST_NAME < NAMES_BYTES;
}

static double *put_name(struct run *run, const char *name) {
  double *entry = run->space->answer + run->numbers_end;
  size_t length = strlen(name);
  memcpy(run->space->names + run->names_end, name, length);
  entry[NAME_START] = run->names_end;
  entry[NAME_LENGTH] = length;
  run->names_end += length;
  run->numbers_end += ENTRY_WIDTH;
  run->head[ENTRIES] += 1;
  return entry;
}

static void add_file(double *head, const struct stat *stats) {
  double modified_ms = time_ms(stats->st_mtim);
  double inode = (double)(uint64_t)stats->st_ino;
  head[USED] += (double)stats->st_blocks * BLOCK_BYTES;
  if (S_ISREG(stats->st_mode) || S_ISLNK(stats->st_mode)) {
    head[APPARENT] += stats->st_size;
  }
  head[FILES] += 1;
  head[NEWEST] = fmax(head[NEWEST], modified_ms);
  head[LOW] = fmin(head[LOW], inode);
  head[HIGH] = fmax(head[HIGH], inode);
}

/* Returns 0 when the directory's names cannot be looked at, which is told once and not for each. */
static int look_at(struct run *run, int directory, const char *name, double floor_bytes) {
  struct stat stats;
  run->calls += 1;
  if (fstatat(directory, name, &stats, AT_SYMLINK_NOFOLLOW) != 0) {
    int reason = errno;
    if (reason == EACCES) {
      run->head[ERROR] = reason;
      return 0;
    }
    put_name(run, name)[REASON] = reason;
  } else if (stats.st_nlink == 1 && !S_ISDIR(stats.st_mode) &&
             (double)stats.st_blocks * BLOCK_BYTES <= floor_bytes) {
    add_file(run->head, &stats);
  } else {
    put_stats(put_name(run, name), &stats);
  }
  return 1;
}

static int is_one_of(const char *name, const char *names, size_t count) {
  for (; count > 0; count -= 1) {
    if (strcmp(name, names) == 0) {
      return 1;
    }
    names += strlen(names) + 1;
  }
  return 0;
}

static int shall_stop(struct run *run) {
  return run->left <= 0 || !has_room(run) || clock_ms() > run->deadline_ms;
}

static int is_self_or_parent(const char *name) {
  return name[0] == '.' && (name[1] == '\0' || (name[1] == '.' && name[2] == '\0'));
}

/* Names that were listed, and are not looked at in this order. */
static void put_rest(struct run *run, const char *name) {
  size_t length = strlen(name) + 1;
  if (run->names_end + length > NAMES_BYTES) {
    /* More than an answer can have left: better told as a failure than written elsewhere. */
    run->head[ERROR] = ENOBUFS;
    return;
  }
  memcpy(run->space->names + run->names_end, name, length);
  run->names_end += length;
}

/*
 * List a directory and look at what is in it, as far as this order goes.
 *
 * Of each portion that the kernel lists, what is not looked at any more is left as names.
 */
static void list(struct run *run, int directory, double floor_bytes, const char *excluded, size_t excluded_count) {
  char *listing = run->space->listing;
  int stops = 0;
  while (!stops) {
    long length;
    run->calls += 1;
    do {
      length = syscall(SYS_getdents64, directory, listing, LISTING_BYTES);
    } while (length < 0 && errno == EINTR);
    if (length <= 0) {
      run->head[ERROR] = length < 0 ? errno : 0;
      run->head[LISTED] = 1;
      return;
    }
    /* Directories first: the sooner they are known, the sooner others can go on in them. */
    for (int pass = 0; pass < 2; pass += 1) {
      for (long at = 0; at < length;) {
        struct listed *entry = (struct listed *)(listing + at);
        at += entry->d_reclen;
        if ((entry->d_type == DT_DIR) != (pass == 0) || is_self_or_parent(entry->d_name) ||
            is_one_of(entry->d_name, excluded, excluded_count)) {
          continue;
        }
        stops = stops || shall_stop(run);
        if (stops) {
          put_rest(run, entry->d_name);
        } else if (look_at(run, directory, entry->d_name, floor_bytes)) {
          run->left -= 1;
        } else {
          run->head[LISTED] = 1;
          return;
        }
        run->head[REST_START] = stops ? run->head[REST_START] : run->names_end;
      }
    }
    stops = stops || shall_stop(run);
  }
}

static void begin_directory(struct run *run) {
  double *head = run->space->answer + run->numbers_end;
  run->numbers_end += DIRECTORY_WIDTH;
  run->left = run->space->order[MOST_ENTRIES];
  run->head = head;
  memset(head, 0, DIRECTORY_WIDTH * sizeof *head);
  head[HELD] = -1;
  head[NEWEST] = -INFINITY;
  head[LOW] = INFINITY;
  head[HIGH] = -INFINITY;
  head[REST_START] = run->names_end;
}

/* What is not done with is held for other orders; nothing else stays open. */
static void end_directory(struct run *run, int directory) {
  double *head = run->head;
  head[REST_END] = run->names_end;
  if (head[ERROR] != 0) {
    head[REST_START] = head[REST_END];
  }
  if (directory < 0) {
    return;
  }
  if (!head[LISTED] || head[REST_START] != head[REST_END]) {
    head[HELD] = directory;
  } else {
    close(directory);
  }
}

/* Whether this is the directory that was found under a path before. */
static int is_same(const struct run *run, double inode, int is_on_root_device, const struct stat *stats) {
  int is_there = (double)stats->st_dev == run->space->order[ROOT_DEVICE];
  return (double)(uint64_t)stats->st_ino == inode && is_there == is_on_root_device;
}

static void count_directory(struct run *run, const double *expected, const char *path) {
  struct stat stats;
  begin_directory(run);
  int directory = open_directory(path);
  run->calls += 2;
  if (directory < 0 || fstat(directory, &stats) != 0) {
    /* Where no directory stands now, the one that was found is as good as gone. */
    run->head[ERROR] = errno == ELOOP || errno == ENOTDIR ? ENOENT : errno;
    run->head[LISTED] = 1;
  } else if (!is_same(run, expected[INODE], expected[SAME_DEVICE] != 0, &stats)) {
    run->head[ERROR] = ENOENT;
    run->head[LISTED] = 1;
  } else {
    list(run, directory, expected[FLOOR_BYTES], path + strlen(path) + 1, (size_t)expected[EXCLUDED]);
  }
  end_directory(run, directory);
}

static const char *past(const char *texts, size_t count) {
  for (; count > 0; count -= 1) {
    texts += strlen(texts) + 1;
  }
  return texts;
}

static void count_directories(struct run *run) {
  struct workspace *space = run->space;
  const double *expected = space->order + ORDER_HEAD;
  const char *path = space->paths;
  size_t done = 0;
  while (done < (size_t)space->order[COUNT]) {
    int is_over = clock_ms() > run->deadline_ms || !has_room(run) ||
                  run->numbers_end + DIRECTORY_WIDTH + ENTRY_WIDTH > ANSWER_NUMBERS;
    if (done > 0 && is_over) {
      break;
    }
    count_directory(run, expected, path);
    path = past(path, 1 + (size_t)expected[EXCLUDED]);
    expected += ORDER_WIDTH;
    done += 1;
  }
  space->answer[DONE] = done;
}

/* Go on in a directory that is held: names of it, and then, where this order shall, the rest of its list. It stays held. */
static void go_on(struct run *run) {
  struct workspace *space = run->space;
  const double *order = space->order;
  const double *expected = order + ORDER_HEAD;
  int directory = (int)order[DESCRIPTOR];
  size_t excluded_count = (size_t)expected[EXCLUDED];
  const char *excluded = space->paths;
  const char *name = past(excluded, excluded_count);
  begin_directory(run);
  run->head[LISTED] = order[LISTS] == 0;
  size_t left = (size_t)order[NAMES];
  for (; left > 0 && !shall_stop(run) && run->head[ERROR] == 0; left -= 1) {
    look_at(run, directory, name, expected[FLOOR_BYTES]);
    run->left -= 1;
    name += strlen(name) + 1;
  }
  run->head[REST_START] = run->names_end;
  for (; left > 0 && run->head[ERROR] == 0; left -= 1) {
    put_rest(run, name);
    name += strlen(name) + 1;
  }
  if (order[LISTS] != 0 && run->head[ERROR] == 0 && run->head[REST_START] == run->names_end) {
    list(run, directory, expected[FLOOR_BYTES], excluded, excluded_count);
  }
  run->head[REST_END] = run->names_end;
  space->answer[DONE] = 1;
}

/*
 * Where a known directory is, below the root's path; NULL: the kernel would refuse a path that long.
 *
 * It is written from its end. Numbers are those of a tree that JavaScript made; if they were not, nothing is read elsewhere.
 */
static const char *path_of(const struct known *known, size_t id, const char *root, char *path) {
  const uint32_t *parents = known->columns[PARENTS], *starts = known->columns[NAME_STARTS];
  const uint8_t *lengths = known->columns[NAME_LENGTHS];
  size_t root_length = strlen(root);
  size_t at = PATH_BYTES - 1;
  path[at] = '\0';
  while (id != 0) {
    if (id >= known->bytes[PARENTS] / sizeof *parents || id >= known->bytes[NAME_STARTS] / sizeof *starts ||
        id >= known->bytes[NAME_LENGTHS] || parents[id] >= id) {
      return NULL;
    }
    size_t start = starts[id], length = lengths[id];
    if (start + length > known->bytes[NAME_BYTES] || at < length + 1) {
      return NULL;
    }
    at -= length + 1;
    path[at] = '/';
    memcpy(path + at + 1, (const char *)known->columns[NAME_BYTES] + start, length);
    id = parents[id];
  }
  if (at < root_length) {
    return NULL;
  }
  return memcpy(path + at - root_length, root, root_length);
}

/* Whether this is the known directory, with nothing in it that came or left. */
static int is_unchanged(const struct run *run, size_t id, const struct stat *stats) {
  const struct known *known = &run->space->known;
  if (id >= known->bytes[FLAGS] || id >= known->bytes[INODES] / sizeof(double) ||
      id >= known->bytes[STATUS_MS] / sizeof(double)) {
    return 0;
  }
  int is_on_root_device = (((const uint8_t *)known->columns[FLAGS])[id] & IS_ON_ROOT_DEVICE) != 0;
  return S_ISDIR(stats->st_mode) && time_ms(stats->st_ctim) == ((const double *)known->columns[STATUS_MS])[id] &&
         is_same(run, ((const double *)known->columns[INODES])[id], is_on_root_device, stats);
}

/* Look at a part of the agenda, at known directories themselves: those that are as they were are not told. */
static void look(struct run *run) {
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
    const char *path = path_of(known, agenda[at], space->paths, room);
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

static void execute(napi_env env, void *data) {
  (void)env;
  carry_out(data);
}

static void complete(napi_env env, napi_status status, void *data) {
  struct task task = ((struct workspace *)data)->task;
  napi_value done, receiver, is_cancelled;
  napi_delete_async_work(env, task.work);
  napi_get_reference_value(env, task.done, &done);
  napi_delete_reference(env, task.done);
  napi_delete_reference(env, task.workspace);
  if (task.columns != NULL) {
    napi_delete_reference(env, task.columns);
  }
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

/* Take the memory of columns; 0: they are no array of as many array buffers. */
static int take_columns(napi_env env, napi_value columns, struct known *known) {
  for (uint32_t at = 0; at < COLUMNS; at += 1) {
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

/* begin(workspace, done, columns): carry the order out in a thread of the pool. Without columns it is about paths. */
static napi_value begin(napi_env env, napi_callback_info info) {
  size_t count = 3;
  napi_value arguments[3], name;
  napi_valuetype type;
  napi_get_cb_info(env, info, &count, arguments, NULL, NULL);
  struct workspace *space = workspace_of(env, arguments[0]);
  if (space == NULL) {
    return NULL;
  }
  space->task.columns = NULL;
  memset(&space->known, 0, sizeof space->known);
  if (napi_typeof(env, arguments[2], &type) == napi_ok && type == napi_object) {
    if (!take_columns(env, arguments[2], &space->known)) {
      napi_throw_type_error(env, NULL, "These are no columns.");
      return NULL;
    }
    if (napi_create_reference(env, arguments[2], 1, &space->task.columns) != napi_ok) {
      napi_throw_error(env, NULL, "The columns cannot be kept.");
      return NULL;
    }
  }
  if (napi_create_string_utf8(env, "leap:look", NAPI_AUTO_LENGTH, &name) != napi_ok ||
      napi_create_async_work(env, NULL, name, execute, complete, space, &space->task.work) != napi_ok ||
      napi_create_reference(env, arguments[0], 1, &space->task.workspace) != napi_ok ||
      napi_create_reference(env, arguments[1], 1, &space->task.done) != napi_ok ||
      napi_queue_async_work(env, space->task.work) != napi_ok) {
    napi_throw_error(env, NULL, "The order cannot be carried out.");
  }
  return NULL;
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
  put_number(env, exports, "workspaceBytes", sizeof(struct workspace));
  put_number(env, exports, "orderStart", offsetof(struct workspace, order));
  put_number(env, exports, "answerStart", offsetof(struct workspace, answer));
  put_number(env, exports, "pathsStart", offsetof(struct workspace, paths));
  put_number(env, exports, "pathsBytes", PATHS_BYTES);
  put_number(env, exports, "namesStart", offsetof(struct workspace, names));
  put_number(env, exports, "mostDirectories", MOST_DIRECTORIES);
  return exports;
}
