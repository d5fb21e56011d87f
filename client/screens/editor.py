"""The drafting desk: a treaty's title and parties, its articles, its final provisions, each with a form and its prose."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NewType

import attrs
from attrs import evolve as with_
from attrs import field, frozen
from rich.text import Text

from client.labels import Labels
from client.screens.desk import Desk
from client.screens.form import new_name
from client.sheets import Kind, Sheet
from client.widgets.parameters import UNWRITTEN, Pools, blank
from engine.clauses import CLAUSES, Guarantee, Neutrality
from engine.clauses.aid import Aid
from engine.clauses.base import Clause, Fault
from engine.clauses.cession import Stage as CessionStage
from engine.clauses.declaration import Declaration
from engine.clauses.guarantee import GuaranteeOf
from engine.closing import final_provisions
from engine.commands import Amend, Draft
from engine.decide.amending import Text as TreatyText
from engine.decide.amending import amendment, text_of
from engine.decide.drafting import copy_of, fault_of_amendment, fault_of_draft
from engine.domains import TITLE, Option
from engine.duties import Trigger
from engine.names import UNDETERMINED, ArticleId, BodyId, Lang, Power, TreatyId, TurnId
from engine.parameters import parameters_of
from engine.prose import article_label, article_text, gist, opening
from engine.texts.refusals import fault_sentence, located
from engine.treaty import Accession, Article, Provisions, ReservationPolicy, Treaty, Version

OUT_OF_PLACE = frozenset(
    {"not_a_party", "against_a_party", "sanctions_against_a_party", "foe_among_allies", "party_within_sphere", "waits_for_itself"}
)
"""Faults of naming a power where the parties do not let it stand."""
Original = NewType("Original", TreatyId)
"""A text that one may see, to begin with."""


@frozen(kw_only=True)
class Heading:
    """What stands over a new treaty, and what it begins from."""

    title: str = ""
    signatories: tuple[Power, ...] = ()
    original: Original | None = None


@frozen(kw_only=True)
class Preamble:
    """What stands before the articles."""

    words: Mapping[Lang, str] = field(factory=dict)


class Editor(Desk):
    """Amends a text on the table, or drafts a new one."""

    WORDS: ClassVar[str] = "edit"

    def __init__(self, option: Option, power: Power, labels: Labels) -> None:
        super().__init__(option, power, labels)
        self._treaty: Treaty | None = None
        self._base: TreatyText | None = None
        self._articles: dict[str, Article] = {}
        self._worded_for: frozenset[Power] = frozenset()
        if option.verb is Amend:
            self._treaty = labels.state.treaties[option.only("treaty")]
            self._base = text_of(self._treaty, self._treaty.versions[-1])
            self._sheets = self._sheets_of(self._base, former=True)
        else:
            provisions = Sheet(kind=Kind.PROVISIONS, whole=Provisions(signatories=()))
            heading = Sheet(kind=Kind.HEADING, whole=Heading(signatories=(power,)))
            self._sheets = [heading, provisions, Sheet(kind=Kind.PREAMBLE, whole=Preamble())]
            if "original" in option.domains:
                self._begin_from(option.only("original"))

    def _sheets_of(self, text: TreatyText, *, former: bool) -> list[Sheet]:
        """The articles, the final provisions and the preamble of a text that one amends, or copies."""
        self._articles = {article.id: article for article in text.articles}
        self._worded_for = frozenset(text.provisions.signatories)
        parts = [Sheet(kind=Kind.PART, ident=a.id, whole=a.clause, former=a.clause if former else None) for a in text.articles]
        rest = ((Kind.PROVISIONS, text.provisions), (Kind.PREAMBLE, Preamble(words=text.preamble)))
        return [*parts, *(Sheet(kind=kind, whole=whole, former=whole if former else None) for kind, whole in rest)]

    def place(self) -> str:
        """The text that is amended or copied; none of a new one."""
        copied = self._option.only("original") if "original" in self._option.domains else ""
        return f"treaty {copied if self._treaty is None else self._treaty.id}".strip()

    def heading_words(self) -> str:
        """Which text, and which version of it."""
        if self._treaty is None:
            return self._labels.words("edit.draft")
        return self._labels.words("edit.amend", treaty=self._labels.text(self._treaty.title), n=self._treaty.versions[-1].number)

    def kinds(self) -> list[tuple[str, str]]:
        """The kinds of articles."""
        return [(self._labels.words(f"kind.{cls.tag}"), cls.tag) for cls in CLAUSES]

    def part_name(self, whole: Any) -> str:
        """What kind of article."""
        return self._labels.kind(whole)

    def first(self) -> Declaration:
        """Words that bind nobody yet."""
        return Declaration(text={UNDETERMINED: UNWRITTEN})

    def blank(self, tag: str) -> Any:
        """A first article of a kind, between oneself and another."""
        state, me, parties = self._labels.state, self._power, self._parties()
        other = next((p for p in (*parties, *state.powers()) if p != me), me)
        outsider = next((p for p in state.powers() if p not in parties), other)
        held = next((s for s, holder in state.holders.items() if holder == me), None)
        last = tuple(state.setting.turns)[-1]
        given = {
            "guarantors": (me,),
            "protected": outsider,
            "country": outsider,
            "stages": () if held is None else (CessionStage(stake=held, by=TurnId(last)),),
            "body": BodyId("league_council"),
        }
        cls = next(c for c in CLAUSES if c.tag == tag)
        return blank(cls, self._labels, iter((me, other, outsider)), given)

    def names(self, sheet: Sheet) -> tuple[str, ...]:
        """What the kind cannot do without, what else it asks for, then what may be said of any article; of the final provisions what matters as they stand."""
        names = super().names(sheet)
        if sheet.kind is Kind.PART:
            common, own = parameters_of(Clause), attrs.fields_dict(type(sheet.whole))
            idle = _idle_terms(sheet.whole)
            names = tuple(name for name in names if name not in idle)
            return tuple(sorted(names, key=lambda name: (name in common, own[name].default is not attrs.NOTHING)))
        if sheet.kind is Kind.PROVISIONS:
            unsaid = _idle(sheet.whole)
            return tuple(name for name in names if name not in unsaid and (name != "signatories" or self._base is not None))
        return names

    def pools(self) -> Pools:
        """Texts to begin from, the articles that may be named, and whom the article in hand may name."""
        state, labels = self._labels.state, self._labels
        return {
            **self._nameable(),
            Original: {t.id: labels.text(t.title) for t in state.texts_before(self._power).values()},
            ArticleId: self._citable(),
        }

    def _citable(self) -> dict[str, str]:
        """The articles of this text; to a guarantee of what another instrument lays down, those of that one."""
        whole = self._sheet.whole if self._place is not None else None
        elsewhere = whole.instrument if isinstance(whole, Guarantee) else None
        if elsewhere is None:
            return {sheet.ident: f"{self.number(sheet)}. {self.part_name(sheet.whole)}" for sheet in self.parts}
        other = self._labels.state.treaties.get(elsewhere)
        articles = other.text.articles if other is not None else ()
        return {article.id: f"{n}. {self.part_name(article.clause)}" for n, article in enumerate(articles, start=1)}

    def _nameable(self) -> dict[str, dict[str, str]]:
        """By parameter, the powers that the rules let this article name there, and those that it names already."""
        if self._place is None or self._sheet.kind is not Kind.PART:
            return {}
        sheet, labels = self._sheet, self._labels
        named = (name for name, hint in parameters_of(type(sheet.whole)).items() if hint in (Power, Power | None, tuple[Power, ...]))
        return {name: {p: labels.power(p) for p in labels.state.powers() if self._may_name(sheet.whole, name, p)} for name in named}

    def _may_name(self, whole: Any, name: str, power: Power) -> bool:
        now = getattr(whole, name)
        many = isinstance(now, tuple)
        if power == now or (many and power in now):
            return True
        supposed = with_(whole, **{name: (power,) if many else power})
        faults = supposed.faults(self._parties(), self._labels.state)
        return not any(fault.code in OUT_OF_PLACE and fault.word == power for fault in faults)

    def settled(self, whole: Any) -> Any:
        """Final provisions without what has lost its sense, as the articles of one instrument in another; a preamble of no words is none."""
        former = self._sheet.whole
        if isinstance(whole, Guarantee) and isinstance(former, Guarantee) and whole.instrument != former.instrument:
            return with_(whole, articles=())
        if isinstance(whole, Preamble) and whole.words == {UNDETERMINED: UNWRITTEN}:
            return Preamble()
        if not isinstance(whole, Provisions):
            return whole
        plain = attrs.fields_dict(Provisions)
        said_nothing: dict[str, Any] = {name: plain[name].default for name in _idle(whole)}
        return with_(whole, **said_nothing)

    async def changed(self, former: Sheet, sheet: Sheet) -> None:
        """A text to begin from brings its articles and its final provisions."""
        original = getattr(sheet.whole, "original", None)
        if original is not None and original != former.whole.original:
            self._begin_from(original)
            await self._show(0)
            self.query_one("#p-original").focus()

    def laid(self) -> None:
        """The wording of the text from which a new one was begun."""
        original = self.one(Kind.HEADING).original if self._base is None else None
        copied = copy_of(self._labels.state, self._power, original, self._named("")) if original is not None else None
        if copied is not None:
            self._articles = {article.id: article for article in copied.articles}
            self._worded_for = frozenset(copied.provisions.signatories)

    def _begin_from(self, original: Original) -> None:
        copied = copy_of(self._labels.state, self._power, original, self._named(""))
        if copied is not None:
            heading = self.one(Kind.HEADING)
            title = heading.title or self._labels.text(copied.title)
            whole = with_(heading, title=title, signatories=copied.provisions.signatories, original=original)
            text = TreatyText(articles=copied.articles, provisions=copied.provisions, preamble=copied.preamble)
            self._sheets = [Sheet(kind=Kind.HEADING, whole=whole), *self._sheets_of(text, former=False)]

    # -- what it comes to

    def _parties(self) -> tuple[Power, ...]:
        # Of a new text they stand over it; of one that is amended they are a final provision like others.
        return tuple(self.one(Kind.PROVISIONS if self._base is not None else Kind.HEADING).signatories)

    def _text(self) -> TreatyText:
        """The text as the desk stands; an article that is what it was keeps the wording it had, as long as the same powers are to sign."""
        articles = []
        signing = frozenset(self._parties()) == self._worded_for
        for sheet in self.parts:
            known = self._articles.get(sheet.ident)
            same = known is not None and known.clause == sheet.whole and (signing or not known.wording)
            articles.append(known if known is not None and same else Article(id=ArticleId(sheet.ident), clause=sheet.whole))
        provisions = with_(self.one(Kind.PROVISIONS), signatories=self._parties())
        return TreatyText(articles=tuple(articles), provisions=provisions, preamble=self.one(Kind.PREAMBLE).words)

    def reads(self, sheet: Sheet) -> Text:
        """An article in one line and as treaty text; the final provisions as closing articles; heading and preamble as the opening."""
        labels, text = self._labels, self._text()
        if sheet.kind is Kind.HEADING:
            parties = labels.names(text.provisions.signatories)
            return Text(labels.words("edit.opening", title=sheet.whole.title or UNWRITTEN, parties=parties))
        if sheet.kind is Kind.PREAMBLE:
            version = Version(number=1, by=None, base=None, articles=(), preamble=text.preamble)
            return Text("\n".join(opening(self._parties(), version, labels.speaker)))
        if sheet.kind is Kind.PROVISIONS:
            version = Version(number=1, by=None, base=None, articles=text.articles)
            treaty = Treaty(id=TreatyId(""), title={}, provisions=text.provisions, versions=(version,))
            closing = final_provisions(treaty, version, labels.speaker.saying(self._parties(), bilateral=len(self._parties()) == 2))
            first = len(text.articles) + 1
            return Text("\n").join(Text(f"{article_label(n, labels.speaker)}. {body}") for n, body in enumerate(closing, start=first))
        article = next(a for a in text.articles if a.id == sheet.ident)
        order = tuple(a.id for a in text.articles)
        voice = labels.speaker.saying(self._parties(), bilateral=len(self._parties()) == 2, articles=order)
        faults = sheet.whole.faults(self._parties(), labels.state)
        if faults:
            return Text(labels.words("edit.fault", fault=self._said(faults[0])), style="red")
        short = Text(f"{labels.words('edit.gist')} {gist(article, voice)}\n", style="italic")
        return short.append(article_text(article, self.number(sheet), voice), style="not italic")

    def _said(self, fault: Fault) -> str:
        lang, setting = self._labels.words.lang, self._labels.state.setting
        said = fault_sentence(fault.code, fault.word, lang, setting)
        return located(said, str(fault.article or ""), lang, setting)

    def fault(self) -> str:
        """What the rules find wrong with the text."""
        state, command = self._labels.state, self.command()
        if isinstance(command, Amend):
            assert self._treaty is not None
            fault = fault_of_amendment(state, self._power, self._treaty, command)
        else:
            if not TITLE.admits(command.title):
                return self._labels.words("edit.untitled")
            fault = fault_of_draft(state, self._power, command)
        return self._said(fault) if fault is not None else ""

    def warning(self) -> str:
        """Articles of free words which have none yet."""
        empty = [self.number(sheet) for sheet in self.parts if getattr(sheet.whole, "text", {}) == {UNDETERMINED: UNWRITTEN}]
        return self._labels.words("edit.unwritten", numbers=", ".join(map(str, empty))) if empty else ""

    def _named(self, title: str) -> TreatyId:
        return TreatyId(new_name(self._power, title, frozenset(str(t) for t in self._labels.state.treaties)))

    def command(self) -> Amend | Draft:
        """The operations that lead from the latest version to this text, or the new text."""
        text = self._text()
        if self._base is not None and self._treaty is not None:
            return Amend(treaty=self._treaty.id, base=self._treaty.versions[-1].number, operations=amendment(self._base, text))
        title = self.one(Kind.HEADING).title
        return Draft(
            treaty=self._named(title),
            title={UNDETERMINED: title},
            articles=text.articles,
            provisions=text.provisions,
            preamble=text.preamble,
        )


def _idle(provisions: Provisions) -> tuple[str, ...]:
    """The provisions that say nothing as the others stand."""
    endless = provisions.expires is None and provisions.lasts is None
    idle = {
        "open_to": provisions.accession is not Accession.OPEN,
        "unreservable": provisions.reservations is ReservationPolicy.FORBIDDEN,
        "lasts": provisions.expires is not None,
        "renewed_for": endless or provisions.prolonged,
        "prolonged": endless or provisions.renewed_for is not None,
        "denounceable_after": provisions.notice is None or not endless,
        "severable": provisions.annexed_to is None,
        "registered": provisions.secret,
    }
    return tuple(name for name, is_idle in idle.items() if is_idle)


def _idle_terms(clause: Clause) -> frozenset[str]:
    """The terms of an article that another of its terms calls for, as long as it does not and nothing is said in them."""
    needed: dict[str, bool] = {}
    if isinstance(clause, Aid | Neutrality):
        needed |= dict.fromkeys(("together_with", "together_with_region"), clause.together)
    if isinstance(clause, Aid):
        needed["vital"] = clause.trigger is not Trigger.ANY_WAR
    if isinstance(clause, Guarantee):
        needed["vital"] = clause.object is not GuaranteeOf.OBSERVANCE and clause.trigger is not Trigger.ANY_WAR
        needed |= dict.fromkeys(("instrument", "articles"), clause.object is GuaranteeOf.OBSERVANCE)
        needed["frontier_with"] = clause.object is GuaranteeOf.FRONTIERS
    return frozenset(name for name, is_needed in needed.items() if not is_needed and not getattr(clause, name, None))
