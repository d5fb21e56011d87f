"""Treaty prose, final provisions, and what an article comes to in one line."""

ARTICLES = {
    "prose.parties": "the High Contracting Parties",
    "prose.of_other_parties": "of the other Parties",
    "prose.of_other_parties.two": "of the other Party",
    "prose.cession": "{ceder:^} shall evacuate {stake} and hand {stake:|it|them} over {receiver:to} not later than {date}.",
    "prose.cession.stages": (
        "{ceder:^} shall evacuate the territories named below and hand them over {receiver:to}, each not later than the date set "
        "against it:"
    ),
    "prose.cession.stage": "({letter}) {stake}: {date}",
    "list.following": ";",
    "gist.parties": "the parties",
    "gist.cession.one": "{ceder:^} hands over {stake} {receiver:to} by {date}.",
    "gist.cession": "{ceder:^} hands over {receiver:to}: {stages}.",
    "gist.cession.stage": "{stake} by {date}",
    "gist.declaration": "Words that bind nobody: “{text}”",
    "prose.term.begins": "The present article shall apply from {begins}.",
    "prose.term.ends": "The present article shall apply until {ends}.",
    "prose.term.begins_ends": "The present article shall apply from {begins} until {ends}.",
    "prose.term.while": "The present article shall apply only so long as the instrument entitled {treaty} remains in force.",
    "prose.term.while.too": "It shall apply only so long as the instrument entitled {treaty} remains in force.",
    "gist.term.begins": "from {begins}",
    "gist.term.ends": "until {ends}",
    "gist.term.begins_ends": "from {begins} until {ends}",
    "gist.term.while": "only while {treaty} is in force",
    "article.label": "Article {figure}",
    "article.label.first": "Article 1",
    "article.cited.first": "Article 1",
    "article.cited": "Article {figure}",
    "article.noun.first": "Article 1",
    "article.noun": "Article {figure}",
    "article.named": "{label}: {gist}",
    "treaty.parties": "{parties:^},",
    "treaty.agreed": "Have agreed as follows:",
    "treaty.opening": "{parties:^} have agreed as follows:",
    "treaty.third": "{this:^} shall bind {power} only upon {power:|its|its} assent given in writing.",
    "treaty.third.too": "Nor shall it bind {power} except upon {power:|its|its} assent given in writing.",
    "final.signature": "{this:^} is open to the signature {of_parties}.",
    "final.ratification": "It shall be ratified by each of the signatories.",
    "final.no_ratification": "It requires no ratification.",
    "final.reservations.allowed": "A Power may, when signing, exclude or limit for itself the application of articles which it names.",
    "final.reservations.allowed.acceding": (
        "A Power may, when signing or acceding, exclude or limit for itself the application of articles which it names."
    ),
    "final.reservations.with_consent": "{this:^} shall not operate between a Power that makes a reservation and a Power that has not accepted it.",
    "final.reservations.forbidden": "No reservation may be made to {this}.",
    "final.force_on_signature": "{this:^} shall enter into force as soon as all the Powers named above have signed it.",
    "final.force_on_ratification": "{this:^} shall enter into force as soon as all the Powers named above have ratified it.",
    "final.only_after": "It shall not enter into force before the instrument entitled {treaty} is in force.",
    "final.only_after.too": "Nor shall it enter into force before the instrument entitled {treaty} is in force.",
    "final.not_before": "It shall not enter into force before {date}.",
    "final.force_on_signature.both": "{this:^} shall enter into force as soon as both Powers named above have signed it.",
    "final.force_on_ratification.both": "{this:^} shall enter into force as soon as both Powers named above have ratified it.",
    "final.force_on_signature.named": ("{this:^} shall enter into force as soon as {powers} {powers:|has|have} signed it."),
    "final.force_on_ratification.named": ("{this:^} shall enter into force as soon as {powers} {powers:|has|have} ratified it."),
    "final.force_on_signature.number": "{this:^} shall enter into force as soon as {n:words} {n:|Power has|Powers have} signed it.",
    "final.force_on_ratification.number": "{this:^} shall enter into force as soon as {n:words} {n:|Power has|Powers have} ratified it.",
    "final.force_on_signature.number_with": (
        "{this:^} shall enter into force as soon as {n:words} Powers, {powers} among them, have signed it."
    ),
    "final.force_on_ratification.number_with": (
        "{this:^} shall enter into force as soon as {n:words} Powers, {powers} among them, have ratified it."
    ),
    "final.later_on_signature": "For any Power that signs it later it shall take effect on the day of that signature.",
    "final.later_on_ratification": "For any Power that ratifies it later it shall take effect on the day of that ratification.",
    "final.annexed": "It forms an integral part of the instrument entitled {treaty}, and shall cease to have effect together with it.",
    "final.annexed.that": "It forms an integral part of that instrument, and shall cease to have effect together with it.",
    "final.annexed.severable": "It is annexed to the instrument entitled {treaty}, and shall remain in force should the latter come to an end.",
    "final.annexed.severable.that": "It is annexed to that instrument, and shall remain in force should the latter come to an end.",
    "final.unreservable": "No reservation may be made to {n:|Article|Articles} {articles}.",
    "final.accession.by_invitation": "Any other Power may accede to {this} upon the invitation of all the Parties.",
    "final.accession.open": "{this:^} shall remain open to the accession of any other Power.",
    "final.accession.open_to": "{this:^} shall remain open to the accession {powers:of}.",
    "final.until": "{this:^} shall remain in force until {date}.",
    "final.lasts": "{this:^} shall remain in force for a period {period:of} from its entry into force.",
    "final.before.date": "[[at least {period} ]]before that date",
    "final.before.period": "[[at least {period} ]]before the expiry of that period",
    "final.renewed.either": (
        "Unless either Party denounces it {before}, it shall be tacitly renewed for a further period {period:of}, and so on from period to "
        "period."
    ),
    "final.renewed.any": (
        "As between the Parties that have not denounced it {before}, it shall be tacitly renewed for a further period {period:of}, and so on "
        "from period to period."
    ),
    "final.prolonged.either": (
        "Unless either Party denounces it {before}, it shall remain in force without limit of time; either Party may then denounce it at any "
        "time, and the denunciation shall take effect {period} after its notification."
    ),
    "final.prolonged.any": (
        "As between the Parties that have not denounced it {before}, it shall remain in force without limit of time; any of them may then "
        "denounce it at any time, and the denunciation shall take effect {period} after its notification."
    ),
    "period.days": "{n:words} {n:|day|days}",
    "period.months": "{n:words} {n:|month|months}",
    "period.years": "{n:words} {n:|year|years}",
    "final.any_party": "any Party",
    "final.either_party": "either Party",
    "final.unlimited": "{this:^} is concluded for an unlimited period.",
    "final.notice": (
        "{who:^} may denounce it [[once it has been in force for {firm}]][[{at_any_time}]]; the denunciation shall take effect {period} after its "
        "notification."
    ),
    "final.at_any_time": "at any time",
    "final.prior_obligations": "Nothing in {this} shall affect obligations previously assumed by the Parties.",
    "final.covenant": (
        "Nothing in {this} shall affect the rights and obligations of the Parties under the Covenant of the League of Nations."
    ),
    "final.covenant.too": "Nor shall it affect their rights and obligations under the Covenant of the League of Nations.",
    "final.registered.league": "{this:^} shall be registered with the Secretariat of the League of Nations.",
    "final.registered.united_nations": "{this:^} shall be registered with the Secretariat of the United Nations.",
    "final.registered.nobody": "{this:^} shall be published.",
    "article.figure.first": "1",
    "final.only_while": "It shall be binding only so long as the instrument entitled {treaty} remains in force.",
    "final.only_while.that": "It shall be binding only so long as that instrument remains in force.",
    "final.secret": "It shall be kept secret.",
    "final.done_at": "Done at {place}[[ on {date}]].",
    "final.done_on": "Done on {date}.",
}
