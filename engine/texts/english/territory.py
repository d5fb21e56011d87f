"""Articles on territory: recognition, frontiers, plebiscites, spheres of interest, waterways."""

TERRITORY = {
    "prose.recognition.frontiers": (
        "{parties:^} {parties:|recognises|recognise} as definitive the existing frontiers {whom:of}. That Power may not, however, "
        "invoke this recognition in a war which it has itself opened."
    ),
    "prose.recognition.sovereignty": "{parties:^} {parties:|recognises|recognise} the sovereignty {whom:of} over {stakes}.",
    "prose.recognition.independence": (
        "{parties:^} {parties:|recognises|recognise} the independence and sovereignty {whom:of}. That Power may not, however, "
        "invoke this recognition in a war which it has itself opened."
    ),
    "prose.recognition.neutrality": (
        "{parties:^} {parties:|recognises|recognise} the permanent neutrality {whom:of} and {parties:|undertakes|undertake} to "
        "respect it. That Power may not, however, invoke this recognition in a war which it has itself opened."
    ),
    "prose.recognition.government": (
        "{parties:^} {parties:|recognises|recognise} de jure the present Government {whom:of} and shall maintain diplomatic "
        "relations with it[[, and shall give neither recognition nor aid {rivals:to}]]. Diplomatic relations may, however, be "
        "broken off with a Power that has itself resorted to war."
    ),
    "gist.recognition.frontiers": "{parties:^} {parties:|recognises|recognise} the frontiers {whom:of}.",
    "gist.recognition.sovereignty": "{parties:^} {parties:|recognises|recognise} {stakes} as belonging {whom:to}.",
    "gist.recognition.independence": "{parties:^} {parties:|recognises|recognise} the independence {whom:of}.",
    "gist.recognition.neutrality": "{parties:^} {parties:|recognises and respects|recognise and respect} the neutrality {whom:of}.",
    "gist.recognition.government": "{parties:^} {parties:|recognises|recognise} the Government {whom:of}[[, to the exclusion {rivals:of}]].",
    "prose.inviolability": (
        "{parties:^} regard each other's frontiers as inviolable; they shall neither violate them by force nor demand under threat "
        "of force that they be moved. This undertaking shall not, however, apply towards a Power that has itself resorted to war."
    ),
    "prose.inviolability.whose": (
        "{parties:^} regard the frontiers {whose:of} as inviolable; they shall neither violate them by force nor demand under "
        "threat of force that they be moved. This undertaking shall not, however, apply towards a Power that has itself resorted "
        "to war."
    ),
    "gist.inviolability": "{parties:^} hold each other's frontiers inviolable.",
    "gist.inviolability.whose": "{parties:^} hold the frontiers {whose:of} inviolable.",
    "prose.plebiscite": (
        "Not later than {date}, {holder} shall hold {stakes:inside} a plebiscite in which the inhabitants shall declare, by a free and secret "
        "vote, to which State they wish to belong. The Parties shall respect the result."
    ),
    "prose.plebiscite.between": (
        "Not later than {date}, {holder} shall hold {stakes:inside} a plebiscite in which the inhabitants shall declare, by a free and secret "
        "vote, whether they wish to belong {claimants}. The Parties shall respect the result."
    ),
    "gist.plebiscite": "{holder:^} lets the inhabitants {stakes:of} vote by {date} on which State they belong to.",
    "gist.plebiscite.between": "{holder:^} lets the inhabitants {stakes:of} vote by {date} on whether to belong {claimants}.",
    "prose.sphere_of_interest": (
        "{territories:^} shall be regarded as lying within the sphere of interest {whose:of}. {others:^} shall refrain from sending armed "
        "forces there and from any interference."
    ),
    "prose.sphere_of_interest.territory": (
        "{territories:^} shall be regarded as lying within the sphere of interest {whose:of}. {others:^} shall refrain from sending armed "
        "forces there."
    ),
    "gist.sphere_of_interest": "The parties leave {territories} to the interests {whose:of}.",
    "prose.waterway.free": (
        "Navigation {waterway:inside} shall be free, in time of war as in time of peace, to merchant ships and warships of every flag. "
        "{keeper:^} shall not close the passage, and no Party shall blockade or occupy the waterway."
    ),
    "prose.waterway.merchant": (
        "Navigation {waterway:inside} shall be free at all times to merchant ships of every flag, and {keeper} shall not close the passage to them. The "
        "warships {of_others} shall pass only with the consent {keeper:of}, and no Party shall blockade or occupy the waterway."
    ),
    "prose.waterway.closed_in_war": (
        "In any war in which {keeper} is neutral, no warship of a belligerent Power shall pass through {waterway}, and {keeper} shall prevent "
        "its passage."
    ),
    "gist.waterway.free": "All ships pass freely through {waterway}; {keeper} does not close the passage.",
    "gist.waterway.merchant": "Merchant ships pass freely through {waterway}; warships by leave {keeper:of}.",
    "gist.waterway.closed_in_war": "While neutral, {keeper} closes {waterway} to the warships of belligerents.",
    "matter.frontiers": "the frontiers",
    "matter.sovereignty": "the sovereignty",
    "matter.independence": "the independence",
    "matter.neutrality": "the neutrality",
    "matter.government": "the Government",
}
