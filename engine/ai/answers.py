"""Answers to texts on the table and to questions, in the same turn, each with an article for its reason."""

from __future__ import annotations

from enum import IntEnum

from engine.ai.draft import counter
from engine.ai.mind import Mind
from engine.ai.value import Worth
from engine.clauses import Guarantee, MutualAssistance
from engine.commands import Initial, PutToVote, Send
from engine.decide.conferences import can_be_put, motion_of
from engine.events import MessageSent
from engine.messages import Attitude
from engine.names import ArticleId, ConferenceId, Power
from engine.organ import Call, Organ
from engine.profile import Signs
from engine.roll import conferences
from engine.state import State
from engine.treaty import Stage, Treaty, Version

MOST_COUNTERS = 2
"""Counter-drafts to one treaty in one turn: asking again and again finds out nothing more."""
MOST_EXCHANGES = 6
"""Answers about one treaty in one turn that go beyond the shortest."""
NEARLY = 5
"""Points short of agreement at which a power asks for time, for one turn, rather than refuse."""


class Answer(IntEnum):
    """What was answered to a version, as memory keeps it."""

    ACCEPTED = 1
    REFUSED = 2
    COUNTERED = 3
    HELD = 4


ATTITUDES = {
    Answer.ACCEPTED: Attitude.ACCEPT,
    Answer.REFUSED: Attitude.REFUSE,
    Answer.COUNTERED: Attitude.COUNTER,
    Answer.HELD: Attitude.HOLD,
}


def answer_texts(mind: Mind) -> None:
    """Answer the latest version of every text before us, and take an earlier one on which all others agree."""
    for treaty in mind.treaties(Initial):
        latest = treaty.versions[-1]
        if mind.power not in treaty.initials.get(latest.number, frozenset()):
            _answer(mind, treaty, latest)
        _take_earlier(mind, treaty)


def agrees(mind: Mind, treaty: Treaty, version: Version, worth: Worth) -> bool:
    """Whether we would put our name to it: by its worth, or by a rule that outweighs what is lacking, but never over a red line."""
    if worth.red_line is not None:
        return False
    scripted = any(isinstance(deed, Signs) and deed.treaty == treaty.id for deed in mind.wants(Signs))
    return worth.surplus >= 0 or (scripted and -worth.surplus <= mind.leeway()) or _is_ours(mind, treaty, version)


def _is_ours(mind: Mind, treaty: Treaty, version: Version) -> bool:
    """Whether this very text is the one that we ourselves put on the table in the present circumstances."""
    mine = version.by == mind.power or (version.by is None and treaty.drafter == mind.power)
    return mine and mind.memory.get(f"tabled:{treaty.id}") == mind.scales.walk_away


def _answer(mind: Mind, treaty: Treaty, version: Version) -> None:
    worth = mind.scales.worth(treaty, version)
    author = version.by or treaty.drafter
    key = f"text:{treaty.id}:{version.number}"
    before = mind.memory.get(key)
    if mind.power not in treaty.provisions_of(version).signatories:
        if author != mind.power and mind.once(key):
            article = worth.worst if worth.surplus < 0 else worth.best
            _tell(mind, treaty, version, Answer.HELD, "not_competent", article, worth)
    elif agrees(mind, treaty, version, worth):
        _accept(mind, treaty, version, worth, author)
    elif author != mind.power and (before is None or (before == Answer.HELD and _may_hold_no_longer(mind, treaty))):
        _decline(mind, treaty, version, worth)


def _accept(mind: Mind, treaty: Treaty, version: Version, worth: Worth, author: Power | None) -> None:
    conference, call = _conference_on(mind.view, mind.power, treaty, version)
    key = f"text:{treaty.id}:{version.number}"
    told = mind.memory.get(key) == Answer.ACCEPTED
    motion = motion_of(conference) if conference is not None else None
    put = motion is not None and (motion.treaty, motion.version) == (treaty.id, version.number)
    if not put and (call is None or call.host in treaty.initials.get(version.number, frozenset()) | mind.view.ready):
        mind.do(Initial(treaty=treaty.id, version=version.number), "agreed", treaty.id, worth.best, worth)
    elif conference is not None and call is not None and call.host == mind.power and motion is None:
        putting = PutToVote(conference=ConferenceId(conference.id), treaty=treaty.id, version=version.number)
        mind.do(putting, "agreed", treaty.id, worth.best, worth)
    if not told and author is not None and author != mind.power:
        gladly = worth.surplus >= NEARLY and all(points > -25 for _, points in worth.parts)
        article = worth.best if gladly else worth.worst
        _tell(mind, treaty, version, Answer.ACCEPTED, "agreed" if gladly else "agreed_reluctantly", article, worth)
    mind.memory[key] = Answer.ACCEPTED


def _conference_on(view: State, power: Power, treaty: Treaty, version: Version) -> tuple[Organ, Call] | tuple[None, None]:
    """A conference of this turn at which we sit, or shall, and which may still adopt the text: there one votes and does not initial first."""
    for conference in conferences(view):
        call, awaited = conference.call, conference.expected
        whole = frozenset(treaty.provisions_of(version).signatories) <= frozenset(conference.seats) | awaited
        ours = power in conference.seats or power in awaited
        if call is not None and ours and whole and (awaited or can_be_put(view, power, conference, treaty, version)):
            return conference, call
    return None, None


def _take_earlier(mind: Mind, treaty: Treaty) -> None:
    """Initial an earlier version that only we keep from being adopted, if we agree to it and not to the latest."""
    if any(isinstance(a, Initial) and a.treaty == treaty.id for a in mind.acts):
        return
    for version in reversed(treaty.versions[:-1]):
        wanted = treaty.provisions_of(version).adopters
        initials = treaty.initials.get(version.number, frozenset())
        if wanted - initials == {mind.power}:
            worth = mind.scales.worth(treaty, version)
            if agrees(mind, treaty, version, worth):
                mind.do(Initial(treaty=treaty.id, version=version.number), "agreed", treaty.id, worth.best, worth)
                return


def _decline(mind: Mind, treaty: Treaty, version: Version, worth: Worth) -> None:
    """Counter if something near it would do, hold if little is lacking, and otherwise refuse."""
    exchanges = mind.now(f"exchanges:{treaty.id}")
    counters = mind.now(f"counters:{treaty.id}")
    mind.memory[exchanges] = mind.memory.get(exchanges, 0) + 1
    if mind.memory[exchanges] > MOST_EXCHANGES:
        _tell(mind, treaty, version, Answer.REFUSED, "already_answered", reason(mind, treaty, version, worth)[1], worth)
        return
    if mind.memory.get(counters, 0) < MOST_COUNTERS:
        proposal = counter(mind.scales, treaty, version)
        if proposal is not None:
            article: ArticleId | None = proposal.touched[0]
            if mind.do(proposal.amendment, "counter", treaty.id, article, worth):
                mind.memory[counters] = mind.memory.get(counters, 0) + 1
                _tell(mind, treaty, version, Answer.COUNTERED, "counter", article, worth)
                return
    if worth.red_line is None and worth.surplus >= -NEARLY and mind.once(f"held:{treaty.id}"):
        mind.memory[f"until:{treaty.id}"] = mind.view.turn
        _hold(mind, treaty, version, worth)
        return
    code, article = reason(mind, treaty, version, worth)
    _tell(mind, treaty, version, Answer.REFUSED, code, article, worth)


def _may_hold_no_longer(mind: Mind, treaty: Treaty) -> bool:
    return mind.memory.get(f"until:{treaty.id}", -1) < mind.view.turn


def _hold(mind: Mind, treaty: Treaty, version: Version, worth: Worth) -> None:
    silent = treaty.initials.get(version.number, frozenset())
    allies = tuple(p for p in allies_of(mind.view, mind.power) if p in treaty.negotiators and p not in silent)
    code = "ally_first" if allies else "hold_await_instructions"
    key = f"text:{treaty.id}:{version.number}"
    mind.memory[key] = Answer.HELD
    mind.say(_table_of(treaty), code, treaty, version, worth.worst, Attitude.HOLD, allies[:1], worth)


def allies_of(view: State, power: Power) -> tuple[Power, ...]:
    """Those with whom a promise of assistance is in force."""
    found: set[Power] = set()
    for treaty in view.treaties.values():
        if treaty.in_force and power in treaty.parties:
            for article in treaty.text.articles:
                if isinstance(article.clause, MutualAssistance):
                    found |= treaty.parties
                elif isinstance(article.clause, Guarantee) and power in article.clause.guarantors:
                    found.add(article.clause.protected)
    return tuple(p for p in view.powers() if p in found and p != power)


def reason(mind: Mind, treaty: Treaty, version: Version, worth: Worth) -> tuple[str, ArticleId | None]:
    """Why we do not agree, and the article that decides: computed from the same sums."""
    if worth.red_line is not None:
        named = worth.red_line.article
        return "refuse_red_line", named if any(a.id == named for a in version.articles) else worth.worst
    if worth.gains < 0 or all(points >= 0 for _, points in worth.parts):
        return "refuse_too_little", worth.best
    return "refuse_price_too_high", worth.worst


def _table_of(treaty: Treaty) -> frozenset[Power]:
    return frozenset(treaty.negotiators)


def _tell(mind: Mind, treaty: Treaty, version: Version, answer: Answer, code: str, article: ArticleId | None, worth: Worth) -> None:
    """Say it: agreement to whoever wrote the text, anything else to all who negotiate it."""
    mind.memory[f"text:{treaty.id}:{version.number}"] = answer
    author = version.by or treaty.drafter
    to = frozenset({author}) if answer is Answer.ACCEPTED and author is not None else _table_of(treaty)
    mind.say(to, code, treaty, version, article, ATTITUDES[answer], (), worth)


# -- questions


def answer_questions(mind: Mind, inbox: tuple[MessageSent, ...]) -> None:
    """Nobody who asks is left without an answer; where a text is spoken of, with our view of it."""
    answered = {p for act in mind.acts if isinstance(act, Send) for p in act.to}
    for asker in (p for p in mind.view.powers() if (p, mind.power) in mind.view.questions):
        asked = next((m for m in reversed(inbox) if m.by == asker and m.asks), None)
        treaty = mind.view.treaties.get(asked.regarding.treaty) if asked is not None and asked.regarding is not None else None
        if treaty is not None and not _told_now(mind, asker, treaty):
            _position(mind, asker, treaty)
        elif asker not in answered:
            mind.say(frozenset({asker}), "acknowledge")
    for writer in (p for p in mind.view.powers() if any(m.by == p and m.text and not m.asks and mind.power in m.to for m in inbox)):
        if mind.once(mind.now(f"thanked:{writer}")):
            mind.say(frozenset({writer}), "thanks" if mind.variant(f"courtesy|{writer}") % 2 else "acknowledge")


def _told_now(mind: Mind, asker: Power, treaty: Treaty) -> bool:
    return any(
        isinstance(act, Send) and asker in act.to and act.regarding is not None and act.regarding.treaty == treaty.id for act in mind.acts
    )


def _position(mind: Mind, asker: Power, treaty: Treaty) -> None:
    """Our view of a text, in the words that its worth deserves."""
    version = treaty.text
    worth = mind.scales.worth(treaty, version)
    to = frozenset({asker})
    if mind.power not in treaty.provisions.signatories:
        article = worth.worst if worth.surplus < 0 else worth.best
        mind.say(to, "not_competent", treaty, version, article, Attitude.HOLD, (), worth)
    elif treaty.stage in (Stage.WITHDRAWN, Stage.ENDED):
        mind.say(to, "no_ground", treaty, version, worth.worst, Attitude.HOLD, (), worth)
    elif treaty.in_force or agrees(mind, treaty, version, worth):
        mind.say(to, "agreed", treaty, version, worth.best, Attitude.ACCEPT, (), worth)
    elif mind.memory.get(f"text:{treaty.id}:{version.number}") == Answer.HELD:
        mind.say(to, "hold_await_instructions", treaty, version, worth.worst, Attitude.HOLD, (), worth)
    else:
        code, article = reason(mind, treaty, version, worth)
        known = not mind.once(mind.now(f"position:{treaty.id}:{version.number}:{asker}"))
        mind.say(to, "already_answered" if known else code, treaty, version, article, Attitude.REFUSE, (), worth)
