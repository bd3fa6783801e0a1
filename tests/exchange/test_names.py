"""Names in capitals, put into the case that is printed."""

from __future__ import annotations

import pytest

from mutudesk.exchange.names import proper_name


@pytest.mark.parametrize(
    ("recorded", "printed"),
    [
        ("DUPONT", "Dupont"),
        ("DUPONT-MARTIN", "Dupont-Martin"),
        ("DUPONT MARTIN", "Dupont Martin"),
        ("DE LA TOUR", "de La Tour"),
        ("DE LA FONTAINE-DUVAL", "de La Fontaine-Duval"),
        ("D'ARC", "d'Arc"),
        ("D’ORMESSON", "d’Ormesson"),
        ("DU BELLAY", "du Bellay"),
        ("DES GARETS", "des Garets"),
        ("LE GOFF", "Le Goff"),
        ("L'HERMITE", "L'Hermite"),
        ("N'DIAYE", "N'Diaye"),
        ("O'BRIEN", "O'Brien"),
        ("L'HUILLIER", "L'Huillier"),
        ("O'BATON", "O'Baton"),
        ("DELL'AGNOLA", "Dell'Agnola"),
        ("SANT’ANNA", "Sant’Anna"),
        # An apostrophe that is a letter.
        ("LE BALC'H", "Le Balc'h"),
        ("KERLOC'H", "Kerloc'h"),
        ("KERLOC’H-LE GOFF", "Kerloc’h-Le Goff"),
        ("JOURD'HEUIL", "Jourd'heuil"),
        ("'H", "'H"),
        ("ÉVRARD", "Évrard"),
        ("HÉLÈNE", "Hélène"),
        ("JEAN-PIERRE", "Jean-Pierre"),
        ("MARTIN DIT DE", "Martin Dit De"),
        ("D", "D"),
        # Whoever wrote both cases knew the name.
        ("de la Tour", "de la Tour"),
        ("McDonald", "McDonald"),
        ("Lucie", "Lucie"),
        ("", ""),
    ],
)
def test_proper_names(recorded: str, printed: str) -> None:
    assert proper_name(recorded) == printed
