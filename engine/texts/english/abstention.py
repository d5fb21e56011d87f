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
        "Should a situation arise which endangers peace, {parties} shall consult one another without delay upon the measures to be taken."
    ),
    "prose.consultation.threat.named": (
        "Should {victim} be threatened with aggression[[ on the part {foe:of}]], {parties} shall consult one another without delay upon "
        "the measures to be taken."
    ),
    "prose.consultation.unprovoked_attack": (
        "Should {victim} become the object of an unprovoked attack[[ on the part {foe:of}]], {parties} shall consult one another without "
        "delay upon the measures to be taken."
    ),
    "prose.consultation.indirect_aggression": (
        "Should {victim} be in danger of losing its independence or neutrality under threat of force[[ on the part {foe:of}]], {parties} "
        "shall consult one another without delay upon the measures to be taken."
    ),
    "prose.consultation.any_war": "Should war break out, {parties} shall consult one another without delay upon the measures to be taken.",
    "prose.consultation.any_war.named": (
        "Should {victim} be involved in war[[ with {foe}]], {parties} shall consult one another without delay upon the measures to be taken."
    ),
    "prose.consultation.always": (
        "{parties:^} shall remain in contact with one another in order to consult on all questions of common interest"
        "[[ which concern their relations with {with_foes}]]."
    ),
    "prose.consultation.over": "The present article applies only where the danger touches {stakes}.",
    "gist.consultation.threat": "{parties:^} consult when peace is threatened{over}.",
    "gist.consultation.threat.named": "{parties:^} consult when {victim} {victim:|is|are} threatened[[ by {foe}]]{over}.",
    "gist.consultation.unprovoked_attack": "{parties:^} consult upon an unprovoked attack[[ on {them}]][[ by {foe}]]{over}.",
    "gist.consultation.indirect_aggression": "{parties:^} consult upon indirect aggression[[ against {them}]][[ by {foe}]]{over}.",
    "gist.consultation.any_war": "{parties:^} consult upon any war{over}.",
    "gist.consultation.any_war.named": "{parties:^} consult when {victim} {victim:|is|are} at war[[ with {foe}]]{over}.",
    "gist.consultation.always": "{parties:^} consult at all times on their common interests[[ towards {with_foes}]]{over}.",
    "gist.consultation.over": "; only where the danger touches {stakes}",
    "prose.non_aggression.threats": "The same shall apply to the threat of force.",
    "prose.non_aggression.even_if_aggressor": "This undertaking shall hold good even towards a Power that has itself resorted to war.",
    "prose.neutrality.always": (
        "{parties:^} mutually undertake, should {one} be at war with {foe}, to observe neutrality throughout the "
        "conflict, whoever may have begun it."
    ),
    "prose.neutrality.if_attacked": (
        "{parties:^} mutually undertake, should {one} be attacked by {foe} without having given provocation, to observe neutrality "
        "throughout the conflict."
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
        "{parties:^} shall refrain from all intervention in the affairs {country:of} and shall prohibit the dispatch from their "
        "territory, to any of the parties to the conflict there, {of_things}."
    ),
    "prose.sending.funds": "of funds",
    "prose.sending.arms": "of arms and war material",
    "prose.sending.volunteers": "of volunteers",
    "prose.staff_talks": (
        "The General Staffs {of_parties} shall confer {when} upon the measures required to carry out the engagements of their Governments."
    ),
    "when.not_later": "not later than {date}",
    "when.regularly": "at regular intervals",
    "whenever.unprovoked_attack": "in the event of an unprovoked attack",
    "whenever.any_war": "in the event of war",
    "whenever.threat": "in the event of a threat to peace",
    "whenever.indirect_aggression": "in the event of aggression, direct or indirect",
    "prose.notification": "{parties:^} shall notify one another {what}[[, not less than {days} {days:|day|days} in advance]].",
    "prose.notice.manoeuvres": "of their military manoeuvres",
    "prose.notice.mobilisation": "of any measure of mobilisation",
    "prose.notice.treaties": "of any treaty concluded with other Powers",
    "gist.of_parties": "of the parties",
    "gist.non_aggression": "{parties:^} do not use force against each other{even}.",
    "gist.non_aggression.threats": "{parties:^} neither use nor threaten force against each other{even}.",
    "gist.even_if_aggressor": ", even against an aggressor",
    "gist.neutrality.always": "{parties:^} stay out of each other's wars[[ with {foe}]], whoever begins them.",
    "gist.neutrality.if_attacked": "{parties:^} stay neutral if {one} is attacked[[ by {foe}]].",
    "gist.no_aid": "{parties:^} give no aid{trade} to whoever attacks {one}.",
    "gist.no_aid.foe": "{parties:^} give no aid{trade} {foe:to} in an attack on {one}.",
    "gist.no_aid.trade": " and no supplies",
    "gist.no_combination": "{parties:^} join no alliance directed against {one}.",
    "gist.non_interference": "{parties:^} keep out of each other's internal affairs.",
    "gist.non_intervention": "{parties:^} send no {things} {country:to}.",
    "gist.sending.funds": "funds",
    "gist.sending.arms": "arms",
    "gist.sending.volunteers": "volunteers",
    "gist.staff_talks": "The staffs {of_parties} confer {when}.",
    "gist.notification": "{parties:^} tell one another {what}[[, {days} {days:|day|days} before]].",
    "gist.notice.manoeuvres": "of manoeuvres",
    "gist.notice.mobilisation": "of mobilisation",
    "gist.notice.treaties": "of treaties concluded",
    "matter.manoeuvres": "manoeuvres",
    "matter.mobilisation": "mobilisation",
    "matter.treaties": "treaties concluded",
}
