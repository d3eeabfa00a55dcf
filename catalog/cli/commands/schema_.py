"""Print the JSON Schema of a spec file, so that an editor completes and checks it.

  vehicles schema > vehicle.schema.json

In VS Code with Even Better TOML, put `#:schema ./vehicle.schema.json` in the first line of a spec file.
"""

from __future__ import annotations

import argparse
import json

from catalog.cli.output import write
from catalog.model.schema import spec_file_schema


def register(parser: argparse.ArgumentParser) -> None:
    del parser


def run(args: argparse.Namespace) -> int:
    del args
    write(json.dumps(spec_file_schema(), ensure_ascii=False, indent=1) + "\n", pager=False, quoted=True)
    return 0
