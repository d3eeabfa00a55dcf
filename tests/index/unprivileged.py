"""Runs ``vehicles`` as somebody whom the permissions of files bind: root gives up the rights to pass over them.

python unprivileged.py list --format ids
"""

from __future__ import annotations

import ctypes
import os
import runpy
import sys

#: CAP_CHOWN, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH and CAP_FOWNER of <linux/capability.h>, version 3 of the calls.
RIGHTS = sum(1 << number for number in (0, 1, 2, 3))
VERSION = 0x20080522


def give_up_rights() -> None:
    """Take the rights from this process. Raises OSError where the system refuses."""
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(VERSION, 0)
    # twice effective, permitted, inheritable: the low and the high half
    sets = (ctypes.c_uint32 * 6)()
    for call, change in ((libc.capget, False), (libc.capset, True)):
        if change:
            for place in range(3):
                sets[place] &= ~RIGHTS
        if call(header, sets) != 0:
            raise OSError(ctypes.get_errno(), "the rights of root cannot be given up")


if __name__ == "__main__":
    if os.geteuid() == 0:
        give_up_rights()
    sys.argv[0] = "vehicles"
    runpy.run_module("catalog", run_name="__main__")
