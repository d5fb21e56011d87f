"""`locarno preview`: a scenario as its author sees it whole, or exactly as one delegation will see it at the opening."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, assert_never

from engine.names import Lang, Power, TreatyId
from engine.opening import opening_organs
from engine.plot import (
    Agenda,
    Briefing,
    Change,
    Effect,
    IssueFullPowers,
    Objective,
    RecallFullPowers,
    Replace,
    Say,
    Scenario,
    ScriptedEvent,
    SetReadiness,
    Transfer,
)
from engine.prose import treaty_text
from engine.resolution import Resolution
from engine.setting import Setting, Text
from engine.state import State
from engine.statutes import article_of
from engine.table import Table as GameTable
from engine.texts.catalogue import say
from engine.texts.chamber import resolution_text
from engine.texts.grammar import capital, date, either, pick
from engine.texts.voice import Speaker
from engine.texts.words import office_words
from engine.treaty import Stage, Treaty
from engine.voting.bodies import Effect as LegalEffect
from scenarios.authoring.blocks import Block, Heading, Listing, Paragraph, Table
from scenarios.authoring.words import page_words


def whole(scenario: Scenario, lang: Lang) -> list[Block]:
    """Everything in the file, secrets and all."""
    return list(_Author(scenario, lang).pages())


def sheet_of(scenario: Scenario, power: Power, lang: Lang) -> list[Block]:
    """One delegation's sheet: what the engine itself lets that power see when the game opens, and nothing else."""
    view = GameTable.open(scenario, scenario.plot.seed).view(power)
    page = _Page(view.setting, lang)
    blocks: list[Block] = [
        Heading(f"{pick(view.setting.title, lang)} - {page.name(power)}", 1),
        Paragraph(pick(view.setting.summary, lang)),
    ]
    if view.setting.content_note:
        blocks.append(Paragraph(pick(view.setting.content_note, lang)))
    blocks += page.briefing(view.briefings.get(power, Briefing()), secrets=True)
    mine = tuple(page.delegation(power))
    blocks += [Heading(page.say("delegation"), 3), *mine] if mine else []
    blocks += [*page.calendar({}), *page.powers({}, power)]
    standing = {k: t for k, t in view.treaties.items() if t.stage is not Stage.DRAFT}
    held = {k: t for k, t in view.treaties.items() if t.stage is Stage.DRAFT}
    blocks += [*page.treaties("in_force", standing), *page.treaties("drafts_yours", held)]
    blocks += [*page.resolutions(view, view.resolutions.values()), *page.councils(), *page.stakes(), *page.glossary()]
    return blocks


class _Page:
    """The parts that an author and a delegation see alike."""

    def __init__(self, setting: Setting, lang: Lang) -> None:
        self.setting, self.lang = setting, lang
        self.voice = Speaker(setting, lang)

    def say(self, key: str, **slots: object) -> str:
        return page_words(self.lang, key, **slots)

    def name(self, power: Power) -> str:
        return capital(self.voice.name(power))

    def pick(self, text: Text) -> str:
        return pick(text, self.lang)

    def calendar(self, happens: Mapping[str, list[str]]) -> Iterator[Block]:
        yield Heading(self.say("calendar"))
        heads = [self.say("turn"), self.say("date"), self.say("minutes")] + ([self.say("happens")] if happens else [])
        rows = []
        for ident, turn in self.setting.turns.items():
            row = [self.pick(turn.name), date(self.lang, turn.date), str(turn.minutes)]
            rows.append(tuple(row + ([", ".join(happens.get(ident, ()))] if happens else [])))
        yield Table(tuple(heads), tuple(rows))

    def briefing(self, briefing: Briefing, *, secrets: bool) -> Iterator[Block]:
        if briefing.text:
            yield Heading(self.say("briefing"), 3)
            yield Paragraph(self.pick(briefing.text))
        aims = [aim for aim in briefing.objectives.values() if secrets or not aim.secret]
        if aims:
            yield Heading(self.say("objectives"), 3)
            yield Listing(tuple(map(self.aim, aims)))

    def aim(self, aim: Objective) -> str:
        """What is wanted, for how many points, and for how many if less of it is reached."""
        said = self.say("objective", points=aim.points, text=self.pick(aim.text))
        if aim.partly:
            said += " " + self.say("partly", points=either(self.lang, tuple(str(degree.points) for degree in aim.partly)))
        return f"{said} {self.say('secret')}" if aim.secret else said

    def delegation(self, power: Power) -> Iterator[Block]:
        """Who speaks for a power, and with what force behind it."""
        sheet = self.setting.powers[power]
        lines = [self.held(office, person) for office, person in sheet.delegation.items()]
        if sheet.divisions:
            lines.append(self.say("divisions", number=sheet.divisions, figures=self.pick(sheet.figures)).strip())
        lines += [] if sheet.full_powers else [self.say("no_full_powers")]
        lines += [self.say(key, number=number) for key, number in (("fleet", sheet.fleet), ("aircraft", sheet.aircraft)) if number]
        if lines:
            yield Listing(tuple(lines))

    def powers(self, briefings: Mapping[Power, Briefing], but: Power | None = None) -> Iterator[Block]:
        yield Heading(self.say("powers"))
        for power, sheet in self.setting.powers.items():
            if power == but:
                continue
            yield Heading(self.name(power) + ("" if sheet.playable else f" ({self.say('computer')})"), 3)
            yield from self.delegation(power)
            if power in briefings:
                yield from self.briefing(briefings[power], secrets=True)

    def held(self, office: str, person: str) -> str:
        """An office and who holds it."""
        return self.say("office", office=capital(office_words(office, self.lang)), person=person)

    def treaties(self, heading: str, treaties: Mapping[TreatyId, Treaty], notes: Mapping[TreatyId, str] | None = None) -> Iterator[Block]:
        if treaties:
            yield Heading(self.say(heading))
        for ident, treaty in treaties.items():
            title, _, body = treaty_text(treaty, treaty.text, Speaker(self.setting, self.lang, treaties)).partition("\n\n")
            yield Heading(title, 3)
            yield from (Paragraph(line) for line in (self.pick(treaty.note), (notes or {}).get(ident, "")) if line)
            yield Paragraph(body)

    def stakes(self) -> Iterator[Block]:
        if self.setting.stakes:
            yield Heading(self.say("stakes"))
            rows = ((capital(self.pick(stake.name)), self.name(stake.holder)) for stake in self.setting.stakes.values())
            yield Table((self.say("stake"), self.say("holder")), tuple(rows))

    def councils(self) -> Iterator[Block]:
        lines = []
        for ident, organ in opening_organs(self.setting).items():
            seats = self.voice.names(self.voice.in_order(frozenset(organ.seats))) or self.say("nobody")
            turns = ", ".join(self.pick(self.setting.turns[turn].name) for turn in organ.meets) or self.say("every_turn")
            line = self.say("sits", name=capital(self.pick(organ.name)), powers=seats, turns=turns)
            sheet = self.setting.councils.get(ident)
            if unseated := frozenset(sheet.members) - frozenset(organ.seats) if sheet is not None else frozenset():
                line += " " + self.say("unseated", powers=self.voice.names(self.voice.in_order(unseated)))
            lines.append(line)
        if lines:
            yield Heading(self.say("councils"))
            yield Listing(tuple(lines))

    def resolutions(self, state: State, drafts: Iterable[Resolution]) -> Iterator[Block]:
        drafts = tuple(drafts)
        if drafts:
            yield Heading(self.say("resolutions"))
        for draft in drafts:
            organ = state.organs[draft.organ]
            article = article_of(organ, draft.article)
            title, _, body = resolution_text(
                draft, organ, self.voice, article.effect if article is not None else LegalEffect.RECOMMENDATION
            ).partition("\n\n")
            yield Heading(title, 3)
            yield Paragraph(body)

    def glossary(self) -> Iterator[Block]:
        for key, items in (("glossary", tuple(map(self.pick, self.setting.glossary.values()))), ("sources", self.setting.sources)):
            if items:
                yield Heading(self.say(key))
                yield Listing(items)


class _Author(_Page):
    def __init__(self, scenario: Scenario, lang: Lang) -> None:
        super().__init__(scenario.setting, lang)
        self.scenario, self.plot = scenario, scenario.plot

    def pages(self) -> Iterator[Block]:
        setting, plot = self.setting, self.plot
        yield Heading(self.pick(setting.title), 1)
        yield Paragraph(self.pick(setting.summary))
        if setting.content_note:
            yield Paragraph(self.pick(setting.content_note))
        happens: dict[str, list[str]] = {}
        for event in plot.events.values():
            if event.turn is not None:
                happens.setdefault(event.turn, []).append(self.pick(event.title))
        yield from self.calendar(happens)
        yield Heading(self.say("tracks"))
        yield Listing(tuple(self.say("start", name=self.pick(t.name), value=t.start) for t in setting.tracks.values()))
        yield from self.powers(plot.briefings)
        yield from self.stakes()
        yield from self.treaties("in_force", plot.treaties)
        yield from self.treaties("drafts", {k: d.treaty for k, d in plot.drafts.items()}, self._held())
        opening = GameTable.open(self.scenario, self.plot.seed).state
        yield from self.resolutions(opening, (filed.resolution for filed in self.plot.resolutions.values()))
        yield from self.councils()
        yield Heading(self.say("events"))
        for ident, event in plot.events.items():
            yield from self._event(ident, event)
        yield Heading(self.say("endings"))
        yield Listing(tuple(f"{self.pick(e.title)} ({self.say('when', condition=_flat(e.when))})" for e in plot.endings.values()))
        yield from self.glossary()

    def _held(self) -> dict[TreatyId, str]:
        turns = self.setting.turns
        first = next(iter(turns))
        return {
            ident: self.say(
                "held", powers=self.voice.names(self.voice.in_order(draft.held_by)), turn=self.pick(turns[draft.from_turn or first].name)
            )
            for ident, draft in self.plot.drafts.items()
            if draft.held_by
        }

    def _event(self, ident: str, event: ScriptedEvent) -> Iterator[Block]:
        yield Heading(f"{self.pick(event.title)} [{ident}]", 3)
        facts = [self.pick(self.setting.turns[event.turn].name)] if event.turn else []
        facts += [self.say("when", condition=_flat(event.when))] if event.when else []
        facts += [self.say("chance", n=event.chance)] if event.chance < 100 else []
        facts += [self.say("asks", power=self.voice.name(event.asks))] if event.asks else []
        yield Paragraph(", ".join(facts))
        if event.text:
            yield Paragraph(self.pick(event.text))
        items = [self._effect(effect) for effect in event.effects]
        for choice in event.choices.values():
            effects = "; ".join(self._effect(effect) for effect in choice.effects) or self.say("nothing")
            items.append(self.say("choice", label=self.pick(choice.label), effects=effects))
        items += [f"-> {place}" for place in self._leads_to(ident)]
        if items:
            yield Listing(tuple(items))

    def _leads_to(self, event: str) -> list[str]:
        """What else in the file waits for this event."""
        places: dict[str, Any] = {f"events.{k}": e.when for k, e in self.plot.events.items()}
        places |= {f"endings.{k}": e.when for k, e in self.plot.endings.items()}
        places |= {f"powers.{p}.objectives.{k}": a.when for p, b in self.plot.briefings.items() for k, a in b.objectives.items()}
        for power, mind in self.plot.profiles.items():
            places |= {f"ai.{power}.script.{k}": rule.when for k, rule in mind.script.items()}
            places |= {f"ai.{power}.adjust.{k}": change.when for k, change in mind.adjust.items()}
        return [place for place, when in places.items() if when and re.search(rf"\b{event}\.", when)]

    def _effect(self, effect: Effect) -> str:
        match effect:
            case Change(tracks=tracks):
                return ", ".join(f"{track} {by:+d}" for track, by in tracks.items())
            case Replace(power=power, office=office, by=by):
                return f"{self.name(power)}, {self.held(office, by)}"
            case IssueFullPowers(power=power):
                return self.say("issues", power=self.name(power))
            case RecallFullPowers(power=power):
                return self.say("recalls", power=self.name(power))
            case SetReadiness(power=power, step=step):
                return self.say("office", office=self.name(power), person=say(self.lang, f"readiness.{step.name.lower()}"))
            case Say(text=text):
                return self.pick(text)
            case Agenda(council=council, title=title):
                return self.say("office", office=capital(self.pick(self.setting.councils[council].name)), person=self.pick(title))
            case Transfer(stake=stake, to=to):
                return f"{capital(self.pick(self.setting.stakes[stake].name))} -> {self.name(to)}"
            case _:
                assert_never(effect)


def _flat(condition: str | None) -> str:
    return " ".join((condition or "").split())
