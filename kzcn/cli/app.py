"""The group of commands: each command's module is loaded when it is called, and every error ends here as one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, MutableMapping, Sequence
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from kzcn import __version__
from kzcn.cli.commands import COMMANDS, OVERVIEW
from kzcn.errors import KzcnError

__all__ = ["options_of", "run"]


_HELP = ("--help", "Show this message and exit.")


class _Lazy(MutableMapping[str, Any]):
    """The commands by name, each loaded when it is asked for."""

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 - typer keeps its command type to itself
        command = COMMANDS[name]
        module = import_module(f"kzcn.cli.{command.module}")
        app = typer.Typer(add_completion=False, rich_markup_mode=None)
        app.command(name, help=command.help())(module.FUNCTIONS[name])
        return get_command(app)

    def __setitem__(self, name: str, command: object) -> None:
        raise TypeError(f"commands stand in the table COMMANDS: {name!r} does not")

    def __delitem__(self, name: str) -> None:
        raise TypeError(f"commands stand in the table COMMANDS: {name!r} stays there")

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class _Group(TyperGroup):
    """A group that knows its commands without loading them."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - handed on as they come
        super().__init__(**settings)
        self.commands = _Lazy()

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401, ARG002 - typer keeps these types
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.summary) for name, command in COMMANDS.items()])


_app = typer.Typer(cls=_Group, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


@_app.callback(invoke_without_command=True, help=OVERVIEW)
def _overview(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and stop.")] = False,
) -> None:
    if version:
        typer.echo(f"kzcn {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def options_of(name: str) -> list[tuple[str, str]]:
    """The options of a command with their help, none where there is no such command."""
    if name not in COMMANDS:
        return []
    found = [(option, parameter) for parameter in _Lazy()[name].params for option in _long(parameter)]
    return [*((option, str(getattr(parameter, "help", None) or "")) for option, parameter in found), _HELP]


def _long(parameter: Any) -> list[str]:  # noqa: ANN401 - typer keeps its parameter type to itself
    return [option for option in (*parameter.opts, *parameter.secondary_opts) if option.startswith("--")]


def run(arguments: Sequence[str]) -> int:
    """Run a command line; an error is printed as one line on stderr.

    Returns: the exit code: 0 done, 1 could not, 2 wrong usage, 130 interrupted.
    """
    _steady_streams()
    try:
        code = _code(_app([_readable(text) for text in arguments], prog_name="kzcn", standalone_mode=False))
        sys.stdout.flush()  # a full disk shows only here
    except SystemExit as end:
        return _reader_left() if isinstance(end.__context__, BrokenPipeError) else _code(end.code)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return _reader_left()
    except (KzcnError, typer.TyperException, OSError) as error:
        return _failed(error)
    return code


def _readable(argument: str) -> str:
    """An argument that Python could not decode, as where the locale is C, read as UTF-8."""
    return argument.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _code(result: object) -> int:
    """What a command gives back: an exit code where it ended early, else None."""
    return result if isinstance(result, int) else 0


def _steady_streams() -> None:
    """Give up no answer for a character that the terminal lacks, and no command for a stream that is closed."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, _nowhere())
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _nowhere() -> Any:  # noqa: ANN401 - any text stream will do
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - lives as long as the process


def _failed(error: KzcnError | typer.TyperException | OSError) -> int:
    from kzcn.output.clean import visible  # noqa: PLC0415 - only where something fails

    sys.stderr.write(f"kzcn: {visible(_message(error))}\n")
    return 1 if isinstance(error, OSError) else error.exit_code


def _message(error: KzcnError | typer.TyperException | OSError) -> str:
    if isinstance(error, OSError):
        return f"{error.filename or 'output'}: {error.strerror or error}"
    if isinstance(error, KzcnError):
        return str(error)
    context = getattr(error, "ctx", None)
    return error.format_message() + ("" if context is None else f" (see: {context.command_path} --help)")


def _reader_left() -> int:
    """`kzcn timeline | head -1` has what it wanted: stop without a word."""
    sys.stdout = _nowhere()
    return 0
