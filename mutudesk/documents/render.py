"""From the facts of a convention to the bytes of its file."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from mutudesk.documents.fonts import missing_characters
from mutudesk.documents.layout import FileFacts, FootedCanvas, LegalDocument
from mutudesk.documents.story import convention_story
from mutudesk.documents.template_choice import convention_template
from mutudesk.documents.wording import Wording
from mutudesk.domain.findings import RefusedError, refusal
from mutudesk.language.french import designation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mutudesk.documents.content.convention import ConventionContent
    from mutudesk.documents.templates import Template
    from mutudesk.documents.wording import ToComplete


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document and what its last page lists: blanks, and pieces the register does not hold."""

    data: bytes
    blanks: tuple[ToComplete, ...]
    pieces: tuple[str, ...]


def render_convention(content: ConventionContent, template: Template | None = None) -> bytes:
    """The PDF of a membership convention: the same bytes for the same content, everywhere.

    Without a template, the one that serves the date of the content is taken. Raises RefusedError
    for a character that the fonts cannot print ("character_unprintable"), for an empty required
    placeholder, and when no template serves that date.
    """
    return lay_out(content, template).data


def lay_out(content: ConventionContent, template: Template | None = None) -> Rendered:
    """The same, with what the last page lists. Raises RefusedError like `render_convention`."""
    _refuse_unprintable(content)
    used = template or convention_template(content.dated, content.ground)
    wording = Wording(content, used)
    out = BytesIO()
    agglomeration, member = content.parties[0], content.party(content.member)
    name = designation(member.name, member.legal_form)
    facts = FileFacts(
        title=f"{wording.text(used.sections['file_title'])} – {name}",
        subject=f"{used.id} {used.version}",
        author=designation(agglomeration.name, agglomeration.legal_form),
        dated=content.dated,
        page_word=used.words["page"],
        watermark=used.words["watermark"],
    )
    document = LegalDocument(out, facts)
    document.build(convention_story(content, wording), canvasmaker=FootedCanvas)
    return Rendered(out.getvalue(), wording.to_complete, wording.pieces)


def _refuse_unprintable(content: ConventionContent) -> None:
    findings = [
        refusal(
            "character_unprintable",
            field=field,
            character=sign,
            codepoint=f"U+{ord(sign):04X}",
            text=text,
        )
        for field, text in _texts(content, "")
        for sign in missing_characters(text)
    ]
    if findings:
        raise RefusedError(*findings)


def _texts(value: object, field: str) -> Iterator[tuple[str, str]]:
    """Every text in the content with the name of its field."""
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each, field)
    elif is_dataclass(value):
        for each_field in fields(value):
            yield from _texts(getattr(value, each_field.name), each_field.name)
