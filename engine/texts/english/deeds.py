"""Deeds in the infinitive, duties as nouns, and promises kept and broken."""

DEEDS = {
    "deed.attack": "attack[[ {toward}]][[ in {at}]]",
    "deed.join_war": "join a war[[ against {toward}]][[ against {foe}]][[ on the side {beside:of}]]",
    "deed.threaten": "threaten[[ {toward}]] with force",
    "deed.occupy": "occupy[[ {at}]][[ the territory {toward:of}]]",
    "deed.deploy": "keep armed forces[[ in {at}]][[ on the territory {toward:of}]][[ beyond {n} {n:|division|divisions}]]",
    "deed.cross": "march through[[ the territory {toward:of}]][[ in {at}]]",
    "deed.blockade": "blockade[[ {toward}]][[ {at}]]",
    "deed.let_pass": "let forces[[ {toward:of}]] pass[[ through {at}]][[ against {foe}]]",
    "deed.patrol": "patrol[[ {at}]]",
    "deed.close": "close[[ {at}]] to ships",
    "deed.mobilise": "mobilise",
    "deed.arm": "arm[[ beyond the limit set for {matter}]]",
    "deed.aid": "lend aid[[ {toward:to}]][[ against {foe}]]",
    "deed.supply": "supply[[ {matter}]][[ {toward:to}]][[ against {foe}]]",
    "deed.supply.goods": "supply {goods}[[ {toward:to}]]",
    "deed.supply.credit": "open a credit[[ in favour {toward:of}]]",
    "deed.sanction": "apply sanctions[[ against {toward}]][[ ({matter})]]",
    "deed.claim": "claim[[ {at}]][[ the territory {toward:of}]]",
    "deed.interfere": "interfere[[ in the affairs {toward:of}]][[ in {at}]]",
    "deed.combine": "join a combination[[ directed against {foe}]]",
    "deed.conclude": "conclude a treaty[[ with {toward}]]",
    "deed.make_peace": "make a separate peace[[ with {toward}]]",
    "deed.transfer": "hand over[[ {at}]][[ {toward:to}]]",
    "deed.evacuate": "evacuate[[ {at}]]",
    "deed.recognise": "recognise[[ {matter}]][[ {toward:of}]][[ over {at}]]",
    "deed.hold_plebiscite": "hold a plebiscite[[ in {at}]]",
    "deed.consult": "consult[[ {toward}]]",
    "deed.hold_staff_talks": "hold staff talks[[ with {toward}]]",
    "deed.notify": "give[[ {toward}]] notice[[ of {matter}]]",
    "deed.submit": "submit[[ to {matter}]] any dispute[[ with {toward}]]",
    "deed.comply": "comply with {matter}[[ on {at}]]",
    "deed.support_admission": "support the admission[[ {toward:of}]][[ to {matter}]]",
    "deed.establish": "take part in[[ {matter}]]",
    "deed.join_war.toward": "join a war against it",
    "deed.threaten.toward": "threaten it with force",
    "deed.occupy.toward": "occupy its territory",
    "deed.cross.toward": "march through its territory",
    "deed.blockade.toward": "blockade it",
    "deed.claim.toward": "claim its territory",
    "deed.claim.again": "claim it",
    "deed.interfere.toward": "interfere in its affairs",
    "deed.let_pass.foe": "let the forces of its enemies pass",
    "deed.aid.foe": "aid its enemies",
    "deed.supply.foe": "supply its enemies",
    "deed.deploy.at": "keep armed forces there",
    "deed.cross.at": "pass there with troops",
    "deed.blockade.at": "establish a blockade there",
    "deed.patrol.at": "patrol there",
    "again.power": "that power",
    "again.first": "the former",
    "again.second": "the latter",
    "again.place": "that place",
    "again.places": "those places",
    "deeds.in_war": "{deeds}, in time of war",
    "deeds.force": "resort to force[[ against {toward}]][[ in {at}]]",
    "deeds.annexing": "occupy or claim[[ {at}]][[ the territory {toward:of}]]",
    "duty.cede": "the cession {what:of}",
    "duty.assist": "assistance {what:to}",
    "duty.assist.forces": "assistance {what:to} with {n} {n:|division|divisions}",
    "duty.assist.observance": "assistance {what:to} over a breach of what is guaranteed",
    "duty.consult": "consultation with {what}",
    "duty.refrain": "the promise not to {what}",
    "duty.render": "the promise to {what}",
    "duty.allow": "the right {who:of} to {what}",
    "tale.performed.cede": "{debtor:^} hands over {what} {creditor:to}, as {article} of “{treaty}” requires.",
    "tale.performed.assist": "{debtor:^} {debtor:|comes|come} to the aid {creditor:of}, as {article} of “{treaty}” requires.",
    "tale.performed.assist.observance": "{debtor:^} {debtor:|answers|answer} the call {creditor:of}, as {article} of “{treaty}” requires.",
    "tale.performed.consult": "{debtor:^} consults {creditor}, as {article} of “{treaty}” requires.",
    "tale.performed.refrain": "{debtor:^} keeps, towards {creditor}, the promise not to {what} ({article} of “{treaty}”).",
    "tale.performed.render": "{debtor:^} keeps, towards {creditor}, the promise to {what} ({article} of “{treaty}”).",
    "tale.performed.allow": "{debtor:^} grants {creditor} the right to {what}, as {article} of “{treaty}” requires.",
    "tale.performed.regarding.notify": ("{debtor:^} gives {creditor} notice of “{other}”, as {article} of “{treaty}” requires."),
    "tale.announced.manoeuvres": "{debtor:^} gives {creditor} notice of manoeuvres, as {article} of “{treaty}” requires.",
    "tale.announced.mobilisation": "{debtor:^} gives {creditor} notice of mobilisation, as {article} of “{treaty}” requires.",
    "tale.breached.regarding.notify": "{debtor:^} gave {creditor} no notice of “{other}”, in breach of {article} of “{treaty}”.",
    "tale.breached.regarding.refrain": (
        "{debtor:^} breaks, by “{other}”, the promise given {creditor:to} not to {what} ({article} of “{treaty}”)."
    ),
    "tale.defeated.cede": (
        "{debtor:^} {debtor:|hands|hand} {what} over to another, in spite of {article} of “{treaty}”, made with {creditor}, which is signed and not "
        "yet in force between the two: that defeats the object of the treaty (VCLT 18)."
    ),
    "tale.defeated.refrain": (
        "{debtor:^} {debtor:|attacks|attack} {creditor} in spite of {article} of “{treaty}”, which is signed and not yet in force between the two: "
        "that defeats the object of the treaty (VCLT 18)."
    ),
    "tale.breached.cede": "{debtor:^} does not hand over {what} {creditor:to}, in breach of {article} of “{treaty}”.",
    "tale.breached.assist": "{debtor:^} {debtor:|does|do} not come to the aid {creditor:of}, in breach of {article} of “{treaty}”.",
    "tale.breached.assist.in_part": (
        "{debtor:^} has sent {n} of the {wanted} {wanted:|division|divisions} promised {creditor:to}, in breach of {article} of “{treaty}”."
    ),
    "tale.breached.assist.in_part.none": (
        "{debtor:^} {wanted:|has not sent the division|has sent none of the divisions} promised {creditor:to}, in breach of {article} of "
        "“{treaty}”."
    ),
    "tale.contingent.none": (
        "{debtor:^} {wanted:|has not sent the division|has sent none of the divisions} promised {creditor:to} ({article} of “{treaty}”); "
        "{wanted:|it is|they are} due by the close of {date}."
    ),
    "tale.contingent": (
        "{debtor:^} has sent {n} of the {wanted} {wanted:|division|divisions} promised {creditor:to} ({article} of “{treaty}”); the rest is "
        "due by the close of {date}."
    ),
    "tale.aid_called_for": "{debtor:^} {debtor:|is|are} to come to the aid {creditor:of} against {foe} by the close of {date} ({cited}).",
    "tale.breached.assist.observance": (
        "{debtor:^} {debtor:|does|do} not answer the call {creditor:of}, in breach of {article} of “{treaty}”."
    ),
    "tale.breached.consult": "{debtor:^} does not consult {creditor}, in breach of {article} of “{treaty}”.",
    "tale.breached.force": "{debtor:^} uses force against {creditor}, in breach of {article} of “{treaty}”.",
    "tale.breached.refrain": "{debtor:^} breaks the promise, given {creditor:to}, not to {what} ({article} of “{treaty}”).",
    "tale.breached.render": "{debtor:^} breaks the promise, given {creditor:to}, to {what} ({article} of “{treaty}”).",
    "tale.breached.allow": "{debtor:^} denies {creditor} the right to {what}, in breach of {article} of “{treaty}”.",
}
