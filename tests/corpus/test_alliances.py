"""The alliances of 1920 to 1945: each coded as ATOP has coded it, and its answers to named attacks as its text has them.

The texts, their sources and what is expected of them stand in `alliances_1919_1945.yaml`; the expectations were written from the texts.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import orjson
import pytest
import yaml
from attrs import evolve as with_

from engine.atop import coding
from engine.casus import Standing, casus_foederis
from engine.clauses import Guarantee
from engine.names import Power, StakeId, TreatyId
from engine.opening import opening_state
from engine.plot import Scenario
from scenarios.reading.reader import read_text
from tests.engine.settings import standing

DATA: dict[str, Any] = yaml.load(
    (Path(__file__).parent / "alliances_1919_1945.yaml").read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader)
)
TREATIES: dict[str, dict[str, Any]] = DATA["treaties"]
EXPECTED = ("source", "atop", "attacks", "annex")
"""What an entry holds beside the provisions of the treaty."""


def annex_of(name: str) -> str:
    """The name of its secret annex."""
    return f"{name}_annex"


def texts(name: str, entry: dict[str, Any]) -> dict[str, Any]:
    """A treaty, and its secret annex if it has one, as an author writes them."""
    provisions = {key: value for key, value in entry.items() if key not in EXPECTED}
    found = {name: {**provisions, "title": {"en": name}, "articles": numbered(name, entry["articles"])}}
    if "annex" in entry:
        annex = annex_of(name)
        articles = numbered(annex, entry["annex"])
        hanging = {"secret": True, "only_while": name, "annexed_to": name}
        found[annex] = {"title": {"en": annex}, "signatories": entry["signatories"], "articles": articles, **hanging}
    return found


def numbered(name: str, articles: list[Any]) -> dict[str, Any]:
    return {f"{name}_{n}": article for n, article in enumerate(articles, start=1)}


@cache
def corpus() -> Scenario:
    """The whole corpus, read as an author's file is: JSON is YAML."""
    words = {"title": {"en": "Alliances"}, "summary": {"en": "A corpus of alliances for the tests."}, "languages": ["en"]}
    file = {
        "format": 1,
        "id": "alliances",
        **words,
        "turns": {"now": {"date": "1939-08-23", "name": {"en": "Now"}}, "later": {"date": "1945-08-14", "name": {"en": "Later"}}},
        "powers": {power: {"playable": False, "name": {"en": name}} for power, name in DATA["powers"].items()},
        "stakes": {stake: {**sheet, "name": {"en": sheet["name"]}} for stake, sheet in DATA["stakes"].items()},
        "regions": {region: {**sheet, "a_power": {"en": sheet["a_power"]}} for region, sheet in DATA["regions"].items()},
        "treaties": {ident: part for name, entry in TREATIES.items() for ident, part in texts(name, entry).items()},
        "endings": {"none_needed": {"when": "turn >= later", "title": {"en": "The end"}}},
        "ai": {power: {"style": "balancer"} for power in DATA["powers"]},
    }
    reading = read_text(orjson.dumps(file).decode())
    assert reading.scenario is not None, [problem.rule for problem in reading.problems]
    return reading.scenario


def parts(name: str) -> tuple[str, ...]:
    """A treaty and its annex."""
    return (name, annex_of(name)) if "annex" in TREATIES[name] else (name,)


@pytest.mark.parametrize("name", TREATIES)
def test_an_alliance_is_coded_as_atop_has_it(name: str) -> None:
    treaty, *annexes = (corpus().plot.treaties[TreatyId(part)] for part in parts(name))
    found = coding(treaty, opening_state(corpus().setting), annexes)
    expected = TREATIES[name]["atop"]
    assert (" ".join(found.types), found.conditional, found.secrecy.value) == (
        expected["types"],
        expected["conditional"],
        expected.get("secrecy", "none"),
    )


@pytest.mark.parametrize(("name", "attack"), [(name, attack) for name, entry in TREATIES.items() for attack in entry["attacks"]])
def test_an_attack_is_answered_as_the_text_has_it(name: str, attack: str) -> None:
    upon, _, place = attack.partition(" over ")
    attacker, _, target = upon.partition(" on ")
    known = corpus().plot.treaties
    state = with_(opening_state(corpus().setting), treaties={TreatyId(part): known[TreatyId(part)] for part in parts(name)}, turn=0)
    over = frozenset({StakeId(place)}) if place else frozenset()
    calls = casus_foederis(state, Power(attacker), Power(target), over=over)
    found = {str(call.power): answer(call.standing, call.grounds[0].code) for call in calls if call.standing is not Standing.FREE}
    assert found == named(TREATIES[name]["attacks"][attack], set(TREATIES[name]["signatories"]) - {attacker, target})


def named(answers: dict[str, str], others: set[str]) -> dict[str, str]:
    """The answers of all the other parties, where they are given as one."""
    return dict.fromkeys(others, answers["others"]) if "others" in answers else answers


def answer(standing: Standing, code: str) -> str:
    """`bound`, `barred neutral_towards_attacker`."""
    return standing.value if code == standing.value else f"{standing.value} {code}"


GUARANTEED = (Power("greece"), Power("romania"))


@pytest.mark.parametrize(
    ("attack", "turkish"),
    [
        ("italy on greece over greek_islands", {"britain", "france"}),
        ("germany on romania", set()),
        ("ussr on greece over greek_islands", set()),
        ("italy on britain over british_mediterranean", set()),
    ],
)
def test_turkey_is_drawn_into_the_war_that_its_allies_enter_for_greece(attack: str, turkish: set[str]) -> None:
    """Ankara, 19 October 1939, article 2(1) and protocol 2: a war in the Mediterranean in which France and the United Kingdom are involved,
    here by their declarations of 13 April 1939; never against the Soviet Union. In the Balkans article 3 calls Turkey by itself.
    """
    upon, _, place = attack.partition(" over ")
    attacker, _, target = upon.partition(" on ")
    declared = [
        standing(TreatyId(f"{by}_{of}"), (Power(by),), Guarantee(guarantors=(Power(by),), protected=of))
        for by in ("britain", "france")
        for of in GUARANTEED
    ]
    ankara = corpus().plot.treaties[TreatyId("anglo_franco_turkish_1939")]
    state = with_(opening_state(corpus().setting), treaties={t.id: t for t in (ankara, *declared)}, turn=0)
    over = frozenset({StakeId(place)}) if place else frozenset()
    calls = {call.power: call for call in casus_foederis(state, Power(attacker), Power(target), over=over)}
    assert all(calls[p].to_aid for p in map(Power, ("britain", "france")) if target in GUARANTEED)
    assert {ground.ally for ground in calls[Power("turkey")].grounds if ground.ally is not None} == turkish
    assert calls[Power("turkey")].to_aid is (attacker != "ussr")


def test_every_alliance_has_its_source_and_its_coding() -> None:
    numbers = [entry["atop"]["id"] for entry in TREATIES.values() if "id" in entry["atop"]]
    assert all(entry["source"] for entry in TREATIES.values()) and len(numbers) == len(set(numbers))
    assert all(("id" in entry["atop"]) is not entry["atop"].get("derived", False) for entry in TREATIES.values())
