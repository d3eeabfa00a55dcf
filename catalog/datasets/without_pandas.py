"""A process in which pyarrow finds no pandas: importing it takes longer than converting a file of fifty thousand rows.

pyarrow imports pandas, where it is installed, when it is given its first Python value. So this is for a command, whose
process ends with it and makes no data frame, and not for a library.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType


class _NoPandas:
    """The first finder of modules, which says of one that there is none."""

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name == "pandas":
            raise ModuleNotFoundError("left out of this process", name=name)
        return None


def spare_pandas() -> None:
    """Let nobody in this process import pandas from here on."""
    sys.meta_path.insert(0, _NoPandas())
