"""What a power owes between its signature and a treaty's entry into force: not to defeat its object and purpose (VCLT 18).

Only the clear cases are judged: what was to be ceded is handed to another, and a power is attacked that the text promises not to attack.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.duties import Cede, Refrain
from engine.happenings import Deed, Happening
from engine.names import ArticleId, Power, TreatyId
from engine.obligations import Obligation, obligations_under, owed_by
from engine.performance import aggressor_in, contravenes, performs
from engine.record import Defeat
from engine.state import State
from engine.treaty import Stage, Treaty

JUDGED = (Deed.ATTACK, Deed.TRANSFER)
"""The deeds that may defeat the object of a treaty."""
PENDING = (Stage.ADOPTED, Stage.IN_FORCE)
"""A text that is withdrawn, or has lapsed or ended, holds back nobody."""


def defeated_by(state: State, deeds: Iterable[Happening], *, aggressor: Power | None = None) -> tuple[Obligation, ...]:
    """What some deeds defeat of treaties that those who do them have signed and that do not bind them yet, each once."""
    found: dict[tuple[TreatyId, ArticleId, Power, Power], Obligation] = {}
    judged = [deed for deed in deeds if deed.deed in JUDGED]
    for treaty, owed in _owed_meanwhile(state) if judged else ():
        if any(_defeats(state, treaty, owed, deed, aggressor) for deed in judged):
            found.setdefault((owed.treaty, owed.article.id, owed.debtor, owed.creditor), owed)
    return tuple(found.values())


def defeats(state: State, treaty: Treaty, power: Power, against: Power) -> tuple[Defeat, ...]:
    """By what another has defeated the object of a treaty to a power's injury, protested against or not."""
    if treaty.stage not in PENDING:
        return ()
    return tuple(d for d in state.defeats if (d.treaty, d.duty.debtor, d.duty.creditor) == (treaty.id, against, power))


def _owed_meanwhile(state: State) -> Iterator[tuple[Treaty, Obligation]]:
    """What treaties would oblige their signatories to among themselves, where they do not bind the two yet; a signature that waits for its
    confirmation holds back nobody, nor does a consent held to be void."""
    for treaty in state.treaties.values():
        signed = treaty.signed - treaty.contested - treaty.left
        if treaty.stage not in PENDING or signed <= treaty.parties:
            continue
        for owed in obligations_under(state, treaty, signed):
            if {owed.debtor, owed.creditor} <= signed and not {owed.debtor, owed.creditor} <= treaty.parties:
                yield treaty, owed


def _defeats(state: State, treaty: Treaty, owed: Obligation, deed: Happening, aggressor: Power | None) -> bool:
    match owed.duty:
        case Refrain(creditor=creditor) as duty if deed.deed is Deed.ATTACK and deed.toward == creditor:
            return contravenes(duty, deed, aggressor=aggressor_in(state, deed, aggressor))
        case Cede(debtor=debtor, creditor=creditor, stake=stake):
            elsewhere = (deed.deed, deed.by, deed.at) == (Deed.TRANSFER, debtor, stake) and deed.toward != creditor
            return elsewhere and _is_of_its_own_will(state, deed, treaty.signatures[debtor].turn)
        case _:
            return False


def _is_of_its_own_will(state: State, deed: Happening, signed: int) -> bool:
    """Whether a stake is handed over by nothing but promises that its holder has freely made since it signed."""
    texts = [state.treaties.get(owed.treaty) for owed in owed_by(state, deed.by) if performs(owed.duty, deed)]
    return all(text is not None and not text.coercers(deed.by) and _binds_since(state, text, deed.by) > signed for text in texts)


def _binds_since(state: State, text: Treaty, power: Power) -> int:
    since = state.bound_since(text, power)
    return -1 if since is None else since
