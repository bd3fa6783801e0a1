"""Templates: what is wrong in one is found when it is loaded, with the place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mutudesk.documents.convention.document import CONVENTION_TEMPLATES
from mutudesk.documents.fonts import missing_characters
from mutudesk.documents.sandbox import Blank, TemplateFileError, compile_source
from mutudesk.documents.template_choice import templates_of
from mutudesk.documents.template_loading import load_template
from mutudesk.documents.templates import Status
from mutudesk.resources import resource_path

if TYPE_CHECKING:
    from pathlib import Path

FILE = resource_path("templates", "convention_adhesion.toml")
ORIGINAL = FILE.read_text(encoding="utf-8")


def changed(tmp_path: Path, old: str, new: str) -> Path:
    assert old in ORIGINAL
    path = tmp_path / "changed.toml"
    path.write_text(ORIGINAL.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{{ notice }}", "{{ notise }}", "not declared: ['notise']"),
        ("{{ notice }}", "rien", "declared and not used: ['notice']"),
        ('title = "Objet"', 'title = "Objet {{ siren }}"', "not declared: ['siren']"),
        ("{{ notice }}", "{{ notice | upper }}", "Filter"),
        ("{{ notice }}", "{{ notice.__class__ }}", "Getattr"),
        ("{{ notice }}", "{{ notice() }}", "Call"),
        ("{{ notice }}", "{{ 'a' * 1000000000 }}", "Mul"),
        ("{{ notice }}", "{{ notice", "articles[12].body, line"),
        ("{{ notice }}", "{% include 'x' %}", "Include"),
        (
            'status = "required", label = "date de la',
            'status = "needed", label = "date de la',
            "'needed'",
        ),
        ("blank = 16 }", "blank = 16, lines = 1 }", "notice: either blank or lines"),
        ("version = 2", 'version = "2"', "version: int is wanted"),
        ("valid_from = 2014-01-01", "valid_from = 2014-01-01T10:00:00", "without an hour"),
        ("agreed = ", "agrees = ", "sections"),
        ("opinion = '''", "opinions = '''", "party_sections"),
        ('key = "posts"', 'key = "poste"', "annexes"),
        ("[[powers]]", "[[pouvoirs]]", "unknown"),
        ('name = "committee"', 'name = "comite"', "clauses: "),
        ("locaux de {gestionnaire}", "locaux de {maire}", "{maire} is no name"),
        ('id = "convention-adhesion"', 'id = "a"\nnote = "b"', "unknown ['note']"),
        ("[placeholders]", "[placeholders", "changed.toml"),
    ],
)
def test_a_wrong_template_is_refused_at_load(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        load_template(changed(tmp_path, old, new), CONVENTION_TEMPLATES.shape)


def test_a_template_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes(ORIGINAL.encode("cp1252", "replace"))
    with pytest.raises(TemplateFileError):
        load_template(path, CONVENTION_TEMPLATES.shape)


def test_there_is_one_template_and_it_serves_shared_services() -> None:
    (template,) = templates_of(CONVENTION_TEMPLATES)
    assert (template.id, template.version) == ("convention-adhesion", 2)
    assert len(template.articles) == 16
    assert {place.status for place in template.placeholders.values()} == set(Status)


def test_its_words_are_typeset_in_french() -> None:
    (template,) = templates_of(CONVENTION_TEMPLATES)
    words = [*template.words.values(), *template.councils.values()]
    words += [part for row in template.powers for part in row]
    words += template.aliases.values()
    for text in words:
        assert "'" not in text
        assert "  " not in text
        assert not missing_characters(text)


def test_the_source_has_neither_hidden_signs_nor_lines_too_long() -> None:
    assert "\u00a0" not in ORIGINAL
    assert "\u202f" not in ORIGINAL
    assert "\t" not in ORIGINAL


def test_legal_wording_is_in_no_module() -> None:
    for path in sorted((FILE.parents[2] / "mutudesk" / "documents").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert "présente convention" not in text
        assert "délibér" not in text


def test_a_value_is_text_for_the_template_too() -> None:
    source = compile_source("here", "{{ a }}, {{ a | unended }}")
    assert source.fill({"a": "{{ b }}."}) == (
        "\ue001\\{\\{ b \\}\\}\\.\ue002, \ue001\\{\\{ b \\}\\}\ue002"
    )


def test_a_value_cannot_pretend_to_be_a_blank() -> None:
    filled = compile_source("here", "{{ a }}{{ b }}").fill({"a": "\ue0030\ue004", "b": Blank(2)})
    assert filled == "\ue0010\ue002\ue0032\ue004"


def test_what_is_neither_text_nor_blank_is_refused() -> None:
    with pytest.raises(TemplateFileError, match="tuple"):
        compile_source("here", "{{ a }}").fill({"a": ("x",)})
    with pytest.raises(TemplateFileError, match="Undefined"):
        compile_source("here", "{{ a }}").fill({})
