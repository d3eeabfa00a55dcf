"""The command: words to commands, errors to messages and exit codes, the nearest to what was typed."""

from __future__ import annotations

from importlib import import_module

import pytest

import catalog
from catalog.cli.main import COMMANDS
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("list",), 0),
        (("compare", "acme", "citroen"), 0),
        (("convert", "5.995 mm", "in"), 1),  # ambiguous text
        (("new", "Acme", "Van", "--specs", "/dev/null"), 1),  # cannot write
        ((), 2),
        (("lst",), 2),
        (("list", "--nothing"), 2),
        (("list", "--format", "nothing"), 2),
        (("list", "--units", "nothing"), 2),
        (("list", "--specs", "gone"), 2),
        (("show", "nothing of this name"), 3),
        (("list", "nothing of this name"), 3),
        (("fields", "nothing"), 3),
        (("convert", "5 km", "nothing"), 3),
        (("convert", "5 km", "kg"), 4),
        (("compare", "-"), 4),
        (("check", "--specs", "gone"), 5),
    ],
)
def test_exit_codes(run: Run, arguments: tuple[str, ...], code: int) -> None:
    ran = run(*arguments)
    assert ran.code == code
    if code in (1, 2, 4):
        assert ran.out == ""
    if code in (1, 2, 3, 4) and arguments != ("list", "nothing of this name"):
        assert "vehicles: " in ran.err
    if code == 0:
        assert ran.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("lst",), "no command 'lst'; did you mean list?"),
        (("comprae",), "no command 'comprae'; did you mean compare?"),
        (("zzz",), "no command 'zzz'; one of list, show, compare"),
        (("list", "--fromat", "csv"), "no option '--fromat'; did you mean --format?"),
        (("list", "--fromat=csv"), "no option '--fromat=csv'; did you mean --format?"),
        (("list", "-x", "y"), "no option '-x'"),
        (("list", "--format", "jsno"), "no format 'jsno'; did you mean json?"),
        (("list", "--units", "metrc"), "no unit system 'metrc'; did you mean metric?"),
        (("list", "--units", "imperial"), "no unit system 'imperial'; one of metric, us, uk, si"),
        (("list", "--unit", "range"), "--unit: 'range' is not NAME=UNIT"),
        (("list", "--unit", "rnage=mi"), "no field or kind 'rnage'; did you mean range"),
        (("list", "--unit", "range=kg"), "range=kg: cannot read 'kg': kg measures mass"),
        (("list", "--columns", "payloda"), "no field 'payloda'; did you mean payload"),
        (("list", "--group-by", "maek"), "cannot group by 'maek'; did you mean make?"),
        (("list", "--make", "Acmee"), "no make 'Acmee'; did you mean Acme?"),
        (("list", "--type", "vna"), "no vehicle type 'vna'; did you mean van?"),
        (("list", "--plant", "gratz"), "no plant 'gratz'; did you mean graz?"),
        (("list", "--limit", "few"), "'few' is not a number of vehicles"),
        (("list", "--limit", "-1"), "'-1' is not a number of vehicles"),
        (("list", "--width", "wide"), "'wide' is not a number of columns"),
        (("list", "--width", "19"), "a table needs 20 columns at least"),
        (("show", "acme-e-van-57"), "no vehicle 'acme-e-van-57'; did you mean acme-e-van-75?"),
        (("show",), "the following arguments are required: VEHICLE"),
        (("show", "acme", "citroen"), "one argument too many: 'citroen'"),
        (("compare", "acme", "citroen", "--fields", "rnage"), "no field or group 'rnage'; did you mean range"),
        (("compare", "acme", "citroen", "--baseline", "zzzz"), "no vehicle 'zzzz'"),
        (("fields", "rnage"), "no field 'rnage'; did you mean range"),
        (("units", "pwer"), "no kind of quantity 'pwer'; did you mean power?"),
        (("sources", "evil-frum"), "no source or vehicle 'evil-frum'; did you mean evil-forum?"),
        (("plants", "gratz"), "no plant 'gratz'; did you mean graz?"),
        (("convert", "5 km", "mlie"), "no unit 'mlie'; did you mean"),
        (("new", "Acme", "Van", "--type", "trukc"), "no type 'trukc'; did you mean truck?"),
        (("completion", "bsh"), "no shell 'bsh'; did you mean bash?"),
        (("check", "--code", "mass-identiy"), "no check 'mass-identiy'; did you mean mass-identity"),
        (("check", "gone"), "no such file or folder: gone"),
        (("list", "--where", "paylod > 1 t"), "no field 'paylod'; did you mean payload"),
        (("list", "--sort=-zzz"), "no field 'zzz'; `vehicles fields` lists all"),
        (("list", "--columns", "zzz"), "no field 'zzz' (`vehicles fields` lists all)"),
    ],
)
def test_a_word_that_is_none_suggests_the_nearest(run: Run, arguments: tuple[str, ...], message: str) -> None:
    ran = run(*arguments)
    assert ran.out == ""
    assert message in ran.err
    assert ran.code in (2, 3)
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("option", "text"),
    [("--columns", "rnage"), ("--sort", "-rnage"), ("--where", "rnage > 1 km"), ("--where", "range[nedcx] > 1 km")],
)
def test_an_unknown_name_has_one_exit_code_wherever_it_stands(run: Run, option: str, text: str) -> None:
    assert run("list", option, text).code == 3
    assert run("list", "--where", "range >").code == 2


def test_names_may_stand_after_options(run: Run) -> None:
    before = run("compare", "acme-e-van-75", "citroen-e-hauler-50", "--units", "us")
    between = run("compare", "acme-e-van-75", "--units", "us", "citroen-e-hauler-50")
    assert before == between
    assert before.code == 0
    assert run("list", "e-", "--limit", "3", "hauler").out == run("list", "e-", "hauler", "--limit", "3").out


def test_the_messages_are_on_stderr_and_the_data_on_stdout(run: Run) -> None:
    ran = run("show", "acme")
    assert ran.err == "vehicles: took 'acme' as acme-e-van-75 (Acme E-Van, 75 kWh, 3.5 t, L2H2)\n"
    assert ran.out.startswith("Acme E-Van, 75 kWh, 3.5 t, L2H2\n\n")
    assert "took" not in ran.out


def test_help_lists_every_command_and_the_exit_codes(run: Run) -> None:
    ran = run("--help")
    assert ran.code == 0
    for name, summary in COMMANDS.items():
        assert name in ran.out
        assert " ".join(summary.split()) in " ".join(ran.out.split())
    assert "5 check found something" in " ".join(ran.out.split())


def test_version(run: Run) -> None:
    assert run("--version").out.startswith(f"vehicles {catalog.__version__}")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_is_its_docstring_with_examples(run: Run, name: str) -> None:
    doc = (import_module(f"catalog.cli.commands.{name}_").__doc__ or "").strip()
    ran = run(name, "--help")
    assert ran.code == 0
    assert ran.err == ""
    assert doc in ran.out
    assert f"  vehicles {name}" in doc or f"vehicles {name} " in doc, "an example that can be copied"


def test_every_command_module_is_a_command() -> None:
    from pathlib import Path

    import catalog.cli.commands

    folder = Path(catalog.cli.commands.__file__).parent
    assert {path.stem.removesuffix("_") for path in folder.glob("[a-z]*.py")} == set(COMMANDS)
