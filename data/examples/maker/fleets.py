"""The invented fleets of the example group: what each school bought, and what is left of it at three moments.

Schools, names and pupil counts are real (DUO); every device here is invented, with models and prices of the time.

A line is one purchase: kind (* = for staff) | brand | model | bought | price in euros | updates until | places | and
for autumn 2016, autumn 2017 and spring 2018 what the school lists of it. "7 1r" is seven in use and one in repair;
s spare, r in repair, b broken, m missing, d disposed of but still listed, o ordered; "-" not there (yet or any more).
A purchase is as precise as the school knows it: a day, a month, a year, a school year, or "?".
"""

from typing import Final

DYNAMIEK: Final = """
00YG00 De Peelhorst
desk |HP     |Compaq 6200 Pro        |2011-08-29|395 |          |mediatheek, hal       |4    |4    |4
lap  |HP     |ProBook 450 G1         |2014-09-01|545 |          |groep 7, groep 8      |8    |8    |7 1b
tab  |Apple  |iPad Air               |2014-11-03|389 |          |groep 1/2, groep 3    |6    |6    |6
cb   |Acer   |Chromebook 11 C740     |2015-09-07|259 |          |kar 1                 |16   |15 1r|16
cb   |HP     |Chromebook 11 G5 EE    |2017-09-11|279 |          |groep 5, groep 6      |-    |7 1s |7 1s
cb   |HP     |Chromebook 11 G5 EE    |2018-03-05|282 |          |groep 4               |-    |-    |3

06UG00 De Driehoek
desk |Dell   |OptiPlex 390           |2011-11   |420 |          |gang                  |4    |3 1b |2
tab  |Apple  |iPad mini 2            |?         |    |          |groep 1/2/3           |4    |4    |4
cb   |Acer   |Chromebook C720        |2014-09   |229 |          |groep 6/7/8           |6    |6    |6
cb   |Lenovo |N22 Chromebook         |2017-02   |249 |          |groep 4/5             |-    |5    |5 1s
cb   |Lenovo |N23 Chromebook         |2018-02   |255 |          |groep 6/7/8           |-    |-    |3

03VB00 De Doolgaard
lap  |Lenovo |ThinkPad L430          |2013-02-11|515 |          |groep 7a, groep 7b    |8    |8    |8
lap  |HP     |ProBook 6560b          |2012-03-19|549 |          |groep 5a, groep 5b    |12 1b|10 1b|8 2d
tab  |Apple  |iPad 2                 |2012-10-08|399 |2016-09-30|groep 1/2a, groep 1/2b|10   |10   |10
desk |Lenovo |ThinkCentre M73        |2014-08-25|415 |          |computerlokaal        |12   |12   |12
cb   |Acer   |Chromebook C720        |2014-09-15|219 |2019-06-30|kar 1                 |20 1s|20 1r|19 2b
cb   |HP     |Chromebook 11 G3       |2015-09-14|245 |2020-06-30|kar 2                 |20   |20   |20 1m
cb   |HP     |Chromebook 11 G4       |2016-09-12|239 |2020-06-30|kar 3                 |20   |20 1r|20 1s
cb   |HP     |Chromebook 11 G5 EE    |2017-09-18|279 |2022-01-31|kar 4                 |-    |18   |18
cb   |HP     |Chromebook 11 G5 EE    |2018-02-26|282 |2022-01-31|groep 6a, groep 6b    |-    |-    |16

03QE00 De Klimboom
desk |Dell   |OptiPlex 380           |2010-09-20|430 |          |bibliotheek           |5    |3 2b |3
lap  |Acer   |TravelMate B113        |2013-09-16|399 |          |groep 7/8             |4    |4    |4
cb   |Dell   |Chromebook 11 3120     |2015-10-19|249 |          |groep 5/6, groep 7/8  |5    |5    |5 1r
cb   |Dell   |Chromebook 11 3180     |2017-06-19|269 |          |kar                   |-    |10   |10
cb   |Dell   |Chromebook 11 3180     |2018-03-13|269 |          |groep 3/4             |-    |-    |2

03QI00 Mariaschool
lap  |Toshiba|Satellite Pro C650     |2011-01-17|489 |          |groep 7/8             |4 1b |4    |4
tab  |Apple  |iPad Air               |2014-05-12|379 |          |groep 1/2, groep 3    |6    |6    |6 1m
cb   |ASUS   |Chromebook C202SA      |2016-09-05|259 |          |kar 1, groep 6        |10   |10 1r|10 1r
cb   |ASUS   |Chromebook C202SA      |2017-05-22|265 |          |groep 4, groep 5      |-    |12   |12
cb   |ASUS   |Chromebook C202SA      |2018-02-19|265 |          |groep 7/8             |-    |-    |2

12BH00 De Kroevert
desk |HP     |Compaq 6005 Pro        |2010/2011 |445 |          |hal                   |3    |3    |-
tab  |Samsung|Galaxy Tab 3 10.1      |2013/2014 |269 |          |groep 1/2             |5    |5    |-
cb   |Acer   |Chromebook 11 C740     |2015/2016 |255 |          |groep 6/7/8           |8    |8 1b |-
cb   |Acer   |Chromebook 11 N7       |2016/2017 |265 |          |groep 4/5             |-    |7    |-

03UY00 De Brink
desk |HP     |Compaq 6200 Pro        |2011-03-14|410 |          |leerplein             |4    |4    |4
lap  |Lenovo |ThinkPad Edge E531     |2013-09-16|479 |          |groep 7               |6    |6    |5 1r
tab  |Samsung|Galaxy Tab 4 10.1      |2014-10-06|249 |2019-03-31|groep 1/2, groep 3    |8    |8    |8
cb   |HP     |Chromebook 11 G3       |2015-06-22|249 |2020-06-30|groep 5, groep 6      |10 1b|10 1d|10
cb   |HP     |Chromebook 11 G5 EE    |2017-09-14|279 |2022-01-31|groep 7, groep 8      |-    |12 1s|12 1s
cb   |HP     |Chromebook 11 G5 EE    |2018-03-08|282 |2022-01-31|groep 4               |-    |-    |7

09MO00 De Kameleon
lap  |HP     |ProBook 4530s          |2011-09-05|569 |          |groep 6               |6    |6    |6
lap  |HP     |ProBook 450 G1         |2014-08-18|549 |          |groep 7, groep 8      |9    |8 1b |6 2b
tab  |Samsung|Galaxy Tab 4 10.1      |2014-09-22|245 |2019-03-31|groep 1/2a, groep 1/2b|12   |12   |12
cb   |Lenovo |N22 Chromebook         |2016-08-29|249 |2021-06-30|kar 1                 |10   |10   |10
cb   |Lenovo |N23 Chromebook         |2017-08-28|255 |2021-06-30|kar 2                 |-    |13 1r|13 1s
cb   |Lenovo |N23 Chromebook         |2018-02-12|255 |2021-06-30|groep 5               |-    |-    |8

03YW00 Onder De Linde
desk |Dell   |OptiPlex 390           |2011-06   |425 |          |mediatheek            |4    |4    |4
lap  |HP     |250 G2                 |2014-01   |385 |          |groep 8               |6 1b |6    |6
tab  |Samsung|Galaxy Tab 4 10.1      |2014-11   |249 |2019-03-31|groep 1/2             |8    |8 1m |8
cb   |Acer   |Chromebook 11 C740     |2015-08   |259 |          |groep 6/7             |8    |8    |8
cb   |Acer   |Chromebook 11 N7       |2017-09   |269 |          |groep 5               |-    |8 1s |8 1s
cb   |Acer   |Chromebook 11 N7       |2018-03   |272 |          |groep 4               |-    |-    |7

03QJ00 Megelsheim
lap  |HP     |ProBook 6560b          |2012-02-06|539 |          |lokaal 7              |7    |5    |5
tab  |Apple  |iPad 2                 |2013-10-14|379 |          |lokaal 1, lokaal 2    |5    |4    |4
lap  |Acer   |TravelMate B115        |2014-10-20|389 |          |lokaal 8              |6    |5 1b |5 1b
cb   |Acer   |Chromebook C740        |2015-09-21|255 |          |lokaal 4, lokaal 5    |15   |14 1r|15
cb   |HP     |Chromebook 11 G5 EE    |2017-08-30|279 |          |lokaal 6, lokaal 7    |-    |19 1s|18 2s

05GC00 De Schakel
lap  |Dell   |Latitude E5420         |2011-10   |595 |          |groep 7               |5    |4 1b |4
tab  |Apple  |iPad Air 2             |2015-03   |415 |          |groep 1/2             |6    |6    |6
cb   |HP     |Chromebook 11 G4       |2016-05   |239 |          |groep 8               |8    |8    |8 1r
cb   |Dell   |Chromebook 11 3180     |2017-09   |269 |          |groep 5/6             |-    |9    |9
cb   |Dell   |Chromebook 11 3180     |2018-02   |269 |          |groep 4               |-    |-    |3

03QF00 Sint Anna
desk |Lenovo |ThinkCentre M71e       |2011-05-23|435 |          |hal                   |3    |3    |-
tab  |Apple  |iPad mini              |2013-12-02|289 |          |groep 1/2/3           |4    |4    |-
cb   |Acer   |Chromebook C720        |2014-11-17|225 |          |groep 7/8             |4    |4 1b |-
cb   |Acer   |Chromebook 11 N7       |2017-04-10|265 |          |groep 5/6             |-    |4 1s |-

06OR00 De Bottel
lap  |HP     |ProBook 6560b          |2012-01   |545 |          |groep 8               |5    |5    |5
tab  |Apple  |iPad 2                 |2011-11   |479 |2016-09-30|groep 1/2             |6    |6    |6
tab  |Samsung|Galaxy Tab A 10.1      |2016-09   |229 |          |groep 3               |5    |5    |5
cb   |Dell   |Chromebook 11 3120     |2015-08   |249 |          |groep 6/7             |6 1r |6 1b |6
cb   |Dell   |Chromebook 11 3180     |2017-05   |269 |          |groep 5               |-    |6    |6
cb   |Dell   |Chromebook 11 3180     |2018-03   |269 |          |groep 4               |-    |-    |3

03UW00 Onder de Wieken
desk |HP     |Compaq 6200 Pro        |2011      |399 |          |hal                   |4    |4    |4
lap  |Lenovo |ThinkPad L440          |2014      |565 |          |groep 8               |4 1b |4    |4
cb   |ASUS   |Chromebook C201PA      |2015      |219 |          |groep 6/7             |6    |6    |6
cb   |ASUS   |Chromebook C202SA      |2017      |262 |          |groep 5               |-    |4    |4 1s
cb   |ASUS   |Chromebook C202SA      |2018      |262 |          |groep 4               |-    |-    |3

03UZ00 De Twister
tab  |Apple  |iPad 2                 |2012-09-10|399 |2016-09-30|groep 1/2, groep 3    |6    |6    |6
lap  |HP     |ProBook 450 G0         |2013-09-09|529 |          |groep 8               |7 1r |8    |8
tab  |Apple  |iPad Air               |2014-09-08|385 |          |groep 3, groep 4      |6    |6    |6
cb   |HP     |Chromebook 11 G4       |2016-08-29|239 |2020-06-30|groep 6, groep 7      |16   |16   |16
cb   |HP     |Chromebook 11 G5 EE    |2017-09-04|279 |2022-01-31|groep 5               |-    |6    |6
cb   |HP     |Chromebook 11 G5 EE    |2017-12-11|279 |2022-01-31|groep 5               |-    |-    |2

06MM00 Weisterbeek
lap  |HP     |ProBook 4530s          |2011-08-22|575 |          |groep 8a, groep 8b    |10   |8 2b |6
lap  |Lenovo |ThinkPad Edge E530     |2013-03-04|485 |          |groep 7a, groep 7b    |6    |6    |6
cb   |Samsung|Chromebook Series 5 550|2012-12-03|349 |2017-05-31|groep 5a, groep 5b    |8    |8    |8
tab  |Samsung|Galaxy Tab 4 10.1      |2014-10-13|249 |2019-03-31|groep 1/2a, groep 1/2c|10   |10   |10
cb   |Acer   |Chromebook 11 C740     |2015-09-28|259 |2020-06-30|groep 6a              |8    |8    |8 1m
cb   |HP     |Chromebook 11 G5 EE    |2017-08-28|279 |2022-01-31|kar 1                 |-    |18 1s|18 1r
cb   |HP     |Chromebook 11 G5 EE    |2018-03-01|282 |2022-01-31|kar 2                 |-    |-    |14

05EJ00 De Peddepoel
desk |Dell   |OptiPlex 390           |2011-09   |419 |          |leerplein             |5    |5    |5
tab  |Apple  |iPad 2                 |2012-11   |399 |2016-09-30|groep 1/2             |6    |6    |6
lap  |HP     |250 G3                 |2015-01   |395 |          |groep 8               |6    |6 1b |6
cb   |HP     |Chromebook 11 G3       |2015-09   |245 |          |groep 6/7             |8    |8    |8 1r
cb   |Lenovo |N23 Chromebook         |2017-09   |255 |          |groep 5               |-    |6    |6
cb   |Lenovo |N23 Chromebook         |2018-03   |255 |          |groep 4               |-    |-    |3

03VA00 De Wouter
desk |Fujitsu|Esprimo P2550          |2010-01   |449 |2017-04-11|groep 7, groep 8      |6    |6    |6
lap  |Toshiba|Satellite Pro C850     |2012-09   |465 |          |groep 8               |5 1b |5    |5
cb   |Acer   |Chromebook 11 C740     |2015-10   |255 |          |groep 7               |3    |3    |3
cb   |Acer   |Chromebook 11 N7       |2017-03   |265 |          |groep 5, groep 6      |-    |12 1r|12 1s
cb   |Acer   |Chromebook 11 N7       |2018-03   |269 |          |groep 4               |-    |-    |2

12KN00 De Horizon
lap  |HP     |ProBook 6560b          |2012-04   |549 |          |groep 7/8             |8    |8    |6 2d
tab  |Apple  |iPad 2                 |2012-05   |399 |2016-09-30|groep 1/2             |8    |8    |8
desk |Lenovo |ThinkCentre M73        |2014-09   |419 |          |leerplein             |5    |5 1b |5
cb   |Acer   |Chromebook C720        |2014-12   |225 |          |groep 6               |6    |6    |6
cb   |Acer   |Chromebook 11 N7       |2017-09   |269 |          |groep 5               |-    |6 1s |6 1s
cb   |Acer   |Chromebook 11 N7       |2018-02   |272 |          |groep 4               |-    |-    |6

11QL00 De Dobbelsteen
lap  |Acer   |TravelMate B113        |2013-04-08|405 |          |groep 7, groep 8      |6    |6    |5 1b
desk |HP     |Compaq 6200 Pro        |2011-10-10|399 |          |computerhoek          |8    |8    |4 4d
tab  |Apple  |iPad 2                 |2012-06-18|399 |2016-09-30|groep 1/2a, groep 1/2b|12   |12   |12
cb   |Dell   |Chromebook 11 3120     |2016-01-18|249 |          |groep 6               |10   |10   |10
cb   |Dell   |Chromebook 11 3180     |2017-10-02|269 |          |groep 8               |-    |4    |4 1s
cb   |Dell   |Chromebook 11 3180     |2018-03-19|269 |          |groep 7               |-    |-    |8
"""

# School and what counts in spring 2018; the fleets themselves follow from palettes in lighter.py.
SPOV: Final = """
00SQ00 SSBO Focus 36 | 03RV00 Eigenwijs 27 | 03VK00 De Hommel 70 | 05DW00 De Meent 45 | 06KC00 De Bongerd 26
06WF00 De Meulebeek 34 | 07DE00 De Lier 32 | 07DF00 St Oda 41 | 08MK00 De Krokodaris 33 | 10AG00 De Klimboom 38
10XR00 Sint Petrus Banden 75 | 11GX00 De Keg 52 | 11LM00 De Toverbal 20 | 11MO00 Coninxhof 29 | 21OZ00 De Kruudwis 45
"""
PRISMA: Final = """
02EG00 SBO De Fontein 12 | 03VD00 St Josephschool 36 | 03VE00 De Kemp 34 | 03VW00 De Merwijck 60
03VZ00 De Springplank 17 | 05BN00 De Horizon 30 | 06AN00 Nieuweschool 38 | 07CI00 Dr Poels 20 | 10KD00 De Pas 33
10ZW00 De Liaan 66 | 11XY00 De Groenling 40 | 12HF00 De Wissel 27
"""
