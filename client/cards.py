"""A scenario and its powers as the start screen offers them: what everybody knows before the first turn."""

from __future__ import annotations

from attrs import frozen

from client.texts import Words
from engine.names import Lang, Power
from engine.plot import Scenario
from engine.texts.grammar import Noun, capital, pick
from engine.texts.words import office_words


@frozen(kw_only=True)
class PowerCard:
    """A power that one may play, and who that is."""

    id: str
    name: str
    about: str = ""
    """Its delegation, its forces, its public treaties; of its instructions nothing."""


@frozen(kw_only=True)
class ScenarioCard:
    """A scenario as the start screen offers it."""

    id: str
    title: str
    summary: str
    note: str
    powers: tuple[PowerCard, ...]


def card_of(name: str, scenario: Scenario, lang: Lang) -> ScenarioCard:
    """The card of a scenario in one language."""
    setting = scenario.setting
    return ScenarioCard(
        id=name,
        title=pick(setting.title, lang),
        summary=pick(setting.summary, lang),
        note=pick(setting.content_note, lang),
        powers=tuple(_power_card(power, scenario, lang) for power, sheet in setting.powers.items() if sheet.playable),
    )


def _power_card(power: Power, scenario: Scenario, lang: Lang) -> PowerCard:
    words, sheet = Words(lang), scenario.setting.powers[power]
    lines = [
        words("briefing.office", office=capital(office_words(office, lang)), name=person) for office, person in sheet.delegation.items()
    ]
    if sheet.within is not None:
        lines.append(words("start.within", power=Noun(lang, pick(scenario.setting.powers[sheet.within].name, lang)).short))
    if sheet.divisions:
        lines.append(words("start.divisions", n=sheet.divisions, step=words(f"step.{int(sheet.readiness)}")))
    treaties = (t for t in scenario.plot.treaties.values() if t.known_to is None and power in t.parties)
    if titles := "; ".join(pick(treaty.title, lang) for treaty in treaties):
        lines.append(words("start.treaties", titles=titles))
    return PowerCard(id=power, name=Noun(lang, pick(sheet.name, lang)).short, about="\n".join(lines))
