"""Regions of states in conflict for the gazetteer, by hand: no library ships their names under a free licence.

One line a region: alpha-2, the town whose coordinates stand for it (as GeoNames writes it), names. The first name is
the label; `lang=Name` where only one language writes it so. Names that are an ordinary word or the name of a state are
left out or carry their noun ("Rivers State"). The hand tables of the world pack have more of some states.
"""

from __future__ import annotations

REGIONS = """
SD|Kassala|Kassala State|en=Kassala state|fr=État de Kassala|ru=штат Кассала
SD|Gedaref|Gedaref State|en=Gedaref state|en=Al-Qadarif state|fr=État de Gedaref|fr=Gedaref
SD|Port Sudan|Red Sea State|en=Red Sea state|fr=État de la mer Rouge
SD|Khartoum|Khartoum State|en=Khartoum state|fr=État de Khartoum|ru=штат Хартум
SD|Rabak|White Nile State|en=White Nile state|fr=État du Nil Blanc|fr=État du Nil blanc|es=Nilo Blanco|ru=Белый Нил
SD|Singa|Sennar State|en=Sennar state|en=Sinnar state|fr=État de Sennar
SD|Ad-Damazin|Blue Nile State|en=Blue Nile state|fr=État du Nil Bleu|fr=Nil Bleu
SD|Ed Damer|River Nile State|en=River Nile state|en=Nile River State|fr=État du Nil
SD|Dongola|Northern State|en=Northern state|fr=État du Nord
SD|Geneina|West Darfur|en=Western Darfur|fr=Darfour-Occidental|fr=Darfour occidental|fr=Darfour de l'Ouest|fr=Darfour-Ouest|es=Darfur Occidental|ru=Западный Дарфур
SD|Nyala|South Darfur|en=Southern Darfur|fr=Darfour-Sud|fr=Darfour du Sud|es=Darfur del Sur|ru=Южный Дарфур
SD|El Fasher|North Darfur|en=Northern Darfur|fr=Darfour-Nord|fr=Darfour du Nord|fr=Darfour septentrional|es=Darfur del Norte|ru=Северный Дарфур
SD|El Daein|East Darfur|fr=Darfour-Oriental|fr=Darfour oriental|fr=Darfour de l'Est|es=Darfur Oriental|ru=Восточный Дарфур
SD|Zalingei|Central Darfur|fr=Darfour-Central|fr=Darfour central|es=Darfur Central|ru=Центральный Дарфур
SD|Kadugli|South Kordofan|en=Southern Kordofan|fr=Kordofan-Sud|fr=Kordofan du Sud|fr=Kordofan méridional|es=Kordofán del Sur|ru=Южный Кордофан
SD|Al Fulah|West Kordofan|en=Western Kordofan|fr=Kordofan-Ouest|fr=Kordofan de l'Ouest|fr=Kordofan occidental|es=Kordofán Occidental|ru=Западный Кордофан
SD|El Obeid|Kordofan|ru=Кордофан
SD|Kadugli|Nuba Mountains|fr=monts Nouba|fr=Monts Nouba|es=montes Nuba|ru=Нубийские горы
SS|Malakal|Upper Nile State|en=Upper Nile state|fr=État du Haut-Nil|fr=Haut-Nil
SS|Bor|Jonglei State|en=Jonglei state|fr=État de Jonglei
SS|Bentiu|Unity state|en=Unity State|fr=État d'Unité
SS|Kuajok|Warrap State|Warrap|en=Warrap state|fr=État de Warrap
SS|Aweil|Northern Bahr el Ghazal|en=Northern Bahr-el-Ghazal|fr=Bahr el-Ghazal du Nord
SS|Wau|Western Bahr el Ghazal|en=Western Bahr-el-Ghazal|fr=Bahr el-Ghazal occidental
SS|Rumbek|Lakes State|en=Lakes state|fr=État des Lacs
SS|Yambio|Western Equatoria|en=Western Equatoria State|fr=Équatoria-Occidental|fr=Équatoria occidental
SS|Juba|Central Equatoria|en=Central Equatoria State|fr=Équatoria-Central|fr=Équatoria central
SS|Torit|Eastern Equatoria|en=Eastern Equatoria State|fr=Équatoria-Oriental|fr=Équatoria oriental
CD|Goma|North Kivu province|fr=province du Nord-Kivu
CD|Bukavu|South Kivu province|fr=province du Sud-Kivu
CD|Bunia|Ituri province|fr=province de l'Ituri
CD|Kindu|Maniema|ru=Маньема
CD|Kisangani|Tshopo|ru=Чопо
CD|Isiro|Haut-Uele|en=Haut-Uélé|fr=Haut-Uélé
CD|Buta|Bas-Uele|fr=Bas-Uélé
CD|Lubumbashi|Haut-Katanga|en=Upper Katanga
CD|Lubumbashi|Katanga|ru=Катанга
CD|Kolwezi|Lualaba
CD|Kamina|Haut-Lomami
CD|Tshikapa|Kasai province|fr=province du Kasaï|fr=Kasaï|en=Kasai|ru=Касаи
CD|Kananga|Kasai-Central|fr=Kasaï-Central|en=Central Kasai
CD|Mbuji-Mayi|Kasai-Oriental|fr=Kasaï-Oriental
CD|Bandundu|Mai-Ndombe|fr=Maï-Ndombe
CD|Matadi|Kongo Central|fr=Kongo-Central
CD|Kenge|Kwango
CD|Kikwit|Kwilu
ET|Mekele|Tigray region|en=Tigray Region|fr=région du Tigré|fr=Tigré
ET|Bahir Dar|Amhara region|en=Amhara Region|fr=région de l'Amhara|fr=région d'Amhara
ET|Semera|Afar Region|en=Afar region|fr=région de l'Afar
ET|Asosa|Benishangul-Gumuz|fr=Benishangul-Gumuz|fr=Benichangoul-Goumouz|ru=Бенишангуль-Гумуз
ET|Gambela|Gambella region|en=Gambela region|en=Gambella|en=Gambela|fr=Gambela|fr=Gambella
ET|Jijiga|Somali region|en=Somali Region|en=Ogaden|fr=région Somali|fr=Ogaden|es=Ogadén|ru=Огаден
ET|Hawassa|Sidama
ET|Nek’emtē|Wollega|en=Welega|en=Wellega
SO|Gaalkacyo|Mudug|ru=Мудуг
SO|Dhuusamarreeb|Galmudug|en=Galgaduud|en=Galguduud|ru=Галмудуг
SO|Beledweyne|Hiran|en=Hiiraan|en=Hiran region|fr=Hiraan|ru=Хиран
SO|Jawhar|Middle Shabelle|fr=Moyen-Shabelle|fr=Moyen-Chébéli|ru=Средняя Шабелле
SO|Marka|Lower Shabelle|fr=Bas-Shabelle|fr=Bas-Chébéli|ru=Нижняя Шабелле
SO|Kismayo|Lower Juba|en=Lower Jubba|fr=Bas-Juba|fr=Bas-Jubba
SO|Baidoa|Bay region|fr=région de Bay
SO|Hudur|Bakool|fr=Bakool
SO|Garoowe|Gedo|ru=Гедо
SO|Bosaso|Bari region|fr=région de Bari
SO|Laascaanood|Sool region|en=Sool|fr=région de Sool
YE|Sanaa|Sanaa governorate|en=Sanaa province|en=Sana'a governorate|fr=gouvernorat de Sanaa|fr=province de Sanaa
YE|Ma'rib|Marib governorate|en=Marib province|en=Ma'rib governorate|fr=gouvernorat de Marib|fr=province de Marib|ru=провинция Мариб
YE|Taiz|Taiz governorate|en=Taiz province|fr=gouvernorat de Taëz|fr=province de Taëz
YE|Al Hudaydah|Hodeidah governorate|en=Hodeida province|en=Hodeidah province|en=Hudaydah|fr=gouvernorat de Hodeida|fr=province de Hodeida|ru=провинция Ходейда
YE|Sa'dah|Saada governorate|en=Saada province|en=Saada|en=Sa'ada|fr=gouvernorat de Saada|fr=province de Saada|fr=Saada|ru=Саада
YE|Hajjah|Hajjah governorate|en=Hajjah province|en=Hajja province|fr=gouvernorat de Hajja|fr=province de Hajja
YE|Al Bayda|Al-Bayda governorate|en=Bayda province|en=Al Bayda province|en=al-Bayda|fr=gouvernorat d'al-Bayda|fr=province de Bayda
YE|Zinjibar|Abyan|fr=Abyane|ru=Абьян
YE|Lahij|Lahij|en=Lahj|fr=Lahj|ru=Лахдж
YE|Dhale|Dhale|en=Dhalea|en=Al-Dhale|en=ad-Dali|fr=Daleh|ru=Эд-Дали
YE|Ataq|Shabwa|en=Shabwah|fr=Chabwa|fr=Chaboua|ru=Шабва
YE|Mukalla|Hadramawt|en=Hadhramaut|en=Hadramout|en=Hadhramout|fr=Hadramaout|fr=Hadramawt|es=Hadramaut|ru=Хадрамаут
YE|Al Ghaydah|Mahra|en=al-Mahra|en=Al-Mahrah|fr=Mahra|ru=Махра
YE|Ibb|Ibb governorate|en=Ibb province|fr=gouvernorat d'Ibb
YE|Dhamar|Dhamar|fr=Dhamar|ru=Дамар
YE|Amran|Amran governorate|en=Amran province|fr=gouvernorat d'Amran
YE|Al Hazm|Al-Jawf|en=Jawf province|en=al-Jawf province|fr=Al-Jawf|fr=province d'al-Jawf|ru=Эль-Джауф
SY|Idlib|Idlib province|en=Idlib governorate|en=Idlib region|fr=province d'Idleb|fr=province d'Idlib|fr=région d'Idleb|es=provincia de Idlib|ru=провинция Идлиб|ru=провинции Идлиб
SY|Aleppo|Aleppo province|en=Aleppo governorate|fr=province d'Alep|es=provincia de Alepo|ru=провинция Алеппо|ru=провинции Алеппо
SY|Hama|Hama province|en=Hama governorate|fr=province de Hama|ru=провинция Хама
SY|Homs|Homs province|en=Homs governorate|fr=province de Homs|ru=провинция Хомс
SY|Latakia|Latakia province|en=Latakia governorate|fr=province de Lattaquié|ru=провинция Латакия|ru=провинции Латакия
SY|Tartus|Tartus province|en=Tartous province|fr=province de Tartous
SY|Deir ez-Zor|Deir ez-Zor province|en=Deir Ezzor province|en=Deir al-Zor province|fr=province de Deir Ezzor|fr=province de Deir ez-Zor|ru=провинция Дейр-эз-Зор
SY|Raqqa|Raqqa province|en=Raqqa governorate|fr=province de Raqa|fr=province de Raqqa|ru=провинция Ракка
SY|Al Hasakah|Hasakeh province|en=Hasakah province|en=Hasaka province|en=Al-Hasakah governorate|fr=province de Hassaké|ru=провинция Хасака
SY|Dar'a|Daraa province|en=Deraa province|en=Daraa governorate|fr=province de Deraa|ru=провинция Дараа
SY|As-Suwayda|Sweida province|en=Suwayda province|en=As-Suwayda governorate|fr=province de Soueida|ru=провинция Сувейда
SY|Al Qunaytirah|Quneitra province|en=Quneitra governorate|fr=province de Quneitra
SY|Douma|Eastern Ghouta|en=eastern Ghouta|fr=Ghouta orientale|es=Guta Oriental|ru=Восточная Гута|ru=Восточной Гуте|ru=Восточной Гуты
SY|Damascus|Damascus countryside|en=Rif Dimashq|en=Damascus suburbs|fr=province de Damas|fr=région de Damas
LY|Misratah|Misrata district|fr=région de Misrata
LY|Az Zawiyah|Zawiya district|fr=région de Zaouïa
LY|Yafran|Nafusa Mountains|en=Nafusa mountains|fr=djebel Nafoussa|fr=monts Nefoussa
LY|Brak|Wadi al-Shatii|en=Wadi al-Shati
ML|Gao|Gao region|fr=région de Gao|es=región de Gao
ML|Kidal|Kidal region|fr=région de Kidal|es=región de Kidal
ML|Timbuktu|Timbuktu region|fr=région de Tombouctou|es=región de Tombuctú
ML|Mopti|Mopti region|fr=région de Mopti|es=región de Mopti
ML|Ménaka|Menaka region|fr=région de Ménaka
ML|Ségou|Segou region|fr=région de Ségou
ML|Sikasso|Sikasso region|fr=région de Sikasso
ML|Kayes|Kayes region|fr=région de Kayes
ML|Taoudenni|Taoudenni region|fr=région de Taoudénit
BF|Dori|Sahel region|fr=région du Sahel
BF|Fada N'gourma|Est region|fr=région de l'Est burkinabè
BF|Kaya|Centre-Nord region|fr=région du Centre-Nord
BF|Dédougou|Boucle du Mouhoun
BF|Djibo|Soum province|fr=province du Soum
NE|Tillabéri|Tillaberi|fr=Tillabéri|fr=région de Tillabéri|en=Tillaberi region
NE|Diffa|Diffa region|fr=région de Diffa
NE|Tahoua|Tahoua region|fr=région de Tahoua
NE|Agadez|Agadez region|fr=région d'Agadez
NE|Maradi|Maradi region|fr=région de Maradi
NG|Damaturu|Yobe State|Yobe|en=Yobe state|fr=État de Yobe
NG|Yola|Adamawa State|Adamawa|en=Adamawa state|fr=État d'Adamawa
NG|Gusau|Zamfara State|Zamfara|en=Zamfara state|fr=État de Zamfara
NG|Kaduna|Kaduna State|en=Kaduna state|fr=État de Kaduna
NG|Katsina|Katsina State|en=Katsina state|fr=État de Katsina
NG|Sokoto|Sokoto State|en=Sokoto state|fr=État de Sokoto
NG|Jos|Plateau State|en=Plateau state|fr=État du Plateau
NG|Makurdi|Benue State|Benue|en=Benue state|fr=État de Benue
NG|Minna|Niger State|en=Niger state|fr=État du Niger
NG|Birnin Kebbi|Kebbi State|en=Kebbi state|en=Kebbi|fr=État de Kebbi
NG|Maiduguri|Borno state|fr=État du Borno
CM|Maroua|Far North Region|en=Far North region|fr=région de l'Extrême-Nord|fr=Extrême-Nord camerounais
CM|Bamenda|Northwest Region|en=North-West region of Cameroon|en=Northwest region of Cameroon|fr=région du Nord-Ouest du Cameroun
CM|Buea|Southwest Region|en=South-West region of Cameroon|fr=région du Sud-Ouest du Cameroun
TD|Bol|Lac region|fr=province du Lac
TD|Abéché|Ouaddai|fr=Ouaddaï
TD|Faya-Largeau|Borkou
TD|Bardai|Tibesti|fr=Tibesti|ru=Тибести
CF|Bria|Haute-Kotto
CF|Bambari|Ouaka
CF|Obo|Haut-Mbomou
CF|Bangassou|Mbomou
CF|Birao|Vakaga
CF|Bouar|Nana-Mambéré
CF|Bossangoa|Ouham
CF|Paoua|Ouham-Pendé
MZ|Pemba|Cabo Delgado province|fr=province du Cabo Delgado|fr=province de Cabo Delgado|es=provincia de Cabo Delgado|ru=провинция Кабу-Делгаду
MZ|Nampula|Nampula province|fr=province de Nampula
MZ|Lichinga|Niassa|fr=Niassa
MM|Sittwe|Rakhine|en=Rakhine State|en=Rakhine state|fr=État Rakhine|fr=État de Rakhine|fr=Arakan
MM|Taunggyi|Shan State|en=Shan state|en=northern Shan State|en=southern Shan State|en=northern Shan state|fr=État Shan|fr=État shan|es=estado de Shan|ru=штат Шан
MM|Myitkyina|Kachin State|en=Kachin state|fr=État Kachin|fr=État kachin|es=estado de Kachin|ru=штат Качин
MM|Loikaw|Kayah State|en=Kayah state|en=Karenni State|en=Karenni state|fr=État Kayah|fr=État de Kayah|fr=État Karenni|ru=штат Кая
MM|Hpa-An|Kayin State|en=Karen State|en=Kayin state|en=Karen state|fr=État Karen|fr=État karen|fr=État Kayin|es=estado de Karen|ru=штат Карен
MM|Mawlamyine|Mon State|en=Mon state|fr=État Mon|ru=штат Мон
MM|Hakha|Chin State|en=Chin state|fr=État Chin|fr=État chin|es=estado de Chin|ru=штат Чин
MM|Sagaing|Sagaing Region|en=Sagaing region|fr=région de Sagaing|es=región de Sagaing|ru=Сагайн
MM|Magway|Magway Region|en=Magway region|fr=région de Magway
MM|Mandalay|Mandalay Region|en=Mandalay region|fr=région de Mandalay
MM|Bago|Bago Region|en=Bago region|fr=région de Bago
MM|Dawei|Tanintharyi|en=Tanintharyi Region|fr=Tanintharyi
MM|Pathein|Ayeyarwady Region|en=Ayeyarwady region|en=Irrawaddy region|fr=région de l'Ayeyarwady|fr=région de l'Irrawaddy
AF|Kabul|Kabul province|fr=province de Kaboul
AF|Kandahar|Kandahar province|fr=province de Kandahar
AF|Lashkar Gah|Helmand province|fr=province du Helmand|fr=province de Helmand
AF|Kunduz|Kunduz province|fr=province de Kunduz|fr=province de Kondoz
AF|Herat|Herat province|fr=province de Hérat
AF|Mazār-e Sharīf|Balkh|fr=Balkh|fr=province de Balkh|ru=Балх
AF|Ghazni|Ghazni province|fr=province de Ghazni
AF|Khost|Khost province|fr=province de Khost
AF|Jalalabad|Nangarhar province|fr=province de Nangarhar
AF|Faīẕābād|Badakhshan|fr=Badakhchan|fr=Badakhshan|ru=Бадахшан
AF|Farah|Farah province|fr=province de Farah
AF|Zaranj|Nimroz|fr=Nimroz
AF|Qala i Naw|Badghis|fr=Badghis|ru=Бадгис
AF|Maymana|Faryab|fr=Faryab|ru=Фарьяб
AF|Gardez|Paktia|fr=Paktia|ru=Пактия
AF|Pul-e Khumrī|Baghlan|fr=Baghlan|ru=Баглан
AF|Taloqan|Takhar|fr=Takhar|ru=Тахар
AF|Tarinkot|Uruzgan|fr=Uruzgan|fr=Oruzgan|ru=Урузган
AF|Qalat|Zabul|fr=Zaboul|ru=Забуль
PK|Karachi|Sindh|fr=Sind|ru=Синд
PK|Peshawar|Khyber-Pakhtunkhwa|en=KP province|fr=province de Khyber Pakhtunkhwa
PK|Quetta|Balochistan province|fr=province du Baloutchistan
PK|Lahore|Punjab|fr=Pendjab|es=Punyab|ru=Пенджаб
IN|Ludhiāna|Punjab|fr=Pendjab|es=Punyab|ru=Пенджаб
IN|Rāipur|Chhattisgarh|fr=Chhattisgarh|ru=Чхаттисгарх
IN|Guwahati|Assam|ru=Ассам
IN|Jaipur|Rajasthan|ru=Раджастхан
IN|Ahmedabad|Gujarat|fr=Gujarat|fr=Goudjerat|ru=Гуджарат
CO|Arauca|Arauca department|en=department of Arauca|fr=département d'Arauca|es=departamento de Arauca
CO|Popayán|Cauca|en=Cauca department|fr=département du Cauca|fr=Cauca|es=departamento del Cauca|ru=Каука
CO|Cali|Valle del Cauca|ru=Валье-дель-Каука
CO|Pasto|Nariño|en=Narino|en=Nariño department|fr=département de Nariño|es=departamento de Nariño|ru=Нариньо
CO|Mocoa|Putumayo|fr=Putumayo|fr=département du Putumayo|ru=Путумайо
CO|Florencia|Caquetá|en=Caqueta|en=Caquetá department|fr=Caqueta|fr=département du Caqueta|ru=Какета
CO|San José del Guaviare|Guaviare|fr=département du Guaviare|ru=Гуавьяре
CO|Villavicencio|Meta department|en=department of Meta|fr=département du Meta|es=departamento del Meta
CO|Cúcuta|Norte de Santander|en=North Santander|fr=Nord de Santander|fr=Norte de Santander|ru=Северный Сантандер
CO|Ocaña|Catatumbo|en=Catatumbo region|fr=Catatumbo|fr=région du Catatumbo|es=Catatumbo|ru=Кататумбо
CO|Quibdó|Chocó|en=Choco department|en=Chocó department|fr=Choco colombien|fr=département du Choco|es=departamento del Chocó|ru=Чоко
CO|Medellín|Antioquia|fr=département d'Antioquia|ru=Антьокия
CO|Bucaramanga|Santander department|es=departamento de Santander
CO|Montería|Córdoba department|es=departamento de Córdoba
CO|Riohacha|La Guajira|fr=La Guajira|es=La Guajira
HT|Gonaïves|Artibonite|fr=département de l'Artibonite|ru=Артибонит
UA|Sumy|Sumy region|en=Sumy oblast|fr=région de Soumy|es=región de Sumy|ru=Сумская область|ru=Сумской области
UA|Chernihiv|Chernihiv region|en=Chernihiv oblast|fr=région de Tchernihiv|es=región de Chernígov|ru=Черниговская область|ru=Черниговской области
UA|Kyiv|Kyiv region|en=Kiev region|en=Kyiv oblast|fr=région de Kiev|fr=région de Kyïv|es=región de Kiev|ru=Киевская область|ru=Киевской области
UA|Dnipro|Dnipropetrovsk region|en=Dnipropetrovsk oblast|fr=région de Dnipropetrovsk|es=región de Dnipropetrovsk|ru=Днепропетровская область|ru=Днепропетровской области
UA|Mykolaiv|Mykolaiv region|en=Mykolaiv oblast|fr=région de Mykolaïv|es=región de Mykolaiv|ru=Николаевская область|ru=Николаевской области
UA|Odesa|Odesa region|en=Odessa region|en=Odesa oblast|fr=région d'Odessa|es=región de Odesa|ru=Одесская область|ru=Одесской области
UA|Poltava|Poltava region|en=Poltava oblast|fr=région de Poltava|ru=Полтавская область|ru=Полтавской области
UA|Kharkiv|Kharkiv oblast|fr=oblast de Kharkiv
UA|Zaporizhzhya|Zaporizhzhia oblast|en=Zaporizhia region|fr=oblast de Zaporijjia
UA|Kherson|Kherson oblast|fr=oblast de Kherson
UA|Lviv|Lviv region|en=Lviv oblast|fr=région de Lviv|ru=Львовская область|ru=Львовской области
RU|Belgorod|Belgorod region|en=Belgorod oblast|fr=région de Belgorod|es=región de Bélgorod|ru=Белгородская область|ru=Белгородской области
RU|Kursk|Kursk region|en=Kursk oblast|fr=région de Koursk|es=región de Kursk|ru=Курская область|ru=Курской области
RU|Bryansk|Bryansk region|en=Bryansk oblast|fr=région de Briansk|es=región de Briansk|ru=Брянская область|ru=Брянской области
RU|Rostov-na-Donu|Rostov region|en=Rostov oblast|fr=région de Rostov|es=región de Rostov|ru=Ростовская область|ru=Ростовской области
RU|Voronezh|Voronezh region|en=Voronezh oblast|fr=région de Voronej|ru=Воронежская область|ru=Воронежской области
RU|Krasnodar|Krasnodar region|en=Krasnodar Krai|fr=région de Krasnodar|ru=Краснодарский край|ru=Краснодарского края
RU|Groznyy|Chechnya|fr=Tchétchénie|es=Chechenia|ru=Чечня|ru=Чечне
RU|Makhachkala|Dagestan|fr=Daghestan|es=Daguestán|ru=Дагестан|ru=Дагестане
IQ|Mosul|Nineveh|en=Nineveh province|en=Ninewa|fr=province de Ninive|fr=Ninive|es=Nínive|ru=Найнава
IQ|Kirkuk|Kirkuk province|fr=province de Kirkouk
IQ|Ba‘qūbah|Diyala|en=Diyala province|fr=Diyala|fr=province de Diyala|ru=Дияла
IQ|Ramadi|Anbar|en=Anbar province|fr=Anbar|fr=province d'al-Anbar|ru=Анбар
IQ|Tikrit|Salahuddin province|en=Salaheddin province|en=Salah al-Din province|fr=province de Salaheddine
IQ|Erbil|Iraqi Kurdistan|en=Kurdistan Region|en=Kurdistan region of Iraq|fr=Kurdistan irakien|fr=Kurdistan d'Irak|es=Kurdistán iraquí|ru=Иракский Курдистан
PH|Jolo|Sulu|fr=Sulu|ru=Сулу
PH|Marawi City|Lanao del Sur|ru=Южный Ланао
PH|Cotabato|Maguindanao|ru=Магинданао
PH|Davao|Mindanao|ru=Минданао
VE|San Cristóbal|Táchira|en=Tachira|fr=Tachira|ru=Тачира
VE|Maracaibo|Zulia|ru=Сулия
VE|Guasdualito|Apure|ru=Апуре
KE|Lamu|Lamu county|en=Lamu County|fr=comté de Lamu
KE|Garissa|Garissa county|en=Garissa County|fr=comté de Garissa
UG|Kasese|Kasese district|fr=district de Kasese
RW|Gisenyi|Rubavu|en=Rubavu district|fr=district de Rubavu
BI|Cibitoke|Cibitoke province|fr=province de Cibitoke
"""
