"""Everything that happens, told in one plain sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from engine import events as e
from engine.clauses.non_aggression import FORCE
from engine.conference import Conference
from engine.crisis import Crisis, Opening, Stance, War
from engine.duties import Refrain
from engine.events import DisputeEvent
from engine.names import ConferenceId, Lang, Power, ResolutionId, TreatyId
from engine.prose import label_of
from engine.setting import Setting, Text
from engine.texts.catalogue import Slot, knows, say
from engine.texts.chamber import ChamberTeller, Docket
from engine.texts.disputes import DisputeTeller
from engine.texts.grammar import Nouns, date, listed, pick
from engine.texts.phrases import phrase_words
from engine.texts.sources import source_label, source_title
from engine.texts.treaty_life import reserved_articles, treaty_life_tale
from engine.texts.voice import Speaker
from engine.texts.words import demand_words, office_words, order_words, promised, regarding_words, title_of
from engine.treaty import Treaty

NO_DOCKET = Docket()
NO_CONFERENCES: Mapping[ConferenceId, Conference] = {}


def tell(
    event: e.Event,
    lang: Lang,
    setting: Setting,
    treaties: Mapping[TreatyId, Treaty],
    conferences: Mapping[ConferenceId, Conference] = NO_CONFERENCES,
    docket: Docket = NO_DOCKET,
) -> str | None:
    """One sentence for the event, or None for what only the umpire keeps book of.

    `treaties`, `conferences` and `docket` are those that the reader knows: a name outside them is said by its key, never looked up.
    """
    return _Teller(lang, setting, treaties, conferences, docket).tell(event)


def said(message: e.MessageSent, voice: Speaker, treaties: Mapping[TreatyId, Treaty]) -> str:
    """The words of a message in the reader's language: as typed, or a scripted power's phrase; else what it answers."""
    if message.phrase is not None:
        return phrase_words(message.phrase, voice.lang, voice.setting, treaties)
    return message.text or (regarding_words(message.regarding, voice, treaties) if message.regarding is not None else "")


class _Teller:
    """A language, a scenario, and what the reader knows of treaties and conferences."""

    def __init__(
        self,
        lang: Lang,
        setting: Setting,
        treaties: Mapping[TreatyId, Treaty],
        conferences: Mapping[ConferenceId, Conference],
        docket: Docket,
    ) -> None:
        self.lang = lang
        self.setting = setting
        self.treaties = treaties
        self.conferences = conferences
        self.voice = Speaker(setting, lang)
        self.chamber = ChamberTeller(self.voice, docket)
        self.disputes = DisputeTeller(self.voice, docket.disputes, docket.organs)

    def say(self, key: str, **slots: Slot) -> str:
        return say(self.lang, key, **slots)

    def who(self, key: str, power: Power, **slots: Slot) -> str:
        return say(self.lang, key, who=self.voice.noun(power), **slots)

    def title(self, treaty: TreatyId) -> str:
        known = self.treaties.get(treaty)
        bare = known is not None or source_title(treaty, self.lang) is not None
        return title_of(treaty, self.lang, self.treaties) if bare else self.chamber.draft(ResolutionId(treaty))

    def optional(self, name: str, words: str | Nouns) -> dict[str, Slot]:
        """A slot that is given only if there is something to say."""
        return {name: words} if str(words) else {}

    def titled(self, title: Text, text: Text) -> dict[str, Slot]:
        """A headline without its full stop, and what follows it."""
        return {"title": pick(title, self.lang).rstrip("."), **self.optional("text", pick(text, self.lang))}

    def others(self, powers: tuple[Power, ...] | frozenset[Power], but: Power | None = None) -> Nouns:
        return self.voice.nouns(tuple(p for p in self.voice.in_order(frozenset(powers)) if p != but))

    def tell(self, event: e.Event) -> str | None:
        if isinstance(event, e.TreatyLife):
            return treaty_life_tale(event, self.voice, self.treaties)
        if isinstance(event, DisputeEvent):
            return self.disputes.tell(event)
        match event:
            case e.PlotLaid() | e.EventFired() | e.MemoryKept() | e.DeadlineSet():
                return None
            case (
                e.TreatyShown()
                | e.TreatyTabled()
                | e.VersionProposed()
                | e.VersionInitialled()
                | e.TreatyAdopted()
                | e.TreatyWithdrawn()
                | e.TreatySigned()
                | e.TreatyRatified()
                | e.AssentGiven()
                | e.TreatyEnteredIntoForce()
                | e.ObligationPerformed()
                | e.ObligationBreached()
            ):
                return self.treaty(event)

            case e.ConferenceConvened() | e.InvitationAnswered() | e.QuestionPut() | e.VoteCast() | e.BallotSealed() | e.QuestionDecided():
                return self.council(event)
            case (
                e.UltimatumIssued()
                | e.UltimatumAnswered()
                | e.UltimatumClosed()
                | e.CrisisOpened()
                | e.CrisisAnswered()
                | e.StanceSealed()
                | e.StancesRevealed()
                | e.CrisisEnded()
                | e.WarFought()
                | e.OrdersCommitted()
                | e.OrdersSealed()
                | e.SanctionApplied()
                | e.SanctionLifted()
                | e.ReadinessChanged()
                | e.StakeTransferred()
            ):
                return self.force(event)
            case (
                e.PostureTaken()
                | e.PostureEnded()
                | e.AidSent()
                | e.AidExposed()
                | e.IntelligenceGained()
                | e.AgentCaught()
                | e.LeakTraced()
                | e.CampaignHeld()
            ):
                return self.measure(event)
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
            return self.who(f"tale.message{manner}", event.by, words=words, **slots)
        return self.who("tale.message.bare" if event.to else "tale.message.bare_press", event.by, **slots)

    def treaty(
        self,
        event: e.TreatyShown
        | e.TreatyTabled
        | e.VersionProposed
        | e.VersionInitialled
        | e.TreatyAdopted
        | e.TreatyWithdrawn
        | e.TreatySigned
        | e.TreatyRatified
        | e.AssentGiven
        | e.TreatyEnteredIntoForce
        | e.ObligationPerformed
        | e.ObligationBreached,
    ) -> str:
        match event:
            case e.TreatyShown():
                title = pick(event.treaty.title, self.lang)
                if event.how == "drafted" and event.treaty.drafter is not None:
                    return self.who("tale.shown.drafted", event.treaty.drafter, treaty=title)
                return self.say("tale.shown.drafted_by_nobody" if event.how == "drafted" else f"tale.shown.{event.how}", treaty=title)
            case e.TreatyTabled():
                others = self.others(event.negotiators, but=event.by)
                return self.who("tale.tabled", event.by, treaty=self.title(event.treaty), others=others)
            case e.VersionProposed():
                version = event.version
                if version.by is None:
                    return self.say("tale.version_amended", n=version.number, treaty=self.title(event.treaty))
                return self.who("tale.version_proposed", version.by, n=version.number, treaty=self.title(event.treaty))
            case e.VersionInitialled():
                return self.who("tale.initialled", event.power, n=event.version, treaty=self.title(event.treaty))
            case e.TreatyAdopted():
                return self.say("tale.adopted", treaty=self.title(event.treaty), n=event.version)
            case e.TreatyWithdrawn():
                return self.who("tale.withdrawn", event.by, treaty=self.title(event.treaty))
            case e.TreatySigned():
                excluded = self.optional("excluded", reserved_articles(event, self.voice, self.treaties))
                key = "tale.signed.ad_referendum" if event.signature.ad_referendum else "tale.signed"
                return self.who(key, event.power, treaty=self.title(event.treaty), **excluded)
            case e.TreatyRatified():
                return self.who("tale.ratified", event.power, treaty=self.title(event.treaty))
            case e.AssentGiven():
                return self.who("tale.assent", event.power, treaty=self.title(event.treaty))
            case e.TreatyEnteredIntoForce():
                return self.say("tale.in_force", treaty=self.title(event.treaty), parties=self.others(event.parties))
            case e.ObligationPerformed():
                return self.deed("tale.performed", event)
            case e.ObligationBreached():
                return self.deed("tale.breached", event)
            case _:
                assert_never(event)

    def deed(self, key: str, event: e.ObligationPerformed | e.ObligationBreached) -> str:
        duty = event.duty
        treaty = self.treaties.get(event.treaty)
        if source_title(event.treaty, self.lang) is not None:
            label: str | None = source_label(event.article, self.voice)
        elif treaty is not None:
            label = label_of(treaty, event.article, self.voice)
        else:
            label = self.chamber.paragraph(event.treaty, event.article)
        return self.say(
            f"{key}.force" if isinstance(duty, Refrain) and duty.deeds == FORCE and knows(f"{key}.force") else f"{key}.{duty.form}",
            debtor=self.voice.noun(duty.debtor),
            creditor=self.voice.noun(duty.creditor),
            what=promised(duty, self.voice),
            article=label or event.article,
            treaty=self.title(event.treaty),
        )

    def conference(self, ident: ConferenceId) -> dict[str, Slot]:
        found = self.conferences.get(ident)
        return self.optional("title", pick(found.title, self.lang) if found is not None else "")

    def council(
        self,
        event: e.ConferenceEvent,
    ) -> str:
        match event:
            case e.ConferenceConvened():
                conference = event.conference
                others = self.others(conference.invited, but=conference.host)
                return self.who("tale.conference", conference.host, others=others, title=pick(conference.title, self.lang))
            case e.InvitationAnswered():
                return self.who("tale.attends" if event.attend else "tale.declines", event.power, **self.conference(event.conference))
            case e.QuestionPut():
                motion = event.motion
                return self.who("tale.question", motion.by, treaty=self.title(motion.treaty), n=motion.version)
            case e.VoteCast():
                return self.who("tale.vote_cast", event.power)
            case e.BallotSealed():
                return self.who(f"tale.ballot.{event.ballot.value}", event.power)
            case e.QuestionDecided():
                verdict = event.verdict
                if verdict.carried:
                    return self.say("tale.carried", treaty=self.title(event.treaty))
                against = self.optional("against", self.voice.nouns(verdict.against))
                abstaining = self.optional("abstaining", self.voice.nouns(verdict.abstaining))
                return self.say("tale.not_carried", treaty=self.title(event.treaty), **against, **abstaining)
            case _:
                assert_never(event)

    def force(
        self,
        event: e.UltimatumIssued
        | e.UltimatumAnswered
        | e.UltimatumClosed
        | e.CrisisOpened
        | e.CrisisAnswered
        | e.StanceSealed
        | e.StancesRevealed
        | e.CrisisEnded
        | e.WarFought
        | e.OrdersCommitted
        | e.OrdersSealed
        | e.SanctionApplied
        | e.SanctionLifted
        | e.ReadinessChanged
        | e.StakeTransferred,
    ) -> str:
        match event:
            case e.UltimatumIssued():
                ultimatum = event.ultimatum
                return self.who(
                    "tale.ultimatum",
                    ultimatum.issuer,
                    target=self.voice.noun(ultimatum.target),
                    demand=demand_words(ultimatum.demand, self.voice, self.treaties),
                    date=self.date(ultimatum.expires),
                )
            case e.UltimatumAnswered():
                return self.who(f"tale.ultimatum.{event.state.value}", event.issuer, target=self.voice.noun(event.target))
            case e.UltimatumClosed():
                return self.who("tale.ultimatum_closed", event.issuer, target=self.voice.noun(event.target))
            case e.CrisisOpened():
                return self.crisis(event.crisis)
            case e.CrisisAnswered():
                return self.who("tale.crisis_answered", event.power)
            case e.StanceSealed():
                return self.stance(event.power, event.stance, None, event.through)
            case e.StancesRevealed():
                target = next((p for p, stance in event.stances.items() if stance in (Stance.RESIST, Stance.YIELD)), None)
                return " ".join(self.stance(power, stance, target, event.marches.get(power)) for power, stance in event.stances.items())
            case e.CrisisEnded():
                return self.say(f"crisis.{event.outcome}")
            case e.WarFought():
                return self.war(event.war)
            case e.OrdersCommitted():
                return self.who("tale.orders_committed", event.power)
            case e.OrdersSealed():
                if not event.orders:
                    return self.who("tale.no_orders", event.power)
                following = self.say("list.following")
                orders = f"{following} ".join(order_words(order, self.voice, self.treaties) for order in event.orders)
                return self.who("tale.orders_sealed", event.power, orders=orders)
            case e.SanctionApplied() | e.SanctionLifted():
                key = "tale.sanction_applied" if isinstance(event, e.SanctionApplied) else "tale.sanction_lifted"
                return self.who(f"{key}.{event.sanction.value}", event.power, target=self.voice.noun(event.target))
            case e.ReadinessChanged():
                return self.who(f"tale.readiness.{event.step.name.lower()}", event.power)
            case e.StakeTransferred():
                return self.transfer(event)
            case _:
                assert_never(event)

    def measure(
        self,
        event: e.PostureTaken
        | e.PostureEnded
        | e.AidSent
        | e.AidExposed
        | e.IntelligenceGained
        | e.AgentCaught
        | e.LeakTraced
        | e.CampaignHeld,
    ) -> str:
        match event:
            case e.PostureTaken() | e.PostureEnded():
                posture = event.posture
                slots: dict[str, Slot] = {}
                if posture.at is not None:
                    slots["stake"] = self.voice.stake_noun(posture.at)
                if posture.toward is not None:
                    slots["target"] = self.voice.noun(posture.toward)
                key = "tale.posture" if isinstance(event, e.PostureTaken) else "tale.posture_ended"
                return self.who(f"{key}.{posture.kind.value}", posture.by, **slots)
            case e.AidSent() | e.AidExposed():
                aid, key = event.aid, "tale.aid_sent" if isinstance(event, e.AidSent) else "tale.aid_exposed"
                return self.who(key, aid.by, means=self.say(f"means.{aid.means.value}"), to=self.voice.noun(aid.to))
            case e.IntelligenceGained():
                return self.intelligence(event)
            case e.AgentCaught():
                return self.who("tale.agent_caught", event.power, target=self.voice.noun(event.target))
            case e.LeakTraced():
                return self.who("tale.leak_traced", event.power, treaty=self.title(event.treaty))
            case e.CampaignHeld():
                return self.who("tale.campaign", event.power)
            case _:
                assert_never(event)

    def intelligence(self, event: e.IntelligenceGained) -> str:
        target = self.voice.noun(event.target)
        if not event.found:
            return self.who("tale.intelligence.nothing", event.power, target=target)
        read = {**self.treaties, **{text.id: text for text in event.texts}}
        orders = tuple(order_words(order, self.voice, read) for order in event.orders)
        texts = tuple(pick(text.title, self.lang) for text in event.texts)
        slots = {**self.optional("orders", listed(self.lang, orders)), **self.optional("texts", listed(self.lang, texts))}
        return self.who("tale.intelligence.found", event.power, target=target, **slots)

    def crisis(self, crisis: Crisis) -> str:
        slots: dict[str, Slot] = {"target": self.voice.noun(crisis.target)}
        stakes = Nouns(self.lang, tuple(self.voice.stake_noun(stake) for stake in sorted(crisis.over)))
        match crisis.opening:
            case Opening.BLOCKADE:
                return self.who("tale.crisis.blockade", crisis.mover, **slots)
            case Opening.OCCUPATION | Opening.DEPLOYMENT | Opening.CLOSURE:
                return self.who(f"tale.crisis.{crisis.opening.value}", crisis.mover, stakes=stakes, **slots)
            case Opening.ATTACK | Opening.ULTIMATUM:
                if crisis.through is None:
                    return self.who("tale.crisis", crisis.mover, **slots)
                return self.who("tale.crisis.through", crisis.mover, through=self.voice.noun(crisis.through), **slots)
            case _:
                assert_never(crisis.opening)

    def date(self, place: int) -> str:
        turns = tuple(self.setting.turns.values())
        return date(self.lang, turns[place].date) if 0 <= place < len(turns) else str(place + 1)

    def stance(self, power: Power, stance: Stance, target: Power | None, through: Power | None) -> str:
        victim = self.say("tale.victim") if target is None else self.voice.noun(target)
        slots: dict[str, Slot] = {} if through is None else {"through": self.voice.noun(through)}
        return self.who(f"tale.stance.{stance.value}", power, target=victim, **slots)

    def war(self, war: War) -> str:
        return self.say(
            "tale.war",
            attackers=self.voice.nouns(war.attackers),
            defenders=self.voice.nouns(war.defenders),
            attack=sum(line.divisions for line in war.attack),
            defence=sum(line.divisions for line in war.defence),
            band=self.say(f"band.{war.band.value}"),
        )

    def transfer(self, event: e.StakeTransferred) -> str:
        slots: dict[str, Slot] = {}
        treaty = self.treaties.get(event.treaty) if event.treaty is not None else None
        if treaty is not None and event.article is not None:
            label = label_of(treaty, event.article, self.voice)
            if label is not None:
                slots = {"treaty": pick(treaty.title, self.lang), "article": label}
        return self.who("tale.transferred", event.holder, stake=self.voice.stake_noun(event.stake), **slots)
