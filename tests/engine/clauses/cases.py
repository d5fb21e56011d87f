"""The golden texts and the table of cases of every kind of article, as data: `cases/<tag>.yaml`.

A case gives an article, the parties between whom it is in force, its prose and gist in both languages, the duties that it yields,
what some deeds keep, break or may do under it, and where the others stand when a power is attacked. After a change that is meant,
`python -m tests.engine.clauses.cases` writes what is found now; read the difference.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import yaml

from engine.casus import Standing, casus_foederis
from engine.clauses import CLAUSES, AnyClause
from engine.codec import shape
from engine.duties import Duty
from engine.happenings import Happening
from engine.names import ArticleId, Power, StakeId
from engine.obligations import Obligation
from engine.performance import breached_by, performed_by, permitted_by
from engine.state import State
from engine.texts.voice import Speaker
from engine.treaty import Stage
from tests.engine.atlas import EN, FR, SETTING, treaty_of

FOLDER = Path(__file__).parent / "cases"
KINDS = {cls.tag: cls for cls in CLAUSES}
NUMBERED = tuple(ArticleId(f"a{n}") for n in range(1, 10))
"""The articles of a text in which an article of the table is read."""
KNOWN = {"pact": treaty_of(ident="pact")}


def cases_of(tag: str) -> list[dict[str, Any]]:
    """The cases of one kind; none where the kind has no file."""
    path = FOLDER / f"{tag}.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []


def article_of(tag: str, case: dict[str, Any]) -> AnyClause:
    """The article of a case."""
    article: AnyClause = shape(case["article"], KINDS[tag])
    return article


def texts(article: AnyClause, parties: tuple[Power, ...]) -> dict[str, str]:
    """Prose and gist in both languages, as in a treaty of these parties; unbreakable spaces as plain ones."""
    found = {}
    for lang in (EN, FR):
        voice = Speaker(SETTING, lang, KNOWN, bilateral=len(parties) == 2, parties=parties, articles=NUMBERED)  # type: ignore[arg-type]
        found[f"prose_{lang}"] = article.prose(voice).replace("\u00a0", " ")
        found[f"gist_{lang}"] = article.gist(voice).replace("\u00a0", " ")
    return found


def found_in(tag: str, case: dict[str, Any]) -> dict[str, Any]:
    """Everything that a case states, as the engine finds it."""
    article, parties = article_of(tag, case), tuple(Power(p) for p in case["parties"])
    state = in_force(article, parties)
    found: dict[str, Any] = {"article": case["article"], "parties": case["parties"], **texts(article, parties)}
    bound = frozenset(parties) | article.third_debtors(frozenset(parties))
    found["binds"] = sorted({_brief(duty) for duty in article.duties(bound, state)})
    if "deeds" in case:
        found["deeds"] = {words: _met(state, words) for words in case["deeds"]}
    if "attacks" in case:
        found["attacks"] = {words: _called(state, words) for words in case["attacks"]}
    return found


def in_force(article: AnyClause, parties: tuple[Power, ...]) -> State:
    """A world in which the article is in force between its parties and those who have assented, alone with the treaty it may name."""
    bound = frozenset(parties)
    treaty = attrs.evolve(
        treaty_of(article, ident="tested", signatories=parties),
        stage=Stage.IN_FORCE,
        parties=bound,
        assents=article.third_debtors(bound),
    )
    other = attrs.evolve(KNOWN["pact"], stage=Stage.IN_FORCE)
    holders = {stake: sheet.holder for stake, sheet in SETTING.stakes.items()}
    return State(setting=SETTING, turn=1, treaties={treaty.id: treaty, other.id: other}, holders=holders)


def _brief(duty: Duty) -> str:
    """`france refrain uk: deeds=attack, toward=uk`: the duty with what is not usual in it."""
    usual = {a.name: a.default for a in attrs.fields(type(duty))}
    terms = {name: value for name, value in attrs.asdict(duty, recurse=False).items() if value != usual[name]}
    said = ", ".join(f"{name}={_word(value)}" for name, value in terms.items() if name not in ("debtor", "creditor"))
    return f"{duty.debtor} {duty.form} {duty.creditor}" + (f": {said}" if said else "")


def _word(value: Any) -> str:
    if isinstance(value, frozenset):
        return "+".join(sorted(map(str, value)))
    if attrs.has(type(value)):
        return " ".join(f"{name} {_word(part)}" for name, part in attrs.asdict(value).items() if part) or "all of it"
    return str(value)


def _deed(words: str) -> tuple[Happening, Power | None]:
    """`france aid toward=ussr against=germany first=germany`: the deed, and who opened the war in which it is done."""
    by, deed, *terms = words.split()
    given: dict[str, Any] = {"by": by, "deed": deed, **dict(term.split("=") for term in terms)}
    first = given.pop("first", None)
    given |= {name: given[name].split(",") for name in ("against", "together") if name in given}
    if "amount" in given:
        given["amount"] = int(given["amount"])
    return shape(given, Happening), first


def _met(state: State, words: str) -> str:
    """What a deed breaks, keeps, or may do."""
    deed, first = _deed(words)
    found = (
        ("breaks", breached_by(state, deed, aggressor=first)),
        ("keeps", performed_by(state, deed)),
        ("may", permitted_by(state, deed)),
    )
    return "; ".join(f"{verb} {_pairs(owed)}" for verb, owed in found if owed) or "nothing"


def _pairs(owed: tuple[Obligation, ...]) -> str:
    return ", ".join(sorted({f"{o.duty.debtor} to {o.duty.creditor}" for o in owed}))


def _called(state: State, words: str) -> str:
    """Where the third powers stand who are not free: `france bound, ussr bound_only_if`."""
    attacker, _, target, *more = words.split()
    over = frozenset({StakeId(more[1])}) if more[:1] == ["over"] else frozenset[StakeId]()
    calls = casus_foederis(state, Power(attacker), Power(target), over=over, provoked="provoked" in more)
    return ", ".join(f"{c.power} {c.standing.value}" for c in calls if c.standing is not Standing.FREE) or "all free"


def _write() -> None:
    for tag in KINDS:
        found = [found_in(tag, case) for case in cases_of(tag)]
        words = yaml.safe_dump(found, allow_unicode=True, sort_keys=False, width=130)
        (FOLDER / f"{tag}.yaml").write_text(words, encoding="utf-8")


if __name__ == "__main__":
    _write()
