"""Forty works to cite, one for each shape in which country pages name their sources."""

from __future__ import annotations

from sourcebook.model import Visit, Work
from sourcebook.publish.cite import Cited

WAYBACK = "https://web.archive.org/web/20110904000000/http://minsk.example/tip.html"


def cited(*visits, title, **fields):
    return Cited(
        work=Work(title=title, **fields), visits=tuple(v if isinstance(v, Visit) else looked(v) for v in visits)
    )


def looked(when, outcome="unknown", address=None):
    return Visit(when=when, outcome=outcome, address=address)


WORKS = {
    "a person on a site": cited(
        "2011-01-22",
        title="Bosnia: The United Nations, human trafficking and prostitution",
        credit="Tony Robson, World Socialist Web Site, 21 August 2002",
        authors=("Tony Robson",),
        publisher="World Socialist Web Site",
        issued="2002-08-21",
        url="http://wsws.example/bosnia",
    ),
    "a person without a date": cited(
        "2021-01-20",
        title="Efforts To Eradicate Human Trafficking In Belarus",
        credit="Sean Kenney, Borgen Project",
        authors=("Sean Kenney",),
        publisher="Borgen Project",
        url="https://borgen.example/belarus",
    ),
    "a corporate author": cited(
        "2021-05-11",
        title="2020 Country Reports on Human Rights Practices: Belarus",
        credit="U.S. Dept of State Bureau of Democracy, Human Rights, and Labor, 30 March 2021",
        publisher="U.S. Dept of State Bureau of Democracy, Human Rights, and Labor",
        issued="2021-03-30",
        url="https://state.example/reports/belarus/",
    ),
    "three bodies in one": cited(
        *("2011-01-22", "2020-04-23"),
        title="Preventing, Fighting and Addressing the Social Consequences of Trafficking in Human Beings",
        credit="European Union, the United Nations Development Programme (UNDP) and UNICEF, 2009",
        publisher="European Union, the United Nations Development Programme (UNDP) and UNICEF",
        issued="2009",
        url="http://undp.example/projects/",
    ),
    "no address": cited(
        "2014-09-02",
        title="Government of Belarus shows political will and determination to counter human trafficking",
        credit="The National Legal Internet Portal of the Republic of Belarus, 07/19/2007",
        publisher="The National Legal Internet Portal of the Republic of Belarus",
        issued="2007-07-19",
    ),
    "an agency with a place": cited(
        *("2013-06-13", "2017-05-28"),
        title="500 human trafficking crimes exposed in Belarus this year [2006]",
        credit="ITAR-TASS News Agency of Russia, Minsk, 26/10/2006",
        publisher="ITAR-TASS News Agency of Russia",
        publisher_place="Minsk",
        issued="2006-10-26",
    ),
    "a signed article": cited(
        "2014-05-11",
        title="Housemaids come home with broken wrists",
        credit="Kepha Abungu, Nairobi Evening Clarion, 8 July 2011",
        authors=("Kepha Abungu",),
        publisher="Nairobi Evening Clarion",
        issued="2011-07-08",
        url="www.eveningclarion.example/news?id=3559&sec=2",
    ),
    "an unsigned article": cited(
        "2014-05-11",
        title="Police hold nine over boys bound for fishing camps",
        credit="Kisumu Evening Herald, 10/29/2010",
        publisher="Kisumu Evening Herald",
        issued="2010-10-29",
        url="http://herald.example/news?id=2207",
    ),
    "an unsigned article with a place": cited(
        "2011-09-04",
        title="Congress hears of children hired out as mourners in the squares of the capital",
        credit="Lima Daily, Lima, 08/21/2004",
        publisher="Lima Daily",
        publisher_place="Lima",
        issued="2004-08-21",
        url="http://lima.example/1",
    ),
    "an article without a date": cited(
        "2012-03-04",
        title="Market women say traders buy children",
        publisher="Pearl Weekly",
        url="http://pearl.example/2",
    ),
    "an article of a month": cited(
        "2012-03-05",
        title="Sisal estate fined over a locked gate",
        authors=("Akello Nabirye",),
        publisher="Mombasa Times",
        issued="2009-01",
        url="http://mombasa.example/3",
    ),
    "an article of a season": cited(
        "2012-03-05", title="The long walk home", authors=("Ada Obi",), publisher="Delta Post", issued="2008-23"
    ),
    "a magazine": cited(
        "2021-01-20",
        title="Casino Town Has Its Own Clock and Its Own Law",
        authors=("Suda Prachan",),
        publisher="Golden Bend Magazine",
        issued="2018-08-02",
        url="http://bend.example/casino",
    ),
    "a press release": cited(
        "2011-09-04",
        title="Action to End Modern-day Slavery - 2004 TIP Release Press Statement",
        credit="Embassy of the United States of America, Minsk, Belarus, June 14, 2004",
        publisher="Embassy of the United States of America",
        publisher_place="Minsk, Belarus",
        issued="2004-06-14",
        url="http://minsk.example/tip.html",
    ),
    "an archived copy": cited(
        looked("2005-06-01", "read"),
        looked("2011-09-04", "archived_elsewhere", WAYBACK),
        looked("2020-01-01", "gone"),
        title="Human Rights in Belarus",
        credit="Foreign Affairs, Canada, Updated 2004-03-24",
        publisher="Foreign Affairs, Canada",
        issued="2004-03-24",
        url="http://minsk.example/tip.html",
    ),
    "an archived article": cited(
        looked("2012-01-01", "archived_elsewhere", "https://perma.cc/AB12-CD34"),
        title="Boys found in brick kilns",
        authors=("Dilip Rai",),
        publisher="Everest Chronicle",
        issued="2005-04-06",
        url="http://everest.example/old",
    ),
    "a moved page": cited(
        looked("2010-01-01", "read"),
        looked("2019-08-25", "moved", "https://new.example/rough-trade"),
        title="Rough trade on the northern corridor",
        publisher="Transit Towns Research Group",
        issued="2012-03",
        url="http://old.example/rough-trade",
    ),
    "a report as PDF": cited(
        "2013-01-22",
        title="The Peonage of the Timber Rivers",
        publisher="Centre for Forest Labour",
        publisher_place="Pucallpa",
        issued="2005-09",
        format_noted="PDF",
        url="http://forest.example/peonage.pdf",
    ),
    "a report of some days": cited(
        *("2011-09-24", "2016-08-06"),
        title="Information About Street Children - Ghana",
        publisher="Forum on Homeless Youth for West Africa",
        publisher_place="Bamako",
        issued="2003-02-10/2003-02-12",
        format_noted="DOC",
        url="http://forum.example/ghana.doc",
    ),
    "a report without a date": cited(
        "2009",
        title="The Protection Project - Belarus",
        publisher="The Paul H. Nitze School of Advanced International Studies (SAIS), The Johns Hopkins University",
        format_noted="DOC",
        url="http://protection.example/belarus.doc",
    ),
    "a signed report": cited(
        "2016-02-03",
        title="Ties that bind: child labour in the carpet sector",
        authors=("Samuel Hall", "Ghafoor Sabory"),
        publisher="GoodWeave International",
        publisher_place="Kabul",
        issued="2014-06",
        format_noted="PDF",
        url="http://weave.example/ties.pdf",
    ),
    "an edition": cited(
        "2020-07-08",
        title="Freedom House Country Report",
        credit="2020 Edition",
        publisher="Freedom House",
        issued="2020",
        url="https://freedom.example/belarus/2020",
    ),
    "no author and no date": cited(title="Efforts of the Government of Belarus in fighting trafficking in persons"),
    "no author, a day of access": cited(
        "2009-06-15", title="Parliament Debates a Law on the Trade in People", url="http://codru.example/law"
    ),
    "no author, a year of access": cited("2010", title="Notes From a Shelter Without a Sign"),
    "no title": cited(
        "2012-05-06",
        title="",
        publisher="Office of the Rapporteur on Minors",
        issued="2008-05",
        url="http://rapporteur.example/",
    ),
    "a season": cited(
        "2009-06-15",
        title="Why They Go: A Village Essay",
        publisher="Institute for Orchard Economics",
        issued="2006-21",
        url="http://orchard.example/why",
    ),
    "a range of months": cited(
        "2012-12-01/2012-12-03",
        title="Raids along the border",
        publisher="Border Monitoring Group",
        issued="2012-02/2012-04",
        url="http://border.example/raids",
    ),
    "a range across years": cited(
        "2015-02",
        title="A winter in the transit camps",
        publisher="Camp Watch",
        issued="2013-12-30/2014-01-02",
        url="http://camp.example/winter",
    ),
    "about a year": cited(
        "2015-02-01",
        title="Letters from the mines",
        publisher="Mine Workers Union",
        issued="1998~",
        url="http://mine.example/letters",
    ),
    "two joined names": cited(
        "2017-01-18",
        title="Where the River Turns Brown: Girls, Gold and the Bars of the Upper Valley",
        authors=("Ramiro Cusihuallpa and Inés Totora",),
        publisher="La Pluma del Inca",
        issued="2016-11-18",
        url="http://pluma.example/especial/rio-marron",
    ),
    "three names": cited(
        "2018-01-18",
        title="Debt and distance",
        authors=("Kathy Gannon", "Omid Haleem", "Abdul Maqsod Azizi"),
        container="Kiln Papers",
        publisher="Brick Institute",
        issued="2017-12",
        url="http://kiln.example/debt",
    ),
    "eight names": cited(
        "2019-01-18",
        title="Counting the uncounted",
        authors=("Ana Ade", "Ben Bah", "Cy Coe", "Di Dou", "Ed Eze", "Flo Fay", "Gus Gow", "Hal Hue"),
        issued="2018-12-01",
        url="http://count.example/",
    ),
    "a book": cited(
        title="The Boys of the Lake Road",
        credit="Adapted from: K. Bonsu-Frempah, The Boys of the Lake Road, Lantern Press, 2005",
        authors=("K. Bonsu-Frempah",),
        publisher="Lantern Press",
        publisher_place="Accra",
        issued="2005",
    ),
    "a title before a name": cited(
        "2020-02-02",
        title="Human Trafficking & Modern-day Slavery - Belarus",
        authors=("Patt, Prof. Martin",),
        issued="2019-05-01",
        url="http://gvnet.example/humantrafficking/Belarus.htm",
    ),
    "a particle and a suffix": cited(
        "2020-02-02",
        title='Is anyone counting? The harvest\'s "guests"',
        authors=("Jean-Paul de la Cruz Jr.", "Aung"),
        container="Field notes",
        issued="2019-05-02",
        url="http://field.example/guests",
    ),
    "an entry of a reference work": cited(
        "2021-02-03",
        title="Belarus",
        publisher="Central Intelligence Agency",
        container="The World Factbook",
        issued="2021",
        url="https://factbook.example/belarus/",
    ),
    "an unsigned entry": cited(
        "2006-02-03",
        title="Moldova",
        container="Encyclopedia of the Steppe",
        issued="2005",
        url="https://steppe.example/moldova/",
    ),
    "another language": cited(
        "2016-02-03",
        title="Los niños del puerto: una historia de las cosas",
        publisher="Fundación del Puerto",
        issued="2015-08-02",
        language="es",
        url="http://puerto.example/",
    ),
    "capitals and quotes": cited(
        "2009-06-12",
        title="TRANSIT HOUSE 'OPENS' NEAR THE STATION – or does it?",
        publisher="Dniester Trust",
        issued="2003-04-12",
        url="http://dniester.example/transit",
    ),
}

# Works whose date is one of several: CSL cannot say this, so they are compared in another way.
UNSURE = {
    "an unsigned article of an unsure day": cited(
        "2011-01-22", title="Some 10,000 Belarusians victims of human trafficking annually",
        credit="Belarus News, 02/03/2004", publisher="Belarus News", issued="[2004-02-03,2004-03-02]",
        url="http://news.example/10000",
    ),
    "a page of an unsure day": cited(
        "2010-01-22", title="Ferrymen charged", publisher="River Council", issued="[2009-01-12,2009-12-01]",
        url="http://river.example/ferry",
    ),
    "a report of an unsure day": cited(
        "2010-01-23", title="A study of the orchard road", authors=("Vasile Morar",), publisher="Codru Institute",
        issued="[2003-04-12,2003-12-04]", format_noted="PDF", url="http://codru.example/study",
    ),
}  # fmt: skip
