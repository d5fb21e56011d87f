"""The resolution of a turn's orders, in its fixed order: performances; intelligence and leaks; readiness; sanctions and aid; then the
occupations and attacks, which are crises (`engine.decide.crises`), their wars, and the close of the turn (`engine.decide.turns`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from attrs import evolve as with_

from engine.chance import draw
from engine.compliance import evacuations, is_seen
from engine.contingents import reinforcements_open
from engine.decide import notices
from engine.decide.orders import cost_of, may_station
from engine.decide.promises import answer_for, default, hold_against, open_still, perform
from engine.decide.rendering import broken_by_rendering, rendered_by
from engine.deeds import arming, deeds_of, mobilisation
from engine.duties import Allow, Cede, Render
from engine.events import (
    AgentCaught,
    AidExposed,
    AidSent,
    ArmsChanged,
    CampaignHeld,
    IntelligenceGained,
    LeakTraced,
    PostureEnded,
    PostureTaken,
    ReadinessChanged,
    SanctionApplied,
    SanctionLifted,
    StakeTransferred,
    TreatyShown,
)
from engine.happenings import Arms, Deed
from engine.names import EVERYBODY, Audience, Power
from engine.negotiated import disclosed
from engine.obligations import Obligation, cessions_of, denied_by
from engine.occasions import Occasion
from engine.orders import (
    ApplySanction,
    Build,
    Campaign,
    ClosePassage,
    Default,
    Deploy,
    GatherIntelligence,
    HandOver,
    Leak,
    LiftSanction,
    Mobilise,
    OpenPassage,
    Order,
    Perform,
    Reinforce,
    Scrap,
    SendAid,
    StandDown,
    Withdraw,
)
from engine.postures import Aid, Posture, PostureKind, ends_posture, posture_of
from engine.proceedings import Proceedings
from engine.state import State
from engine.treaty import Stage, Treaty

Handler: TypeAlias = Callable[[Proceedings, Power, Order], None]


def carry_out(proceedings: Proceedings) -> None:
    """Carry out what all have ordered but the attacks: what it costs first, then stage by stage, each in the scenario's order."""
    state = proceedings.state
    for power in state.powers():
        for track, by in cost_of(state, state.orders.get(power, ())).items():
            proceedings.move(f"{power}.{track}", by, "orders")
    for stage in (_perform, _look_and_leak, _make_ready, _press_and_help):
        for power in state.powers():
            for order in state.orders.get(power, ()):
                stage(proceedings, power, order)
        if stage is _make_ready:
            _count_arms(proceedings)


def let_sanctions_tell(proceedings: Proceedings) -> None:
    """Let each sanction that has stood since an earlier turn be felt."""
    state = proceedings.state
    for by, target in state.sanctions:
        for sanction in sorted(state.sanctions[(by, target)]):
            if ApplySanction(target, sanction) not in state.orders.get(by, ()):
                proceedings.follow(Occasion.SANCTIONED, by, target)


# -- performances


def _perform(proceedings: Proceedings, power: Power, order: Order) -> None:
    match order:
        case HandOver():
            _hand_over(proceedings, power, order)
        case Perform():
            state = proceedings.state
            rendered = rendered_by(state, power, order) if not order.matter else ()
            broken = broken_by_rendering(proceedings.state, rendered)
            for posture in dict.fromkeys(_closing(power, owed, foe) for owed in rendered for foe in sorted(open_still(state, owed))):
                proceedings.note(PostureTaken(posture=posture, audience=EVERYBODY))
            for owed in rendered:
                perform(proceedings, owed)
            hold_against(proceedings, broken)
            notices.give(proceedings, power, order)
        case Default():
            default(proceedings, power, order)
        case _:
            return


def _closing(power: Power, owed: Obligation, foe: Power) -> Posture:
    """What shuts a waterway to one belligerent."""
    assert isinstance(owed.duty, Render)
    return Posture(kind=PostureKind.CLOSING, by=power, toward=foe, at=owed.duty.at)


def _hand_over(proceedings: Proceedings, power: Power, order: HandOver) -> None:
    for owed in cessions_of(proceedings.state, power):
        if isinstance(owed.duty, Cede) and (owed.treaty, owed.article.id, owed.duty.stake) == (order.treaty, order.article, order.stake):
            answer_for(proceedings, deeds_of(proceedings.state, power, order))
            creditor = owed.duty.creditor
            treaty = proceedings.state.treaties.get(owed.treaty)
            public = treaty is not None and treaty.known_to is None
            proceedings.note(
                StakeTransferred(
                    stake=order.stake,
                    holder=creditor,
                    treaty=owed.treaty if public else None,
                    article=owed.article.id if public else None,
                    audience=EVERYBODY,
                )
            )
            perform(proceedings, owed)
            return


# -- intelligence and leaks


def _look_and_leak(proceedings: Proceedings, power: Power, order: Order) -> None:
    match order:
        case GatherIntelligence():
            _look(proceedings, power, order.target)
        case Leak():
            _leak(proceedings, power, order)
        case _:
            return


def happens(state: State, occasion: str, per_cent: int) -> bool:
    """Whether what is left to chance comes about in this turn."""
    seed = state.plot.seed if state.plot is not None else 0
    return draw(seed, f"{occasion}|{state.turn}") < per_cent


def _look(proceedings: Proceedings, power: Power, target: Power) -> None:
    """What the services find is for their power alone; that they were noticed, for it and the power spied upon."""
    state = proceedings.state
    chances = state.setting.chances
    found = happens(state, f"intelligence|{power}|{target}", chances.intelligence)
    report = IntelligenceGained(power=power, target=target, found=found, audience=frozenset({power}))
    if found:
        report = with_(report, orders=state.orders.get(target, ()), texts=secrets_of(state, target, power))
    proceedings.note(report)
    if happens(state, f"agent|{power}|{target}", chances.agent_caught):
        both: Audience = frozenset({power, target})
        proceedings.note(AgentCaught(power=power, target=target, audience=both))
        proceedings.follow(Occasion.EXPOSED, power, target, both)


def secrets_of(state: State, target: Power, spy: Power) -> tuple[Treaty, ...]:
    """The texts beyond a draft that one power knows and another does not, by id."""
    known = state.treaties_known_to(target).values()
    return tuple(
        disclosed(t, (spy,), state.turn)
        for t in known
        if t.known_to is not None and spy not in t.known_to and t.stage in (Stage.ADOPTED, Stage.IN_FORCE)
    )


def _leak(proceedings: Proceedings, power: Power, order: Leak) -> None:
    """The text is before everybody; whence it came, only if it can be traced."""
    state = proceedings.state
    treaty = state.treaties[order.treaty]
    if treaty.known_to is None:
        return
    # Who else had been told of it before is not said.
    open_to_all = disclosed(with_(treaty, disclosed={}), state.powers(), state.turn)
    proceedings.note(TreatyShown(treaty=with_(open_to_all, known_to=None), how="leaked", audience=EVERYBODY))
    # Who has a copy from its services has known of it as well.
    knowing = treaty.known_to | frozenset(power for power, files in state.files.items() if treaty.id in files)
    for signatory in sorted(treaty.parties | treaty.signatures.keys()):
        proceedings.follow(Occasion.REVEALED, signatory, apart=knowing)
    if happens(state, f"leak|{power}|{treaty.id}", state.setting.chances.leak_traced):
        proceedings.note(LeakTraced(power=power, treaty=treaty.id, audience=EVERYBODY))
        proceedings.follow(Occasion.EXPOSED, power)


# -- readiness, and where forces stand


MOVED_BY = {PostureKind.DEPLOYED: Occasion.DEPLOYMENT, PostureKind.BLOCKADING: Occasion.BLOCKADE, PostureKind.CLOSING: Occasion.BLOCKADE}


def _make_ready(proceedings: Proceedings, power: Power, order: Order) -> None:
    state = proceedings.state
    posture = posture_of(power, order)
    if isinstance(order, Build | Scrap):
        _arm(proceedings, power, order)
    if _changes_readiness(state, power, order):
        assert isinstance(order, Mobilise | StandDown)
        proceedings.note(ReadinessChanged(power=power, step=order.step, audience=EVERYBODY))
        if isinstance(order, Mobilise):
            proceedings.follow(Occasion.MOBILISATION, power)
            answer_for(proceedings, mobilisation(power, order))
    elif posture is not None and ends_posture(order):
        if posture in state.postures:
            proceedings.note(PostureEnded(posture=posture, audience=EVERYBODY))
            answer_for(proceedings, deeds_of(state, power, order))
        if isinstance(order, Withdraw):
            _evacuate(proceedings, power, order)
        if isinstance(order, OpenPassage):
            for right in denied_by(proceedings.state, power):
                if right.duty.creditor == order.against and isinstance(right.duty, Allow) and right.duty.deed is Deed.CROSS:
                    perform(proceedings, right)
    elif posture is not None and _is_new(state, posture) and _still_may(state, power, order):
        proceedings.note(PostureTaken(posture=posture, audience=EVERYBODY))
        if posture.kind in MOVED_BY:
            proceedings.follow(MOVED_BY[posture.kind], power, posture.toward)
        answer_for(proceedings, deeds_of(state, power, order))


def _is_new(state: State, posture: Posture) -> bool:
    """Whether forces take up a posture that they have not taken up yet, or come in another number."""
    standing = next((one for one in state.postures if one == posture), None)
    return standing is None or (posture.divisions is not None and standing.divisions != posture.divisions)


def _count_arms(proceedings: Proceedings) -> None:
    """Hold what each power that has armed has of each class against the limits that bind it, once all have made ready: some are shares of
    what others have."""
    state = proceedings.state
    for power in state.powers():
        given = state.orders.get(power, ())
        mobilised = any(isinstance(order, Mobilise) and order.step == state.readiness[power] for order in given)
        built = (order.arms for order in given if isinstance(order, Build))
        for arms in dict.fromkeys((*((Arms.DIVISIONS,) if mobilised else ()), *built)):
            answer_for(proceedings, arming(state, power, arms))


def _arm(proceedings: Proceedings, power: Power, order: Build | Scrap) -> None:
    state = proceedings.state
    step, now = state.setting.building.get(order.arms, 0), state.armed(power, order.arms)
    number = now + step if isinstance(order, Build) else max(now - step, 0)
    proceedings.note(ArmsChanged(power=power, arms=order.arms, number=number, scrapped=isinstance(order, Scrap), audience=EVERYBODY))


def _evacuate(proceedings: Proceedings, power: Power, order: Withdraw) -> None:
    """What a power occupies and was told to leave goes back to the power from which it was taken."""
    rightful = proceedings.state.occupied_from(order.stake)
    if rightful is not None and any(duty.at == order.stake for duty in evacuations(proceedings.state, power)):
        proceedings.note(StakeTransferred(stake=order.stake, holder=rightful, audience=EVERYBODY))
        answer_for(proceedings, deeds_of(proceedings.state, power, order))


def _still_may(state: State, power: Power, order: Order) -> bool:
    """Whether forces may still go where they were ordered: the stake may have been handed over a moment ago."""
    match order:
        case Deploy():
            return may_station(state, power, order.stake)
        case ClosePassage():
            return state.holder(order.stake) == power
        case Reinforce():
            return order in reinforcements_open(state, power)
        case _:
            return True


def _changes_readiness(state: State, power: Power, order: Order) -> bool:
    """Whether the order still raises readiness by one step or lowers it: since it was sealed, an event or an ultimatum accepted may
    have moved the forces."""
    match order:
        case Mobilise():
            return order.step == state.readiness[power] + 1
        case StandDown():
            return order.step < state.readiness[power]
        case _:
            return False


# -- sanctions, aid, and the campaign at home


def _press_and_help(proceedings: Proceedings, power: Power, order: Order) -> None:
    match order:
        case ApplySanction():
            proceedings.note(SanctionApplied(power=power, target=order.target, sanction=order.sanction, audience=EVERYBODY))
            proceedings.follow(Occasion.SANCTION, power, order.target)
            answer_for(proceedings, deeds_of(proceedings.state, power, order))
        case LiftSanction():
            proceedings.note(SanctionLifted(power=power, target=order.target, sanction=order.sanction, audience=EVERYBODY))
        case SendAid():
            _aid(proceedings, power, order)
        case Campaign():
            proceedings.note(CampaignHeld(power=power, audience=EVERYBODY))
            proceedings.follow(Occasion.CAMPAIGN, power)
        case _:
            return


def _aid(proceedings: Proceedings, power: Power, order: SendAid) -> None:
    """Aid is felt at once; what was to stay covert is held against nobody until it comes to light."""
    state = proceedings.state
    witnesses: Audience = frozenset({power, order.to}) if order.covert else EVERYBODY
    aid = Aid(by=power, to=order.to, means=order.means, turn=state.turn, known_to=witnesses)
    proceedings.note(AidSent(aid=aid, audience=witnesses))
    proceedings.follow(Occasion.AID, power, order.to, witnesses)
    if not order.covert:
        answer_for(proceedings, deeds_of(state, power, order))
    elif is_seen(state, order) or happens(state, f"aid|{power}|{order.to}|{order.means.value}", state.setting.chances.aid_exposed):
        proceedings.note(AidExposed(aid=with_(aid, known_to=EVERYBODY), audience=EVERYBODY))
        proceedings.follow(Occasion.EXPOSED, power)
        answer_for(proceedings, deeds_of(state, power, order))
