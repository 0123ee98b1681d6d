/* Put before a program's calls to the file system (LD_PRELOAD): each one that a file server would have to answer takes
 * a millisecond longer. A listing counts as three: opening, its names, its end. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static void round_trips(int count) {
  struct timespec delay = {0, 1000000L * count};
  nanosleep(&delay, 0);
}

#define NEXT(name) \
  static __typeof__(&name) next; \
  if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

long syscall(long number, ...) {
  long words[6];
  va_list rest;
  va_start(rest, number);
  for (int at = 0; at < 6; at++) words[at] = va_arg(rest, long);
  va_end(rest);
  if (number == SYS_statx) round_trips(1);
  NEXT(syscall);
  return next(number, words[0], words[1], words[2], words[3], words[4], words[5]);
}

static int mode_of(va_list rest) { return va_arg(rest, int); }

#define MODE(flags) \
  va_list rest; \
  va_start(rest, flags); \
  int mode = mode_of(rest); \
  va_end(rest)

int open(const char *path, int flags, ...) {
  MODE(flags);
  if (flags & O_DIRECTORY) round_trips(1);
  NEXT(open);
  return next(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  MODE(flags);
  if (flags & O_DIRECTORY) round_trips(1);
  NEXT(open64);
  return next(path, flags, mode);
}

/* Programs that list a directory they opened themselves: the names and their end are counted with the opening. */
int openat(int directory, const char *path, int flags, ...) {
  MODE(flags);
  if (flags & O_DIRECTORY) round_trips(3);
  NEXT(openat);
  return next(directory, path, flags, mode);
}

int openat64(int directory, const char *path, int flags, ...) {
  MODE(flags);
  if (flags & O_DIRECTORY) round_trips(3);
  NEXT(openat64);
  return next(directory, path, flags, mode);
}

DIR *opendir(const char *path) {
  round_trips(3);
  NEXT(opendir);
  return next(path);
}

int scandir(const char *path, struct dirent ***names, int (*filter)(const struct dirent *),
            int (*order)(const struct dirent **, const struct dirent **)) {
  round_trips(3);
  NEXT(scandir);
  return next(path, names, filter, order);
}

int scandir64(const char *path, struct dirent64 ***names, int (*filter)(const struct dirent64 *),
              int (*order)(const struct dirent64 **, const struct dirent64 **)) {
  round_trips(3);
  NEXT(scandir64);
  return next(path, names, filter, order);
}

int statx(int directory, const char *path, int flags, unsigned mask, struct statx *stats) {
  round_trips(1);
  NEXT(statx);
  return next(directory, path, flags, mask, stats);
}

int fstatat(int directory, const char *path, struct stat *stats, int flags) {
  round_trips(1);
  NEXT(fstatat);
  return next(directory, path, stats, flags);
}

int fstatat64(int directory, const char *path, struct stat64 *stats, int flags) {
  round_trips(1);
  NEXT(fstatat64);
  return next(directory, path, stats, flags);
}

int lstat(const char *path, struct stat *stats) {
  round_trips(1);
  NEXT(lstat);
  return next(path, stats);
}

int lstat64(const char *path, struct stat64 *stats) {
  round_trips(1);
  NEXT(lstat64);
  return next(path, stats);
}

int chdir(const char *path) {
  round_trips(1);
  NEXT(chdir);
  return next(path);
}
