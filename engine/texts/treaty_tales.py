"""How treaties are made, kept and broken, told in one plain sentence."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from engine import events as e
from engine.clauses.non_aggression import FORCE
from engine.comparison import compared
from engine.crisis import Citation
from engine.duties import Assist, Refrain, Render
from engine.prose import article_cited, gist, label_of
from engine.texts.catalogue import Slot, knows
from engine.texts.grammar import pick
from engine.texts.sources import source_label, source_title
from engine.texts.teller import Teller
from engine.texts.treaty_life import reserved_articles
from engine.texts.words import citation_words, parts_of_vote, promised

DutyEvent: TypeAlias = e.DeedAnnounced | e.ObligationPerformed | e.ObligationBreached | e.ContingentAwaited | e.PurposeDefeated
"""What tells of one duty."""


class TreatyTeller(Teller):
    """Tells of treaties until they are in force, and of what was owed under them."""

    def changes(self, event: e.VersionProposed) -> tuple[str, ...]:
        """What a new version strikes out, puts in and puts otherwise; nothing where the text that it amends is not known."""
        treaty, after = self.treaties.get(event.treaty), event.version
        # To those who did not negotiate it, a text published has no versions, and numbers its own anew.
        if treaty is None or treaty.version(after.number) != after:
            return ()
        before = treaty.version(after.base or 0)
        if before is None:
            return ()
        found = compared(treaty, before, after)
        provisions = treaty.provisions_of(after)
        voice = self.voice.saying(provisions.signatories, bilateral=provisions.bilateral, articles=after.order)
        former, later = ({a.id: n for n, a in enumerate(v.articles, start=1)} for v in (before, after))
        struck = (self.say("version.strikes", article=article_cited(former[a.id], voice, "noun")) for a in found.struck)
        put = (self.say("version.puts", article=article_cited(later[c.after.id], voice), gist=gist(c.after, voice)) for c in found.changed)
        added = (self.say("version.adds", article=article_cited(later[a.id], voice), gist=gist(a, voice)) for a in found.added)
        rest = {"version.provisions": bool(found.provisions), "version.preamble": found.preamble}
        said = (*struck, *put, *added, *(self.say(key) for key, differs in rest.items() if differs))
        return tuple(words.rstrip(".") for words in said)

    def tell(self, event: e.TreatyMaking | e.ObligationEvent) -> str:
        """One sentence for the event."""
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
                slots: dict[str, Slot] = {"n": version.number, "treaty": self.title(event.treaty)}
                if changes := self.changes(event):
                    slots["changes"] = f"{self.say('list.following')} ".join(changes)
                if version.by is None:
                    return self.say("tale.version_amended", **slots)
                return self.who("tale.version_proposed", version.by, **slots)
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
            case e.DeedAnnounced():
                return self.deed("tale.announced", event)
            case e.ObligationPerformed():
                return self.deed("tale.performed", event)
            case e.ObligationBreached():
                return self.deed("tale.breached", event)
            case e.AidCalledFor():
                return self.aid_called_for(event)
            case e.ContingentAwaited():
                return self.deed("tale.contingent", event)
            case e.PurposeDefeated():
                return self.deed("tale.defeated", event)
            case e.BreachProtested():
                return self.protest(event)
            case e.GuarantorsCalled():
                return self.guarantors(event)
            case e.StakeTransferred():
                return self.transfer(event)
            case e.PlebisciteDecided():
                return self.plebiscite(event)
            case _:
                assert_never(event)

    def protest(self, event: e.BreachProtested) -> str:
        """A guarantor protests against what was promised elsewhere: the guarantee itself has not been broken by a power outside it."""
        treaty = self.treaties.get(event.treaty)
        outside = treaty is not None and bool(treaty.parties) and event.against not in treaty.parties | treaty.signed
        key = "tale.protested.meanwhile" if event.meanwhile else "tale.protested.guaranteed" if outside else "tale.protested"
        return self.who(key, event.power, treaty=self.title(event.treaty), other=self.voice.noun(event.against))

    def deed(self, key: str, event: DutyEvent) -> str:
        duty = event.duty
        regarding = event.regarding if isinstance(event, e.ObligationPerformed | e.ObligationBreached) else None
        sent = self._contingent(event)
        if isinstance(event, e.ObligationBreached) and sent:
            key = f"{key}.assist.in_part"
        elif isinstance(duty, Refrain) and regarding is not None:
            key = f"{key}.regarding.{duty.form}"
        elif isinstance(duty, Refrain) and duty.deeds == FORCE and knows(f"{key}.force"):
            key = f"{key}.force"
        elif isinstance(duty, Render) and isinstance(event, e.DeedAnnounced):
            key = f"{key}.{duty.matter}"
        elif isinstance(duty, Render) and regarding is not None:
            key = f"{key}.regarding.{duty.deed.value}"
        elif not isinstance(event, e.ContingentAwaited):
            observed = isinstance(duty, Assist) and duty.observance is not None
            key = f"{key}.{duty.form}{'.observance' if observed else ''}"
        if sent.get("n") == 0:
            key = f"{key}.none"
        treaty = self.treaties.get(event.treaty)
        if source_title(event.treaty, self.lang) is not None:
            label: str | None = source_label(event.article, self.voice)
        elif treaty is not None:
            label = label_of(treaty, event.article, self.voice)
        else:
            label = self.chamber.paragraph(event.treaty, event.article)
        return self.say(
            key,
            debtor=self.actor(duty.debtor),
            creditor=self.voice.noun(duty.creditor),
            what=promised(duty, self.voice),
            article=label or event.article,
            treaty=self.title(event.treaty),
            **({"other": self.title(regarding)} if regarding is not None else {}),
            **sent,
        )

    def _contingent(self, event: e.ObligationEvent) -> dict[str, Slot]:
        """How many divisions have come of those promised, and until when the others may, where fewer have."""
        if not isinstance(event, e.ObligationBreached | e.ContingentAwaited) or event.sent is None:
            return {}
        if not isinstance(event.duty, Assist) or event.duty.forces is None:
            return {}
        until: dict[str, Slot] = {"date": self.date(event.due)} if isinstance(event, e.ContingentAwaited) else {}
        return {"n": event.sent, "wanted": event.duty.forces.divisions, **until}

    def aid_called_for(self, event: e.AidCalledFor) -> str:
        """Which war calls for what aid, and by when."""
        cited = citation_words(Citation(treaty=event.treaty, article=event.article), self.voice, self.treaties)
        return self.say(
            "tale.aid_called_for",
            debtor=self.voice.noun(event.duty.debtor),
            creditor=self.voice.noun(event.duty.creditor),
            foe=self.voice.noun(event.foe),
            cited=cited or self.title(event.treaty),
            date=self.date(event.due),
        )

    def guarantors(self, event: e.GuarantorsCalled) -> str:
        """Who calls upon its guarantors, under which treaty, over what."""
        cited = citation_words(Citation(treaty=event.broken, article=event.article), self.voice, self.treaties)
        return self.who(
            "tale.guarantors_called",
            event.power,
            treaty=self.title(event.treaty),
            against=self.voice.noun(event.against),
            broken=cited or self.title(event.broken),
        )

    def plebiscite(self, event: e.PlebisciteDecided) -> str:
        votes = parts_of_vote(event.votes, self.voice)
        counted = {"votes": votes} if votes else {}
        return self.who("tale.plebiscite", event.winner, stake=self.voice.stake_noun(event.stake), **counted)

    def transfer(self, event: e.StakeTransferred) -> str:
        slots: dict[str, Slot] = {}
        treaty = self.treaties.get(event.treaty) if event.treaty is not None else None
        if treaty is not None and event.article is not None:
            label = label_of(treaty, event.article, self.voice)
            if label is not None:
                slots = {"treaty": pick(treaty.title, self.lang), "article": label}
        key = "tale.transferred.confirmed" if event.confirmed else "tale.transferred"
        return self.who(key, event.holder, stake=self.voice.stake_noun(event.stake), **slots)
