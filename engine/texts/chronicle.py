"""Everything that happens, told in one plain sentence."""

from __future__ import annotations

from collections.abc import Mapping

from engine import events as e
from engine.events import DisputeEvent
from engine.names import Lang, Power, TreatyId
from engine.setting import Setting
from engine.texts.catalogue import Slot, knows
from engine.texts.chamber import ChamberTeller, Docket
from engine.texts.disputes import DisputeTeller
from engine.texts.force_tales import ForceTeller
from engine.texts.grammar import date, pick, quoted_within
from engine.texts.phrases import phrase_words
from engine.texts.teller import Teller
from engine.texts.treaty_life import treaty_life_tale
from engine.texts.treaty_tales import TreatyTeller
from engine.texts.voice import Speaker
from engine.texts.words import office_words, regarding_words
from engine.treaty import Treaty

NO_DOCKET = Docket()


def tell(
    event: e.Event,
    lang: Lang,
    setting: Setting,
    treaties: Mapping[TreatyId, Treaty],
    docket: Docket = NO_DOCKET,
    company: tuple[Power, ...] = (),
) -> str | None:
    """One sentence for the event, or None for what only the umpire keeps book of.

    `treaties` and `docket` are those that the reader knows: a name outside them is said by its key, never looked up. `company` are those who
    have done alike, its power among them (`engine.texts.alike`).
    """
    return _Teller(Speaker(setting, lang), treaties, docket, company).tell(event)


def said(message: e.MessageSent, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> str:
    """The words of a message in the reader's language: as typed, or a scripted power's phrase; else what it answers."""
    if message.phrase is not None:
        return phrase_words(message.phrase, voice.lang, voice.setting, treaties)
    return message.text or (regarding_words(message.regarding, voice, treaties) if message.regarding is not None else "")


class _Teller(Teller):
    """A voice, and what the reader knows of treaties and of what is before organs."""

    def __init__(self, voice: Speaker, treaties: Mapping[TreatyId, Treaty], docket: Docket, company: tuple[Power, ...]) -> None:
        super().__init__(voice, treaties, ChamberTeller(voice, docket, treaties))
        self.disputes = DisputeTeller(voice, docket.disputes, docket.organs)
        self.making = TreatyTeller(voice, treaties, self.chamber)
        self.force = ForceTeller(voice, treaties, self.chamber)
        self.making.company = self.chamber.company = company

    def tell(self, event: e.Event) -> str | None:
        if isinstance(event, e.TreatyLife):
            return treaty_life_tale(event, self.voice, self.treaties, self.chamber.docket.organs)
        if isinstance(event, DisputeEvent):
            return self.disputes.tell(event)
        if isinstance(event, e.TreatyMaking | e.ObligationEvent):
            return self.making.tell(event)
        if isinstance(event, e.CrisisEvent | e.OrderEvent):
            return self.force.tell(event)
        match event:
            case e.PlotLaid() | e.EventFired() | e.MemoryKept() | e.DeadlineSet():
                return None
            case e.MessageSent():
                return self.message(event)
            case e.TrackMoved():
                return self.track(event)
            case e.GameFounded():
                return self.say("tale.game_founded", title=pick(event.setting.title, self.lang))
            case e.BriefingGiven():
                return self.who("tale.briefing_given", event.power)
            case e.TurnOpened():
                return self.turn(event.turn)
            case e.PhaseOpened():
                return self.say(f"tale.phase_opened.{event.phase.value}")
            case e.ClockPaused():
                return self.say("tale.clock_paused" if event.paused else "tale.clock_restarted")
            case e.NewsArrived():
                words = self.titled(event.title, event.text)
                return self.say("tale.news", **words) if event.asks is None else self.who("tale.news_asks", event.asks, **words)
            case e.ChoiceMade():
                return self.who("tale.choice_made", event.power, label=pick(event.label, self.lang).rstrip("."))
            case e.MinisterReplaced():
                return self.who("tale.minister_replaced", event.power, by=event.by, office=office_words(event.office, self.lang))
            case e.FullPowersIssued():
                return self.who("tale.full_powers_issued", event.power)
            case e.FullPowersRecalled():
                return self.who("tale.full_powers_recalled", event.power)
            case e.ReadySignalled():
                return self.who("tale.ready" if event.ready else "tale.not_ready", event.power)
            case e.ObjectivesScored():
                return self.who("tale.scored", event.power, points=event.points)
            case e.GameEnded():
                return self.say("tale.game_ended", **self.titled(event.title, event.text))
            case _:
                return self.chamber.tell(event)

    def turn(self, place: int) -> str | None:
        turns = tuple(self.setting.turns.values())
        if not 0 <= place < len(turns):
            return None
        turn = turns[place]
        return self.say("tale.turn_opened", date=date(self.lang, turn.date), title=pick(turn.name, self.lang).rstrip("."))

    def track(self, event: e.TrackMoved) -> str:
        owner, _, rest = event.track.partition(".")
        name, _, other = rest.partition(".")
        key = name or owner
        sheet = next((track for ident, track in self.setting.tracks.items() if ident == key), None)
        slots: dict[str, Slot] = {"track": (pick(sheet.name, self.lang) if sheet is not None else "") or key, "value": event.value}
        if knows(f"track.{event.why}"):
            slots["why"] = self.say(f"track.{event.why}")
        if not name:
            return self.say("tale.track.world", **slots)
        if not other:
            return self.who("tale.track.power", Power(owner), **slots)
        return self.who("tale.track.pair", Power(owner), other=self.voice.noun(Power(other)), **slots)

    def message(self, event: e.MessageSent) -> str:
        words = said(event, self.voice, self.treaties) if event.phrase is not None else event.text
        slots: dict[str, Slot] = {}
        if event.regarding is not None:
            slots["regarding"] = regarding_words(event.regarding, self.voice, self.treaties)
        manner = "" if event.to else ".press"
        if event.to:
            slots["to"] = self.others(event.to)
        if words or event.regarding is None:
            return self.who(f"tale.message{manner}", event.by, words=quoted_within(self.lang, words), **slots)
        return self.who("tale.message.bare" if event.to else "tale.message.bare_press", event.by, **slots)
