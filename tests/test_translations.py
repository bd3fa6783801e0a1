"""The tool that keeps the French translation, and its judgement of strings."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tools import translations

if TYPE_CHECKING:
    from pathlib import Path

CODE = """
from PySide6.QtWidgets import QLabel

class Page(QLabel):
    def show_count(self, count: int) -> None:
        self.setText(self.tr("Open the {name} file"))
        self.setToolTip(self.tr("%n agent(s)", "", count))
"""
PLURAL = '<message numerus="yes"><source>%n a</source><translation>{}</translation></message>'


def _ts(tmp_path: Path, message: str) -> Path:
    path = tmp_path / "x.ts"
    path.write_text(
        f'<TS version="2.1"><context><name>Page</name>{message}</context></TS>', encoding="utf-8"
    )
    return path


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("<message><source>A</source><translation>B</translation></message>", None),
        ('<message><source>A</source><translation type="unfinished"/></message>', "unfinished"),
        ("<message><source>A</source><translation> </translation></message>", "empty"),
        ("<message><source>A {x}</source><translation>B</translation></message>", "placeholders"),
        ("<message><source>A %1</source><translation>%2</translation></message>", "placeholders"),
        (PLURAL.format("<numerusform>Un a</numerusform>"), "1 plural forms"),
        (PLURAL.format(2 * "<numerusform>%n a</numerusform>"), None),
        (PLURAL.format("<numerusform>Un a</numerusform><numerusform>%n a</numerusform>"), None),
    ],
)
def test_judgement_of_one_string(tmp_path: Path, message: str, said: str | None) -> None:
    found = translations.problems(_ts(tmp_path, message))
    assert len(found) == (said is not None)
    assert said is None or said in found[0]


def test_new_strings_are_found_and_unfinished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = tmp_path / "mutudesk" / "ui"
    sources.mkdir(parents=True)
    (sources / "page.py").write_text(CODE, encoding="utf-8")
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    monkeypatch.setattr(translations, "SOURCES", sources)
    ts = tmp_path / "mutudesk_fr.ts"
    translations.update(ts)
    assert sorted(translations.problems(ts)) == [
        "Page: unfinished: '%n agent(s)'",
        "Page: unfinished: 'Open the {name} file'",
    ]
    first = ts.read_bytes()
    translations.update(ts)
    assert ts.read_bytes() == first
    for name in ("one.qm", "two.qm"):
        translations.release(ts, tmp_path / name)
    assert (tmp_path / "one.qm").read_bytes() == (tmp_path / "two.qm").read_bytes()


def test_english_has_the_plural_strings_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = tmp_path / "mutudesk" / "ui"
    sources.mkdir(parents=True)
    (sources / "page.py").write_text(CODE, encoding="utf-8")
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    monkeypatch.setattr(translations, "SOURCES", sources)
    ts = tmp_path / "mutudesk_en.ts"
    translations.update(ts, translations.ENGLISH)
    assert translations.problems(ts) == ["Page: unfinished: '%n agent(s)'"]


@pytest.mark.parametrize("translation", translations.TRANSLATIONS)
def test_no_form_is_left_to_the_reader(translation: translations.Translation) -> None:
    forms = ET.parse(translation.ts).getroot().iter("numerusform")  # noqa: S314 - our own file
    texts = ["".join(form.itertext()) for form in forms]
    assert len(texts) > 80
    assert [text for text in texts if "(s)" in text or "(ies)" in text] == []


@pytest.mark.parametrize("translation", translations.TRANSLATIONS)
def test_a_stale_file_is_named(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    translation: translations.Translation,
) -> None:
    folder = tmp_path / "i18n"
    folder.mkdir()
    for each in translations.TRANSLATIONS:
        for path in (each.ts, each.qm):
            (folder / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(translations, "FOLDER", folder)
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    monkeypatch.setattr(translations, "update", lambda *_: None)
    translation.qm.write_bytes(b"")
    assert translations.stale(translation) == [
        f"i18n/{translation.qm.name} is stale: run python tools/translations.py"
    ]


def test_the_committed_translation_is_fresh_and_complete() -> None:
    assert translations.main(["--check"]) == 0
