"""A treaty as one reads it: where it stands, in plain words, then as treaty prose."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from client.labels import Labels
from engine.clauses.base import Voice
from engine.decide.signing import awaited_assents
from engine.duration import term
from engine.events import ConsentFoundVoid
from engine.names import Power
from engine.operation import integral_to
from engine.prose import gist, treaty_text
from engine.texts.chamber import docket_of
from engine.texts.chronicle import tell
from engine.texts.grammar import date
from engine.texts.reservations import reservation_words
from engine.treaty import Article, Stage, Treaty, Version


def treaty_page(treaty: Treaty, version: Version, labels: Labels) -> Content:
    """One version: where the treaty stands, each article in short and how it changed, then the whole text."""
    words = labels.words
    lines = [Content.styled(labels.text(treaty.title), "bold"), *_standing(treaty, version, labels), Content("")]
    provisions = treaty.provisions_of(version)
    voice = labels.speaker.saying(provisions.signatories, bilateral=provisions.bilateral, articles=version.order)
    former = treaty.version(version.base) if version.base else None
    lines.append(Content.styled(words("treaties.gist"), "bold underline"))
    for number, article in enumerate(version.articles, start=1):
        lines.append(Content.assemble((f"{number}. ", "bold"), gist(article, voice), _change(article, former, labels, voice)))
        lines += [
            Content.styled(f"   ! {words('treaties.reserved', words=said)}", "$warning") for said in _narrowed(article, treaty, labels)
        ]
    if former is not None:
        here = {article.id for article in version.articles}
        for article in former.articles:
            if article.id not in here:
                struck = f"– {gist(article, voice)}"
                lines.append(Content.assemble((struck, "strike dim"), (f"  {words('treaties.struck', n=former.number)}", "$warning")))
    lines += [Content(""), Content.styled(words("treaties.full"), "bold underline")]
    lines.append(Content(treaty_text(treaty, version, voice)))
    if treaty.note:
        lines += [Content(""), Content.styled(labels.text(treaty.note), "dim")]
    return Content("\n").join(lines)


def _narrowed(article: Article, treaty: Treaty, labels: Labels) -> Iterator[str]:
    """The reservations by which an article does not bind everybody alike."""
    for power, signature in treaty.signatures.items():
        for made in signature.reservations:
            if made.article == article.id:
                yield reservation_words(made, treaty, power, labels.speaker)


def _change(article: Article, former: Version | None, labels: Labels, voice: Voice) -> Content:
    """How the article differs from the version that this one amends."""
    if former is None or article in former.articles:
        return Content("")
    before = next((a for a in former.articles if a.id == article.id), None)
    if before is None:
        return Content.styled(f"  + {labels.words('treaties.added')}", "$warning")
    was = labels.words("treaties.was", n=former.number, gist=gist(before, voice))
    return Content.assemble((f"\n   ~ {was}", "$warning"))


def _standing(treaty: Treaty, version: Version, labels: Labels) -> list[Content]:
    """Who has initialled, signed, ratified, accepted, who is waited for, and what has become of it since."""
    said = [
        labels.words(f"stage.{treaty.stage.value}"),
        *_made(treaty, version, labels),
        *_reserved(treaty, labels),
        *_since(treaty, labels),
    ]
    if treaty.provisions.secret:
        said.append(labels.words("means.secret"))
    return [Content.styled(line, "$accent") for line in said]


def _made(treaty: Treaty, version: Version, labels: Labels) -> Iterator[str]:
    """From initials to ratification."""
    words = labels.words
    signatories = frozenset(treaty.provisions_of(version).signatories)
    if treaty.stage is Stage.TABLED:
        initials = treaty.initials.get(version.number, frozenset())
        if version.by is not None:
            yield words("treaties.version", n=version.number, name=labels.speaker.name(version.by))
        yield words("treaties.initialled", names=labels.powers(initials))
        yield words("treaties.awaited", names=labels.powers(treaty.provisions_of(version).adopters - initials))
    elif treaty.adopted is not None and treaty.adopted != version.number:
        yield words("treaties.earlier", n=version.number, adopted=treaty.adopted)
    if treaty.signatures:
        yield words("treaties.signed", names=labels.powers(treaty.signed))
    if treaty.unconfirmed:
        yield words("treaties.ad_referendum", names=labels.powers(treaty.unconfirmed))
    awaited = signatories - frozenset(treaty.signatures)
    if treaty.stage is Stage.ADOPTED:
        yield words("treaties.awaited", names=labels.powers(awaited))
    if treaty.stage in (Stage.TABLED, Stage.ADOPTED) and not awaited <= labels.state.full_powers:
        yield words("treaties.no_full_powers", names=labels.powers(awaited - labels.state.full_powers))
    if treaty.provisions.ratification and treaty.stage in (Stage.ADOPTED, Stage.IN_FORCE):
        yield words("treaties.ratified", names=labels.powers(treaty.ratified))
    for power, turn in treaty.failed.items():
        if power not in treaty.ratified:
            yield words("treaties.failed", power=labels.power(power), date=labels.turn(turn))


def _reserved(treaty: Treaty, labels: Labels) -> Iterator[str]:
    """Reservations, and what the others say to them."""
    words = labels.words
    for power, signature in treaty.signatures.items():
        for one in signature.reservations:
            yield words("treaties.reserved", words=reservation_words(one, treaty, power, labels.speaker))
        for other, answer in treaty.answers.get(power, {}).items():
            yield words(f"treaties.{answer.value}", power=labels.power(other), reserver=labels.power(power))


def _since(treaty: Treaty, labels: Labels) -> Iterator[str]:
    """Between whom it is in force and until when, who joins, who leaves, what is held up, how it ended."""
    words = labels.words
    if treaty.in_force:
        yield words("treaties.parties", names=labels.powers(treaty.parties))
    if treaty.in_force and (until := term(labels.state, treaty)) is not None:
        yield words(f"treaties.{_afterwards(treaty)}", date=date(words.lang, until))
    if treaty.registered:
        yield words("treaties.registered")
    elif treaty.in_force and not treaty.is_registered and labels.state.setting.law.registration:
        yield words("treaties.unregistered" if labels.state.setting.law.unregistered_binds else "treaties.unregistered.strictly")
    for guest, hosts in treaty.invited.items():
        yield words("treaties.invited", power=labels.power(guest), names=labels.powers(hosts))
    if treaty.assents:
        yield words("treaties.assented", names=labels.powers(treaty.assents))
    if awaited := awaited_assents(treaty):
        yield words("treaties.third", names=labels.powers(awaited))
    for power, day in treaty.notices.items():
        yield words("treaties.notice", power=labels.power(power), date=date(words.lang, day))
    held_up = frozenset[tuple[Power, Power]]().union(*(text.suspended for text in (treaty, *integral_to(labels.state, treaty))))
    for one, other in sorted(held_up):
        yield words("treaties.suspended", power=labels.speaker.name(one), other=labels.speaker.name(other))
    if treaty.ending and treaty.in_force:
        yield words("treaties.ending", names=labels.powers(treaty.ending))
    for against, others in treaty.terminating.items():
        yield words("treaties.terminating", power=labels.power(against), names=labels.powers(others))
    for found in treaty.nullified:
        event = ConsentFoundVoid(treaty=treaty.id, power=found.power, ground=found.ground, organ=found.organ)
        said = tell(event, words.lang, labels.state.setting, labels.state.treaties, docket_of(labels.state))
        # One that has consented anew since is bound.
        if said is not None and found.power not in treaty.parties | treaty.assents:
            yield said
    if treaty.end is not None:
        yield words(f"treaties.end.{treaty.end.value}")


def _afterwards(treaty: Treaty) -> str:
    """What comes at the end of its term."""
    if treaty.provisions.renewed_for is not None:
        return "renewed"
    return "prolonged" if treaty.provisions.prolonged else "until"
