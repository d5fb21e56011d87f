"""Why the store or the door said no, in a sentence for the host's terminal."""

from __future__ import annotations

from engine.names import Lang

WORDS: dict[str, tuple[str, str]] = {
    "disk_full": (
        "the disk is full: nothing was written, and nothing is lost",
        "le disque est plein : rien n'a été écrit, et rien n'est perdu",
    ),
    "not_writable": ("it cannot be written there", "l'écriture y est impossible"),
    "locked": ("another program is using it", "un autre programme l'utilise"),
    "not_a_journal": ("it is not a journal, or it is damaged", "ce n'est pas un journal, ou il est abîmé"),
    "newer_journal": ("a newer version of Locarno wrote it", "une version plus récente de Locarno l'a écrit"),
    "broken_game": ("one of its games does not follow from its own records", "une de ses parties ne découle pas de ses propres écritures"),
    "storage": ("the system could not store it", "le système n'a pas pu l'enregistrer"),
}


def fault_sentence(code: str, lang: Lang) -> str:
    """What a JournalFault's code means."""
    return WORDS.get(code, WORDS["storage"])[1 if lang == Lang("fr") else 0]
