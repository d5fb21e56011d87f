"""How long the law takes to say who is bound, on a Europe of thirty powers and sixty treaties."""

from __future__ import annotations

import datetime as dt
import time
from itertools import combinations, pairwise

from attrs import evolve as with_
from attrs import frozen

from engine.casus import casus_foederis
from engine.clauses import AnyClause, Consultation, Guarantee, MutualAssistance, NonAggression
from engine.commands import Sign
from engine.consequences import consequences
from engine.duties import Automaticity
from engine.events import Phase
from engine.names import Power, StakeId, TreatyId, TurnId
from engine.opening import opening_state
from engine.reckoning import reckoning
from engine.setting import PowerSheet, Route, Setting, Stake, Turn
from engine.state import State, changed
from engine.treaty import Stage, Treaty
from tests.benchmarks.table import Row
from tests.engine.settings import both, standing

POWERS = tuple(Power(f"power_{n:02}") for n in range(30))
TREATIES = 60
LONGEST_RECKONING = 10.0
"""Milliseconds for one answer of the calculator."""
LONGEST_FORECAST = 50.0
"""Milliseconds before a form says what a signature would mean."""
LONGEST = 5.0
"""Milliseconds for one casus foederis, nothing computed beforehand, on a machine that makes frozen values at the pace below."""
MADE = 1.25
"""Milliseconds for a thousand frozen values of eight fields on the machine for which this was set; a slower one is given as much more."""


@frozen(kw_only=True)
class Plain:
    """A value as the engine is made of, with nothing to reckon: what no change of the law makes faster or slower."""

    a: int
    b: int
    c: int
    d: int
    e: int
    f: int
    g: int
    h: int


def thousand_values() -> list[Plain]:
    """What sets the machine's pace."""
    return [Plain(a=n, b=n, c=n, d=n, e=n, f=n, g=n, h=n) for n in range(1000)]


def europe() -> State:
    """Thirty powers bound by sixty treaties: alliances that wait for each other, guarantees, a pact of twelve, and promises of peace."""
    turns = {TurnId("now"): Turn(name=both("now"), date=dt.date(1939, 8, 1))}
    setting = Setting(
        id="thirty",
        title=both("Thirty"),
        summary=both(""),
        languages=(),
        digest="0" * 64,
        powers={p: PowerSheet(name=both(p)) for p in POWERS},
        turns=turns,
        stakes={StakeId(f"land_{p}"): Stake(name=both(p), holder=p) for p in POWERS},
        tracks={},
        borders=frozenset(),
    )
    treaties: list[Treaty] = [standing(TreatyId("league"), POWERS[:12], MutualAssistance(automaticity=Automaticity.UPON_RECOMMENDATION))]
    for n, (one, other) in enumerate(combinations(POWERS, 2)):
        if len(treaties) == TREATIES:
            break
        if n % 7 in (0, 3):
            third = POWERS[(n * 11) % len(POWERS)]
            waits = third if third not in (one, other) else None
            kinds: tuple[AnyClause, ...] = (
                (MutualAssistance(only_if_assisted_by=waits), Consultation()),
                (NonAggression(), Consultation()),
                (Guarantee(guarantors=(one, other), protected=third, joint=True),) if waits else (NonAggression(),),
            )[n % 3]
            treaties.append(standing(TreatyId(f"treaty_{n}"), (one, other), *kinds))
    return with_(opening_state(setting), treaties={t.id: t for t in treaties})


def table_of_twelve() -> State:
    """Twelve of the powers in a chain of frontiers with sea routes across it, and the treaties between them."""
    state = europe()
    dozen = POWERS[:12]
    setting = with_(
        state.setting,
        powers={p: with_(sheet, divisions=30) for p, sheet in state.setting.powers.items() if p in dozen},
        borders=frozenset((min(pair), max(pair)) for pair in pairwise(dozen)),
        routes=tuple(Route(between=(dozen[n], dozen[-1 - n])) for n in range(6)),
    )
    treaties = {t.id: t for t in state.treaties.values() if t.parties <= frozenset(dozen)}
    return with_(opening_state(setting), treaties=treaties)


def calculations() -> list[Row]:
    """The calculator's answer for twelve powers, nothing computed beforehand."""
    state = table_of_twelve()
    spent = []
    for n in range(60):
        fresh = with_(state)
        started = time.process_time()
        reckoning(fresh, POWERS[n % 12], POWERS[(n + 1) % 12])
        spent.append(time.process_time() - started)
    return [Row("who stands with whom, 12 powers, from nothing", sorted(spent)[len(spent) // 2] * 1000, "ms", LONGEST_RECKONING)]


def forecasts() -> list[Row]:
    """What a signature would mean among thirty powers, nothing computed beforehand."""
    state = with_(europe(), phase=Phase.TALKS, turn=0)
    text = standing(TreatyId("new"), POWERS[:3], MutualAssistance(), NonAggression())
    adopted = with_(text, stage=Stage.ADOPTED, parties=frozenset(), signatures={})
    state = with_(state, treaties={**state.treaties, adopted.id: adopted})
    spent = []
    for n in range(30):
        fresh = with_(state)
        started = time.process_time()
        consequences(fresh, POWERS[n % 3], Sign(treaty=adopted.id))
        spent.append(time.process_time() - started)
    return [Row("what a signature would mean, 30 powers, from nothing", sorted(spent)[len(spent) // 2] * 1000, "ms", LONGEST_FORECAST)]


def rows() -> list[Row]:
    """Casus foederis from nothing, again on a state whose obligations are known, and after an act that touches one treaty."""
    state = europe()
    assert len(state.treaties) == TREATIES
    made, cold, warm, after = [], [], [], []
    for n in range(60):
        started = time.process_time()
        thousand_values()
        made.append(time.process_time() - started)
        fresh = with_(state)
        started = time.process_time()
        casus_foederis(fresh, POWERS[n % 30], POWERS[(n + 1) % 30])
        cold.append(time.process_time() - started)
        started = time.process_time()
        casus_foederis(fresh, POWERS[(n + 2) % 30], POWERS[n % 30])
        warm.append(time.process_time() - started)
        treaty = list(fresh.treaties.values())[n]
        touched = changed(fresh, treaties={**fresh.treaties, treaty.id: with_(treaty, registered=True)})
        started = time.process_time()
        casus_foederis(touched, POWERS[(n + 2) % 30], POWERS[n % 30])
        after.append(time.process_time() - started)
    by_pace = LONGEST * max(sorted(made)[len(made) // 2] * 1000 / MADE, 1.0)
    return [
        *calculations(),
        *forecasts(),
        Row("a thousand frozen values made", sorted(made)[len(made) // 2] * 1000, "ms"),
        Row("casus foederis, 30 powers, 60 treaties, from nothing", sorted(cold)[len(cold) // 2] * 1000, "ms", by_pace),
        Row("casus foederis, obligations known", sorted(warm)[len(warm) // 2] * 1000, "ms", by_pace),
        Row("casus foederis, one treaty touched", sorted(after)[len(after) // 2] * 1000, "ms", by_pace),
    ]
