"""Threats, orders, crises and wars, told in one plain sentence."""

from __future__ import annotations

from typing import assert_never

from engine import events as e
from engine.crisis import Crisis, Opening, Stance, War
from engine.names import Power
from engine.reckoning import SIDES
from engine.texts.catalogue import Slot
from engine.texts.grammar import Nouns, listed, pick
from engine.texts.teller import Teller
from engine.texts.words import demand_words, order_words, quoted


class ForceTeller(Teller):
    """Tells of force, and of what is ordered short of it."""

    def tell(self, event: e.CrisisEvent | e.OrderEvent) -> str:
        """One sentence for the event."""
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
                return self.stance(event.power, event.stance, None, event.through, event.divisions)
            case e.StancesRevealed():
                target = next((p for p, stance in event.stances.items() if stance in (Stance.RESIST, Stance.YIELD)), None)
                violated = frozenset(event.marches.values())
                return " ".join(
                    self.who("tale.passage_barred", power)
                    if power in violated and stance in SIDES
                    else self.stance(power, stance, target, event.marches.get(power), event.contingents.get(power))
                    for power, stance in event.stances.items()
                )
            case e.CrisisWidened():
                return " ".join(
                    (
                        *((self.say("tale.crisis_widened", wronged=self.voice.nouns(event.wronged)),) if event.wronged else ()),
                        *((self.say("tale.crisis_drawn_in", entered=self.voice.nouns(event.entered)),) if event.entered else ()),
                        self.say("tale.asked_again"),
                    )
                )
            case e.CrisisEnded():
                return self.who(f"crisis.{event.outcome}", event.mover, target=self.voice.noun(event.target))
            case e.WarFought():
                return self.war(event.war)
            case e.PeaceMade():
                pair = self.voice.nouns(event.peace.between)
                return self.say("tale.peace", pair=pair, treaty=self.title(event.peace.treaty))
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
            case e.ArmsChanged():
                arms = self.say(f"arms.{event.arms.value}", n=event.number)
                return self.who("tale.disarmed" if event.scrapped else "tale.armed", event.power, arms=arms)
            case e.PostureTaken() | e.PostureEnded():
                posture = event.posture
                slots: dict[str, Slot] = {}
                if posture.at is not None:
                    slots["stake"] = self.voice.stake_noun(posture.at)
                if posture.toward is not None:
                    slots["target"] = self.voice.noun(posture.toward)
                if isinstance(event, e.PostureTaken) and posture.divisions is not None:
                    return self.who(f"tale.posture.{posture.kind.value}.divisions", posture.by, n=posture.divisions, **slots)
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
            case Opening.COERCION:
                accords = listed(self.lang, tuple(quoted(ident, self.lang, self.treaties) for ident in crisis.accords))
                where = {"stakes": stakes} if crisis.over else {}
                return self.who("tale.crisis.coercion", crisis.mover, accords=accords, **where, **slots)
            case Opening.OCCUPATION | Opening.DEPLOYMENT | Opening.CLOSURE:
                return self.who(f"tale.crisis.{crisis.opening.value}", crisis.mover, stakes=stakes, **slots)
            case Opening.ULTIMATUM:
                return self.who("tale.crisis.ultimatum", crisis.mover, **slots)
            case Opening.ATTACK:
                if crisis.through is None:
                    return self.who("tale.crisis", crisis.mover, **slots)
                return self.who("tale.crisis.through", crisis.mover, through=self.voice.noun(crisis.through), **slots)
            case _:
                assert_never(crisis.opening)

    def stance(self, power: Power, stance: Stance, target: Power | None, through: Power | None, divisions: int | None) -> str:
        victim = self.say("tale.victim") if target is None else self.voice.noun(target)
        slots: dict[str, Slot] = {} if through is None else {"through": self.voice.noun(through)}
        if divisions is not None:
            slots["n"] = divisions
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
