"""The desk for resolutions: operative paragraphs of typed kinds, each with its form, its text following as one types."""

from __future__ import annotations

from typing import Any, ClassVar

from attrs import frozen
from rich.text import Text

from client.labels import Labels
from client.screens.desk import Desk
from client.screens.form import new_name
from client.sheets import Kind, Sheet
from client.widgets.parameters import UNWRITTEN, Pools, blank
from engine.council_commands import MoveAmendment, TableResolution
from engine.domains import OneOf, Option
from engine.drafts import coerced_consents, fault_of_changes, fault_of_draft
from engine.measures import MEASURES, Note, Nullity, Recommendation
from engine.measures.recommendation import Procedure
from engine.names import UNDETERMINED, AmendmentId, ArticleId, ParagraphId, Power, ResolutionId, StatuteId, TreatyId
from engine.organ import Organ
from engine.provocation import users_of_force
from engine.resolution import Change, Paragraph, PutParagraph, Resolution, StrikeParagraph
from engine.statutes import admits, article_of
from engine.texts.chamber import article_name, paragraph_text
from engine.texts.refusals import fault_sentence
from engine.voting.bodies import Effect


@frozen(kw_only=True)
class Heading:
    """What stands over a draft resolution, and the article on which it rests."""

    title: str = ""
    basis: StatuteId


class ResolutionDesk(Desk):
    """Drafts a resolution, or moves an amendment to one."""

    WORDS: ClassVar[str] = "desk"
    PARAMETER: ClassVar[str] = "measure_param"

    def __init__(self, option: Option, power: Power, labels: Labels) -> None:
        super().__init__(option, power, labels)
        self._base: Resolution | None = None
        if option.verb is MoveAmendment:
            self._base = base = labels.state.resolutions[option.only("resolution")]
            self._organ: Organ = labels.state.organs[base.organ]
            self._sheets = [Sheet(kind=Kind.PART, ident=p.id, whole=p.measure, former=p.measure) for p in base.paragraphs]
        else:
            self._organ = labels.state.organs[option.only("organ")]
            self._sheets = [Sheet(kind=Kind.HEADING, whole=Heading(basis=self._usual_basis()))]

    def _usual_basis(self) -> StatuteId:
        """The article on which the organ was seized of the matter, where a draft may rest on it."""
        articles, seized = self._articles(), self._organ.agenda[self._option.only("item")].article
        return seized if seized in articles else articles[0]

    def _articles(self) -> tuple[StatuteId, ...]:
        """The articles on which a draft may rest here."""
        articles = self._option.domains.get("article")
        return articles.values if isinstance(articles, OneOf) else ()

    def place(self) -> str:
        """The draft that is amended, or the matter on which one is written."""
        return f"resolution {self._option.only('item') if self._base is None else self._base.id}"

    def heading_words(self) -> str:
        """Before which matter, or to which draft."""
        if self._base is None:
            return self._labels.words("desk.draft", item=self._labels.before_organs("item", self._option.only("item")))
        return self._labels.words("desk.amend", draft=self._labels.text(self._base.title))

    def kinds(self) -> list[tuple[str, str]]:
        """The kinds of paragraphs that one or another of the articles admits."""
        bases = self._articles() or (self._basis(),)
        return [(self._labels.measure(cls), cls.tag) for cls in MEASURES if any(self._admits(basis, cls.tag) for basis in bases)]

    def _admits(self, basis: StatuteId, tag: str) -> bool:
        """Whether a paragraph of this kind may rest on an article."""
        article = article_of(self._organ, basis)
        return article is None or admits(self._organ, article, tag)

    def part_name(self, whole: Any) -> str:
        """What kind of paragraph."""
        return self._labels.measure(type(whole))

    @property
    def movable(self) -> bool:
        """No amendment moves a paragraph."""
        return self._base is None

    def first(self) -> Recommendation | Note:
        """A recommendation to negotiate, or words where none may be made, to be changed: it accuses nobody."""
        if not self._admits(self._basis(), Recommendation.tag):
            return Note(text={UNDETERMINED: UNWRITTEN})
        parties = tuple(p for p in self._labels.state.powers() if p in self._parties())
        return Recommendation(parties=parties or self._others()[:1], procedure=Procedure.NEGOTIATION)

    def _parties(self) -> frozenset[Power]:
        """Whose matter it is."""
        item = self._base.item if self._base is not None else self._option.only("item")
        found = self._organ.agenda.get(item) if item is not None else None
        return found.parties if found is not None else frozenset()

    def _others(self) -> tuple[Power, ...]:
        """The others, first those who have used force, then the parties to the matter."""
        state, parties = self._labels.state, self._parties()
        forceful = users_of_force(state)
        return tuple(sorted((p for p in state.powers() if p != self._power), key=lambda p: (p not in forceful & parties, p not in parties)))

    def blank(self, tag: str) -> Any:
        """A first paragraph of a kind, about others; of a consent found void, one that was coerced."""
        cls = next(cls for cls in MEASURES if cls.tag == tag)
        coerced = next(coerced_consents(self._labels.state), None) if cls is Nullity else None
        if coerced is not None:
            return Nullity(treaty=coerced[0], power=coerced[1])
        given = {"slug": "committee", "treaty": TreatyId(next(iter(self._nameable()), ""))}
        return blank(cls, self._labels, iter(self._others()), given)

    def pools(self) -> Pools:
        """The articles on which a draft may rest, and the treaties that everybody knows."""
        return {StatuteId: {a: article_name(a, self._labels.words.lang) for a in self._articles()}, TreatyId: self._nameable()}

    def _nameable(self) -> dict[str, str]:
        """The public treaties in force, and those that the text names already."""
        labels = self._labels
        public = tuple(t.id for t in labels.state.treaties.values() if t.in_force and t.known_to is None)
        named = tuple(s.whole.treaty for s in self.parts if isinstance(s.whole, Nullity) and s.whole.treaty)
        return {str(ident): labels.treaty(ident) for ident in dict.fromkeys((*public, *named))}

    def _basis(self) -> StatuteId:
        basis: StatuteId = self._base.article if self._base is not None else self.one(Kind.HEADING).basis
        return basis

    def _paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(Paragraph(id=ParagraphId(ArticleId(sheet.ident)), measure=sheet.whole) for sheet in self.parts)

    def reads(self, sheet: Sheet) -> Text:
        """A paragraph with the force that its article gives it; the heading as the title and its basis."""
        labels = self._labels
        if sheet.kind is Kind.HEADING:
            return Text(f"{sheet.whole.title or UNWRITTEN}\n{article_name(sheet.whole.basis, labels.words.lang)}")
        article = article_of(self._organ, self._basis())
        paragraph = Paragraph(id=ParagraphId(ArticleId(sheet.ident)), measure=sheet.whole)
        said = paragraph_text(paragraph, labels.speaker, article.effect if article is not None else Effect.RECOMMENDATION)
        return Text(f"{self.number(sheet)}. {said}")

    def fault(self) -> str:
        """What the rules find wrong with the text."""
        state = self._labels.state
        if self._base is not None:
            fault = fault_of_changes(state, self._organ, self._base, self._changes())
        elif not self.one(Kind.HEADING).title.strip():
            return self._labels.words("edit.untitled")
        else:
            fault = fault_of_draft(state, self._organ, self._basis(), self._paragraphs())
        return fault_sentence(fault.code, fault.word, self._labels.words.lang, state.setting) if fault is not None else ""

    def _changes(self) -> tuple[Change, ...]:
        assert self._base is not None
        paragraphs = self._paragraphs()
        kept = {p.id for p in paragraphs}
        struck: list[Change] = [StrikeParagraph(p.id) for p in self._base.paragraphs if p.id not in kept]
        return (*struck, *(PutParagraph(p) for p in paragraphs if p not in self._base.paragraphs))

    def command(self) -> MoveAmendment | TableResolution:
        """The changes to the draft, or the new draft."""
        if self._base is not None:
            name = new_name(self._power, "amendment", frozenset(str(a) for a in self._base.amendments))
            return MoveAmendment(resolution=self._base.id, amendment=AmendmentId(name), changes=self._changes())
        title = self.one(Kind.HEADING).title.strip()
        return TableResolution(
            resolution=ResolutionId(new_name(self._power, title, frozenset(str(r) for r in self._labels.state.resolutions))),
            organ=self._organ.id,
            item=self._option.only("item"),
            article=self._basis(),
            title={UNDETERMINED: title},
            paragraphs=self._paragraphs(),
        )
