"""The membership convention as a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mutudesk.documents.convention.story import convention_story
from mutudesk.documents.convention.values import convention_values, party_values
from mutudesk.documents.document import Document
from mutudesk.documents.filling import FilledTemplate
from mutudesk.documents.layout import FileFacts, Paper
from mutudesk.documents.papers import LEGAL
from mutudesk.documents.template_checks import TemplateShape
from mutudesk.documents.template_choice import TemplateFamily, template_for
from mutudesk.language.french import designation

if TYPE_CHECKING:
    from mutudesk.documents.convention.content import ConventionContent
    from mutudesk.documents.templates import Template

_SECTIONS = """
    masthead title service ground dated file_title recitals agreed preamble signing to_complete
    to_read to_settle
"""
_WORDS = """
    watermark page article annex parties between_parties recitals in_parties in_recitals
    in_signatures stamp to_complete no_value vacant code mission post category cadre_emplois
    share beneficiary hierarchical functional power preamble exception origin ground agents
    full_time total of_member opinion vote signature reading points
"""
CONVENTION_TEMPLATES = TemplateFamily(
    "convention_adhesion",
    TemplateShape(
        sections=frozenset(_SECTIONS.split()),
        words=frozenset(_WORDS.split()),
        party_sections=frozenset({"party", "opinion", "signer"}),
        annexes=("missions", "posts", "authorities"),
        parts=frozenset(
            {"aliases", "heads", "councils", "articles", "powers", "pieces", "clauses"}
        ),
    ),
)


def _template(content: ConventionContent) -> Template:
    return template_for(CONVENTION_TEMPLATES, content.dated, content.ground)


def _fill(content: ConventionContent, template: Template) -> FilledTemplate:
    return FilledTemplate(
        template,
        convention_values(content, template),
        [party_values(content, template, party) for party in content.parties],
    )


def _facts(content: ConventionContent, filled: FilledTemplate) -> FileFacts:
    template = filled.template
    agglomeration, member = content.parties[0], content.party(content.member)
    name = designation(member.name, member.legal_form)
    what, of_whom = filled.text(template.sections["file_title"]), f" – {name}"
    watermark = template.words["watermark"]
    return FileFacts(
        title=what + of_whom,
        subject=filled.text(template.sections["dated"]),
        author=designation(agglomeration.name, agglomeration.legal_form),
        dated=content.dated,
        # Said in plain text too: who reads or searches the text does not meet a word drawn aslant.
        foot=f"{watermark} – {what}",
        foot_end=of_whom,
        blank_word=f"({template.words['to_complete'].lower()})",
        page_word=template.words["page"],
        watermark=watermark,
    )


def _paper(_content: ConventionContent) -> Paper:
    return LEGAL


CONVENTION: Document[ConventionContent] = Document(
    _template, _fill, _facts, _paper, convention_story
)
