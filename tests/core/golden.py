"""Short reports of our own writing, one for each construction; events, quotations and details are invented.

What is coded of each stands in data/golden/<id>.json.
"""

from __future__ import annotations

from trucewatch import Report

FRIDAY = "2022-08-05"
"""A Friday."""


def fr(name: str, text: str, published: str = FRIDAY) -> Report:
    return Report(f"fr-{name}", text, "fr", published)


def en(name: str, text: str, published: str = FRIDAY) -> Report:
    return Report(f"en-{name}", text, "en", published)


REPORTS: list[Report] = [
    fr("accuse", "Le ministère arménien de la Défense a accusé l'armée azerbaïdjanaise d'avoir ouvert le feu jeudi près de Goris."),
    en("accuse", "Armenia's defence ministry accused Azerbaijani forces of opening fire near Goris on Thursday."),
    fr("denial", "Le ministère arménien de la Défense a affirmé que des soldats azerbaïdjanais avaient ouvert le feu jeudi près de Goris. Le ministère azerbaïdjanais de la Défense a démenti ces accusations."),
    en("denial", "The Armenian defence ministry said Azerbaijani soldiers had opened fire near Goris on Thursday. Azerbaijan's defence ministry denied opening fire near Goris."),
    fr("according", "Selon le ministère azerbaïdjanais de la Défense, des soldats arméniens ont tiré mercredi soir sur des soldats azerbaïdjanais près de Kelbadjar."),
    en("according", "According to the Azerbaijani defence ministry, Armenian soldiers fired on Azerbaijani troops near Kalbajar on Wednesday evening."),
    fr("post-posed", "Des unités azerbaïdjanaises ont ouvert le feu mardi près de Goris, a annoncé le ministère arménien de la Défense."),
    en("post-posed", "Azerbaijani forces opened fire near Goris on Tuesday, the Armenian defence ministry said."),
    fr("interrupted", "« L'armée azerbaïdjanaise, a déclaré le porte-parole du ministère arménien de la Défense, a tiré mercredi au mortier sur nos positions près de Goris. »"),
    fr("quotation", "Le ministère azerbaïdjanais de la Défense a déclaré vendredi : « Jeudi, des soldats arméniens ont ouvert le feu sur nos positions près de Kelbadjar. »"),
    en("quotation", "The Azerbaijani defence ministry said in a statement: “On Thursday, Armenian soldiers opened fire on our positions near Kalbajar.”"),
    fr("conditional", "L'armée azerbaïdjanaise aurait ouvert le feu mercredi près de Martakert. Un civil aurait été blessé."),
    en("allegedly", "Azerbaijani forces allegedly opened fire near Goris on Wednesday. A civilian was reportedly wounded."),
    fr("demand", "Moscou a appelé l'Arménie et l'Azerbaïdjan à cesser les tirs."),
    en("demand", "Moscow urged Armenia and Azerbaijan to stop firing."),
    fr("irrealis", "L'Arménie prévoit de retirer ses troupes de Latchine. Si l'Azerbaïdjan attaque Goris, des civils fuiront. Des soldats pourraient être tués."),
    en("irrealis", "Armenia plans to withdraw its troops from Lachin. If Azerbaijan attacks Goris, Armenia will respond. Soldiers could be killed."),
    fr("negation", "L'armée azerbaïdjanaise n'a pas tiré jeudi sur Goris, a affirmé le ministère azerbaïdjanais de la Défense."),
    en("negation", "Azerbaijani forces did not open fire on Thursday, Azerbaijan's defence ministry said."),
    fr("two-sides", "Deux soldats arméniens et un soldat azerbaïdjanais ont été tués mercredi dans des combats près de Goris."),
    fr("severe", "Dix-neuf soldats arméniens ont été blessés, dont trois grièvement, selon le ministère arménien de la Défense."),
    en("severe", "Two Armenian soldiers were wounded on Tuesday, one of them seriously."),
    fr("none-stated", "Aucun soldat azerbaïdjanais n'a été blessé jeudi, selon le ministère azerbaïdjanais de la Défense."),
    en("none-stated", "No Azerbaijani soldiers were wounded on Thursday, according to Azerbaijan's defence ministry."),
    en("toll", "Seven Armenian soldiers were killed near Goris on Tuesday, the Armenian defence ministry said. The Armenian defence ministry later raised the toll to 14 soldiers killed."),
    fr("pronoun", "Le Premier ministre arménien Nikol Pachinian s'est adressé vendredi au Parlement. Il a accusé l'armée azerbaïdjanaise d'avoir ouvert le feu jeudi près de Goris."),
    en("pronoun", "Armenian Prime Minister Nikol Pashinyan addressed parliament on Friday. He accused Azerbaijani forces of opening fire near Goris on Thursday."),
    fr("label", "Les autorités arméniennes ont dénoncé des tirs de l'armée azerbaïdjanaise. Deux soldats ont été tués mercredi, a annoncé le ministère de la Défense de la république autoproclamée du Haut-Karabakh."),
    en("label", "Armenian authorities said that two soldiers were killed on Wednesday, the defence ministry of the self-proclaimed Nagorno-Karabakh republic announced."),
    fr("agency", "Des soldats azerbaïdjanais ont ouvert le feu jeudi près de Goris, a annoncé le ministère arménien de la Défense, cité par l'AFP."),
    fr("night", "Des soldats azerbaïdjanais ont ouvert le feu dans la nuit du 4 au 5 août près de Goris."),
    en("night", "Azerbaijani soldiers opened fire near Goris on the night of 3-4 August."),
    fr("calm", "La situation est calme sur la ligne de contact depuis lundi, a indiqué le ministère arménien de la Défense."),
    en("levant", "The Israeli army said it had struck a Hezbollah position near Naqoura on Monday.", "2025-02-12"),
]  # fmt: skip
