"""One scripted power's decision: a pure function of what it sees, what it remembers and the seed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from engine.ai import brink, script
from engine.ai.value import Worth, counters, worth
from engine.commands import (
    Amend,
    AnswerInvitation,
    Assent,
    Choose,
    Initial,
    PowerCommand,
    Ratify,
    Send,
    Sign,
    SignalReady,
    StrikeArticle,
    Vote,
)
from engine.conditions import holds
from engine.conference import Ballot
from engine.decide.drafting import amended
from engine.domains import OneOf, Option
from engine.events import MessageSent, Phase
from engine.messages import Attitude, Phrase, Regarding
from engine.names import ArticleId, Power
from engine.options import options
from engine.profile import Profile, Signs, Votes
from engine.state import State
from engine.treaty import Stage, Treaty, Version

MOST_COUNTERS = 2
"""Counter-drafts to one text in one turn."""
ACCEPTED, REFUSED, COUNTERED = 1, 2, 3
WORDS = {
    ACCEPTED: ("agreed", Attitude.ACCEPT),
    REFUSED: ("refuse_price_too_high", Attitude.REFUSE),
    COUNTERED: ("counter", Attitude.COUNTER),
}


@frozen(kw_only=True)
class Decision:
    """What a power does, in order, and what it keeps in mind."""

    acts: tuple[PowerCommand, ...]
    memory: Mapping[str, int]


class Mind:
    """One power thinking once: it collects acts that are open to it, and remembers."""

    def __init__(self, view: State, power: Power, profile: Profile, memory: Mapping[str, int], seed: int) -> None:
        self.view, self.power, self.profile, self.seed = view, power, profile, seed
        self.memory = dict(memory)
        self.acts: list[PowerCommand] = []
        self.open = options(view, power)

    def admits(self, command: PowerCommand) -> bool:
        """Whether the act is open."""
        return any(option.admits(command) for option in self.open)

    def do(self, command: PowerCommand) -> bool:
        """Do it if it is open and not already chosen."""
        if command in self.acts or not self.admits(command):
            return False
        self.acts.append(command)
        return True

    def verb(self, verb: type[PowerCommand]) -> Iterator[Option]:
        """The open acts of a kind."""
        return (option for option in self.open if option.verb is verb)

    def worth(self, treaty: Treaty, version: Version) -> Worth:
        """What a text is worth to this power."""
        return worth(self.view, treaty, version, self.power, self.profile, self.seed)


def decide(
    view: State,
    power: Power,
    profile: Profile,
    memory: Mapping[str, int],
    seed: int,
    inbox: tuple[MessageSent, ...] = (),
    *,
    last: bool = False,
) -> Decision:
    """What a scripted power does now.

    It answers first, then follows its rules and binds itself; only when `last` is true, nothing else being left to anybody, does
    it close the step by signalling ready or committing its orders. Every act is admitted by its options.
    """
    mind = Mind(view, power, profile, memory, seed)
    _follow_script(mind)
    _answer_events(mind)
    _answer_invitations(mind)
    _answer_texts(mind)
    _bind(mind)
    _vote(mind)
    # What has just been accepted in writing may be all that an ultimatum demands: look again before answering one.
    if not any(isinstance(act, Assent) for act in mind.acts):
        brink.answer(mind.view, mind.power, mind.profile, mind.seed, mind.do)
    _answer_questions(mind, inbox)
    if last and not mind.acts:
        _close(mind)
    now = f"@{view.turn}"
    kept = {key: value for key, value in mind.memory.items() if key.endswith(now) or "@" not in key}
    return Decision(acts=tuple(mind.acts), memory=kept)


def _close(mind: Mind) -> None:
    if mind.view.phase is Phase.TALKS:
        mind.do(SignalReady(True))
    elif mind.view.phase is Phase.ORDERS:
        mind.do(brink.orders(mind.view, mind.power, mind.profile))


def _follow_script(mind: Mind) -> None:
    for name, rule in script.live(mind.view, mind.profile):
        for place, deed in enumerate(rule.then):
            key = f"rule:{name}:{place}"
            if key not in mind.memory:
                for command in script.commands(mind.view, mind.power, deed):
                    if mind.do(command):
                        if not isinstance(command, Initial):
                            mind.memory[key] = 1
                        break


def _answer_events(mind: Mind) -> None:
    for option in mind.verb(Choose):
        news = mind.view.news[option.only("event")]
        if not any(isinstance(act, Choose) and act.event == news.event for act in mind.acts):
            choice = news.default if news.default in news.choices else next(iter(news.choices))
            if choice is not None:
                mind.do(Choose(event=news.event, choice=choice))


def _answer_invitations(mind: Mind) -> None:
    for option in mind.verb(AnswerInvitation):
        mind.do(AnswerInvitation(conference=option.only("conference"), attend=True))


# -- texts on the table


def _answer_texts(mind: Mind) -> None:
    for option in mind.verb(Initial):
        treaty = mind.view.treaties[option.only("treaty")]
        latest = treaty.versions[-1]
        if mind.power in treaty.initials.get(latest.number, frozenset()):
            continue
        domain = option.domains["version"]
        if isinstance(domain, OneOf) and latest.number in domain.values:
            _answer_text(mind, treaty, latest)


def _answer_text(mind: Mind, treaty: Treaty, version: Version) -> None:
    valued = mind.worth(treaty, version)
    scripted = any(
        isinstance(deed, Signs) and deed.treaty == treaty.id for _, rule in script.live(mind.view, mind.profile) for deed in rule.then
    )
    if valued.acceptable or scripted:
        if mind.do(Initial(treaty=treaty.id, version=version.number)):
            _say(mind, treaty, version, ACCEPTED, _best(valued))
        return
    mark = f"answered:{treaty.id}:{version.number}"
    if mark in mind.memory:
        return
    mind.memory[mark] = 1
    if mind.power in treaty.provisions.signatories and valued.red_line is None:
        counter = _counter(mind, treaty, version, valued)
        if counter is not None and mind.do(counter):
            _say(mind, treaty, version, COUNTERED, valued.worst)
            return
    _say(mind, treaty, version, REFUSED, valued.worst)


def _best(valued: Worth) -> ArticleId | None:
    return max(valued.parts, key=lambda part: part[1])[0] if valued.parts else None


def _counter(mind: Mind, treaty: Treaty, version: Version, valued: Worth) -> Amend | None:
    """The smallest change to the text before us that makes it acceptable and has not been on the table."""
    key = f"counters:{treaty.id}@{mind.view.turn}"
    if mind.memory.get(key, 0) >= MOST_COUNTERS:
        return None
    known = [v.articles for v in treaty.versions]
    for struck in counters(version, valued):
        operations = tuple(StrikeArticle(ident) for ident in struck)
        articles = amended(version, operations)
        if articles and articles not in known and mind.worth(treaty, evolve(version, articles=articles)).acceptable:
            amendment = Amend(treaty=treaty.id, base=version.number, operations=operations)
            if mind.admits(amendment):
                mind.memory[key] = mind.memory.get(key, 0) + 1
                return amendment
    return None


def _say(mind: Mind, treaty: Treaty, version: Version, answer: int, article: ArticleId | None) -> None:
    """Tell the proposer, or the drafter, with the article that decided."""
    author = version.by or treaty.drafter
    if author is None or author == mind.power:
        return
    code, attitude = WORDS[answer]
    if answer == REFUSED and mind.worth(treaty, version).red_line is not None:
        code = "refuse_red_line"
    phrase = Phrase(code=code, treaty=treaty.id, article=article, variant=mind.view.turn % 3)
    regarding = Regarding(treaty=treaty.id, version=version.number, article=article, attitude=attitude)
    mind.do(Send(to=frozenset({author}), phrase=phrase, regarding=regarding))


# -- being bound


def _bind(mind: Mind) -> None:
    for option in mind.verb(Sign):
        treaty = mind.view.treaties[option.only("treaty")]
        if mind.worth(treaty, treaty.text).acceptable:
            mind.do(Sign(treaty=treaty.id))
    for option in mind.verb(Ratify):
        mind.do(Ratify(treaty=option.only("treaty")))
    for option in mind.verb(Assent):
        treaty = mind.view.treaties[option.only("treaty")]
        yields = mind.profile.yields_when is not None and holds(mind.view, mind.profile.yields_when)
        if yields or mind.worth(treaty, treaty.text).acceptable:
            mind.do(Assent(treaty=treaty.id))


def _vote(mind: Mind) -> None:
    for option in mind.verb(Vote):
        sitting = mind.view.conferences[option.only("conference")]
        question = sitting.question
        treaty = mind.view.treaties.get(question.treaty) if question is not None else None
        version = treaty.version(question.version) if treaty is not None and question is not None else None
        ballot = Ballot.ABSTAIN
        if treaty is not None and version is not None:
            wanted = [
                d.ballot for _, r in script.live(mind.view, mind.profile) for d in r.then if isinstance(d, Votes) and d.treaty == treaty.id
            ]
            own = mind.power in treaty.initials.get(version.number, frozenset()) or mind.worth(treaty, version).acceptable
            ballot = wanted[0] if wanted else Ballot.FOR if own else Ballot.AGAINST
        mind.do(Vote(conference=sitting.id, ballot=ballot))


def _answer_questions(mind: Mind, inbox: tuple[MessageSent, ...]) -> None:
    """Nobody who asks is left without an answer: where a text is spoken of, with our view of it."""
    answered = {p for act in mind.acts if isinstance(act, Send) for p in act.to}
    for asker, asked in sorted(mind.view.questions):
        if asked != mind.power or asker in answered:
            continue
        message = next((m for m in reversed(inbox) if m.by == asker and m.asks), None)
        treaty = mind.view.treaties.get(message.regarding.treaty) if message is not None and message.regarding is not None else None
        if treaty is not None and treaty.stage in (Stage.TABLED, Stage.ADOPTED):
            valued = mind.worth(treaty, treaty.text)
            code = "agreed" if valued.acceptable else "refuse_price_too_high"
            article = _best(valued) if valued.acceptable else valued.worst
            mind.do(Send(to=frozenset({asker}), phrase=Phrase(code=code, treaty=treaty.id, article=article)))
        else:
            mind.do(Send(to=frozenset({asker}), phrase=Phrase(code="acknowledge", variant=mind.view.turn % 3)))
