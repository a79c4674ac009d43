"""A library of a few lines of C, loaded before the C library: it makes one write or sync of one file fail (reliability.md §7)."""

import shutil
import subprocess
from pathlib import Path

SHIM_MISSING = "the shim needs a C compiler on Linux"

SOURCE = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

/* FAIL_FILE: how the file's path ends. FAIL_CALL: write, short or sync. FAIL_AT: the n-th of them fails, once, in each FAIL_TURN. */
static int count = 0;
static char turn[64] = "";

static int hit(int fd, const char *call) {
    const char *file = getenv("FAIL_FILE"), *wanted = getenv("FAIL_CALL"), *at = getenv("FAIL_AT");
    char link[64], path[4096];
    if (!file || !wanted || !at || strcmp(call, wanted)) return 0;
    if (strcmp(turn, getenv("FAIL_TURN"))) { count = 0; strncpy(turn, getenv("FAIL_TURN"), sizeof turn - 1); }
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < (ssize_t)strlen(file)) return 0;
    path[length] = 0;
    return !strcmp(path + length - strlen(file), file) && ++count == atoi(at);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
    if (hit(fd, "write")) { errno = EIO; return -1; }
    if (hit(fd, "short") && size > 1) size /= 2;
    return REAL(pwrite64)(fd, data, size, at);
}

ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
    if (hit(fd, "write")) { errno = EIO; return -1; }
    if (hit(fd, "short") && size > 1) size /= 2;
    return REAL(pwrite)(fd, data, size, at);
}

ssize_t write(int fd, const void *data, size_t size) {
    if (hit(fd, "write")) { errno = EIO; return -1; }
    if (hit(fd, "short") && size > 1) size /= 2;
    return REAL(write)(fd, data, size);
}

int fsync(int fd) {
    if (hit(fd, "sync")) { errno = EIO; return -1; }
    return REAL(fsync)(fd);
}

int fdatasync(int fd) {
    if (hit(fd, "sync")) { errno = EIO; return -1; }
    return REAL(fdatasync)(fd);
}
"""

WRITER = """
import json, os, shutil, sys
from pathlib import Path
from console.cache.database import open_database
from console.cache.errors import StoreError

def write(path):
    told = {"path": str(path), "acknowledged": [], "refused": [], "kinds": []}
    engine = open_database(path, bytes(range(32)), create=False)
    for number in range(20):
        try:
            with engine.connect() as connection:
                if number % 4 == 3:
                    connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                connection.exec_driver_sql(
                    "INSERT INTO draft (case_id, officer, mode, text, at) VALUES (?, 'o', 'note', ?, ?)",
                    (f"c{number}", "x" * 3000, number),
                )
                connection.exec_driver_sql("COMMIT")
            told["acknowledged"].append(number)
        except StoreError as error:
            told["refused"].append(number)
            told["kinds"].append(error.KIND)
    engine.dispose()
    return told

folder = Path(sys.argv[1])
all_told = []
for turn, (file, call, at) in enumerate(json.loads(sys.argv[2])):
    path = folder / str(turn) / "ban-truc.db"
    path.parent.mkdir()
    shutil.copyfile(folder / "empty.db", path)
    os.environ |= {"FAIL_FILE": file, "FAIL_CALL": call, "FAIL_AT": str(at), "FAIL_TURN": str(turn)}
    all_told.append(write(path))
    del os.environ["FAIL_FILE"]
print(json.dumps(all_told))
"""
"""Commits one number after the other in each case and tells which it was told are kept."""


def build_shim(folder: Path) -> Path | None:
    """Return the library; ``None`` where it cannot be made."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None or not Path("/proc/self/fd").exists():
        return None
    source, library = folder / "shim.c", folder / "shim.so"
    source.write_text(SOURCE)
    made = subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(source), "-ldl"],
        capture_output=True,
        check=False,
    )
    return library if made.returncode == 0 else None
