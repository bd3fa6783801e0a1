"""The check of sizes and class names, on small trees of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools import limits

if TYPE_CHECKING:
    from pathlib import Path


def body(lines: int, indent: str = "    ") -> str:
    return f"{indent}pass\n" * lines


FUNCTION_50 = "def f():\n" + body(49)
FUNCTION_51 = "def f():\n" + body(50)
CLASS_251 = "class C:\n" + "    x = 0\n" * 250
METHOD_51 = "class C:\n    def m(self):\n" + body(50, " " * 8)
INNER_51 = "def f():\n    if True:\n        def g():\n" + body(50, " " * 12)
ALLOWED_51 = '[lines]\n"mutudesk/a.py:f" = 51\n'
TWICE = {"mutudesk/a.py": "class Row: pass\n", "mutudesk/b.py": "\nclass Row: pass\n"}


def tree(folder: Path, files: dict[str, str], exceptions: str = "") -> list[str]:
    """What is said of these files."""
    for name, text in {**files, limits.EXCEPTIONS: exceptions}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return limits.check(folder)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"mutudesk/a.py": FUNCTION_50}, []),
        ({"mutudesk/a.py": f"@cache\n{FUNCTION_50}"}, []),
        (
            {"mutudesk/a.py": FUNCTION_51},
            ["mutudesk/a.py:1: function f has 51 lines, more than 50"],
        ),
        (
            {"mutudesk/a.py": f"async {FUNCTION_51}"},
            ["mutudesk/a.py:1: function f has 51 lines, more than 50"],
        ),
        (
            {"mutudesk/a.py": 'def f():\n    """\n' + "x\n" * 48 + '    """\n'},
            ["mutudesk/a.py:1: function f has 51 lines, more than 50"],
        ),
        ({"tools/a.py": FUNCTION_51}, ["tools/a.py:1: function f has 51 lines, more than 50"]),
        (
            {"mutudesk/a.py": METHOD_51},
            ["mutudesk/a.py:2: function C.m has 51 lines, more than 50"],
        ),
        ({"mutudesk/a.py": CLASS_251}, ["mutudesk/a.py:1: class C has 251 lines, more than 250"]),
        ({"mutudesk/a.py": "x = 0\n" * 400}, []),
        (
            {"mutudesk/a.py": "x = 0\n" * 401},
            ["mutudesk/a.py:1: module has 401 lines, more than 400"],
        ),
        ({"tests/a.py": "x = 0\n" * 401}, ["tests/a.py:1: module has 401 lines, more than 400"]),
        ({"tests/a.py": FUNCTION_51 + CLASS_251}, []),
        ({f"{limits.FROZEN}0001_x.py": FUNCTION_51 + "x = 0\n" * 400}, []),
        (TWICE, ["mutudesk/b.py:2: class Row is defined in mutudesk/a.py:1 too"]),
        ({name: text.replace("Row", "_Row") for name, text in TWICE.items()}, []),
        ({"mutudesk/a.py": TWICE["mutudesk/a.py"], "tests/b.py": TWICE["mutudesk/b.py"]}, []),
        (
            {
                "mutudesk/a.py": "class A:\n    class Row: pass\n",
                "mutudesk/b.py": "class Row: pass\n",
            },
            [],
        ),
    ],
)
def test_what_is_too_large_or_ambiguous_is_said(
    tmp_path: Path, files: dict[str, str], said: list[str]
) -> None:
    assert tree(tmp_path, files) == said


def test_a_function_inside_another_counts_by_itself(tmp_path: Path) -> None:
    assert tree(tmp_path, {"mutudesk/a.py": INNER_51}) == [
        "mutudesk/a.py:1: function f has 53 lines, more than 50",
        "mutudesk/a.py:3: function f.g has 51 lines, more than 50",
    ]


@pytest.mark.parametrize(
    ("files", "exceptions", "said"),
    [
        ({"mutudesk/a.py": FUNCTION_51}, ALLOWED_51, []),
        (
            {"mutudesk/a.py": FUNCTION_51 + body(1)},
            ALLOWED_51,
            ["mutudesk/a.py:1: function f has 52 lines, more than 51"],
        ),
        (
            {"mutudesk/a.py": FUNCTION_51},
            '[lines]\n"mutudesk/a.py:f" = 60\n',
            ["tools/limits.toml:2: mutudesk/a.py:f is allowed 60: lower it to 51"],
        ),
        (
            {"mutudesk/a.py": FUNCTION_50},
            ALLOWED_51,
            ["tools/limits.toml:2: mutudesk/a.py:f needs no exception any more: take it out"],
        ),
        (
            {"mutudesk/a.py": ""},
            '[lines]\n"mutudesk/b.py" = 500\n',
            ["tools/limits.toml:2: mutudesk/b.py needs no exception any more: take it out"],
        ),
        ({"tests/a.py": "x = 0\n" * 401}, '[lines]\n"tests/a.py" = 401\n', []),
        (TWICE, "[names]\nRow = 2\n", []),
        (
            {**TWICE, "mutudesk/c.py": "class Row: pass\n"},
            "[names]\nRow = 2\n",
            ["mutudesk/c.py:1: class Row is defined in mutudesk/a.py:1, mutudesk/b.py:2 too"],
        ),
        (TWICE, "[names]\nRow = 3\n", ["tools/limits.toml:2: Row is allowed 3: lower it to 2"]),
        (
            {"mutudesk/a.py": "class Row: pass\n"},
            "[names]\nRow = 2\n",
            ["tools/limits.toml:2: Row needs no exception any more: take it out"],
        ),
    ],
)
def test_exceptions_may_only_shrink(
    tmp_path: Path, files: dict[str, str], exceptions: str, said: list[str]
) -> None:
    assert tree(tmp_path, files, exceptions) == said


def test_the_exit_status_says_whether_something_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(limits, "ROOT", tmp_path)
    assert tree(tmp_path, TWICE) != []
    assert limits.main() == 1
    assert capsys.readouterr().out.splitlines() == limits.check(tmp_path)
    assert tree(tmp_path, {"mutudesk/b.py": ""}) == []
    assert limits.main() == 0
