"""Resolutions as texts, and what happens before organs, told in one plain sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from attrs import field, frozen

from engine import events as e
from engine.dispute import Dispute
from engine.names import DisputeId, ItemId, Lang, OrganId, ParagraphId, Power, ResolutionId, StatuteId, TreatyId, paragraph_id
from engine.organ import Motion, Organ
from engine.resolution import Amendment, Paragraph, Resolution, StandingMeasure, StrikeParagraph
from engine.roll import effect_of
from engine.sitting import Poll
from engine.state import State
from engine.texts.catalogue import Slot, knows, say
from engine.texts.grammar import Noun, Nouns, date, pick, quoted_within
from engine.texts.voice import Speaker
from engine.texts.words import title_of
from engine.treaty import Treaty
from engine.voting.bodies import Effect


@frozen(kw_only=True)
class Docket:
    """The organs, drafts and measures that a reader knows; what is outside them is said by its key."""

    organs: Mapping[OrganId, Organ] = field(factory=dict)
    resolutions: Mapping[ResolutionId, Resolution] = field(factory=dict)
    measures: Mapping[tuple[ResolutionId, ParagraphId], StandingMeasure] = field(factory=dict)
    disputes: Mapping[DisputeId, Dispute] = field(factory=dict)


def docket_of(state: State) -> Docket:
    """What is before the organs, as far as this state knows."""
    return Docket(organs=state.organs, resolutions=state.resolutions, measures=state.measures, disputes=state.disputes)


def organ_name(organ: Organ | None, ident: OrganId, voice: Speaker) -> str:
    """An organ by its name: a scenario's, or the title of the resolution that established it."""
    return (pick(organ.name, voice.lang) if organ is not None else "") or voice.organ(ident)


def article_name(article: StatuteId, lang: Lang) -> str:
    """`Article 15 of the Covenant`, `l'article 15 du Pacte`."""
    return say(lang, f"statute.{article}") if knows(f"statute.{article}") else article


def paragraph_text(paragraph: Paragraph, voice: Speaker, effect: Effect) -> str:
    """One operative paragraph without its number."""
    return paragraph.measure.prose(voice, effect)


def resolution_text(draft: Resolution, organ: Organ, voice: Speaker, effect: Effect) -> str:
    """The whole text: who speaks, on what it rests, the preamble as written, the numbered paragraphs."""
    lang = voice.lang
    name = voice.organ_noun(draft.organ, organ)
    parts = [
        pick(draft.title, lang),
        say(lang, "resolution.opening", organ=name),
        say(lang, "resolution.basis", article=article_name(draft.article, lang)),
    ]
    if words := pick(draft.preamble, lang):
        parts.append(words)
    last = len(draft.paragraphs)
    for number, paragraph in enumerate(draft.paragraphs, start=1):
        text = paragraph_text(paragraph, voice, effect)
        parts.append(say(lang, "resolution.paragraph", number=number, text=text) + ("." if number == last else say(lang, "list.following")))
    return "\n\n".join(parts)


class ChamberTeller:
    """A language, a scenario, and what the reader knows of organs, drafts and treaties."""

    def __init__(self, voice: Speaker, docket: Docket, treaties: Mapping[TreatyId, Treaty]) -> None:
        self.voice, self.docket, self.treaties, self.lang = voice, docket, treaties, voice.lang
        self.company: tuple[Power, ...] = ()
        """Those who have done alike, in the name of all of whom it is told what one of them did."""

    def say(self, key: str, **slots: Slot) -> str:
        return say(self.lang, key, **slots)

    def who(self, key: str, power: Power, **slots: Slot) -> str:
        who = self.voice.nouns(self.company) if power in self.company else self.voice.noun(power)
        return say(self.lang, key, who=who, **slots)

    def organ(self, ident: OrganId) -> Noun:
        return self.voice.organ_noun(ident, self.docket.organs.get(ident))

    def kind(self, ident: OrganId) -> str:
        """What the key of a sentence ends with that speaks of conferences otherwise: their only matter is themselves."""
        known = self.docket.organs.get(ident)
        return ".conference" if known is not None and known.call is not None else ""

    def item(self, organ: OrganId, ident: ItemId) -> str:
        known = self.docket.organs.get(organ)
        found = known.agenda.get(ident) if known is not None else None
        return (pick(found.title, self.lang) if found is not None else "") or ident

    def changes(self, resolution: ResolutionId, amendment: Amendment) -> tuple[str, ...]:
        """What an amendment does to a draft, change by change."""
        draft = self.docket.resolutions.get(resolution)
        organ = self.docket.organs.get(draft.organ) if draft is not None else None
        effect = effect_of(organ, draft) if organ is not None and draft is not None else Effect.RECOMMENDATION
        numbers = {p.id: n for n, p in enumerate(draft.paragraphs, start=1)} if draft is not None else {}
        said: list[str] = []
        for change in amendment.changes:
            if isinstance(change, StrikeParagraph):
                said.append(self.say("amendment.strikes", n=numbers.get(change.paragraph, change.paragraph)))
                continue
            text, number = paragraph_text(change.paragraph, self.voice, effect), numbers.get(change.paragraph.id)
            said.append(self.say("amendment.adds", text=text) if number is None else self.say("amendment.puts", n=number, text=text))
        return tuple(said)

    def draft(self, ident: ResolutionId | None) -> str:
        found = self.docket.resolutions.get(ident) if ident is not None else None
        return (pick(found.title, self.lang) if found is not None else "") or (ident or "")

    def tell(self, event: e.CouncilEvent) -> str:
        """One sentence for the event."""
        match event:
            case (
                e.AttendanceChanged()
                | e.NoticeGiven()
                | e.MemberAdmitted()
                | e.MemberLeft()
                | e.SeatTaken()
                | e.SeatVacated()
                | e.OrganEstablished()
                | e.OrganDissolved()
            ):
                return self.composition(event)
            case e.ItemRaised() | e.ItemContested() | e.ItemInscribed() | e.ItemStruck() | e.PowerInvited():
                return self.agenda(event)
            case e.InvitationAnswered() | e.TextPut():
                return self.conference(event)
            case (
                e.ResolutionShown()
                | e.ResolutionSponsored()
                | e.AmendmentMoved()
                | e.AmendmentTakenIn()
                | e.AmendmentFell()
                | e.SeparateVoteAsked()
                | e.ParagraphSettled()
                | e.ResolutionClosed()
                | e.MeasureTaken()
                | e.MeasureEnded()
            ):
                return self.text(event)
            case _:
                return self.sitting(event)

    def composition(
        self,
        event: e.AttendanceChanged
        | e.NoticeGiven
        | e.MemberAdmitted
        | e.MemberLeft
        | e.SeatTaken
        | e.SeatVacated
        | e.OrganEstablished
        | e.OrganDissolved,
    ) -> str:
        if isinstance(event, e.OrganEstablished):
            return self.established(event.organ)
        organ = self.organ(event.organ)
        match event:
            case e.AttendanceChanged():
                return self.who("tale.away" if event.away else "tale.back", event.power, organ=organ)
            case e.NoticeGiven():
                return self.who("tale.notice", event.power, organ=organ, date=date(self.lang, event.until))
            case e.MemberAdmitted():
                return self.who("tale.admitted", event.power, organ=organ)
            case e.MemberLeft():
                return self.who("tale.expelled" if event.expelled else "tale.left", event.power, organ=organ)
            case e.SeatTaken():
                return self.who("tale.seat_taken", event.power, organ=organ)
            case e.SeatVacated():
                return self.who("tale.seat_vacated", event.power, organ=organ)
            case e.OrganDissolved():
                return self.say("tale.dissolved", organ=organ)
            case _:
                assert_never(event)

    def established(self, organ: Organ) -> str:
        """By whom it is called, by which treaty it is created, or who sits on it."""
        if organ.call is not None:
            others = self.voice.nouns(self.voice.in_order(organ.call.invited))
            return self.who("tale.conference", organ.call.host, others=others, title=pick(organ.name, self.lang))
        who = self.voice.nouns(tuple(organ.seats))
        if organ.instrument is None:
            return self.say("tale.established", who=who)
        title = title_of(organ.instrument.treaty, self.lang, self.treaties)
        return self.say("tale.created", treaty=title, organ=self.voice.organ_noun(organ.id, organ), who=who)

    def agenda(self, event: e.ItemRaised | e.ItemContested | e.ItemInscribed | e.ItemStruck | e.PowerInvited) -> str:
        if isinstance(event, e.ItemRaised):
            item = event.item
            article = article_name(item.article, self.lang)
            slots: dict[str, Slot] = {"organ": self.organ(item.organ), "article": article, "item": pick(item.title, self.lang)}
            return self.say("tale.item_raised.office", **slots) if item.by is None else self.who("tale.item_raised", item.by, **slots)
        title, organ = self.item(event.organ, event.item), self.organ(event.organ)
        match event:
            case e.ItemContested():
                return self.who("tale.item_contested", event.power, item=title)
            case e.ItemInscribed():
                return self.say("tale.item_inscribed", organ=organ, item=title)
            case e.ItemStruck():
                return self.say(f"tale.struck.{event.why.value}", organ=organ, item=title)
            case e.PowerInvited():
                return self.who("tale.invited", event.power, item=title)
            case _:
                assert_never(event)

    def conference(self, event: e.ConferenceEvent) -> str:
        match event:
            case e.InvitationAnswered():
                known = self.docket.organs.get(event.conference)
                title = pick(known.name, self.lang) if known is not None else ""
                return self.who("tale.attends" if event.attend else "tale.declines", event.power, **({"title": title} if title else {}))
            case e.TextPut():
                return self.who("tale.text_put", event.motion.by, **self.motion(event.motion))
            case _:
                assert_never(event)

    def motion(self, motion: Motion) -> dict[str, Slot]:
        """The title and the number of a text before a conference."""
        return {"treaty": title_of(motion.treaty, self.lang, self.treaties), "n": motion.version}

    def text(
        self,
        event: e.ResolutionShown
        | e.ResolutionSponsored
        | e.AmendmentMoved
        | e.AmendmentTakenIn
        | e.AmendmentFell
        | e.SeparateVoteAsked
        | e.ParagraphSettled
        | e.ResolutionClosed
        | e.MeasureTaken
        | e.MeasureEnded,
    ) -> str:
        match event:
            case e.ResolutionShown():
                draft, title = event.resolution, pick(event.resolution.title, self.lang)
                if event.how == "tabled" and draft.sponsors:
                    return self.who("tale.draft.tabled", draft.sponsors[0], draft=title)
                return self.say(f"tale.draft.{'found' if event.how == 'tabled' else event.how}", draft=title)
            case e.ResolutionSponsored():
                return self.who("tale.sponsored", event.power, draft=self.draft(event.resolution))
            case e.AmendmentMoved():
                changes = f"{self.say('list.following')} ".join(self.changes(event.resolution, event.amendment))
                return self.who("tale.amendment", event.amendment.by, draft=self.draft(event.resolution), changes=changes)
            case e.AmendmentTakenIn():
                return self.say(f"tale.amendment.{'friendly' if event.friendly else 'adopted'}", draft=self.draft(event.resolution))
            case e.AmendmentFell():
                return self.say(f"tale.amendment.{'rejected' if event.rejected else 'lapsed'}", draft=self.draft(event.resolution))
            case e.SeparateVoteAsked():
                return self.who(
                    "tale.separate", event.by, n=self.number(event.resolution, event.paragraph), draft=self.draft(event.resolution)
                )
            case e.ParagraphSettled():
                return self.say(f"tale.paragraph.{'kept' if event.kept else 'struck'}", draft=self.draft(event.resolution))
            case e.ResolutionClosed():
                return self.say(f"tale.outcome.{event.outcome.value}", draft=self.draft(event.resolution))
            case e.MeasureTaken():
                return self.measure("tale.measure", event.measure)
            case e.MeasureEnded():
                standing = self.docket.measures.get((event.resolution, event.paragraph))
                if standing is None:
                    return self.say("tale.measure_ended", draft=self.draft(event.resolution), measure=event.paragraph)
                return self.measure("tale.measure_ended", standing)
            case _:
                assert_never(event)

    def paragraph(self, source: str, ident: str) -> str | None:
        """`paragraph 2`, where the source is a resolution that the reader knows."""
        number = self.number(ResolutionId(source), paragraph_id(ident))
        return self.say("resolution.paragraph.label", number=number) if isinstance(number, int) else None

    def number(self, ident: ResolutionId, paragraph: ParagraphId) -> Slot:
        """A paragraph's number in the text, or its key where the reader does not know the draft."""
        found = self.docket.resolutions.get(ident)
        numbers = {p.id: n for n, p in enumerate(found.paragraphs, start=1)} if found is not None else {}
        return numbers.get(paragraph, paragraph)

    def measure(self, key: str, standing: StandingMeasure) -> str:
        words = standing.measure.prose(self.voice, standing.effect)
        return self.say(key, draft=self.draft(standing.resolution), measure=words[:1].lower() + words[1:])

    def question(self, organ: OrganId, poll: Poll, item: ItemId | None) -> str:
        """What is put to the vote, as a noun phrase."""
        slots: dict[str, Slot] = {
            "organ": self.organ(organ),
            "item": self.item(organ, item) if item is not None else "",
            "draft": self.draft(poll.resolution),
            "other": self.voice.noun(poll.power) if poll.power is not None else "",
            **(self.motion(poll.motion) if poll.motion is not None else {}),
        }
        known = self.docket.resolutions.get(poll.resolution) if poll.resolution is not None else None
        moved = known.amendments.get(poll.amendment) if known is not None and poll.amendment is not None else None
        if moved is not None:
            slots["author"] = self.voice.noun(moved.by)
        if poll.resolution is not None and poll.paragraph is not None:
            slots["n"] = self.number(poll.resolution, poll.paragraph)
        return self.say(f"poll.{poll.subject.value}", **slots)

    def sitting(self, event: e.SittingEvent | e.VoteEvent) -> str:
        match event:
            case e.SittingOpened():
                sitting = event.sitting
                title, organ = self.item(sitting.organ, sitting.item), self.organ(sitting.organ)
                key = f"tale.sitting{self.kind(sitting.organ)}"
                if sitting.president is None:
                    return self.say(key, organ=organ, item=title)
                return self.who(key, sitting.president, organ=organ, item=title)
            case e.StepOpened():
                guest: Slot = self.voice.noun(event.guest) if event.guest is not None else ""
                return self.say(f"tale.step.{event.step.value}", draft=self.draft(event.resolution), other=guest)
            case e.StatementMade():
                return self.who("tale.statement", event.power, words=quoted_within(self.lang, event.text))
            case e.MotionMade():
                other: Slot = self.voice.noun(event.power) if event.power is not None else ""
                key = f"tale.motion.{event.subject.value}"
                return self.who(key, event.by, other=other, organ=self.organ(event.organ), draft=self.draft(event.resolution))
            case e.FloorYielded():
                return self.who("tale.yielded", event.power)
            case e.DebateClosed():
                return self.say("tale.debate_closed")
            case e.RulingGiven():
                nature = "procedural" if event.procedural else "substantive"
                return self.who(f"tale.ruling.{nature}", event.power, draft=self.draft(event.resolution))
            case e.RulingAnswered():
                return self.who("tale.challenged" if event.challenge else "tale.acquiesced", event.power)
            case e.NatureSettled():
                return self.say(f"tale.nature.{'procedural' if event.procedural else 'substantive'}", draft=self.draft(event.resolution))
            case e.PollOpened():
                return self.say("tale.poll", question=self.question(event.organ, event.poll, event.poll.item))
            case e.BallotGiven():
                return self.who("tale.given", event.power)
            case e.BallotEntered():
                words: dict[str, Slot] = {"words": quoted_within(self.lang, event.explanation)} if event.explanation else {}
                return self.who(f"tale.entered.{event.ballot.value}", event.power, **words)
            case e.PollDecided():
                return self.decided(event)
            case e.SittingClosed():
                title, organ = self.item(event.organ, event.item), self.organ(event.organ)
                return self.say(f"tale.rises{self.kind(event.organ)}", organ=organ, item=title)
            case _:
                assert_never(event)

    def decided(self, event: e.PollDecided) -> str:
        verdict = event.verdict
        sides: dict[str, Slot] = {
            name: self.powers(powers)
            for name, powers in (("favouring", verdict.favouring), ("against", verdict.against), ("abstaining", verdict.abstaining))
            if powers
        }
        key = "tale.poll_carried" if verdict.carried else "tale.poll_lost"
        return self.say(key, question=self.question(event.organ, event.poll, event.poll.item), **sides)

    def powers(self, powers: tuple[Power, ...]) -> Nouns:
        return self.voice.nouns(powers)
