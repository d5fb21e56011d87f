"""Treaty prose and gists of abstention and consultation."""

ABSTENTION = {
    "clause.non_aggression": "non-aggression",
    "clause.neutrality": "neutrality",
    "clause.no_aid_to_aggressor": "no aid to an aggressor",
    "clause.no_hostile_combination": "no hostile combination",
    "clause.non_interference": "non-interference",
    "clause.non_intervention": "non-intervention",
    "clause.consultation": "consultation",
    "clause.staff_talks": "staff talks",
    "clause.notification": "notification",
    "prose.non_aggression": (
        "{parties:^} mutually undertake that they will in no case attack or invade each other or resort to war against each other."
    ),
    "prose.consultation.threat": (
        "{parties:^} shall consult one another without delay upon the measures to be taken, should {victim} be threatened with "
        "aggression[[ on the part {foe:of}]]."
    ),
    "prose.consultation.unprovoked_attack": (
        "{parties:^} shall consult one another without delay upon the measures to be taken, should {victim} become the object "
        "of an unprovoked attack[[ on the part {foe:of}]]."
    ),
    "prose.consultation.indirect_aggression": (
        "{parties:^} shall consult one another without delay upon the measures to be taken, should {victim} be the object[[, "
        "on the part {foe:of},]] of an attack or of a threat of force which brings it to give up its independence or "
        "neutrality."
    ),
    "prose.consultation.any_attack": (
        "{parties:^} shall consult one another without delay upon the measures to be taken, should {victim} be attacked[[ by {foe}]], "
        "whatever the origin of the attack."
    ),
    "prose.consultation.any_war": (
        "{parties:^} shall consult one another without delay upon the measures to be taken, should war break out."
    ),
    "prose.consultation.any_war.named": (
        "{parties:^} shall consult one another without delay upon the measures to be taken, should {victim} be involved in "
        "war[[ with {foe}]]."
    ),
    "prose.consultation.always": (
        "{parties:^} shall remain in contact with one another in order to consult on all questions of common interest"
        "[[ which concern their relations with {with_foes}]]."
    ),
    "prose.consultation.over": "The present article shall apply only where the danger touches {stakes}.",
    "prose.consultation.over.always": "The present article shall apply only to questions which concern {stakes}.",
    "gist.consultation.threat": "{parties:^} consult if {victim} {victim:|is|are} threatened with aggression[[ by {foe}]]{over}.",
    "gist.consultation.unprovoked_attack": "{parties:^} consult upon an unprovoked attack on {victim}[[ by {foe}]]{over}.",
    "gist.consultation.indirect_aggression": "{parties:^} consult upon direct or indirect aggression against {victim}[[ by {foe}]]{over}.",
    "gist.consultation.any_attack": "{parties:^} consult upon any attack on {victim}[[ by {foe}]], whatever its origin{over}.",
    "gist.consultation.any_war": "{parties:^} consult when any war breaks out{over}.",
    "gist.consultation.any_war.named": "{parties:^} consult when {victim} {victim:|is|are} at war[[ with {foe}]]{over}.",
    "gist.consultation.always": "{parties:^} consult at all times on their common interests[[ towards {with_foes}]]{over}.",
    "gist.consultation.over": "; only where the danger touches {stakes}",
    "gist.consultation.over.always": "; only on questions concerning {stakes}",
    "prose.non_aggression.threats": "The same shall apply to the threat of force.",
    "prose.unless_aggressor": "This undertaking shall not, however, apply towards a Power that has itself resorted to war.",
    "prose.even_if_aggressor": "This undertaking shall hold good even towards a Power that has itself resorted to war.",
    "prose.another_party": "any other High Contracting Party",
    "prose.another_party.two": "the other Party",
    "prose.another_party.case": "another High Contracting Party",
    "prose.another_party.case.two": "the other Party",
    "gist.another_party": "any other party",
    "gist.another_party.two": "the other party",
    "gist.another_party.case": "another party",
    "gist.another_party.case.two": "the other party",
    "prose.non_aggression.owed": (
        "{debtors:^} {debtors:|undertakes that it|undertake that they} will in no case attack, invade or resort to war against {creditors}."
    ),
    "prose.unless_aggressor.named": "This undertaking shall not, however, apply towards a Power that has itself resorted to war.",
    "prose.even_if_aggressor.named": "This undertaking shall hold good even towards a Power that has itself resorted to war.",
    "prose.neutrality.owed.always": (
        "{debtors:^} {debtors:|undertakes|undertake}, should {creditors} be at war with {foe}, to observe neutrality throughout the "
        "conflict, whoever may have begun it."
    ),
    "prose.neutrality.owed.if_attacked": (
        "{debtors:^} {debtors:|undertakes|undertake}, should {creditors} be attacked, without having given provocation, by {foe}, "
        "to observe neutrality throughout the conflict."
    ),
    "prose.neutrality.always": (
        "{parties:^} mutually undertake, should {one} be at war with {foe}, to observe neutrality throughout the "
        "conflict, whoever may have begun it."
    ),
    "prose.neutrality.if_attacked": (
        "{parties:^} mutually undertake, should {one} be attacked, without having given provocation, by {foe}, to observe "
        "neutrality throughout the conflict."
    ),
    "prose.no_aid": (
        "{parties:^} undertake, in the event of an unprovoked attack upon {one}[[ on the part {foe:of}]], to refuse the aggressor "
        "all aid or assistance, direct or indirect{trade}."
    ),
    "prose.no_aid.trade": ", and all supplies and credits",
    "prose.no_combination": (
        "{parties:^} undertake to enter into no alliance and no combination of Powers directed, openly or in effect, against {one}."
    ),
    "prose.non_interference": (
        "{parties:^} shall refrain from all interference in each other's internal affairs, and from all agitation, propaganda or "
        "intervention aimed at each other's political or social order."
    ),
    "prose.non_intervention": (
        "{parties:^} shall abstain from intervening in the conflict {country:in} by the dispatch to that country, from their "
        "territory, {of_things}."
    ),
    "prose.sending.funds": "of funds",
    "prose.sending.arms": "of arms and war material",
    "prose.sending.volunteers": "of volunteers",
    "prose.staff_talks": (
        "The General Staffs {of_parties} shall confer {when} upon the measures required to carry out the engagements of their Governments."
    ),
    "prose.staff_talks.case": (
        "The General Staffs {of_parties} shall confer, {when}, upon the measures required to carry out the engagements of "
        "their Governments."
    ),
    "staff_talks.on.unprovoked_attack": "in the event of an unprovoked attack upon {one}",
    "staff_talks.on.any_attack": "in the event of any attack upon {one}, whatever its origin",
    "staff_talks.on.any_war": "in the event of {one} being at war",
    "staff_talks.on.threat": "in the event of {one} being threatened with aggression",
    "staff_talks.on.indirect_aggression": "in the event of direct or indirect aggression against {one}",
    "prose.one_of_the_powers": "one of these Powers",
    "gist.one_of_the_powers": "one of these powers",
    "when.not_later": "not later than {date}",
    "when.regularly": "at regular intervals",
    "whenever.unprovoked_attack": "in the event of an unprovoked attack",
    "whenever.any_attack": "in the event of any attack, whatever its origin",
    "whenever.any_war": "in the event of war",
    "whenever.threat": "in the event of a threat of aggression",
    "whenever.indirect_aggression": "in the event of aggression, direct or indirect",
    "prose.notification": "{parties:^} shall notify one another[[, not less than {days:words} {days:|day|days} in advance,]] {what}.",
    "prose.notice.manoeuvres": "of their military manoeuvres",
    "prose.notice.mobilisation": "of any measure of mobilisation",
    "prose.notice.treaties": "of the conclusion of any treaty with other Powers",
    "gist.of_parties": "of the parties",
    "gist.non_aggression": "{parties:^} do not use force against each other{even}.",
    "gist.non_aggression.threats": "{parties:^} neither use nor threaten force against each other{even}.",
    "gist.even_if_aggressor": ", even against an aggressor",
    "gist.non_aggression.owed": "{debtors:^} {debtors:|uses|use} no force against {creditors}{even}.",
    "gist.non_aggression.threats.owed": "{debtors:^} neither {debtors:|uses nor threatens|use nor threaten} force against {creditors}{even}.",
    "gist.neutrality.owed.always": "{debtors:^} {debtors:|stays|stay} out of the wars {creditors:of}[[ with {foe}]], whoever begins them.",
    "gist.neutrality.owed.if_attacked": "{debtors:^} {debtors:|stays|stay} neutral if {creditors} is attacked without provocation[[ by {foe}]].",
    "gist.neutrality.always": "{parties:^} stay neutral if {one} is at war[[ with {foe}]], whoever began it.",
    "gist.neutrality.if_attacked": "{parties:^} stay neutral if {one} is attacked without provocation[[ by {foe}]].",
    "gist.no_aid": "{parties:^} give no aid{trade} to whoever attacks {one} without provocation.",
    "gist.no_aid.foe": "{parties:^}, upon an unprovoked attack on {one} by {foe}, give the aggressor no aid{trade}.",
    "gist.no_aid.trade": " and no supplies",
    "gist.no_combination": "{parties:^} join no alliance directed against {one}.",
    "gist.non_interference": "{parties:^} keep out of each other's internal affairs.",
    "gist.non_intervention": "{parties:^} send no {things} {country:to}.",
    "gist.sending.funds": "funds",
    "gist.sending.arms": "arms",
    "gist.sending.volunteers": "volunteers",
    "gist.staff_talks": "The staffs {of_parties} confer {when}.",
    "gist.notification": "{parties:^} give one another[[ {days} {days:|day's|days'}]] notice {what}.",
    "gist.notice.manoeuvres": "of manoeuvres",
    "gist.notice.mobilisation": "of mobilisation",
    "gist.notice.treaties": "of treaties with others",
    "matter.manoeuvres": "manoeuvres",
    "matter.mobilisation": "mobilisation",
    "matter.treaties": "treaties concluded",
}
