"""How a membership stands on a day, as every page of the window shows it: words and signs."""

from __future__ import annotations

from mutudesk.domain.services import MembershipState
from mutudesk.language.messages import choice_label
from mutudesk.ui.words.common import window_language

# How each state is painted: kind of chip, sign.
SIGNS = {
    MembershipState.NONE: ("plain", "minus"),
    MembershipState.PROJECT: ("project", "pen-line"),
    MembershipState.DECIDED: ("decided", "circle-dashed"),
    MembershipState.IN_FORCE: ("soft", "check"),
    MembershipState.IN_PART: ("soft", "contrast"),
    MembershipState.INTEGRATED: ("strong", "layers"),
    MembershipState.ENDED: ("plain", "circle-minus"),
}
CONFLICT = ("conflict", "alert-triangle")  # on top of any state


def state_in_words(state: MembershipState) -> str:
    """One or two words, for a chip or the lesser line of a list."""
    return choice_label(state, window_language())
