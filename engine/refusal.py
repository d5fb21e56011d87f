"""Why a command is not carried out, as a value."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen


class Reason(StrEnum):
    """The rule that refuses; each has its sentence in every language in `engine.texts`."""

    NOT_YOUR_PART = "not_your_part"
    WRONG_PHASE = "wrong_phase"
    GAME_OVER = "game_over"
    UNKNOWN_POWER = "unknown_power"
    UNKNOWN_TREATY = "unknown_treaty"
    UNKNOWN_VERSION = "unknown_version"
    UNKNOWN_CONFERENCE = "unknown_conference"
    UNKNOWN_EVENT = "unknown_event"
    NAME_TAKEN = "name_taken"
    BAD_NAME = "bad_name"
    NOT_NEGOTIATING = "not_negotiating"
    ALREADY_TABLED = "already_tabled"
    NOT_TABLED = "not_tabled"
    ALREADY_INITIALLED = "already_initialled"
    ALREADY_ADOPTED = "already_adopted"
    NOT_ADOPTED = "not_adopted"
    ALREADY_SIGNED = "already_signed"
    NOT_SIGNED = "not_signed"
    NOT_OPEN_FOR_SIGNATURE = "not_open_for_signature"
    RESERVATION_FORBIDDEN = "reservation_forbidden"
    NO_RATIFICATION = "no_ratification"
    TOO_SOON = "too_soon"
    ALREADY_RATIFIED = "already_ratified"
    NOT_A_THIRD_STATE = "not_a_third_state"
    ALREADY_ASSENTED = "already_assented"
    ARTICLE_FAULTY = "article_faulty"
    TOO_MANY_TEXTS = "too_many_texts"
    ALREADY_CONVENED = "already_convened"
    NOT_INVITED = "not_invited"
    ALREADY_ANSWERED = "already_answered"
    NOT_AT_THE_TABLE = "not_at_the_table"
    NO_OPEN_QUESTION = "no_open_question"
    QUESTION_OPEN = "question_open"
    TEXT_TOO_LONG = "text_too_long"
    TEXT_EMPTY = "text_empty"
    TEXT_UNPRINTABLE = "text_unprintable"
    NO_RECIPIENT = "no_recipient"
    BETRAYS_SECRET = "betrays_secret"
    TO_ONESELF = "to_oneself"
    AT_WAR = "at_war"
    ULTIMATUM_STANDS = "ultimatum_stands"
    NO_ULTIMATUM = "no_ultimatum"
    DEADLINE_PAST = "deadline_past"
    DEMAND_FAULTY = "demand_faulty"
    TOO_MANY_ORDERS = "too_many_orders"
    TOO_DEAR = "too_dear"
    ORDERS_CONTRADICT = "orders_contradict"
    ORDERS_COMMITTED = "orders_committed"
    ORDER_NOT_AVAILABLE = "order_not_available"
    NO_CRISIS = "no_crisis"
    NOT_CALLED_UPON = "not_called_upon"
    NOT_THE_MOVER = "not_the_mover"
    UNKNOWN_CHOICE = "unknown_choice"
    NOTHING_TO_CHANGE = "nothing_to_change"


@frozen
class Refusal:
    """A command that changes nothing, with the rule that refuses it and the particulars of the sentence."""

    reason: Reason
    about: Mapping[str, str] = field(factory=dict)
