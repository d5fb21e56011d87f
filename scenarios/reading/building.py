"""From a faultless sheet to the scenario that the engine opens games from."""

from __future__ import annotations

import hashlib
from typing import Any

from attrs import fields

from engine.names import Audience, EventId, Power, ResolutionId, TreatyId
from engine.occasions import USUAL_MOVES
from engine.plot import Briefing, Draft, FiledResolution, Plot, Scenario
from engine.resolution import Outcome, Paragraph, Resolution
from engine.setting import PowerSheet, Setting
from engine.treaty import Article, Provisions, Signature, Stage, Treaty, Version
from scenarios.reading.sheet import DraftPart, ResolutionPart, Sheet, StandingPart, TreatyPart


def build(sheet: Sheet, text: str) -> Scenario:
    """The scenario that a faultless sheet describes."""
    setting = Setting(
        **_shared(sheet, Setting)
        | {
            "digest": hashlib.sha256(text.encode()).hexdigest(),
            "powers": {power: PowerSheet(**_shared(part, PowerSheet)) for power, part in sheet.powers.items()},
            "moves": {**USUAL_MOVES, **sheet.moves},
            "borders": frozenset((min(pair), max(pair)) for pair in sheet.borders),
        }
    )
    plot = Plot(
        seed=0,
        briefings={power: Briefing(text=part.briefing, objectives=part.objectives) for power, part in sheet.powers.items()},
        events={EventId(name): event for name, event in sheet.events.items()},
        drafts={
            ident: Draft(treaty=_draft(ident, part), held_by=frozenset(part.held_by), from_turn=part.from_turn)
            for ident, part in sheet.drafts.items()
        },
        treaties={ident: _standing(ident, part) for ident, part in sheet.treaties.items()},
        resolutions={
            ident: FiledResolution(resolution=_resolution(ident, part), held_by=frozenset(part.held_by), from_turn=part.from_turn)
            for ident, part in sheet.resolutions.items()
        },
        endings=sheet.endings,
        profiles=sheet.ai,
    )
    return Scenario(setting=setting, plot=plot, text=text)


def _shared(part: Any, cls: type) -> dict[str, Any]:
    """What a part of the file and a class of the engine call by the same name."""
    return {a.name: getattr(part, a.name) for a in fields(cls) if hasattr(part, a.name)}


def _articles(part: TreatyPart) -> tuple[Article, ...]:
    return tuple(Article(id=name, clause=article.clause, wording=article.wording) for name, article in part.articles.items())


def _provisions(part: TreatyPart) -> Provisions:
    return Provisions(**_shared(part, Provisions))


def _draft(ident: TreatyId, part: DraftPart) -> Treaty:
    return Treaty(
        id=ident,
        title=part.title,
        provisions=_provisions(part),
        versions=(Version(number=1, by=None, base=None, articles=_articles(part), preamble=part.preamble),),
        known_to=frozenset(part.held_by),
        note=part.note,
    )


def _resolution(ident: ResolutionId, part: ResolutionPart) -> Resolution:
    return Resolution(
        id=ident,
        organ=part.council,
        item=None,
        title=part.title,
        article=part.article,
        preamble=part.preamble,
        paragraphs=tuple(Paragraph(id=name, measure=measure) for name, measure in part.paragraphs.items()),
        stage=Outcome.DRAFT,
        turn=0,
        known_to=frozenset(part.held_by),
        note=part.note,
    )


def _standing(ident: TreatyId, part: StandingPart) -> Treaty:
    signatories = frozenset(part.signatories)
    known_to: Audience = signatories if part.secret else None
    signatures: dict[Power, Signature] = {power: Signature(turn=-1) for power in part.signatories}
    return Treaty(
        id=ident,
        title=part.title,
        provisions=_provisions(part),
        versions=(Version(number=1, by=None, base=None, articles=_articles(part), preamble=part.preamble),),
        negotiators=part.signatories,
        known_to=known_to,
        stage=Stage.IN_FORCE,
        adopted=1,
        signatures=signatures,
        ratified=signatories if part.ratification else frozenset(),
        parties=signatories,
        concluded=part.concluded,
        in_force_since=part.in_force_since,
        note=part.note,
    )
