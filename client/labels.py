"""Any value of the game in words, for menus and lists."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from typing import Any

from client.texts import Words
from engine.clauses import AnyClause
from engine.commands import (
    AnswerCrisis,
    AnswerReservation,
    AnswerUltimatum,
    Choose,
    Command,
    Convene,
    FindVoid,
    IssueUltimatum,
    Pause,
    Sign,
    WithdrawReservation,
)
from engine.council_commands import KeepAway, Seize, TableResolution
from engine.crisis import Citation, Crisis, DemandAssent, DemandCession, DemandStandDown, Stance, UltimatumState
from engine.dispute_commands import OpenDispute, ProposeProcedure, ReportDefence
from engine.domains import OneOf, Option
from engine.engagements import Engagement
from engine.happenings import Arms
from engine.measures import AnyMeasure
from engine.names import ArticleId, Lang, ParagraphId, Power, ResolutionId, StatuteId, TreatyId, Viewer, kind
from engine.obligations import Obligation
from engine.orders import Order, Readiness
from engine.prose import label_of
from engine.reckoning import SIDES
from engine.resolution import Resolution
from engine.roll import effect_of
from engine.state import State
from engine.texts.catalogue import knows, say
from engine.texts.chamber import article_name, paragraph_text
from engine.texts.grammar import capital, pick
from engine.texts.reservations import reservation_words
from engine.texts.sources import source_number, source_title
from engine.texts.voice import Speaker
from engine.texts.words import citation_words, order_words, source_words
from engine.treaty import Article, Treaty, Version
from engine.voting import Ballot
from engine.voting.bodies import Effect

NAMING_A_POWER = (IssueUltimatum, AnswerUltimatum, AnswerReservation, FindVoid)
"""Acts whose line in a menu names the power that they are about."""


class Labels:
    """Words for the values of one state in one language."""

    def __init__(self, state: State, lang: Lang) -> None:
        self.state = state
        self.words = Words(lang)
        self.speaker = Speaker(state.setting, self.words.lang, state.treaties, state.resolutions)

    def power(self, power: Power) -> str:
        """Its name without article."""
        return self.speaker.noun(power).short

    def brief(self, power: Power) -> str:
        """Its name as a narrow column takes it."""
        return self.speaker.short(power)

    def powers(self, powers: frozenset[Power] | tuple[Power, ...]) -> str:
        """Several, in the scenario's order; a dash for none."""
        return ", ".join(self.power(p) for p in self.state.powers() if p in powers) or "-"

    def names(self, powers: frozenset[Power] | tuple[Power, ...]) -> str:
        """Several in a sentence, each with its article; a dash for none."""
        return self.speaker.names(self.speaker.in_order(frozenset(powers))) if powers else "-"

    def text(self, text: Mapping[Lang, str]) -> str:
        """A localised text."""
        return pick(text, self.words.lang)

    def treaty(self, treaty: TreatyId) -> str:
        """A treaty's title, or that one has not seen it."""
        known = self.state.treaties.get(treaty) or self.state.resolutions.get(ResolutionId(treaty))
        return self.text(known.title) if known is not None else source_title(treaty, self.words.lang) or self.words("council.text")

    def gist(self, owed: Obligation) -> str:
        """What the article comes to in one line, or the paragraph as it was adopted."""
        if isinstance(owed.article, Article):
            treaty = self.state.treaties.get(owed.treaty)
            voice = self.speaker
            if treaty is not None:
                provisions, order = treaty.provisions, treaty.text.order
                voice = voice.saying(provisions.signatories, bilateral=provisions.bilateral, articles=order)
            return owed.article.clause.gist(voice)
        if isinstance(owed.article, Engagement):
            pair = {"debtor": self.speaker.noun(owed.duty.debtor), "creditor": self.speaker.noun(owed.duty.creditor)}
            return say(self.words.lang, f"engagement.{owed.article.id}", **pair)
        standing = next(
            (m for m in self.state.measures.values() if (str(m.resolution), m.paragraph) == (str(owed.treaty), owed.article.id)), None
        )
        return standing.measure.prose(self.speaker, standing.effect) if standing is not None else ""

    def source(self, ident: TreatyId, article: ArticleId) -> tuple[str, int]:
        """The title of a treaty, statute or resolution, and the number of an article or paragraph in it."""
        treaty = self.state.treaties.get(ident)
        if treaty is not None:
            return self.text(treaty.title), self.number(treaty, article)
        if (statute := source_title(ident, self.words.lang)) is not None:
            return statute, source_number(article)
        draft = self.state.resolutions.get(ResolutionId(ident))
        if draft is None:
            return str(ident), 0
        return self.text(draft.title), next((n for n, p in enumerate(draft.paragraphs, start=1) if p.id == article), 0)

    def cited(self, ident: TreatyId, article: ArticleId) -> str:
        """An article and its treaty, or a paragraph and its resolution, as a sentence cites them."""
        return citation_words(Citation(treaty=ident, article=article), self.speaker, self.state.treaties) or self.treaty(ident)

    def under(self, owed: Obligation) -> str:
        """From what something is owed, and by whose reservation it is less than the article says."""
        return source_words(owed, self.speaker, self.state.treaties) or self.treaty(owed.treaty)

    def conference(self, ident: Any) -> str:
        """A conference's title."""
        return self.before_organs("organ", ident)

    def before_organs(self, name: str, value: Any) -> str:
        """An organ, a matter, a draft or a motion, as it is called."""
        state = self.state
        match name:
            case "organ" if value in state.organs:
                return self.text(state.organs[value].name) or str(value)
            case "item":
                titles = (organ.agenda[value].title for organ in state.organs.values() if value in organ.agenda)
                return next((self.text(title) for title in titles), str(value))
            case "resolution" if value in state.resolutions:
                return self.text(state.resolutions[value].title)
            case "dispute" if value in state.disputes:
                return self.text(state.disputes[value].title)
            case "subject":
                return self.words(f"value.{value.value}")
            case "article":
                return article_name(value, self.words.lang)
            case _:
                return str(value)

    def measure(self, cls: type[AnyMeasure]) -> str:
        """What kind of operative paragraph."""
        return say(self.words.lang, f"measure.{cls.tag}")

    def basis(self, article: StatuteId) -> str:
        """An article of a statute with what it says, in a line."""
        name = capital(article_name(article, self.words.lang))
        said = f"statute.{article}.gist"
        return self.words("chamber.basis", article=name, gist=say(self.words.lang, said)) if knows(said) else name

    def effect(self, effect: Effect) -> str:
        """Whom an organ binds."""
        return say(self.words.lang, f"effect.{effect.value}")

    def turn(self, turn: int) -> str:
        """The date of a turn."""
        return self.speaker.date(tuple(self.state.setting.turns)[turn])

    def article(self, version: Version, ident: ArticleId) -> str:
        """`Article 3: ...` with the article's kind."""
        for number, article in enumerate(version.articles, start=1):
            if article.id == ident:
                return f"{number}. {self.kind(article.clause)}"
        return str(ident)

    def paragraph(self, draft: Resolution, ident: ParagraphId) -> str:
        """`2. Calls upon Italy to ...`."""
        organ = self.state.organs.get(draft.organ)
        effect = effect_of(organ, draft) if organ is not None else Effect.RECOMMENDATION
        for number, paragraph in enumerate(draft.paragraphs, start=1):
            if paragraph.id == ident:
                return f"{number}. {paragraph_text(paragraph, self.speaker, effect)}"
        return str(ident)

    def version(self, treaty: Treaty, number: int) -> str:
        """`4, by Czechoslovakia (the latest)`; of a text adopted, which one that was."""
        version = treaty.version(number)
        said = self.words("version.by", n=number, name=self.speaker.name(version.by)) if version is not None and version.by else str(number)
        if number == (treaty.adopted or treaty.versions[-1].number):
            return f"{said} {self.words('version.latest' if treaty.adopted is None else 'version.adopted')}"
        return said

    def kind(self, clause: AnyClause) -> str:
        """What kind of article."""
        return self.words(f"kind.{clause.tag}")

    def number(self, treaty: Treaty, ident: ArticleId) -> int:
        """An article's number in the text that counts, 0 if it is not there."""
        return next((n for n, a in enumerate(treaty.text.articles, start=1) if a.id == ident), 0)

    def arms(self, arms: Arms, number: int) -> str:
        """So much of a class of arms."""
        return say(self.words.lang, f"arms.{arms.value}", n=number)

    def step(self, step: Readiness) -> str:
        """A step of readiness."""
        return self.words(f"step.{int(step)}")

    def option(self, option: Option) -> str:
        """An option as a line of a menu."""
        slots: dict[str, str] = {}
        for name, domain in option.domains.items():
            if isinstance(domain, OneOf) and len(domain.values) == 1:
                slots |= self._slots(option, name, domain.values[0])
        if option.verb is OpenDispute:
            over = option.domains["over"] != OneOf((None,))
            whom = {"power_with": self.speaker.name(option.only("respondent"))} if over else {}
            return self.words("verb.open_dispute.over" if over else "verb.open_dispute", **whom)
        if option.verb is ProposeProcedure and option.domains["third"] != OneOf((None,)):
            return self.words("verb.propose_procedure.third", **slots)
        if option.verb is AnswerCrisis and (how := _with_what(option)):
            neutrals = {"powers": self.names(_marched_through(option))} if _marched_through(option) else {}
            return self.words(f"verb.answer_crisis.{how}", stance=self.value(option.only("stance")), **neutrals)
        if option.verb is KeepAway and not option.only("away"):
            return self.words("verb.keep_away.back", **slots)
        if option.verb is Pause and not option.only("paused"):
            return self.words("verb.pause.restart")
        if (sole := _only_power(option)) is not None:
            return self.words(f"verb.{kind(option.verb)}.one", **slots, power=self.speaker.name(sole))
        if option.verb is Sign and option.domains["ad_referendum"] == OneOf((True,)):
            return self.words("verb.sign.ad_referendum", **slots)
        if option.verb is TableResolution and slots.get("item") == slots.get("organ"):
            # A conference has no other business than its own.
            return self.words("verb.table_resolution.own", **slots)
        if "original" in option.domains:
            return self.words("verb.draft_from", treaty=self.treaty(option.only("original")))
        return self.words(f"verb.{kind(option.verb)}", **slots)

    def about(self, option: Option, by: Viewer) -> str:
        """What one must know to decide: the event that asks, what an ultimatum demands, the reservations to be answered."""
        if option.verb is Choose and option.only("event") in self.state.news:
            return self.text(self.state.news[option.only("event")].text)
        if option.verb is Seize:
            return self.basis(option.only("article"))
        if option.verb is AnswerUltimatum:
            made = (u for u in self.state.ultimatums.values() if u.issuer == option.only("issuer") and u.target == by)
            return "\n".join(self.demand(ultimatum.demand) for ultimatum in made if ultimatum.state is UltimatumState.STANDING)
        if option.verb is AnswerReservation:
            treaty, reserver = self.state.treaties[option.only("treaty")], option.only("reserver")
            return "\n".join(reservation_words(one, treaty, reserver, self.speaker) for one in treaty.signatures[reserver].reservations)
        return ""

    def _slots(self, option: Option, name: str, value: Any) -> dict[str, str]:
        if name == "treaty":
            return {"treaty": self.treaty(value)}
        if name == "article" and option.verb is WithdrawReservation:
            treaty = self.state.treaties[option.only("treaty")]
            return {"article": self.article(treaty.text, value)}
        if name == "broken":
            return {"broken": self._broken(value, option.only("article"), option.only("treaty"))}
        if _is_of_organs(option, name, value):
            return {name: self.before_organs(name, value)}
        if name == "conference" and option.verb is not Convene:
            return {"conference": self.conference(value)}
        if name == "event" and option.verb is Choose:
            return {"event": self.text(self.state.news[value].title) if value in self.state.news else str(value)}
        if name == "against" and option.verb is ReportDefence:
            return {"power_of": self.speaker.of(value)}
        if name in ("target", "issuer", "reserver", "power") and option.verb in NAMING_A_POWER:
            return {"power_to": self.speaker.to(value), "power_of": self.speaker.of(value)}
        return {}

    def _broken(self, text: TreatyId, article: ArticleId, guarantee: TreatyId) -> str:
        """What was broken: the article alone where it stands in the treaty that guarantees it."""
        treaty = self.state.treaties.get(text)
        own = label_of(treaty, article, self.speaker, "noun") if treaty is not None and text == guarantee else None
        return own or citation_words(Citation(treaty=text, article=article), self.speaker, self.state.treaties) or self.treaty(text)

    def stance(self, stance: Stance, power: Power, crisis: Crisis) -> str:
        """Where a power stands in a crisis; one that is marched through resists the march or lets it happen."""
        if power in (crisis.through, *crisis.wronged):
            if stance in SIDES:
                return self.words("stance.bar")
            if stance is Stance.NEUTRAL:
                return self.words("stance.let_pass")
        return self.value(stance)

    def value(self, value: Any, command: type[Command] | None = None, field: str = "") -> str:
        """Any one value of a parameter."""
        if isinstance(value, Order):
            return capital(order_words(value, self.speaker, self.state.treaties))
        match value:
            case bool():
                return self.words("word.yes" if value else "word.no")
            case Stance():
                return self.words(f"stance.{value.value}")
            case Ballot():
                return self.words(f"ballot.{value.value}")
            case DemandCession() | DemandAssent() | DemandStandDown():
                return self.demand(value)
            case IntEnum():
                return str(int(value))
            case StrEnum():
                return self.words(f"value.{value.value}")
            case int():
                return self.turn(value) if field == "expires" else str(value)
            case None:
                return self.words("word.none")
            case _:
                return self._name(str(value), field)

    def _name(self, name: str, field: str) -> str:
        if name in self.state.setting.powers:
            return self.power(Power(name))
        if field == "choice":
            for news in self.state.news.values():
                for key, label in news.choices.items():
                    if key == name:
                        return self.text(label)
        if name in self.state.setting.stakes:
            return self.text(next(s.name for k, s in self.state.setting.stakes.items() if k == name))
        if name in self.state.setting.turns:
            return self.speaker.date(next(t for t in self.state.setting.turns if t == name))
        return name

    def demand(self, demand: DemandCession | DemandAssent | DemandStandDown) -> str:
        """What an ultimatum demands."""
        match demand:
            case DemandCession():
                stakes = self.speaker.listed(tuple(self.speaker.stake(s) for s in demand.stakes))
                return self.words("demand.cession", stakes=stakes)
            case DemandAssent():
                return self.words("demand.assent", treaty=self.treaty(demand.treaty))
            case DemandStandDown():
                return self.words("demand.stand_down")


def _is_of_organs(option: Option, name: str, value: Any) -> bool:
    """Whether a parameter names something before an organ."""
    return (name in ("organ", "item", "resolution", "subject", "dispute") and value is not None) or (
        name == "article" and option.verb is Seize
    )


def _only_power(option: Option) -> Power | None:
    """The one power towards which a treaty can be acted upon, or that can be invited to it: no field asks for it."""
    named = (option.domains[name] for name in ("against", "guest") if name in option.domains and "treaty" in option.domains)
    domain = next(named, None)
    return Power(domain.values[0]) if isinstance(domain, OneOf) and len(domain.values) == 1 else None


def _with_what(option: Option) -> str:
    """Whether an answer in a crisis names a number of divisions, leads through a neutral, or both."""
    numbered = ("contingent",) if option.domains["divisions"] != OneOf((None,)) else ()
    return "_".join((*numbered, *(("marching",) if _marched_through(option) else ())))


def _marched_through(option: Option) -> tuple[Power, ...]:
    """The neutrals through which an answer in a crisis would lead one's forces."""
    domain = option.domains["through"]
    return tuple(p for p in domain.values if p is not None) if isinstance(domain, OneOf) else ()
