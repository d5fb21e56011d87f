"""Treaty prose, final provisions, and what an article comes to in one line."""

ARTICLES = {
    "prose.parties": "the High Contracting Parties",
    "prose.one_of_parties": "one of the High Contracting Parties",
    "prose.any_power": "any other Power",
    "prose.other.party": "each other Party",
    "prose.other.power": "the other Power",
    "prose.other.powers": "each of the other Powers",
    "prose.guarantor": "the guarantor Power",
    "prose.guarantors": "each of the guarantor Powers",
    "prose.case.unprovoked_attack": "In the event of {victim} being the object of an unprovoked attack[[ on the part {of_foe}]]",
    "prose.case.any_war": "In the event of war between {victim} and {foe}",
    "prose.case.threat": "In the event of {victim} being threatened with aggression[[ on the part {of_foe}]]",
    "prose.case.attack_upon": "In the event of an unprovoked attack upon {victim}",
    "prose.case.indirect_aggression": (
        "In the event of {victim} being the object of an attack, or being brought to give up its independence or neutrality under "
        "threat of force[[ on the part {of_foe}]]"
    ),
    "prose.mode.automatic": "",
    "prose.mode.upon_recommendation": ", once the competent international body has so recommended,",
    "prose.mode.after_consultation": ", after consultation among the Powers concerned,",
    "prose.mode.as_each_judges": ", in such measure as it shall itself deem necessary,",
    "prose.at_once": " immediately",
    "prose.means.all_means": "shall{at_once} render it aid and assistance by all the means in its power",
    "prose.means.military": "shall{at_once} come to its aid with its armed forces",
    "prose.means.economic": "shall{at_once} render it economic and financial assistance",
    "prose.means.diplomatic": "shall{at_once} lend it full diplomatic support",
    "prose.assistance": "{case}, {helper}{mode} {means}.",
    "prose.only_if": (
        "The obligation laid down in the present article shall operate only in so far as assistance is rendered by {power} to "
        "the Power attacked."
    ),
    "prose.only_if.threat": (
        "The obligation laid down in the present article shall operate only in so far as assistance is rendered by {power} to "
        "the Power threatened."
    ),
    "prose.guarantee.one": "{guarantors:^} guarantees {object} {protected:of} against unprovoked aggression.",
    "prose.guarantee.several": "{guarantors:^} severally guarantee {object} {protected:of} against unprovoked aggression.",
    "prose.guarantee.joint": "{guarantors:^} jointly guarantee {object} {protected:of} against unprovoked aggression.",
    "prose.guarantee.each": "Each of them is bound whether or not the others act.",
    "prose.guarantee.all": "None of them is bound to act unless the others do so as well.",
    "prose.guarantee.settled": "The present guarantee shall take effect only when the question {of_stakes} has been settled.",
    "prose.guarantee.settled.many": "The present guarantee shall take effect only when the questions {of_stakes} have been settled.",
    "prose.non_aggression": (
        "{parties:^} mutually undertake that they will in no case attack or invade each other or resort to war against each other."
    ),
    "prose.consultation.threat": (
        "Should a situation arise which endangers peace, {parties} shall consult one another without delay upon the measures to be taken."
    ),
    "prose.consultation.unprovoked_attack": (
        "Should one of them become the object of an unprovoked attack, {parties} shall consult one another without delay upon "
        "the measures to be taken."
    ),
    "prose.consultation.indirect_aggression": (
        "Should one of them be in danger of losing its independence or neutrality under threat of force, {parties} shall consult one "
        "another without delay upon the measures to be taken."
    ),
    "prose.consultation.any_war": "Should war break out, {parties} shall consult one another without delay upon the measures to be taken.",
    "prose.cession": "{ceder:^} shall evacuate {stake} and hand it over {receiver:to} not later than {date}.",
    "prose.cession.stages": (
        "{ceder:^} shall evacuate the territories named below and hand them over {receiver:to}, each not later than the date set "
        "against it:"
    ),
    "prose.cession.stage": "({letter}) {stake}: {date}",
    "list.following": ";",
    "gist.parties": "the parties",
    "gist.assistance": "{parties:^} {means} {case}{mode}{condition}.",
    "gist.means.all_means": "aid one another by all means",
    "gist.means.military": "aid one another with their armed forces",
    "gist.means.economic": "aid one another economically",
    "gist.means.diplomatic": "support one another diplomatically",
    "gist.case.unprovoked_attack": "against an unprovoked attack[[ by {foe}]]",
    "gist.case.indirect_aggression": "against direct or indirect aggression[[ by {foe}]]",
    "gist.case.any_war": "in any war[[ with {foe}]]",
    "gist.case.threat": "under threat[[ from {foe}]]",
    "gist.mode.automatic": "; no recommendation needed",
    "gist.mode.upon_recommendation": "; only upon a recommendation",
    "gist.mode.after_consultation": "; after consultation",
    "gist.mode.as_each_judges": "; as each judges",
    "gist.condition": "; only if {power} helps too",
    "gist.guarantee.one": "{guarantors:^} guarantees {object} {protected:of}{mode}{settled}.",
    "gist.guarantee.several": "{guarantors:^} each guarantee {object} {protected:of}, alone if need be{mode}{settled}.",
    "gist.guarantee.joint": "{guarantors:^} guarantee {object} {protected:of}, none without the others{mode}{settled}.",
    "gist.guarantee.settled": "; not before the settlement {of_stakes}",
    "gist.non_aggression": "{parties:^} do not use force against each other.",
    "gist.consultation.threat": "{parties:^} consult when peace is threatened.",
    "gist.consultation.unprovoked_attack": "{parties:^} consult upon an unprovoked attack.",
    "gist.consultation.indirect_aggression": "{parties:^} consult upon indirect aggression.",
    "gist.consultation.any_war": "{parties:^} consult upon any war.",
    "gist.cession": "{ceder:^} hands over {receiver:to}: {stages}.",
    "gist.cession.stage": "{stake} by {date}",
    "gist.declaration": "Words that bind nobody: “{text}”",
    "article.label": "Article {figure}",
    "article.label.first": "Article 1",
    "article.named": "{label}: {gist}",
    "treaty.opening": "{parties:^} have agreed as follows:",
    "treaty.third": "The present Agreement shall bind {power} only upon an assent given in writing.",
    "final.signature": "The present Agreement is open to the signature {of_parties}.",
    "final.ratification": "It shall be ratified by each of the signatories.",
    "final.no_ratification": "It requires no ratification.",
    "final.reservations.allowed": "A signatory may, when signing, exclude for itself the application of articles which it names.",
    "final.reservations.with_consent": "Reservations are without effect towards a signatory that has not accepted them.",
    "final.reservations.forbidden": "No reservation may be made to the present Agreement.",
    "final.force_on_signature": "The present Agreement shall enter into force as soon as all the Powers named above have signed it.",
    "final.force_on_ratification": "The present Agreement shall enter into force as soon as all the Powers named above have ratified it.",
    "final.only_after": "It shall not enter into force before {treaty} is in force.",
    "final.not_before": "It shall not enter into force before {date}.",
    "final.force_on_signature.named": ("The present Agreement shall enter into force as soon as {powers} {powers:|has|have} signed it."),
    "final.force_on_ratification.named": (
        "The present Agreement shall enter into force as soon as {powers} {powers:|has|have} ratified it."
    ),
    "final.force_on_signature.number": "The present Agreement shall enter into force as soon as {n} Powers have signed it.",
    "final.force_on_ratification.number": "The present Agreement shall enter into force as soon as {n} Powers have ratified it.",
    "final.force_on_signature.number_with": (
        "The present Agreement shall enter into force as soon as {n} Powers, {powers} among them, have signed it."
    ),
    "final.force_on_ratification.number_with": (
        "The present Agreement shall enter into force as soon as {n} Powers, {powers} among them, have ratified it."
    ),
    "final.later_on_signature": "For any Power that signs it later it shall take effect on the day of that signature.",
    "final.later_on_ratification": "For any Power that ratifies it later it shall take effect on the day of that ratification.",
    "final.annexed": "It forms an integral part of {treaty}, and shall cease to have effect together with it.",
    "final.annexed.severable": "It is annexed to {treaty}, and shall remain in force should that treaty come to an end.",
    "final.unreservable": "No reservation may be made to {n:|Article|Articles} {articles}.",
    "final.accession.by_invitation": "Any other Power may accede to it upon the invitation of all the Parties.",
    "final.accession.open": "It shall remain open to the accession of any other Power.",
    "final.accession.open_to": "It shall remain open to the accession {powers:of}.",
    "final.until": "It shall remain in force until {date}.",
    "final.renewed": (
        "Unless denounced before that date, it shall be tacitly renewed for {n} {n:|turn|turns}, and so on from term to term."
    ),
    "final.unlimited": "It is concluded for an unlimited period.",
    "final.notice": "Any Party may denounce it; the denunciation shall take effect {n} {n:|turn|turns} after its notification.",
    "final.notice.next": "Any Party may denounce it; the denunciation shall take effect in the turn following its notification.",
    "final.prior_obligations": "Nothing in it shall affect obligations previously assumed by the Parties.",
    "final.covenant": ("Nothing in it shall affect the rights and obligations of the Parties under the Covenant of the League of Nations."),
    "final.registered": "It shall be registered with the Secretariat.",
    "article.figure.first": "1",
    "final.only_while": "It shall be binding only so long as {treaty} remains in force.",
    "final.secret": "The present Agreement shall be kept secret.",
    "final.done_at": "Done at {place}.",
}
