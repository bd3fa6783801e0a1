"""What the journal holds, in words: acts by name, records, and each field before and after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from mutudesk.domain.agents import Agent
from mutudesk.domain.assignments import MissionShare
from mutudesk.domain.bodies import BodyName, LegalIdentity, Mandate, Population, PublicBody
from mutudesk.domain.findings import Share
from mutudesk.domain.history import BEGINNINGS, IMPORT, REDO, UNDO
from mutudesk.domain.period import Period
from mutudesk.domain.records import BODY_FIELDS, Kind, field_names
from mutudesk.domain.services import Mission, Origin, SharedService
from mutudesk.language.bodies import person
from mutudesk.language.catalogue import DEFAULT_LANGUAGE, catalogue
from mutudesk.language.messages import choice_label, field_label, filled, kind_label
from mutudesk.language.typography import siren_groups, typographic
from mutudesk.language.wording import worded

if TYPE_CHECKING:
    from mutudesk.domain.findings import FindingValue
    from mutudesk.domain.history import HistoryAct, Names
    from mutudesk.domain.records import Fact

NOTHING = "–"
_SHARES = frozenset({"share", "working_time"})
# Which body a record is about, where it names several.
_ABOUT = ("beneficiary_siren", "siren")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a record in words, before and after; NOTHING where it held nothing."""

    label: str
    before: str
    after: str

    @property
    def is_changed(self) -> bool:
        """Tell whether the act changed it."""
        return self.before != self.after


def act_words(act: HistoryAct, language: str = DEFAULT_LANGUAGE) -> str:
    """An act by name, as a heading: "Clôture de l’affectation de M. Dupont au service…"."""
    words = catalogue(language)
    values: dict[str, FindingValue] = {"count": act.count, "reason": act.reason}
    fact = act.lead.fact
    if act.action not in {*BEGINNINGS, IMPORT, UNDO, REDO}:
        values["record"] = (
            _of_record(act.lead.kind, fact, act.names, language)
            if fact is not None
            else act.lead.record
        )
    return filled(words.acts.get(act.action, words.acts["other"]), values, language)


def act_name(act: HistoryAct, language: str = DEFAULT_LANGUAGE) -> str:
    """The same inside a sentence or a menu: "clôture de l’affectation de M. Dupont…"."""
    words = act_words(act, language)
    return words[:1].lower() + words[1:]


def action_label(action: str, language: str = DEFAULT_LANGUAGE) -> str:
    """A kind of act for a choice: what its name says before it names a record."""
    words = catalogue(language).acts.get(action, action)
    return words.partition("{")[0].rstrip("\u00a0 :").removesuffix(" of").removesuffix(" de")


def record_name(kind: Kind, fact: Fact, names: Names, language: str = DEFAULT_LANGUAGE) -> str:
    """A record as a heading: "Affectation : Mme Paule Garnier, Droit des sols"."""
    label = kind_label(kind, language)
    values = _values(fact, names)
    own = [str(values[name]) for name in ("agent", "person", "name") if name in values]
    others = [str(values[name]) for name in ("mission", "service", "body") if name in values]
    if "year" in values:
        others.append(str(values["year"]))
    named = ", ".join(dict.fromkeys(typographic(each) for each in own + others))
    colon = "\u00a0: " if language == DEFAULT_LANGUAGE else ": "
    return f"{label[:1].upper()}{label[1:]}{colon}{named}"


def field_changes(
    kind: Kind,
    before: Fact | None,
    after: Fact | None,
    names: Names,
    language: str = DEFAULT_LANGUAGE,
) -> list[FieldChange]:
    """Every field of a record that holds something before or after, in words."""
    changes = []
    for name in field_names(kind):
        parts = ("valid_from", "valid_until") if name == "period" else (name,)
        for part in parts:
            old = _field(part, before, names, language)
            new = _field(part, after, names, language)
            if (old, new) != (NOTHING, NOTHING):
                changes.append(FieldChange(field_label(kind, part, language), old, new))
    return changes


def _field(  # noqa: C901, PLR0911 - one a kind of value
    name: str, fact: Fact | None, names: Names, language: str
) -> str:
    if fact is None:
        return NOTHING
    period = getattr(fact, "period", None)
    if name == "valid_from" and isinstance(period, Period):
        value: object = period.valid_from
    elif name == "valid_until" and isinstance(period, Period):
        value = period.last_day
    else:
        value = getattr(fact, name)
    words = catalogue(language)
    match value:
        case None | "":
            return NOTHING
        case bool():
            return words.words["yes" if value else "no"]
        case Enum():
            return choice_label(value, language)
        case frozenset():
            service = getattr(fact, "service", "")
            labels = [names.missions.get((service, code)) or code for code in sorted(value)]
            return typographic(", ".join(labels))
        case int() if name == "year":
            return str(value)
        case int():
            shown = Share(value) if name in _SHARES else value
            return worded(words.wording, shown, "")
        case date():
            return worded(words.wording, value, "")
        case _:
            return typographic(_named(name, str(value), fact, names))


def _named(name: str, code: str, fact: Fact, names: Names) -> str:
    """A code with what it is called; a record's own code stays as it is."""
    found = None
    if name in BODY_FIELDS:
        own = isinstance(fact, PublicBody)
        return siren_groups(code) if own else names.bodies.get(code) or siren_groups(code)
    if name == "service":
        found = names.services.get(code)
    elif name == "mission":
        found = names.missions.get((getattr(fact, "service", ""), code))
    elif name == "matricule" and not isinstance(fact, Agent):
        found = names.agents.get(code)
        found = f"{found} ({code})" if found else None
    return found or code


def _of_record(kind: Kind, fact: Fact, names: Names, language: str) -> str:
    template = catalogue(language).records[kind.value]
    return filled(template, _values(fact, names), language)


def _values(fact: Fact, names: Names) -> dict[str, FindingValue]:
    """What a record is called by: its body, service, mission, agent, person, year."""
    values: dict[str, FindingValue] = {}
    for name in _ABOUT:
        siren = getattr(fact, name, None)
        if siren:
            values["body"] = names.bodies.get(siren) or siren
            break
    service = getattr(fact, "service", "")
    if service:
        values["service"] = names.services.get(service) or service
    matricule = getattr(fact, "matricule", "")
    if matricule:
        values["agent"] = names.agents.get(matricule) or matricule
    return values | _own_values(fact, names)


def _own_values(  # noqa: PLR0911 - one a kind of record
    fact: Fact, names: Names
) -> dict[str, FindingValue]:
    """What a record itself says of its name."""
    match fact:
        case LegalIdentity():
            known = names.bodies.get(fact.siren)
            code = known.insee_code if isinstance(known, BodyName) else ""
            return {"body": BodyName(fact.name, fact.legal_form, fact.link_word, code)}
        case Population():
            return {"year": str(fact.year)}
        case Agent():
            return {"agent": person(fact.civility, fact.first_name, fact.last_name)}
        case Mandate():
            return {"person": person(fact.civility, fact.first_name, fact.last_name)}
        case SharedService():
            return {"service": fact.name or fact.code}
        case Origin():
            return {"name": fact.name}
        case Mission():
            return {"mission": fact.label or fact.code}
        case MissionShare():
            label = names.missions.get((fact.service, fact.mission))
            return {"mission": label or fact.mission}
        case _:
            return {}
