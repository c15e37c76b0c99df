"""
Let the kernel end this process when anything in it opens an internet socket.

Not Python's sockets only: those of Qt and of libraries in C and Rust as well. Linux
on x86-64 and arm64 (seccomp filters, prctl(2)); *possible* says whether here.
"""

import ctypes
import platform
import struct
import sys

_ARCH = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}  # audit, socket(2)
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06  # BPF: ld abs word, jeq, ret
_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_AF_INET, _AF_INET6 = 2, 10
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _FILTER = 38, 22, 2

possible = sys.platform == "linux" and platform.machine() in _ARCH


def refuse():
    """From now on, socket(AF_INET…) ends the process with SIGSYS."""
    arch, call = _ARCH[platform.machine()]
    steps = [
        (_LOAD, 0, 0, 4),  # seccomp_data.arch
        (_EQUAL, 0, 6, arch),
        (_LOAD, 0, 0, 0),  # the system call
        (_EQUAL, 0, 4, call),
        (_LOAD, 0, 0, 16),  # its first argument
        (_EQUAL, 1, 0, _AF_INET),
        (_EQUAL, 0, 1, _AF_INET6),
        (_RETURN, 0, 0, _KILL),
        (_RETURN, 0, 0, _ALLOW),
    ]
    code = b"".join(struct.pack("HBBI", *step) for step in steps)
    buffer = ctypes.create_string_buffer(code)
    program = struct.pack("HxxxxxxP", len(steps), ctypes.addressof(buffer))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "no new privileges")
    if libc.prctl(_PR_SET_SECCOMP, _FILTER, program, 0, 0):
        raise OSError(ctypes.get_errno(), "seccomp")
