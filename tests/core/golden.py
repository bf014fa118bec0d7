"""Short reports of our own writing, one for each construction; events, quotations and details are invented.

What is coded of each stands in data/golden/<id>.json.
"""

from __future__ import annotations

from trucewatch import Report

FRIDAY = "2022-08-05"
"""A Friday; the levant reports are dated in February 2025, after the truce of November 2024."""


def fr(name: str, text: str, published: str = FRIDAY) -> Report:
    return Report(f"fr-{name}", text, "fr", published)


def en(name: str, text: str, published: str = FRIDAY) -> Report:
    return Report(f"en-{name}", text, "en", published)


REPORTS: list[Report] = [
    fr("accuse", "L'Arménie a accusé l'Azerbaïdjan d'avoir ouvert le feu jeudi près de Goris. Deux soldats arméniens ont été blessés, dont un grièvement."),
    en("accuse", "Armenia's defence ministry accused Azerbaijani forces of opening fire near Goris on Thursday. Two Armenian soldiers were wounded, one of them seriously."),
    fr("denial", "Le ministère arménien de la Défense a affirmé jeudi que des soldats azerbaïdjanais avaient ouvert le feu près de Goris. L'Azerbaïdjan a démenti ces accusations."),
    en("denial", "The Armenian defence ministry said Azerbaijani soldiers had opened fire near Goris on Thursday. Azerbaijan's defence ministry denied opening fire near Goris."),
    fr("according", "Selon le ministère azerbaïdjanais de la Défense, des soldats arméniens ont tiré mercredi soir sur des positions azerbaïdjanaises près de Kelbadjar."),
    en("according", "According to the Azerbaijani defence ministry, Armenian soldiers fired on Azerbaijani positions near Kalbajar on Wednesday evening."),
    fr("post-posed", "Trois soldats azerbaïdjanais ont été tués mardi par l'explosion d'une mine, a annoncé le ministère azerbaïdjanais de la Défense."),
    en("post-posed", "Three Azerbaijani soldiers were killed by a mine on Tuesday, Azerbaijan's defence ministry said."),
    fr("interrupted", "« L'armée azerbaïdjanaise, a déclaré le porte-parole du ministère arménien de la Défense, a tiré mercredi au mortier sur nos positions près de Goris. »"),
    en("interrupted", "“Azerbaijani forces,” said the spokesman for the Armenian defence ministry, “fired mortars at our positions near Goris on Wednesday.”"),
    fr("free-quotation", "Le ministère azerbaïdjanais de la Défense a publié vendredi un communiqué. « Jeudi, des soldats arméniens ont ouvert le feu sur nos positions près de Kelbadjar. Nos unités ont riposté. »"),
    en("free-quotation", "The Azerbaijani defence ministry issued a statement on Friday. “On Thursday, Armenian soldiers opened fire on our positions near Kalbajar.”"),
    fr("conditional", "L'armée azerbaïdjanaise aurait ouvert le feu mercredi près de Martakert. Un civil aurait été blessé."),
    en("allegedly", "Azerbaijani forces allegedly opened fire near Goris on Wednesday. A civilian was reportedly wounded."),
    fr("demand", "Moscou a appelé l'Arménie et l'Azerbaïdjan à cesser les tirs. L'ONU a demandé que les deux parties retirent leurs troupes."),
    en("demand", "Russia urged Armenia and Azerbaijan to stop firing. The United Nations demanded that Azerbaijan withdraw its troops."),
    fr("irrealis", "L'Arménie prévoit de retirer ses troupes de Latchine. Si l'Azerbaïdjan attaque Goris, l'Arménie ripostera. Des soldats pourraient être tués."),
    en("irrealis", "Armenia plans to withdraw its troops from Lachin. If Azerbaijan attacks Goris, Armenia will respond. Soldiers could be killed."),
    fr("fear", "Erevan craint que l'armée azerbaïdjanaise n'attaque Goris."),
    en("fear", "Yerevan fears that Azerbaijani forces will attack Goris."),
    fr("negation", "L'armée azerbaïdjanaise n'a pas tiré jeudi sur Goris, a affirmé le ministère azerbaïdjanais de la Défense. Le cessez-le-feu a été respecté, selon Erevan."),
    en("negation", "Azerbaijani forces did not open fire on Thursday, Azerbaijan's defence ministry said."),
    fr("two-sides", "Deux soldats arméniens et un azerbaïdjanais ont été tués mercredi dans des combats près de Goris."),
    en("two-sides", "Two Armenian soldiers and one Azerbaijani soldier were killed in clashes near Goris on Wednesday."),
    fr("severe", "Dix-neuf soldats arméniens ont été blessés, dont trois grièvement, selon le ministère arménien de la Défense."),
    fr("none-stated", "Aucun soldat azerbaïdjanais n'a été blessé jeudi, selon le ministère azerbaïdjanais de la Défense."),
    en("none-stated", "No Azerbaijani soldiers were wounded on Thursday, according to Azerbaijan's defence ministry."),
    fr("toll", "Sept soldats arméniens ont été tués mardi près de Goris, a annoncé mercredi le ministère arménien de la Défense. Le ministère arménien de la Défense a ensuite porté le bilan à quatorze soldats tués."),
    en("toll", "Seven Armenian soldiers were killed near Goris on Tuesday, the Armenian defence ministry said. The Armenian defence ministry later raised the toll to 14 soldiers killed."),
    fr("pronoun", "Le Premier ministre arménien Nikol Pachinian s'est adressé vendredi au Parlement. Il a accusé l'armée azerbaïdjanaise d'avoir ouvert le feu jeudi près de Goris."),
    en("pronoun", "Armenian Prime Minister Nikol Pashinyan addressed parliament on Friday. He accused Azerbaijani forces of opening fire near Goris on Thursday."),
    fr("label", "Les autorités arméniennes ont dénoncé des tirs azerbaïdjanais. Deux soldats ont été tués mercredi, a annoncé le ministère de la Défense de la république autoproclamée du Haut-Karabakh."),
    en("label", "Armenian authorities said that two soldiers were killed on Wednesday, the defence ministry of the self-proclaimed Nagorno-Karabakh republic announced."),
    fr("agency", "Des soldats azerbaïdjanais ont ouvert le feu jeudi près de Goris, a rapporté l'agence Armenpress, citant le ministère arménien de la Défense."),
    en("agency", "Azerbaijani soldiers opened fire near Goris on Thursday, Armenpress reported, citing the Armenian defence ministry."),
    fr("night", "Des soldats azerbaïdjanais ont ouvert le feu dans la nuit du 4 au 5 août près de Goris."),
    en("night", "Azerbaijani soldiers opened fire near Goris on the night of 3-4 August."),
    fr("levant", "L'armée israélienne a mené lundi une frappe de drone près de Naqoura, tuant deux civils libanais, selon le ministère libanais de la Santé.", "2025-02-12"),
    en("levant", "An Israeli drone strike near Naqoura killed two Lebanese civilians on Monday, Lebanon's health ministry said. The Israeli army said it had struck a Hezbollah position.", "2025-02-12"),
    fr("count", "Selon le ministère arménien de la Défense, l'armée azerbaïdjanaise a violé le cessez-le-feu 126 fois au cours des dernières 24 heures."),
    en("count", "The Armenian defence ministry said Azerbaijani forces violated the ceasefire 126 times in the past 24 hours."),
    fr("calm", "La situation est calme sur la ligne de contact depuis lundi, a indiqué le ministère arménien de la Défense."),
]  # fmt: skip
