"""Duties that cannot both be kept, and duties that an act makes or ends."""

CONFLICTS = {
    "conflict": "{who:^} cannot keep both {new} ({new_source}) and {other} ({other_source}): {why}.",
    "conflict.aid_against_promise": "the aid may mean what the promise forbids",
    "conflict.aid_to_both_sides": "in a war between the two, aid would be owed to both sides",
    "conflict.ceded_twice": "the same territory would be handed over twice",
    "conflict.passage_against_promise": "the passage serves a war that the promise forbids joining",
    "conflict.forces_where_none": "forces would stand where none may",
    "conflict.due_and_forbidden": "what the one demands, the other forbids",
    "conflict.hostile_combination": "the alliance is directed against the power to which the promise was given",
    "consequence.arises": "A duty {who:of} arises: {what}[[ ({source})]].",
    "consequence.ends": "A duty {who:of} ends: {what}[[ ({source})]].",
    "consequence.rescued": "{who:^} {who:|has|have} promised help against indirect aggression[[ ({source})]], which consent under threat would be: once all have given their orders, a crisis opens in which it may be taken back or left to stand.",
    "consequence.rescued.later": "{who:^} {who:|has|have} promised help against indirect aggression[[ ({source})]], which consent under threat would be: a crisis opens in the turn in which the treaty enters into force, and the consent may be taken back or left to stand.",
    "consequence.resisted": "If it is taken back and that comes to war, as promises stand: {sum}",
    "consequence.called": "In an attack by {attacker} on {victim}, {who} goes from “{before}” to “{after}”.",
    "prevails.older": "The older promise comes first, as the text itself says.",
    "prevails.newer": "The newer text prevails: all the parties to the older one would be bound by it.",
    "prevails.covenant": "The duty under the Covenant comes first (Article 20).",
    "prevails.charter": "The decision of the Security Council comes first (Charter, Article 103).",
    "prevails.neither": "Neither prevails: each binds towards its own parties.",
}
