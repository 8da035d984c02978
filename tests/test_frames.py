"""What a claim measures, of whom, and what limits it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from discrepancy.adapters import TOOLBOX
from discrepancy.model import Claim, Document, Frame, Published
from discrepancy.reading import claims_of, frames_of, prepare
from discrepancy.report.claims import claim_record
from discrepancy.tables import shipped

READING = prepare(shipped(), TOOLBOX)


def frames(text: str) -> dict[str, Frame]:
    claims = [one for one in claims_of(Document("d", "Gazette", text), READING) if isinstance(one, Claim)]
    return {claim.literal: frame for claim, frame in zip(claims, frames_of(claims, READING), strict=True)}


@pytest.mark.parametrize(
    ("text", "literal", "qualifier"),
    [
        ("The bridge cost $5 million in 1980 dollars.", "$5 million", "1980 prices"),
        ("The bridge cost $5 million in 1980.", "$5 million", None),
        ("The storm killed 12 people, including three children.", "three children", "child include"),
        ("The storm killed two foreign sailors.", "two foreign sailors", "foreign"),
        ("The storm hurt two other sailors.", "two other sailors", "other"),
        ("Since the storm another 1,900 people have died in the war.", "1,900 people", "other"),
        ("Core inflation was 3.7% in October.", "3.7%", "core"),
        ("The rower took silver in 52.18 in the final.", "52.18", "placing"),
        ("Her 40 wins include nine abroad.", "40 wins", None),
        ("Her throws, nearly always over 40 mph, were fast.", "over 40 mph", "habit"),
        ("Another judge ruled on 4 May 2021 that it was legal.", "4 May 2021", "other"),
        ("A judge ruled on 4 May 2021 that it was legal.", "4 May 2021", None),
        ("In the attack 14 people died, including three gunmen.", "14 people", "attacker"),
        ("In the attack 14 people died, not including the gunman.", "14 people", None),
    ],
)
def test_a_figure_knows_what_limits_it(text: str, literal: str, qualifier: str | None) -> None:
    assert frames(text)[literal].scope.qualifier == qualifier


@pytest.mark.parametrize(
    ("text", "literal", "time", "place"),
    [
        ("In 2023 the firm made a profit of $41 million.", "$41 million", "2023", None),
        ("The firm sold 900 boats in Port Grey.", "900 boats", None, "Port Grey"),
        ("The firm sold 900 boats in May.", "900 boats", None, None),
        ("The firm sold 900 boats.", "900 boats", None, None),
    ],
)
def test_a_figure_knows_of_which_year_and_place_it_is(
    text: str, literal: str, time: str | None, place: str | None
) -> None:
    scope = frames(text)[literal].scope
    assert (scope.time, scope.place) == (time, place)


@pytest.mark.parametrize(
    ("text", "literal", "measure"),
    [
        ("The storm killed at least three people and injured 16.", "16", "injuries"),
        ("In the storm 19 were killed.", "19", "deaths"),
        ("The search ended, leaving a final count of 47 dead and seven missing.", "47", "deaths"),
        ("At least six are missing, and nine people were taken to hospital.", "At least six", "missing"),
        ("The toll went up to 18 on Wednesday.", "18", "deaths"),
        ("Eleven of the dead were children.", "Eleven of the", "deaths"),
        ("The number of cases is 2,274, of which 364 have recovered.", "2,274", "cases"),
        ("At least 36 people were killed, among them nine children.", "nine children", "deaths"),
        ("Some 28 people, 19 of them firefighters, were treated.", "19", "treated"),
        ("There have been 63 confirmed cases, up 18 in a week.", "18", "change in number"),
        ("The council wants to lift the retirement age from 66 to 68.", "66", "retirement age"),
        ("All 12 sailors escaped unharmed.", "unharmed", "injuries"),
        ("Worst blaze in decades: 58 killed, and 52 injured.", "58", "deaths"),
        ("Worst blaze in decades: 58 killed, and 52 injured.", "52", "injuries"),
        ("Seven dead, 50 injured in the harbour.", "50", "injuries"),
        ("The collapse left 12 more trapped.", "12", "trapped"),
        ("As many as 90 people are believed to have been hurt.", "As many as 90 people", "injuries"),
        ("Nine miners are feared dead.", "Nine miners", "deaths"),
        ("Two climbers are thought to have died.", "Two climbers", "deaths"),
        ("The flood claimed at least 36 lives.", "at least 36 lives", "deaths"),
        ("The number of deaths topped 700.", "topped 700", "deaths"),
        ("Rebels shot 40 people, nine of whom died.", "40 people", "shot"),
        ("The ferry carried eight crewmembers and 130 passengers.", "eight crewmembers", "crew"),
        ("The ferry carried eight crewmembers and 130 passengers.", "130 passengers", "passengers"),
        ("The town surpassed 3,000 cases.", "surpassed 3,000 cases", "cases"),
        ("Three gunmen killed the guard.", "Three gunmen", "attackers"),
        ("The raiders seized 60 girls from a school.", "60 girls", "children"),
        ("Some 60 girls were taken from a school.", "Some 60 girls", "abducted"),
        ("The 40 girls kidnapped by the raiders are at home.", "40 girls", "abducted"),
        ("The 40 girls who are still held by the raiders.", "40 girls", "detentions"),
        ("At least 64 people are being held.", "At least 64 people", "detentions"),
        ("The raiders freed 21 pupils.", "21 pupils", "freed"),
        ("Four detained leaders were released.", "Four", "freed"),
        ("Three people were killed and about 100 injured.", "about 100", "injuries"),
        ("Some 197 girls remain captives of the rebels.", "Some 197 girls", "hostages"),
        ("The 197 girls who remain in captivity are pupils.", "197 girls", "hostages"),
        ("Though 40 girls escaped, at least 276 remain missing.", "at least 276", "missing"),
        ("Nine sailors remain hospitalised.", "Nine sailors", "hospitalised"),
        ("Forty schools stay closed.", "Forty schools", "closures"),
        ("Six soldiers are prisoners of the rebels.", "Six soldiers", "prisoners"),
        ("Eleven are in a stable condition.", "Eleven", "hospitalised"),
        ("Forty people are under arrest.", "Forty people", "arrests"),
        ("The searches ended with 64 people being held and 118 put under house arrest.", "118", "house arrests"),
        ("The police confined 118 people to their homes.", "118 people", "house arrests"),
        ("The 300 pupils were herded onto lorries.", "300 pupils", "abducted"),
        ("The agency will launch two missions to the moon.", "two missions", "missions"),
        ("Troops captured 40 fighters.", "40 fighters", "captured"),
        ("Troops captured 40 villages.", "40 villages", "captured places"),
        ("Seven people were in critical condition, down from 14 a day before.", "14", "serious injuries"),
        ("Leaders stepped down from two councils.", "two councils", None),
        ("The thieves stole personal data of up to 44 million Danes.", "up to 44 million Danes", "accounts affected"),
        ("The channel released three videos.", "three videos", None),
        ("All but three were carrying babies.", "three", None),
        ("Up to 8,000 residents may have been affected.", "Up to 8,000 residents", "affected people"),
        ("Three councils called on the mayor to resign.", "Three councils", None),
        ("The firm sent a four-page letter.", "four-page letter", "pages"),
        ("Two members of the crew were hurt.", "Two members", "injuries"),
        ("The raid ended in the arrest of 18 bakers.", "18 bakers", "arrests"),
        ("The mayor says so in one letter.", "one letter", "posts"),
        ("The goal of all three bakers is the same.", "three bakers", None),
        ("The fire claimed the lives of two bakers.", "two bakers", "deaths"),
        ("When four people died a mile away, he wept.", "four people", "deaths"),
        ("Nine crew members were detained.", "Nine crew members", "detentions"),
        ("Three men broke into the shop.", "Three men", "attackers"),
        ("Three windows broke in the storm.", "Three windows", None),
        ("The mill stands in a town of 900.", "900", "population"),
        ("The isle is home to 900 people.", "900 people", "population"),
        ("A grandmother of five left.", "five", "grandchildren"),
        ("The yard cut 900 jobs.", "900 jobs", "job cuts"),
        ("The ward saw 900 new cases.", "900 new cases", "infections"),
        ("The ward saw 900 cases of cholera.", "900 cases", "infections"),
        ("The ward saw 900 cholera cases.", "900 cholera cases", "infections"),
        ("The loss of 900 jobs hurt the town.", "900 jobs", "job cuts"),
        ("The yard has 900 jobs.", "900 jobs", "jobs"),
        ("They fired 60 rounds.", "60 rounds", "shots"),
        ("The talks took five rounds.", "five rounds", "rounds"),
        ("The arrest brings the number of arrests to twelve.", "twelve", "arrests"),
        ("Some 900 homes and shops were without power.", "Some 900 homes", "outages"),
        ("Twelve people fell, three of them badly hurt.", "three", "serious injuries"),
        ("The police recovered nine of the vases.", "nine of the vases", "items recovered"),
        ("The dead man was 67.", "67", None),
        ("The death toll is 67.", "67", "deaths"),
        ("The police recovered three bodies.", "three bodies", "bodies"),
    ],
)
def test_a_count_knows_what_it_counts(text: str, literal: str, measure: str | None) -> None:
    assert frames(text)[literal].attribute == measure


@pytest.mark.parametrize(
    ("text", "literal", "measure"),
    [
        ("The train was estimated to be going 59 mph.", "59 mph", "speed"),
        ("The lorry was moving at 20 to 25 mph.", "20 to 25 mph", "speed"),
        ("The rocket can fly between 300 and 3,000 miles.", "300 and 3,000 miles", "range"),
        ("The rocket is capable of travelling 900 miles.", "900 miles", "range"),
        ("They walked 300 miles.", "300 miles", "distance travelled"),
        ("The rocket can carry 60 tonnes into orbit.", "60 tonnes", "payload"),
        ("The storm did $2bn in damage.", "$2bn", "damage"),
        ("The deal, which amounts to $9bn, was signed.", "$9bn", "deal value"),
        ("The mill made an initial $9bn offer.", "$9bn", "offer"),
        ("The board turned down a $9bn takeover approach.", "$9bn", "offer"),
        ("They paid the guard $3,500.", "$3,500", "payment"),
        ("The bill cuts the tax rate from 35% to 21%.", "21%", "tax rate"),
    ],
)
def test_an_amount_knows_what_it_is_put_to(text: str, literal: str, measure: str) -> None:
    assert frames(text)[literal].attribute == measure


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("They fired a missile early on 4 May 2021.", "date of firing"),
        ("The mayor unveiled plans on 4 May 2021.", "date of announcement"),
        ("The summit took place on 4 May 2021.", "date of meeting"),
        ("The fire was brought under control on 4 May 2021.", "date of containment"),
        ("The trial was scheduled for 4 May 2021.", "date of trial"),
        ("The fault happened on 4 May 2021.", None),
        ("The protests that began on 4 May 2021 go on.", "start"),
        ("The miners struck a deal on 4 May 2021.", "date of agreement"),
        ("The mayor played a key role on 4 May 2021.", None),
        ("The teams played on 4 May 2021.", "date of match"),
        ("Robbers opened fire on 4 May 2021.", "date of attack"),
        ("The vote on 4 May 2021 was close.", "date of vote"),
        ("The board fired the editor on 4 May 2021.", "date of resignation"),
        ("A judge dismissed the lawsuit on 4 May 2021.", None),
        ("On 4 May 2021, more than 200 pupils were seized by the rebels.", "date of disappearance"),
        ("The girls were taken from their school on 4 May 2021.", "date of disappearance"),
        ("The painting was taken from the museum on 4 May 2021.", None),
        ("The police take a woman away on 4 May 2021.", None),
        ("The girls captured from a school on 4 May 2021 are free.", "date of disappearance"),
        ("The loss was told in a filing on 4 May 2021.", "date of announcement"),
        ("The mayor made the announcement on 4 May 2021.", "date of announcement"),
        ("In a tweet on 4 May 2021, he was rude.", "date of announcement"),
        ("The rule came into effect on 4 May 2021.", "effective date"),
        ("The court ruled on 4 May 2021 that it was legal.", "date of ruling"),
        ("She left in the final days of 2021.", "date of departure"),
        ("The zoo is shut until May 2021.", "date of opening"),
        ("The zoo did not open until May 2021.", "date of opening"),
        ("The club signed a contract until June 2021.", "end"),
        ("The nurses walked out on 4 May 2021.", "date of strike"),
        ("The review boards were broken up in 2021.", None),
    ],
)
def test_a_date_knows_what_happened(text: str, measure: str | None) -> None:
    assert [frame.attribute for literal, frame in frames(text).items() if "2021" in literal] == [measure]


@pytest.mark.parametrize(
    ("text", "literal", "measure"),
    [
        ("The police stopped a 25-ton truck.", "25-ton", "weight"),
        ("A 19-tonne delivery lorry hit the barrier.", "19-tonne", "weight"),
        ("A 90,000-tonne tanker sank.", "90,000-tonne", "tonnage"),
        ("The lorry carried 25 tons of sand.", "25 tons", None),
        ("A 60-foot boat sank.", "60-foot", "length"),
        ("A 60-foot yacht sailed off.", "60-foot", "length"),
        ("A 60-foot rocket fell.", "60-foot", "height"),
        ("A 60-foot maze closed.", "60-foot", "size"),
        ("A 60-foot tower fell.", "60-foot", "height"),
        ("The 40-mile walk took a day.", "40-mile", "distance travelled"),
        ("The lab stands in a 41-acre maze.", "41-acre", "area"),
        ("She threw a 97-mph ball.", "97-mph", "speed"),
        ("The tram took the bend at 40 mph.", "40 mph", "speed"),
        ("He used a 9mm pistol.", "9mm", "calibre"),
        ("It set off a 90-kiloton hydrogen bomb.", "90-kiloton", "explosive yield"),
        ("The rocket flew 900 km (560 miles) high.", "900 km (560 miles)", "height"),
        ("The rocket flew 900 km high and travelled a distance of 300 km.", "300 km", "distance travelled"),
        ("It flew only 998 horizontal miles.", "998 horizontal miles", "distance travelled"),
        ("The 101 metre (330 foot) long vessel left.", "101 metre (330 foot)", "length"),
        ("A video shows a fence eight feet tall.", "eight feet", "height"),
        ("The crater is 12 metres deep.", "12 metres", "depth"),
        ("The ice was 30 centimetres thick.", "30 centimetres", "width"),
        ("He stood 15 feet away from the car.", "15 feet", "distance"),
        ("People felt it 90 miles across the sea.", "90 miles", None),
        ("They live 90 miles down the road.", "90 miles", None),
        ("It flew over an island 90 miles away.", "90 miles", "distance"),
        ("It fell into the sea 1,180 km (735 miles) east of the cape.", "1,180 km (735 miles)", "distance"),
        ("The climber fell 24 metres.", "24 metres", "fall height"),
        ("Another 24 inches fell overnight.", "24 inches", "precipitation"),
        ("They passed a few miles above the Earth.", "a few miles", "altitude"),
        ("The pilot changed the altitude from 9,000 feet to 300 feet.", "300 feet", "altitude"),
        ("The charge pushed the firm from $2 billion in earnings to a loss.", "$2 billion", "profit"),
        ("Height: 70 metres Payload to orbit: 60,000kg.", "60,000kg", "payload"),
        ("The new rocket carries 60 tons into low orbit.", "60 tons", "payload"),
        ("The gun is accurate to within 25 feet.", "25 feet", "accuracy"),
        ("It raced by at 10 miles per second.", "10 miles per second", "speed"),
        ("The train left 10 minutes late.", "10 minutes", "delay"),
        ("His five-year-long captivity ended.", "five-year", "captivity"),
        ("Shares of the firm fell 3 percent to $40.", "3 percent", "share price change"),
        ("Sales fell 3 percent.", "3 percent", "change"),
        ("Wages rose 3 percent.", "3 percent", "pay rise"),
        ("The fund bought 20 percent of the firm.", "20 percent", "stake"),
        ("It seeks $13 billion in damages from its rival.", "$13 billion", "claim for damages"),
        ("The storm did $2 billion in damage.", "$2 billion", "damage"),
        ("He wrote a $3,500 check.", "$3,500", "payment"),
        ("During 11 hard years as prime minister, she changed a lot.", "11 hard years", "years in office"),
        ("He fell ill in his nearly three years in the navy.", "nearly three years", "working life"),
        ("The house held her in contempt for three days.", "three days", None),
        ("She spent three years in captivity.", "three years", "captivity"),
        ("He had held a licence for three years.", "three years", None),
        ("She declared two days of mourning.", "two days", "emergency length"),
        ("It had offered $30 a share.", "$30 a share", "offer per share"),
        ("The firm earned 41 cents per share.", "41 cents per share", "earnings per share"),
        ("Profit slid to $96 million, or 21 cents per share.", "$96 million", "profit"),
        ("Profit slid to $96 million, or 21 cents per share.", "21 cents per share", "earnings per share"),
        ("It offered $30 per share, or $9 billion in all.", "$9 billion", "offer"),
        ("The drive brings the total raised to $205 million.", "$205 million", "raised"),
        (
            "The forecast was cut to $9 million after the claim was reduced to $3 million.",
            "$3 million",
            "claim for damages",
        ),
        ("It flew at an altitude the firm puts at nine kilometres.", "nine kilometres", "altitude"),
        ("Sales of tea (down 31%) were weak.", "31%", "change"),
        ("Sales of tea (up 31%) were strong.", "31%", "change"),
        ("Tea makes up 31% of sales.", "31%", None),
        ("The shares closed 6.2% lower.", "6.2%", "share price change"),
        ("She holds 19% of the shares.", "19%", "stake"),
        ("The union wants 8 percent more pay.", "8 percent", "pay demand"),
        ("Sales fell to $9 million.", "$9 million", "revenue"),
        ("The river stood at nine metres.", "nine metres", "water level"),
        ("The town is eight kilometres from the border, and shells came down.", "eight kilometres", "distance"),
    ],
)
def test_an_amount_knows_what_it_is_the_measure_of(text: str, literal: str, measure: str | None) -> None:
    assert frames(text)[literal].attribute == measure


@pytest.mark.parametrize(
    ("text", "literal", "noun"),
    [
        ("Dozens of sailors were hurt.", "Dozens of sailors", "sailor"),
        ("The fire hurt millions of bees.", "millions of bees", "bee"),
        ("Two of the sailors were hurt.", "Two of the sailors", "sailor"),
        ("Twelve people were hurt, officials said, three of them bakers.", "three", "baker"),
        ("A grandmother of five left.", "five", "grandchild"),
        ("Several states joined.", "Several states", "state"),
    ],
)
def test_a_count_of_many_counts_what_they_are(text: str, literal: str, noun: str) -> None:
    assert frames(text)[literal].noun == noun


def test_a_share_is_one_of_what_it_is_a_part_of() -> None:
    assert frames("Some 96% of results are old.")["Some 96%"].noun == "result"
    assert frames("Power is back for about 30 percent of the island.")["about 30 percent"].noun == "island"
    assert frames("Sales rose by 12 percent.")["12 percent"].noun is None


def test_the_verbs_of_one_measure_are_one_with_their_particles() -> None:
    assert frames("The plane took off on 4 May 2021.")["4 May 2021"].event == "depart"
    assert frames("Some 60 girls were taken from a school.")["Some 60 girls"].event == "abduct"
    assert frames("The firm took a new name on 4 May 2021.")["4 May 2021"].event == "take"


def test_a_verb_in_a_noun_s_form_is_no_synonym_of_it() -> None:
    assert frames("Five ships came, according to two mayors.")["two mayors"].event == "accord"


@pytest.mark.parametrize(
    ("text", "literal", "qualifier"),
    [
        ("The storm hurt 12 sailors, three of them badly.", "three", "of them"),
        ("Two of the eight boats sank.", "Two", "of 8"),
        ("The bridge cost $5 million in 1980 dollars.", "$5 million", "1980 prices"),
        ("The storm hurt two other sailors.", "two other sailors", "other"),
        ("The storm hurt two sailors.", "two sailors", None),
    ],
)
def test_a_claim_tells_scripts_what_limits_it(text: str, literal: str, qualifier: str | None) -> None:
    document = Document("d", "Gazette", text)
    told = [one for one in claims_of(document, READING) if isinstance(one, Claim)]
    claims = [replace(one, frame=frame) for one, frame in zip(told, frames_of(told, READING), strict=True)]
    records = [claim_record(claim) for claim in claims]

    assert next(one for one in records if one["literal"] == literal)["scope"]["qualifier"] == qualifier


@pytest.mark.parametrize(
    ("text", "literal", "owner"),
    [
        ("Brown was last seen on 22 August, when she was 21.", "21", "brown"),
        ("Ann Brown vanished on 22 August, a friend said. She was 21.", "21", "ann brown"),
        ("Hide Caption 5 of 30 Photos. She was 21.", "21", None),
        ("Ann Brown vanished. A neighbour told police. She was 21.", "21", None),
        ("Mark Lund, who was 33, left.", "33", "mark lund"),
        ("Ann Brown jailed the 63-year-old baker.", "63-year-old", "baker"),
        ("A baker in his thirties left.", "thirties", "baker"),
        ("Officials put Ann Brown's age at 52.", "52", "ann brown"),
        ("Brown's age of 52 was told.", "52", "brown"),
        ("Anna Berg and Lars Dahl, ages 14 and 16, were found.", "14", "anna berg"),
        ("They held Lars Dahl, 52, and his two brothers, aged 50 and 54.", "54", None),
        ("Anna Berg and Lars Dahl, ages 14 and 16, were found.", "16", "lars dahl"),
    ],
)
def test_an_age_knows_its_owner(text: str, literal: str, owner: str | None) -> None:
    assert frames(text)[literal].noun == owner


@pytest.mark.parametrize(
    ("text", "literal", "modality"),
    [
        ("The board rejected the firm's $9 billion offer.", "$9 billion", "asserted"),
        ("He dismissed reports of nine dead.", "nine", "denied"),
        ("The firm made an initial $9 billion offer to the board.", "$9 billion", "asserted"),
        ("The firm plans to cut 500 jobs.", "500 jobs", "forecast"),
        ("Analysts expect sales of $4 billion after profits rose 3%.", "$4 billion", "forecast"),
        ("The firm, which made $3 billion, plans to grow.", "$3 billion", "asserted"),
        ("It plans to grow, since profits rose 3%.", "3%", "asserted"),
        ("Forty analysts expect a fall.", "Forty analysts", "asserted"),
        ("The state takes 90 percent of the exports, but it fears a collapse.", "90 percent", "asserted"),
        ("Some 300 jobs are likely to go.", "Some 300 jobs", "forecast"),
        ("With its debts, the deal would be worth $9 billion.", "$9 billion", "asserted"),
        ("If it were built, the bridge would cost $40 million.", "$40 million", "hypothetical"),
        ("The bridge would have cost $40 million.", "$40 million", "hypothetical"),
        ("The strike would idle 300 miners.", "300 miners", "hypothetical"),
        ("The firm said it would cut 500 jobs.", "500 jobs", "forecast"),
        ("The firm said it would cut 500 jobs if sales fell.", "500 jobs", "hypothetical"),
        ("Anna Berg, 41, will not come back.", "41", "asserted"),
        ("Anna Berg, who is 41, is now likely to lead the board.", "41", "asserted"),
        ("The guard, aged 58, has not been able to work.", "58", "asserted"),
        ("The bill proposes that all guards retire at age 58.", "58", "forecast"),
    ],
)
def test_a_figure_knows_how_it_is_put_forward(text: str, literal: str, modality: str) -> None:
    assert frames(text)[literal].modality == modality


def test_the_parse_finds_the_measure_of_nearly_all_examples() -> None:
    published = Published(datetime(2024, 5, 15, tzinfo=UTC), "day")
    examples = [pair for row in shipped().frames.attributes for pair in row.examples.items()]
    texts = [Document(str(at), "Gazette", f"{text[0].upper()}{text[1:]}.", published=published)
             for at, (text, _) in enumerate(examples)]  # fmt: skip
    claims = [one for text in texts for one in claims_of(text, READING) if isinstance(one, Claim)]
    found = {
        (claim.document.id, frame.attribute) for claim, frame in zip(claims, frames_of(claims, READING), strict=True)
    }
    missed = [text for at, (text, name) in enumerate(examples) if (str(at), name) not in found]

    assert len(missed) <= 0.06 * len(examples), missed


def test_a_people_is_named_by_its_adjective() -> None:
    assert {"canada", "norway"} <= frames("The Canadian navy found 12 boats off Norway.")["12 boats"].names
    assert {"costa", "rican"} <= frames("The Costa Rican navy found 12 boats.")["12 boats"].names
    assert "angry" not in frames("Angry sailors found 12 boats.")["12 boats"].names
