"""*Pourquoi ?* in words: each recorded fact that a line rests on as one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from mutudesk.domain.services import LegalGround
from mutudesk.language.bodies import with_civility
from mutudesk.language.messages import choice_label
from mutudesk.language.typography import percentage, short_date, typographic
from mutudesk.language.wording import English, French
from mutudesk.ui.words.common import (
    BETWEEN,
    body_name,
    capitalized,
    day_in_words,
    quality_in_words,
    window_language,
)

if TYPE_CHECKING:
    from mutudesk.domain.period import Period
    from mutudesk.usecases.authorities import Authority, Explanation

translate = QCoreApplication.translate


def line_in_words(why: Explanation) -> str:
    """Which line is explained, and for which date."""
    row = why.row
    return translate("authorities", "{mission} for {beneficiary}, situation on {day}").format(
        mission=f"{typographic(row.mission_label)} ({typographic(row.service_name)})",
        beneficiary=body_name(row.beneficiary),
        day=day_in_words(why.on),
    )


def work_in_words(why: Explanation) -> list[str]:
    """The mission share, the assignment it is part of, and the employment."""
    sentences = []
    if why.share is not None:
        sentences.append(
            translate("authorities", "Mission share: {share} of a full post, {period}.").format(
                share=percentage(why.share.share), period=_days(why.share.period)
            )
        )
    if why.assignment is None:
        sentences.append(
            translate("authorities", "No assignment to this service is in force on this date.")
        )
    else:
        sentences.append(
            translate(
                "authorities",
                "Assignment to the service: {share} of a full post, {ground}, {period}.",
            ).format(
                share=percentage(why.assignment.share),
                ground=choice_label(why.assignment.ground, window_language()),
                period=_days(why.assignment.period),
            )
        )
    if why.position is None:
        sentences.append(
            translate(
                "authorities", "No situation is in force on this date: the employer is not known."
            )
        )
    else:
        sentences.append(
            translate("authorities", "Employer: {employer}, {period}.").format(
                employer=body_name(why.employer), period=_days(why.position.period)
            )
        )
    return sentences


def hierarchical_in_words(why: Explanation) -> list[str]:
    """Which body commands by employment, and why this one."""
    sentences = [mandate_in_words(why.hierarchical)]
    assignment = why.assignment
    if assignment is not None and why.replaces_employer:
        text = translate(
            "authorities",
            "{body} is the body recorded on the assignment, in place of the employer.",
        )
        sentences.append(text.format(body=body_name(why.hierarchical.body)))
        reason = typographic(assignment.hierarchical_reason) or translate(
            "authorities", "not given"
        )
        sentences.append(translate("authorities", "Reason: {reason}").format(reason=reason))
    elif why.position is not None:
        text = translate(
            "authorities", "{body} employs the agent; no other body is recorded on the assignment."
        )
        sentences.append(text.format(body=body_name(why.employer)))
    sentences.append(translate("authorities", "Appoints, appraises, sanctions and pays."))
    return sentences


def operational_in_words(why: Explanation) -> list[str]:
    """Which body gives the instructions, and why this one."""
    sentences = [mandate_in_words(why.operational)]
    body = body_name(why.operational.body)
    if why.replaces_beneficiary:
        text = translate(
            "authorities",
            "{body} is the body recorded on the mission share, in place of the beneficiary.",
        )
    else:
        text = translate(
            "authorities",
            "{body} is the beneficiary; no other body is recorded on the mission share.",
        )
    sentences.append(text.format(body=body))
    sentences.append(
        translate("authorities", "Gives the instructions for this mission and controls the work.")
    )
    if why.service_ground is LegalGround.SHARED_SERVICE:
        sentences.append(
            translate(
                "authorities",
                "CGCT, article L. 5211-4-2: depending on the mission, the staff of a shared "
                "service is under the functional authority of the mayor or of the president.",
            )
        )
    elif why.service_ground is not None:
        ground = capitalized(choice_label(why.service_ground, window_language()))
        sentences.append(f"{ground}.")
    return sentences


def head_in_words(authority: Authority) -> str:
    """The head with the quality and the body, or that nobody holds office."""
    mandate = authority.mandate
    body = body_name(authority.body) if authority.siren else ""
    if mandate is None:
        name = translate("authorities", "Vacant mandate")
        return BETWEEN.join(part for part in (name, body) if part)
    shown = with_civility(mandate.civility, mandate.full_name)
    quality = quality_in_words(mandate.quality, acting=mandate.acting)
    return BETWEEN.join(part for part in (shown, quality, body) if part)


def mandate_in_words(authority: Authority) -> str:
    """The dates of the mandate, or since when there is none."""
    mandate = authority.mandate
    if mandate is not None:
        text = (
            translate("authorities", "Interim: {period}.")
            if mandate.acting
            else translate("authorities", "Term of office: {period}.")
        )
        return text.format(period=_days(mandate.period))
    if authority.vacant_since is not None:
        text = translate("authorities", "Nobody has held office since {day}.")
        return text.format(day=short_date(authority.vacant_since))
    return translate("authorities", "No term of office is recorded for this date.")


def _days(period: Period) -> str:
    wording = French() if window_language() == "fr" else English()
    return wording.period(period, "since")
