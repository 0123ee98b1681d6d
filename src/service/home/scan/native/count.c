/*
 * Counts what is in directories.
 *
 * What a file is counted as is decided in JavaScript; here, files that are nothing but numbers are added up, and all others are
 * told one by one, but for directories that were known and are as they were.
 */
#define _GNU_SOURCE
#include "run.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define BLOCK_BYTES 512

/* Of what is counted in a directory: files that take more are told one by one, and some names are no part of it. */
struct wanted {
  double floor_bytes;
  const char *excluded;
  size_t excluded_count;
};

struct listed {
  uint64_t d_ino;
  int64_t d_off;
  unsigned short d_reclen;
  unsigned char d_type;
  char d_name[];
};

/* Never through a symbolic link, never anything but a directory: opening a FIFO would wait for ever. */
static int open_directory(const char *path) {
  int descriptor;
  do {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  } while (descriptor < 0 && errno == EINTR);
  return descriptor;
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
  } else if (!S_ISDIR(stats.st_mode) || !is_met(run, name, &stats)) {
    put_stats(put_name(run, name), &stats);
  }
  return 1;
}

static int is_excluded(const struct wanted *wanted, const char *name) {
  const char *excluded = wanted->excluded;
  for (size_t left = wanted->excluded_count; left > 0; left -= 1) {
    if (strcmp(name, excluded) == 0) {
      return 1;
    }
    excluded += strlen(excluded) + 1;
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
  run->head[REST_NAMES] += 1;
}

/*
 * List a directory and look at what is in it, as far as this order goes.
 *
 * Of each portion that the kernel lists, what is not looked at any more is left as names.
 */
static void list(struct run *run, int directory, const struct wanted *wanted) {
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
            is_excluded(wanted, entry->d_name)) {
          continue;
        }
        stops = stops || shall_stop(run);
        if (stops) {
          put_rest(run, entry->d_name);
        } else if (look_at(run, directory, entry->d_name, wanted->floor_bytes)) {
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

static void begin_directory(struct run *run, size_t id) {
  double *head = run->space->answer + run->numbers_end;
  run->numbers_end += DIRECTORY_WIDTH;
  run->left = run->space->order[MOST_ENTRIES];
  run->head = head;
  run->id = id;
  run->next_child = 0;
  memset(head, 0, DIRECTORY_WIDTH * sizeof *head);
  head[HELD] = -1;
  head[NEWEST] = -INFINITY;
  head[LOW] = INFINITY;
  head[HIGH] = -INFINITY;
  head[REST_START] = run->names_end;
  head[OWN + REASON] = ENOENT;
}

/* What is not done with is held for other orders; nothing else stays open, unless it is held for more than this one. */
static void end_directory(struct run *run, int directory, int may_close) {
  double *head = run->head;
  head[REST_END] = run->names_end;
  if (head[ERROR] != 0) {
    head[REST_START] = head[REST_END];
    head[REST_NAMES] = 0;
  }
  if (directory < 0) {
    return;
  }
  int is_done = head[ERROR] != 0 || (head[LISTED] && head[REST_START] == head[REST_END]);
  if (is_done && may_close) {
    close(directory);
  } else {
    head[HELD] = directory;
  }
}

static void count_directory(struct run *run, size_t id, const struct wanted *wanted) {
  struct stat stats;
  begin_directory(run, id);
  const char *path = path_of(run, id);
  int directory = path == NULL ? -1 : open_directory(path);
  run->calls += 2;
  if (directory < 0 || fstat(directory, &stats) != 0) {
    /* Where no directory stands now, the one that was found is as good as gone. */
    run->head[ERROR] = errno == ELOOP || errno == ENOTDIR ? ENOENT : errno;
    run->head[LISTED] = 1;
  } else if (!is_same(run, id, &stats)) {
    run->head[ERROR] = ENOENT;
    run->head[LISTED] = 1;
  } else {
    put_stats(run->head + OWN, &stats);
    list(run, directory, wanted);
  }
  end_directory(run, directory, 1);
}

static const char *past(const char *texts, size_t count) {
  for (; count > 0; count -= 1) {
    texts += strlen(texts) + 1;
  }
  return texts;
}

/* What is wanted of a directory of the order. */
static struct wanted wanted_of(const double *asked, const char *excluded) {
  return (struct wanted){asked[FLOOR_BYTES], excluded, (size_t)asked[EXCLUDED]};
}

void count_directories(struct run *run) {
  struct workspace *space = run->space;
  const double *asked = space->order + ORDER_HEAD;
  begin_trail(&run->trail, space->texts);
  const char *text = past(space->texts, 1);
  size_t done = 0;
  while (done < (size_t)space->order[COUNT]) {
    int is_over = clock_ms() > run->deadline_ms || !has_room(run) ||
                  run->numbers_end + DIRECTORY_WIDTH + ENTRY_WIDTH > ANSWER_NUMBERS;
    if (done > 0 && is_over) {
      break;
    }
    struct wanted wanted = wanted_of(asked, text);
    count_directory(run, (size_t)asked[ID], &wanted);
    text = past(text, wanted.excluded_count);
    asked += ORDER_WIDTH;
    done += 1;
  }
  space->answer[DONE] = done;
}

/* Go on in a directory that is held: names of it, and then, where this order shall, the rest of its list. */
void go_on(struct run *run) {
  struct workspace *space = run->space;
  const double *order = space->order;
  int directory = (int)order[DESCRIPTOR];
  struct wanted wanted = wanted_of(order + ORDER_HEAD, space->texts);
  const char *name = past(space->texts, wanted.excluded_count);
  begin_directory(run, NOBODY);
  run->head[LISTED] = order[LISTS] == 0;
  size_t left = (size_t)order[NAMES];
  for (; left > 0 && !shall_stop(run) && run->head[ERROR] == 0; left -= 1) {
    look_at(run, directory, name, wanted.floor_bytes);
    run->left -= 1;
    name += strlen(name) + 1;
  }
  run->head[REST_START] = run->names_end;
  for (; left > 0 && run->head[ERROR] == 0; left -= 1) {
    put_rest(run, name);
    name += strlen(name) + 1;
  }
  if (order[LISTS] != 0 && run->head[ERROR] == 0 && run->head[REST_START] == run->names_end) {
    list(run, directory, &wanted);
  }
  end_directory(run, directory, order[MAY_CLOSE] != 0);
  space->answer[DONE] = 1;
}
