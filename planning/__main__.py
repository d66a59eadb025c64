"""The product without a screen: `python -m planning COMMAND ...`.

Data goes to standard output, messages to standard error. Exit status: 0 done, 1 done with problems that need a person,
2 refused with a clear message and nothing written; anything else is a defect of ours.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

from planning.core.translation import LANGUAGES, use_language

COMMANDS: Final = {
    "inventory": "planning.inventory.commands",
    "pupils": "planning.organisation.commands",
    "schools": "planning.organisation.commands",
    "ratios": "planning.ratios.commands",
    "rounds": "planning.rounds.commands",
    "network": "planning.network.commands",
    "report": "planning.report.commands",
    "example": "planning.example.commands",
    "db": "planning.core.commands",
    "worker": "planning.core.worker_command",
    "board": "planning.core.commands",
    "people": "planning.core.commands",
}
"""Command -> the module that adds it. Only the one asked for is loaded: some take longer to load than to run."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status."""
    given = list(sys.argv[1:] if argv is None else argv)
    language, rest = _language().parse_known_args(given)
    use_language(language.lang)
    arguments = _parser(rest).parse_args(rest)
    try:
        status = int(arguments.run(arguments))
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # whoever reads along has enough, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what Python still flushes at the end
        return 0
    except Exception as error:
        # here, not above: most commands never need it
        from planning.refusals import in_words

        words = in_words(error)
        if words is None:
            raise
        print(words, file=sys.stderr)
        return 2


def _language() -> argparse.ArgumentParser:
    """Takes --lang from wherever it stands: before the command or after it."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--lang", choices=LANGUAGES, default="nl", help="language of messages (default: nl)")
    return parser


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m planning", description=__doc__, parents=[_language()])
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    command = next((argument for argument in arguments if not argument.startswith("-")), None)
    wanted = [COMMANDS[command]] if command in COMMANDS else dict.fromkeys(COMMANDS.values())
    for module in wanted:
        import_module(module).register(subparsers)
    return parser


if __name__ == "__main__":
    sys.exit(main())
