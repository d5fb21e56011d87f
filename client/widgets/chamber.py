"""The chamber in words: organs with their agenda, the sitting with its seats, the text before it, the vote and its result explained."""

from __future__ import annotations

from rich.text import Text

from client.drawing import cut
from client.labels import Labels
from client.mirror import Mirror
from client.widgets.disputes import disputes_text
from engine.events import PollDecided
from engine.names import Onlooker, OrganId, Power, Viewer
from engine.organ import Call, Item, Organ
from engine.prose import article_cited
from engine.resolution import Amendment, Resolution
from engine.roll import body_of, effect_of, is_open, open_verdict, president_of, question_of, tabled
from engine.sitting import Poll, Sitting, Step, Subject
from engine.texts.chamber import ChamberTeller, article_name, docket_of, organ_name, resolution_text
from engine.texts.grammar import capital
from engine.texts.verdicts import prospect_words, rule_words, verdict_words
from engine.voting import Ballot, Matter, Verdict

MARKS = {Ballot.FOR: "+", Ballot.AGAINST: "-", Ballot.ABSTAIN: "=", Ballot.NOT_PARTICIPATING: "/"}
"""How a ballot is drawn beside a seat, and the key that casts it."""
COLUMN = 19
"""Columns of a seat: its mark and its name."""


def chamber_text(mirror: Mirror, labels: Labels, width: int) -> Text:
    """What there is to see of organs now: the sitting first, then the last result, then every agenda."""
    text = Text()
    state = labels.state
    if state.sitting is not None:
        text.append_text(sitting_text(state.sitting, labels, width, mirror.viewer))
    decided = next((e for e, turn in _backwards(mirror) if isinstance(e, PollDecided) and turn == state.turn), None)
    if decided is not None:
        text.append_text(result_text(decided, labels))
    text.append_text(disputes_text(labels))
    for organ in state.organs.values():
        if is_open(state, organ):
            text.append_text(agenda_text(organ, labels) if organ.call is None else conference_text(organ, organ.call, labels))
    return text


def _backwards(mirror: Mirror) -> list[tuple[object, int]]:
    return list(zip(reversed(mirror.events), reversed(mirror.turns), strict=True))


def _title(words: str) -> Text:
    return Text().append(f"{words}\n", style="bold underline")


def sitting_text(sitting: Sitting, labels: Labels, width: int, viewer: Viewer) -> Text:
    """Who sits, who presides, what step it is, the open vote with the keys that cast one's own, and the draft before it."""
    state, words = labels.state, labels.words
    organ = state.organs[sitting.organ]
    item = organ.agenda[sitting.item]
    name = capital(organ_name(organ, organ.id, labels.speaker))
    text = _title(name if organ.call is not None else f"{name} · {labels.text(item.title)}")
    chair = labels.power(sitting.president) if sitting.president is not None else words("word.none")
    text.append(words("chamber.chair", name=chair, step=words(f"step_of_sitting.{sitting.step.value}")) + "\n")
    poll = sitting.poll
    verdict = open_verdict(state, sitting, poll) if poll is not None else None
    if poll is not None and verdict is not None:
        me = viewer if not isinstance(viewer, Onlooker) else None
        prospect = prospect_words(verdict, labels.speaker, poll.sealed, me)
        lines = (_question(sitting.organ, poll, labels), *_put(poll, labels), *prospect)
        text.append("\n".join(lines) + "\n", style="bold")
        if me in poll.voters and me not in poll.cast:
            text.append(words("chamber.keys") + "\n", style="bold")
            if me in (*verdict.excluded, *verdict.bound):
                text.append(words("means.not_counted") + "\n", style="bold")
    text.append_text(seats_text(sitting, organ, labels, width))
    if poll is not None and verdict is not None:
        text.append_text(rule_text(sitting, poll, verdict, labels))
    drafts = tabled(state, item)
    before = next((d for d in drafts if poll is not None and d.id == poll.resolution), drafts[0] if drafts else None)
    if before is not None:
        text.append_text(draft_text(before, organ, labels))
    others = [labels.text(d.title) for d in drafts if d is not before]
    if others:
        text.append(words("chamber.other_drafts", titles="; ".join(others)) + "\n")
    return text.append("\n")


def seats_text(sitting: Sitting, organ: Organ, labels: Labels, width: int) -> Text:
    """The seats in the order of the roll; permanent members bear a star, guests sit apart."""
    poll, text = sitting.poll, Text()
    permanent = {p for p, seat in organ.seats.items() if seat.by == "permanent"}
    columns = max(width // COLUMN, 1)
    for place, power in enumerate(sitting.members):
        mark = _mark(sitting, poll, power)
        star = "*" if power in permanent else " "
        name = cut(labels.power(power), COLUMN - 5)
        style = "dim" if power in sitting.absent else "bold" if power == sitting.president else ""
        last = place % columns == columns - 1 or place == len(sitting.members) - 1
        text.append(f"[{mark}]{star}{name}\n" if last else f"[{mark}]{star}{name:{COLUMN - 4}}", style=style)
    if sitting.guests:
        text.append(labels.words("chamber.guests", names=labels.powers(sitting.guests)) + "\n")
    return text.append(labels.words("chamber.marks") + "\n", style="dim")


def _mark(sitting: Sitting, poll: Poll | None, power: Power) -> str:
    if power in sitting.absent:
        return "x"
    if poll is not None:
        ballot = poll.ballots.get(power)
        return MARKS[ballot] if ballot is not None else "v" if power in poll.cast else " "
    return "." if sitting.step is Step.DEBATE and power in sitting.yielded else " "


def rule_text(sitting: Sitting, poll: Poll, verdict: Verdict, labels: Labels) -> Text:
    """By which rule it is decided, who has voted, and whose vote is left out of account."""
    words = labels.words
    text = Text(words("chamber.rule", rule=rule_words(verdict.rule, labels.speaker)) + "\n")
    missing = frozenset(poll.voters) - poll.cast
    text.append(words("council.cast", names=labels.powers(poll.cast), missing=labels.powers(missing)) + "\n")
    question = question_of(labels.state, sitting, poll)
    for interests, key in ((verdict.rule.excluded, "chamber.excluded"), (verdict.rule.bound_to_abstain, "chamber.bound")):
        concerned = question.concerned(interests) & frozenset(sitting.members)
        if concerned:
            text.append(words(key, names=labels.powers(concerned)) + "\n")
    return text


def _question(organ: OrganId, poll: Poll, labels: Labels) -> str:
    teller = ChamberTeller(labels.speaker, docket_of(labels.state), labels.state.treaties)
    return capital(labels.words("chamber.question", question=teller.question(organ, poll, poll.item)))


def draft_text(draft: Resolution, organ: Organ, labels: Labels) -> Text:
    """A draft with its sponsors, its text as it would be adopted, and the amendments moved, furthest first."""
    words, effect = labels.words, effect_of(organ, draft)
    text = Text("\n").append(words("chamber.draft", sponsors=labels.powers(draft.sponsors)) + "\n", style="bold underline")
    text.append(resolution_text(draft, organ, labels.speaker, effect) + "\n")
    for amendment in sorted(draft.amendments.values(), key=lambda a: a.distance(), reverse=True):
        text.append(words("chamber.amendment", name=labels.power(amendment.by)) + "\n", style="bold")
        text.append_text(_changes(amendment, draft, labels))
    return text


def _changes(amendment: Amendment, draft: Resolution, labels: Labels) -> Text:
    said = ChamberTeller(labels.speaker, docket_of(labels.state), labels.state.treaties).changes(draft.id, amendment)
    return Text("".join(f"  {line}\n" for line in said))


def _put(poll: Poll, labels: Labels) -> tuple[str, ...]:
    """The words of the amendment or paragraph that is voted on."""
    draft = labels.state.resolutions.get(poll.resolution) if poll.resolution is not None else None
    if draft is None:
        return ()
    moved = draft.amendments.get(poll.amendment) if poll.amendment is not None else None
    if moved is not None:
        teller = ChamberTeller(labels.speaker, docket_of(labels.state), labels.state.treaties)
        return tuple(f"  {line}" for line in teller.changes(draft.id, moved))
    if poll.subject is Subject.PARAGRAPH:
        return tuple(f"  {labels.paragraph(draft, p.id)}" for p in draft.paragraphs if p.id == poll.paragraph)
    return ()


def result_text(decided: PollDecided, labels: Labels) -> Text:
    """The last vote of the turn, explained, with the explanations of vote."""
    text = _title(labels.words("chamber.last"))
    text.append(_question(decided.organ, decided.poll, labels) + "\n", style="bold")
    for place, line in enumerate(verdict_words(decided.verdict, labels.speaker)):
        text.append(f"{line}\n", style=("green" if decided.verdict.carried else "red") if place == 0 else "")
    for power, said in decided.explanations.items():
        text.append(f"  {labels.power(power)}: {said}\n")
    return text.append("\n")


def agenda_text(organ: Organ, labels: Labels) -> Text:
    """An organ's members, its chair and its agenda, with the drafts on which it does not sit now, and what has become of the others."""
    words, state = labels.words, labels.state
    text = _title(capital(organ_name(organ, organ.id, labels.speaker)))
    if organ.instrument is not None:
        title, number = labels.source(organ.instrument.treaty, organ.instrument.article)
        created = words("chamber.created", treaty=title, article=article_cited(number, labels.speaker))
        rule = words("chamber.rule", rule=rule_words(body_of(organ).rule_for(Matter.SUBSTANTIVE), labels.speaker))
        text.append(f"{created}\n{rule}\n", style="dim")
    text.append(words("chamber.effect", effect=labels.effect(body_of(organ).effect)) + "\n", style="dim")
    text.append(words("chamber.seats", names=labels.powers(frozenset(organ.seats))) + "\n")
    if organ.away:
        text.append(words("chamber.away", names=labels.powers(organ.away)) + "\n")
    for item in organ.agenda.values():
        text.append_text(_item(organ, item, labels))
    if not organ.agenda:
        text.append(words("chamber.nothing") + "\n")
    done = [d for d in state.resolutions.values() if d.organ == organ.id and d.stage.value not in ("draft", "tabled")]
    for draft in done:
        text.append("  " + words("chamber.became", title=labels.text(draft.title), outcome=words(f"outcome.{draft.stage.value}")) + "\n")
    return text.append("\n")


def conference_text(conference: Organ, call: Call, labels: Labels) -> Text:
    """Who called a conference, who has come, by what vote it decides, and the text before it."""
    words = labels.words
    text = _title(f"{labels.text(conference.name)} · {labels.turn(call.turn)}")
    text.append(words("council.host", name=labels.power(call.host)) + "\n")
    for key, powers in (("at_table", frozenset(conference.seats)), ("invited", conference.expected), ("declined", call.declined)):
        if powers:
            text.append(words(f"council.{key}", names=labels.powers(powers)) + "\n")
    rule = body_of(conference).rule_for(Matter.SUBSTANTIVE)
    text.append(words("chamber.rule", rule=rule_words(rule, labels.speaker)) + "\n")
    for item in conference.agenda.values():
        if item.motion is not None:
            put = words("council.question", treaty=labels.treaty(item.motion.treaty), n=item.motion.version)
            text.append(put + "\n", style="bold")
        for draft in tabled(labels.state, item):
            text.append_text(draft_text(draft, conference, labels))
    return text.append("\n")


def _item(organ: Organ, item: Item, labels: Labels) -> Text:
    words = labels.words
    chair = president_of(labels.state, organ, item)
    name = labels.power(chair) if chair is not None else words("word.none")
    article = article_name(item.article, words.lang)
    text = Text().append(
        f"• {labels.text(item.title)} ({words('chamber.both', one=article, other=words(f'item.{item.stage.value}'))})\n", style="bold"
    )
    text.append("  " + words("chamber.would_chair", name=name) + "\n")
    sitting = labels.state.sitting
    if sitting is None or (sitting.organ, sitting.item) != (organ.id, item.id):
        for draft in tabled(labels.state, item):
            text.append_text(draft_text(draft, organ, labels))
    return text
