"""Take away from this very process what a decoder of strangers' files never needs: network, files, other programs.

Linux: a seccomp filter, installed through ``prctl`` without privileges and inherited by everything this process could start. Elsewhere
there is none; see ``adr-picture-helper.md``. No dependency and no Qt: the filter is a dozen numbers given to the kernel.
"""

import ctypes
import errno
import os
import platform
import struct
import sys

_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _MODE_FILTER = 38, 22, 2
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER, _ARCH, _FIRST_ARGUMENT = 0, 4, 16
_CLONE_THREAD = 0x10000
_X32 = 0x40000000

# Names for the reader; what counts are the numbers of <asm/unistd.h>. Both machines that Linux desks have.
_X86_64 = {
    "clone": 56, "clone3": 435,
    "socket": 41, "connect": 42, "accept": 43, "sendto": 44, "recvfrom": 45, "sendmsg": 46, "recvmsg": 47, "bind": 49,
    "listen": 50, "socketpair": 53, "accept4": 288, "recvmmsg": 299, "sendmmsg": 307,
    "open": 2, "creat": 85, "openat": 257, "openat2": 437, "open_by_handle_at": 304, "truncate": 76, "rename": 82,
    "mkdir": 83, "rmdir": 84, "link": 86, "unlink": 87, "symlink": 88, "chmod": 90, "chown": 92, "mknod": 133,
    "mkdirat": 258, "mknodat": 259, "unlinkat": 263, "renameat": 264, "linkat": 265, "symlinkat": 266, "fchmodat": 268,
    "renameat2": 316, "mount": 165,
    "fork": 57, "vfork": 58, "execve": 59, "execveat": 322, "kill": 62, "tkill": 200, "ptrace": 101,
    "process_vm_readv": 310, "process_vm_writev": 311, "pidfd_open": 434, "pidfd_getfd": 438,
    "unshare": 272, "setns": 308, "bpf": 321, "perf_event_open": 298, "userfaultfd": 323, "io_uring_setup": 425,
    "io_uring_enter": 426, "io_uring_register": 427, "add_key": 248, "request_key": 249, "keyctl": 250,
    "shmget": 29, "msgget": 68,
}  # fmt: skip
_AARCH64 = {
    "clone": 220, "clone3": 435,
    "socket": 198, "socketpair": 199, "bind": 200, "listen": 201, "accept": 202, "connect": 203, "sendto": 206,
    "recvfrom": 207, "sendmsg": 211, "recvmsg": 212, "accept4": 242, "recvmmsg": 243, "sendmmsg": 269,
    "openat": 56, "openat2": 437, "open_by_handle_at": 265, "truncate": 45, "mkdirat": 34, "mknodat": 33, "unlinkat": 35,
    "renameat": 38, "linkat": 37, "symlinkat": 36, "fchmodat": 53, "renameat2": 276, "mount": 40,
    "execve": 221, "execveat": 281, "kill": 129, "tkill": 130, "ptrace": 117, "process_vm_readv": 270,
    "process_vm_writev": 271, "pidfd_open": 434, "pidfd_getfd": 438,
    "unshare": 97, "setns": 268, "bpf": 280, "perf_event_open": 241, "userfaultfd": 282, "io_uring_setup": 425,
    "io_uring_enter": 426, "io_uring_register": 427, "add_key": 217, "request_key": 218, "keyctl": 219,
    "shmget": 194, "msgget": 186,
}  # fmt: skip
_MACHINES = {"x86_64": (0xC000003E, _X86_64), "aarch64": (0xC00000B7, _AARCH64)}


class ConfineError(OSError):
    """The kernel of this machine does not confine the process; nothing of a stranger may be decoded in it."""


def confine() -> bool:
    """Confine this process for good; return whether this system can. What it needs from disk must be loaded by now.

    Raises:
        ConfineError: Linux, but the filter was refused.

    """
    if not sys.platform.startswith("linux"):
        return False
    machine = _MACHINES.get(platform.machine())
    if machine is None:
        raise ConfineError(errno.ENOSYS, f"no filter for {platform.machine()}")
    program = _program(*machine)
    libc = ctypes.CDLL(None, use_errno=True)
    code = ctypes.create_string_buffer(program, len(program))
    # struct sock_fprog: the number of instructions, padding, where they lie.
    filter_ = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code)))
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or libc.prctl(
        _PR_SET_SECCOMP, _MODE_FILTER, ctypes.byref(filter_), 0, 0
    ):
        raise ConfineError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return True


def _program(arch: int, calls: dict[str, int]) -> bytes:
    """Return the filter: calls of another architecture and those of ``calls`` are refused, threads may begin."""
    refuse = _ERRNO | errno.EPERM
    denied = sorted(number for name, number in calls.items() if name not in ("clone", "clone3"))
    code = [
        (_LOAD, 0, 0, _ARCH),
        (_EQUAL, 1, 0, arch),
        (_RETURN, 0, 0, refuse),
        (_LOAD, 0, 0, _NUMBER),
        (_AT_LEAST, 0, 1, _X32),
        (_RETURN, 0, 0, refuse),
        # Its flags lie behind a pointer; the C library asks for the old call then.
        (_EQUAL, 0, 1, calls["clone3"]),
        (_RETURN, 0, 0, _ERRNO | errno.ENOSYS),
        (_EQUAL, 0, 4, calls["clone"]),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_ANY_BIT, 0, 1, _CLONE_THREAD),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, refuse),
    ]
    for number in denied:
        code += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, refuse)]
    code.append((_RETURN, 0, 0, _ALLOW))
    return b"".join(struct.pack("HBBI", *one) for one in code)
