"""Print the completion script of a shell: ids, fields, units that fit the field.

  eval "$(vehicles completion bash)"              in ~/.bashrc
  eval "$(vehicles completion zsh)"               in ~/.zshrc
  vehicles completion fish | source               in ~/.config/fish/config.fish

Put the line into the file named beside it.
"""

from __future__ import annotations

import argparse

from catalog.cli.output import write


def register(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=("bash", "zsh", "fish"))


def run(args: argparse.Namespace) -> int:
    from argcomplete.shell_integration import shellcode

    script: str = shellcode(["vehicles"], shell=args.shell)
    write(script if script.endswith("\n") else f"{script}\n", pager=False)
    return 0
