"""Treaty prose, final provisions, and what an article comes to in one line."""

ARTICLES = {
    "prose.parties": "the High Contracting Parties",
    "prose.of_other_parties": "of the other Parties",
    "prose.of_other_parties.two": "of the other Party",
    "prose.cession": "{ceder:^} shall evacuate {stake} and hand it over {receiver:to} not later than {date}.",
    "prose.cession.stages": (
        "{ceder:^} shall evacuate the territories named below and hand them over {receiver:to}, each not later than the date set "
        "against it:"
    ),
    "prose.cession.stage": "({letter}) {stake}: {date}",
    "list.following": ";",
    "gist.parties": "the parties",
    "gist.cession": "{ceder:^} hands over {receiver:to}: {stages}.",
    "gist.cession.stage": "{stake} by {date}",
    "gist.declaration": "Words that bind nobody: “{text}”",
    "prose.term.begins": "The present article shall apply from {begins}.",
    "prose.term.ends": "The present article shall apply until {ends}.",
    "prose.term.begins_ends": "The present article shall apply from {begins} until {ends}.",
    "prose.term.while": "The present article shall be binding only so long as {treaty} remains in force.",
    "gist.term.begins": "from {begins}",
    "gist.term.ends": "until {ends}",
    "gist.term.begins_ends": "from {begins} until {ends}",
    "gist.term.while": "only while {treaty} is in force",
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
    "final.force_on_signature.both": "The present Agreement shall enter into force as soon as both Powers named above have signed it.",
    "final.force_on_ratification.both": "The present Agreement shall enter into force as soon as both Powers named above have ratified it.",
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
    "final.any_party": "any Party",
    "final.either_party": "either Party",
    "final.unlimited": "It is concluded for an unlimited period.",
    "final.notice": "{who:^} may denounce it; the denunciation shall take effect {n} {n:|turn|turns} after its notification.",
    "final.notice.next": "{who:^} may denounce it; the denunciation shall take effect in the turn following its notification.",
    "final.prior_obligations": "Nothing in it shall affect obligations previously assumed by the Parties.",
    "final.covenant": ("Nothing in it shall affect the rights and obligations of the Parties under the Covenant of the League of Nations."),
    "final.registered": "It shall be registered with the Secretariat.",
    "article.figure.first": "1",
    "final.only_while": "It shall be binding only so long as {treaty} remains in force.",
    "final.secret": "The present Agreement shall be kept secret.",
    "final.done_at": "Done at {place}.",
}
