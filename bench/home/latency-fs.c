/* A file system that shows a directory of this machine and answers each call only after a delay, as a file server far away
 * does. It speaks the kernel's FUSE protocol itself (linux/fuse.h), because libfuse 3.14 never asks for calls in parallel
 * within one directory (FUSE_PARALLEL_DIROPS), which NFS makes: without it every tool is measured in a queue.
 *
 * usage: latency-fs SOURCE MOUNTPOINT MICROSECONDS plain|readdirplus SECONDS
 * SECONDS is how long the kernel may rely on an answer.
 * It says "ready" on standard output and serves until it is unmounted. It needs the right to mount.
 * On SIGUSR1 it prints how many calls it has answered. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/fuse.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

enum { THREADS = 160, SLOTS = 1 << 22, BUFFER = 1 << 17 };

/* Where each inode is, by its number in the source. Never forgotten: the trees are small. */
static struct node {
  _Atomic uint64_t inode;
  char *path;
} *nodes;
static pthread_mutex_t nodes_lock = PTHREAD_MUTEX_INITIALIZER;
static uint64_t root_inode;
static int device, uses_plus;
static long delay_us;
/* How long the kernel may rely on an answer. */
static uint64_t valid_seconds;
static atomic_ulong answered;

static uint64_t inside(uint64_t nodeid) { return nodeid == FUSE_ROOT_ID ? root_inode : nodeid; }

static struct node *slot(uint64_t inode) {
  uint64_t at = inode * 0x9e3779b97f4a7c15ull >> 42;
  while (nodes[at].inode != 0 && nodes[at].inode != inode) at = (at + 1) % SLOTS;
  return &nodes[at];
}

static const char *path_of(uint64_t nodeid) {
  pthread_mutex_lock(&nodes_lock);
  const char *path = slot(inside(nodeid))->path;
  pthread_mutex_unlock(&nodes_lock);
  return path;
}

static void remember(uint64_t inode, const char *directory, const char *name) {
  pthread_mutex_lock(&nodes_lock);
  struct node *node = slot(inode);
  if (node->path == NULL) {
    if (asprintf(&node->path, "%s/%s", directory, name) < 0) abort();
    node->inode = inode;
  }
  pthread_mutex_unlock(&nodes_lock);
}

static struct fuse_attr attributes(const struct stat *stats) {
  return (struct fuse_attr){
      .ino = stats->st_ino, .size = stats->st_size, .blocks = stats->st_blocks,
      .atime = stats->st_atime, .mtime = stats->st_mtime, .ctime = stats->st_ctime,
      .mtimensec = stats->st_mtim.tv_nsec, .ctimensec = stats->st_ctim.tv_nsec,
      .mode = stats->st_mode, .nlink = stats->st_nlink, .uid = stats->st_uid,
      .gid = stats->st_gid, .rdev = stats->st_rdev, .blksize = stats->st_blksize};
}

/* What a lookup answers; its inode counts as known from now on. 0 or an errno. */
static int look_up(uint64_t parent, const char *name, struct fuse_entry_out *entry) {
  const char *directory = path_of(parent);
  char path[8192];
  struct stat stats;
  snprintf(path, sizeof path, "%s/%s", directory, name);
  if (lstat(path, &stats) != 0) return errno;
  remember(stats.st_ino, directory, name);
  *entry = (struct fuse_entry_out){.nodeid = stats.st_ino, .entry_valid = valid_seconds,
                                   .attr_valid = valid_seconds, .attr = attributes(&stats)};
  return 0;
}

static void reply(uint64_t unique, int error, const void *data, size_t size) {
  struct fuse_out_header head = {.len = sizeof head + (error ? 0 : size), .error = -error, .unique = unique};
  struct iovec parts[] = {{&head, sizeof head}, {(void *)data, error ? 0 : size}};
  if (writev(device, parts, 2) < 0 && errno != ENOENT) perror("latency-fs: reply");
}

static void initialise(uint64_t unique, const struct fuse_init_in *in) {
  uint32_t wanted = FUSE_PARALLEL_DIROPS | FUSE_ASYNC_READ | FUSE_BIG_WRITES;
  if (uses_plus) wanted |= FUSE_DO_READDIRPLUS;
  struct fuse_init_out out = {.major = FUSE_KERNEL_VERSION, .minor = FUSE_KERNEL_MINOR_VERSION,
                              .max_readahead = in->max_readahead, .flags = in->flags & wanted,
                              .max_background = 256, .congestion_threshold = 256,
                              .max_write = BUFFER - 4096, .time_gran = 1};
  reply(unique, 0, &out, sizeof out);
}

static void get_attributes(uint64_t unique, uint64_t nodeid) {
  struct stat stats;
  if (lstat(path_of(nodeid), &stats) != 0) {
    reply(unique, errno, NULL, 0);
    return;
  }
  struct fuse_attr_out out = {.attr_valid = valid_seconds, .attr = attributes(&stats)};
  reply(unique, 0, &out, sizeof out);
}

static void open_directory(uint64_t unique, uint64_t nodeid) {
  DIR *stream = opendir(path_of(nodeid));
  struct fuse_open_out out = {.fh = (uintptr_t)stream};
  reply(unique, stream ? 0 : errno, &out, sizeof out);
}

/* As many entries as fit; with `plus`, each with what a lookup would answer. */
static void list(uint64_t unique, uint64_t nodeid, const struct fuse_read_in *in, int plus) {
  DIR *stream = (DIR *)(uintptr_t)in->fh;
  char *out = calloc(1, in->size);
  size_t used = 0;
  if ((uint64_t)telldir(stream) != in->offset) seekdir(stream, (long)in->offset);
  for (;;) {
    struct dirent *found = readdir(stream);
    if (found == NULL) break;
    size_t length = strlen(found->d_name);
    size_t head = plus ? FUSE_NAME_OFFSET_DIRENTPLUS : FUSE_NAME_OFFSET;
    size_t size = FUSE_DIRENT_ALIGN(head + length);
    if (used + size > in->size) break;
    struct fuse_dirent dirent = {.ino = found->d_ino, .off = (uint64_t)found->d_off,
                                 .namelen = (uint32_t)length, .type = found->d_type};
    char *at = out + used;
    if (plus) {
      struct fuse_entry_out entry = {0};
      int is_dot = strcmp(found->d_name, ".") == 0 || strcmp(found->d_name, "..") == 0;
      if (!is_dot) look_up(nodeid, found->d_name, &entry);
      memcpy(at, &entry, sizeof entry);
      at += sizeof entry;
    }
    memcpy(at, &dirent, FUSE_NAME_OFFSET);
    memcpy(at + FUSE_NAME_OFFSET, found->d_name, length);
    used += size;
  }
  reply(unique, 0, out, used);
  free(out);
}

static void answer(const struct fuse_in_header *in, const void *body) {
  if (in->opcode == FUSE_FORGET || in->opcode == FUSE_BATCH_FORGET) return;
  if (in->opcode != FUSE_INIT) {
    answered++;
    struct timespec delay = {delay_us / 1000000, delay_us % 1000000 * 1000};
    nanosleep(&delay, NULL);
  }
  struct fuse_entry_out entry;
  int error;
  switch (in->opcode) {
    case FUSE_INIT: initialise(in->unique, body); break;
    case FUSE_LOOKUP:
      error = look_up(in->nodeid, body, &entry);
      reply(in->unique, error, &entry, sizeof entry);
      break;
    case FUSE_GETATTR: get_attributes(in->unique, in->nodeid); break;
    case FUSE_OPENDIR: open_directory(in->unique, in->nodeid); break;
    case FUSE_READDIR: list(in->unique, in->nodeid, body, 0); break;
    case FUSE_READDIRPLUS: list(in->unique, in->nodeid, body, 1); break;
    case FUSE_RELEASEDIR:
      closedir((DIR *)(uintptr_t)((const struct fuse_release_in *)body)->fh);
      reply(in->unique, 0, NULL, 0);
      break;
    case FUSE_STATFS: {
      struct fuse_statfs_out out = {.st = {.bsize = 4096, .namelen = 255}};
      reply(in->unique, 0, &out, sizeof out);
      break;
    }
    default: reply(in->unique, ENOSYS, NULL, 0);
  }
}

static void *serve(void *nothing) {
  char *buffer = malloc(BUFFER);
  for (;;) {
    ssize_t length = read(device, buffer, BUFFER);
    if (length > 0) {
      answer((struct fuse_in_header *)buffer, buffer + sizeof(struct fuse_in_header));
    } else if (errno == ENODEV) {
      exit(0);
    } else if (errno != EINTR && errno != ENOENT && errno != EAGAIN) {
      perror("latency-fs: read");
      exit(1);
    }
  }
  return nothing;
}

static void tell(int signal) {
  (void)signal;
  char line[32];
  int length = snprintf(line, sizeof line, "%lu\n", (unsigned long)answered);
  if (write(STDOUT_FILENO, line, (size_t)length) < 0) _exit(1);
}

int main(int count, char **words) {
  struct stat stats;
  if (count != 6 || stat(words[1], &stats) != 0) {
    fprintf(stderr, "usage: latency-fs SOURCE MOUNTPOINT MICROSECONDS plain|readdirplus SECONDS\n");
    return 2;
  }
  nodes = calloc(SLOTS, sizeof *nodes);
  root_inode = stats.st_ino;
  *slot(root_inode) = (struct node){root_inode, strdup(words[1])};
  delay_us = atol(words[3]);
  valid_seconds = strtoul(words[5], NULL, 10);
  uses_plus = strcmp(words[4], "readdirplus") == 0;
  device = open("/dev/fuse", O_RDWR | O_CLOEXEC);
  char options[128];
  snprintf(options, sizeof options, "fd=%d,rootmode=40000,user_id=%u,group_id=%u,allow_other,default_permissions",
           device, getuid(), getgid());
  if (device < 0 || mount("latency-fs", words[2], "fuse.latency", MS_NOSUID | MS_NODEV, options) != 0) {
    perror("latency-fs: mount");
    return 1;
  }
  signal(SIGUSR1, tell);
  pthread_t thread;
  for (int at = 0; at < THREADS; at++) pthread_create(&thread, NULL, serve, NULL);
  printf("ready\n");
  fflush(stdout);
  serve(NULL);
}
