"""The life of a treaty: what its entry into force waits for, and what happens to it afterwards."""

TREATY_LIFE = {
    "entry.met": "Nothing is missing: it binds {parties}.",
    "entry.all.met": "All signatories have consented to be bound.",
    "entry.all.missing": "The consent {powers:of} to be bound is missing.",
    "entry.named.met": "All those whose consent is required have given it.",
    "entry.named.missing": "The consent {powers:of}, which is required, is missing.",
    "entry.number.met": "Enough powers have consented to be bound.",
    "entry.number.missing": "It wants the consent of {n} more {n:|power|powers}.",
    "entry.date.met": "Its date has come: {date}.",
    "entry.date.missing": "It does not enter into force before {date}.",
    "entry.treaty.met": "The treaty for which it waits is in force: {treaty}.",
    "entry.treaty.missing": "It waits for another treaty to be in force: {treaty}.",
    "entry.parent.met": "The treaty to which it is annexed is in force: {treaty}.",
    "entry.parent.missing": "It waits for the treaty to which it is annexed: {treaty}.",
    "entry.to_confirm": "Signed subject to confirmation (VCLT 12): {powers}.",
    "entry.to_ratify": "Signed and not yet ratified: {powers}. Meanwhile they may not defeat the object of the treaty (VCLT 18).",
    "tale.joined": "“{treaty}” enters into force for {who}.",
}
