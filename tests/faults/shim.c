/* Stands between a program and the disk: records what it changes below one folder, or fails it.
 *
 * Preloaded (LD_PRELOAD) it does nothing until `faults_watch` names a folder. Each change is then
 * written to a log, as tests/faults/calls.py reads it:
 *     kind (1 byte), lengths of two paths (4 bytes each), offset, length of data (8 bytes each),
 *     path, other path, data
 * Kinds: C creation, W write, T truncation, S sync of a file, D sync of a folder, R rename, L link,
 * U removal, M new folder, X folder removed; A says that an act was told done.
 * `faults_fail` lets the n-th call of some kinds fail, once or from then on; G are writes that need
 * more room on the disk.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define MOST_FILES 4096

static pthread_mutex_t mutex = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static char folder[PATH_MAX];
static size_t folder_length;
static char *path_of[MOST_FILES];
static int log_file = -1;

static char kinds[16];
static long fail_at, counted;
static int error_number, for_good, is_short;
static char failed_kind;

#define LOCKED(statement) \
    do { pthread_mutex_lock(&mutex); statement; pthread_mutex_unlock(&mutex); } while (0)
/* The function of the C library that one of ours stands for. */
#define REAL(name, result, ...) \
    static result (*real_##name)(__VA_ARGS__); \
    if (!real_##name) real_##name = (result (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)

static ssize_t plain_write(int file, const void *data, size_t length) {
    REAL(write, ssize_t, int, const void *, size_t);
    return real_write(file, data, length);
}

/* What is watched ------------------------------------------------------------------------------ */

static int is_watched(const char *path) {
    return path && folder_length && !strncmp(path, folder, folder_length)
        && (path[folder_length] == '/' || path[folder_length] == 0);
}

static const char *absolute(int at, const char *path, char *buffer) {
    char base[PATH_MAX], link[64];
    if (!path || !folder_length) return NULL;
    if (path[0] == '/') { snprintf(buffer, PATH_MAX, "%s", path); return buffer; }
    if (at == AT_FDCWD) {
        if (!getcwd(base, sizeof base)) return NULL;
    } else {
        snprintf(link, sizeof link, "/proc/self/fd/%d", at);
        ssize_t length = readlink(link, base, sizeof base - 1);
        if (length < 0) return NULL;
        base[length] = 0;
    }
    if (snprintf(buffer, PATH_MAX, "%s/%s", base, path) >= PATH_MAX) return NULL;
    return buffer;
}

static void remember(int file, const char *path) {
    if (file < 0 || file >= MOST_FILES) return;
    free(path_of[file]);
    path_of[file] = path ? strdup(path) : NULL;
}

static const char *known(int file) {
    return file >= 0 && file < MOST_FILES ? path_of[file] : NULL;
}

static void record(char kind, const char *path, const char *other, int64_t offset,
                   const void *data, uint64_t length) {
    if (log_file < 0) return;
    uint32_t first = path ? strlen(path) : 0, second = other ? strlen(other) : 0;
    plain_write(log_file, &kind, 1);
    plain_write(log_file, &first, 4);
    plain_write(log_file, &second, 4);
    plain_write(log_file, &offset, 8);
    plain_write(log_file, &length, 8);
    if (first) plain_write(log_file, path, first);
    if (second) plain_write(log_file, other, second);
    if (length) plain_write(log_file, data, length);
}

/* Count a call; tell whether it is to fail, with errno set. */
static int fails(char kind) {
    if (!strchr(kinds, kind)) return 0;
    counted++;
    if (!fail_at || !(counted == fail_at || (for_good && counted > fail_at))) return 0;
    failed_kind = kind;
    errno = error_number;
    return 1;
}

/* What the tests call -------------------------------------------------------------------------- */

void faults_watch(const char *path, const char *log) {
    LOCKED({
        REAL(open, int, const char *, int, ...);
        folder_length = snprintf(folder, sizeof folder, "%s", path);
        if (log) log_file = real_open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    });
}

void faults_fail(const char *of_kinds, long at, int number, int sticky, int shortened) {
    LOCKED({
        snprintf(kinds, sizeof kinds, "%s", of_kinds);
        fail_at = at; error_number = number; for_good = sticky; is_short = shortened;
        counted = 0; failed_kind = 0;
    });
}

void faults_told(void) { LOCKED(record('A', NULL, NULL, 0, NULL, 0)); }

long faults_counted(void) { return counted; }

/* The kind of the call that failed last, 0 if none did. */
int faults_failed(void) { return failed_kind; }

void faults_rest(void) { LOCKED(folder_length = 0; kinds[0] = 0); }

/* Opening and closing -------------------------------------------------------------------------- */

static int opened(int at, const char *path, int flags, mode_t mode) {
    REAL(openat, int, int, const char *, int, ...);
    char buffer[PATH_MAX];
    const char *whole = absolute(at, path, buffer);
    int file = -1;
    if (!is_watched(whole)) {
        file = real_openat(at, path, flags, mode);
        remember(file, NULL);
        return file;
    }
    struct stat before;
    pthread_mutex_lock(&mutex);
    int is_nameless = (flags & O_TMPFILE) == O_TMPFILE;
    int was_there = stat(whole, &before) == 0;
    int creates = is_nameless || ((flags & O_CREAT) && !was_there);
    if (!(creates && fails('C'))) {
        file = real_openat(at, path, flags, mode);
        if (file >= 0 && is_nameless) {
            remember(file, NULL);
        } else if (file >= 0) {
            remember(file, whole);
            if (creates) record('C', whole, NULL, 0, NULL, 0);
            else if ((flags & O_TRUNC) && before.st_size) record('T', whole, NULL, 0, NULL, 0);
        }
    }
    pthread_mutex_unlock(&mutex);
    return file;
}

#define MODE(flags, mode) \
    do { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); } while (0)

int open(const char *path, int flags, ...) {
    mode_t mode; MODE(flags, mode); return opened(AT_FDCWD, path, flags, mode);
}
int open64(const char *path, int flags, ...) {
    mode_t mode; MODE(flags, mode); return opened(AT_FDCWD, path, flags, mode);
}
int openat(int at, const char *path, int flags, ...) {
    mode_t mode; MODE(flags, mode); return opened(at, path, flags, mode);
}
int openat64(int at, const char *path, int flags, ...) {
    mode_t mode; MODE(flags, mode); return opened(at, path, flags, mode);
}
int __open_2(const char *path, int flags) { return opened(AT_FDCWD, path, flags, 0); }
int __open64_2(const char *path, int flags) { return opened(AT_FDCWD, path, flags, 0); }

int close(int file) {
    REAL(close, int, int);
    remember(file, NULL);
    return real_close(file);
}

/* Writing -------------------------------------------------------------------------------------- */

static ssize_t put(int file, const void *data, size_t length, off64_t offset) {
    REAL(pwrite64, ssize_t, int, const void *, size_t, off64_t);
    return real_pwrite64(file, data, length, offset);
}

/* Write at an offset, or where the file is when it is negative. */
static ssize_t written(int file, const void *data, size_t length, off64_t offset) {
    const char *path = known(file);
    int follows = offset < 0;
    if (!is_watched(path)) {
        return follows ? plain_write(file, data, length) : put(file, data, length, offset);
    }
    ssize_t done = -1;
    pthread_mutex_lock(&mutex);
    if (follows) {
        int appends = fcntl(file, F_GETFL) & O_APPEND;
        offset = lseek64(file, 0, appends ? SEEK_END : SEEK_CUR);
    }
    struct stat now;
    int grows = fstat(file, &now) != 0 || offset + (off64_t)length > now.st_size;
    int is_failing = fails('W') || (grows && fails('G'));
    if (is_failing && is_short && counted == fail_at && length > 1) {
        length /= 2; /* the disk takes a part, and refuses the rest */
        is_failing = 0;
    }
    if (!is_failing) {
        done = follows ? plain_write(file, data, length) : put(file, data, length, offset);
        if (done > 0) record('W', path, NULL, offset, data, done);
    }
    pthread_mutex_unlock(&mutex);
    return done;
}

ssize_t write(int file, const void *data, size_t length) { return written(file, data, length, -1); }
ssize_t pwrite(int file, const void *data, size_t length, off_t offset) {
    return written(file, data, length, offset);
}
ssize_t pwrite64(int file, const void *data, size_t length, off64_t offset) {
    return written(file, data, length, offset);
}

/* Python falls back on plain writes, which are seen. */
ssize_t sendfile64(int out, int in, off64_t *offset, size_t length) {
    REAL(sendfile64, ssize_t, int, int, off64_t *, size_t);
    if (is_watched(known(out))) { errno = ENOTSOCK; return -1; }
    return real_sendfile64(out, in, offset, length);
}
ssize_t sendfile(int out, int in, off_t *offset, size_t length) {
    return sendfile64(out, in, (off64_t *)offset, length);
}

static int truncated(int file, off64_t length) {
    REAL(ftruncate64, int, int, off64_t);
    const char *path = known(file);
    if (!is_watched(path)) return real_ftruncate64(file, length);
    int result = -1;
    pthread_mutex_lock(&mutex);
    if (!fails('T')) {
        result = real_ftruncate64(file, length);
        if (result == 0) record('T', path, NULL, length, NULL, 0);
    }
    pthread_mutex_unlock(&mutex);
    return result;
}
int ftruncate(int file, off_t length) { return truncated(file, length); }
int ftruncate64(int file, off64_t length) { return truncated(file, length); }

static int synced(int file) {
    REAL(fsync, int, int);
    const char *path = known(file);
    if (!is_watched(path)) return real_fsync(file);
    struct stat now;
    int result = -1;
    pthread_mutex_lock(&mutex);
    char kind = fstat(file, &now) == 0 && S_ISDIR(now.st_mode) ? 'D' : 'S';
    if (!fails(kind)) {
        result = 0; /* nothing is waited for: the disk is a model */
        record(kind, path, NULL, 0, NULL, 0);
    }
    pthread_mutex_unlock(&mutex);
    return result;
}
int fsync(int file) { return synced(file); }
int fdatasync(int file) { return synced(file); }

/* Names ---------------------------------------------------------------------------------------- */

static int removed(int at, const char *path, int flags) {
    REAL(unlinkat, int, int, const char *, int);
    char buffer[PATH_MAX];
    const char *whole = absolute(at, path, buffer);
    if (!is_watched(whole)) return real_unlinkat(at, path, flags);
    char kind = flags & AT_REMOVEDIR ? 'X' : 'U';
    int result = -1;
    pthread_mutex_lock(&mutex);
    if (access(whole, F_OK) != 0 || !fails(kind)) {
        result = real_unlinkat(at, path, flags);
        if (result == 0) record(kind, whole, NULL, 0, NULL, 0);
    }
    pthread_mutex_unlock(&mutex);
    return result;
}
int unlink(const char *path) { return removed(AT_FDCWD, path, 0); }
int unlinkat(int at, const char *path, int flags) { return removed(at, path, flags); }
int rmdir(const char *path) { return removed(AT_FDCWD, path, AT_REMOVEDIR); }

/* Files that are open under a former name are known under the new one. */
static void renamed_files(const char *former, const char *path) {
    for (int file = 0; file < MOST_FILES; file++) {
        if (path_of[file] && !strcmp(path_of[file], former)) remember(file, path);
    }
}

static int renamed(int at, const char *former, int to, const char *path) {
    REAL(renameat, int, int, const char *, int, const char *);
    char first[PATH_MAX], second[PATH_MAX];
    const char *from = absolute(at, former, first), *whole = absolute(to, path, second);
    if (!is_watched(from) && !is_watched(whole)) return real_renameat(at, former, to, path);
    int result = -1;
    pthread_mutex_lock(&mutex);
    if (!fails('R')) {
        result = real_renameat(at, former, to, path);
        if (result == 0) {
            renamed_files(from, whole);
            record('R', from, whole, 0, NULL, 0);
        }
    }
    pthread_mutex_unlock(&mutex);
    return result;
}
int rename(const char *former, const char *path) {
    return renamed(AT_FDCWD, former, AT_FDCWD, path);
}
int renameat(int at, const char *former, int to, const char *path) {
    return renamed(at, former, to, path);
}

static int linked(int at, const char *former, int to, const char *path, int flags) {
    REAL(linkat, int, int, const char *, int, const char *, int);
    char first[PATH_MAX], second[PATH_MAX];
    const char *from = absolute(at, former, first), *whole = absolute(to, path, second);
    if (!is_watched(whole)) return real_linkat(at, former, to, path, flags);
    int result = -1;
    pthread_mutex_lock(&mutex);
    if (!fails('L')) {
        result = real_linkat(at, former, to, path, flags);
        if (result == 0) record('L', from, whole, 0, NULL, 0);
    }
    pthread_mutex_unlock(&mutex);
    return result;
}
int link(const char *former, const char *path) {
    return linked(AT_FDCWD, former, AT_FDCWD, path, 0);
}
int linkat(int at, const char *former, int to, const char *path, int flags) {
    return linked(at, former, to, path, flags);
}

static int made_folder(int at, const char *path, mode_t mode) {
    REAL(mkdirat, int, int, const char *, mode_t);
    char buffer[PATH_MAX];
    const char *whole = absolute(at, path, buffer);
    if (!is_watched(whole)) return real_mkdirat(at, path, mode);
    int result = -1;
    pthread_mutex_lock(&mutex);
    if (!fails('M')) {
        result = real_mkdirat(at, path, mode);
        if (result == 0) record('M', whole, NULL, 0, NULL, 0);
    }
    pthread_mutex_unlock(&mutex);
    return result;
}
int mkdir(const char *path, mode_t mode) { return made_folder(AT_FDCWD, path, mode); }
int mkdirat(int at, const char *path, mode_t mode) { return made_folder(at, path, mode); }
