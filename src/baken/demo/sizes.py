"""Numbers that the annual report does not print: other years, the two cities, what later law brought.

Where a source is named the number is its own; the rest is ours, drawn through the known ones.

- trajectories of all agencies 2012-2017, first contracts 2023: policy letter 2018-2019, policy note 2024-2029
- AgII 2022-2026 (first contracts, MO courses, MO learners, running contracts): AgII annual reports 2022-2025,
  as compiled by Eberger01/wachtlijsten-vlaanderen (MIT)
- the year before and after: one line of thought each, beside the number
"""

FIRST_CONTRACTS = {
    2013: 12_000, 2014: 12_700,  # all agencies 17,262 a year on average in 2012-2014
    2020: 11_600, 2021: 13_100,  # corona: no signing for months, then by video
    2022: 14_526, 2023: 17_071, 2024: 16_522, 2025: 14_815, 2026: 14_300,
}  # fmt: skip
"""AgII, Brussels included."""

FIRST_CONTRACTS_CITIES = {
    2013: 5_300, 2014: 5_600, 2015: 5_940, 2016: 7_575, 2017: 6_297,  # all agencies less AgII
    2018: 6_350, 2019: 6_700, 2020: 4_700, 2021: 5_400, 2022: 6_900, 2023: 7_841, 2024: 7_500, 2025: 6_800,
    2026: 6_600,
}  # fmt: skip
"""Antwerp and Ghent together."""
CITY_SHARES = (0.71, 0.29)
"""Antwerp, Ghent: by inhabitants of foreign origin."""

INFLOW = {
    2013: 23_500, 2014: 25_000, 2020: 27_000, 2021: 33_000, 2022: 46_000, 2023: 41_000, 2024: 39_000, 2025: 36_500,
    2026: 35_500,
}  # fmt: skip
"""AgII without Brussels. 2022: people from Ukraine in, asylum applicants out."""

RUNNING = {
    2013: 11_800, 2014: 23_500, 2015: 24_600, 2016: 29_000, 2017: 29_400, 2018: 29_000, 2020: 27_900, 2021: 25_200,
    2022: 23_590,  # 23,333 running trajectories on 6 January 2023
    2023: 27_900, 2024: 31_350,  # 31,042 contracts on 20 February 2025
    2025: 31_200, 2026: 31_000,
}  # fmt: skip
"""AgII contracts running at the year's end. The first two years only build up the stock with which 2015 begins."""
RUNNING_PER_CONTRACT_CITIES = 1.55
"""Contracts running at the year's end for each first contract of the year, in the cities."""

MO_COURSES = {
    2013: 600, 2014: 650, 2020: 560, 2021: 730, 2022: 800, 2023: 880, 2024: 898, 2025: 929, 2026: 930,
}  # fmt: skip
MO_STARTERS = {
    2013: 9_700, 2014: 10_300, 2020: 7_400, 2021: 10_300, 2022: 11_300, 2023: 12_206, 2024: 13_163, 2025: 12_928,
    2026: 12_800,
}  # fmt: skip
MO_STARTERS_PER_CONTRACT_CITIES = 0.84
MO_PARTICIPATIONS_PER_STARTER = 1.05
"""As in 2019: 13,775 participations, 13,112 of them by people who never started before."""
MO_PARTICIPATIONS_PER_COURSE_CITIES = 15.5
CANCELLED_COURSES = 0.04

CERTIFICATES = {
    2013: 0, 2014: 900, 2020: 7_900, 2021: 9_300, 2022: 9_000, 2023: 8_900, 2024: 9_400, 2025: 10_500,
    2026: 10_600,
}  # fmt: skip
CERTIFICATES_PER_CONTRACT_CITIES = 0.64

DECISIONS = {
    2013: (0, 0, 0, 0, 0), 2014: (0, 0, 0, 0, 0), 2015: (80, 900, 0, 0, 10), 2016: (300, 1_500, 1_200, 500, 30),
    2020: (30, 40, 11_500, 4_300, 60), 2021: (10, 10, 13_900, 4_600, 70), 2022: (5, 5, 15_200, 4_700, 80),
    2023: (0, 0, 16_000, 4_900, 90), 2024: (0, 0, 17_000, 5_000, 90), 2025: (0, 0, 17_200, 4_900, 90),
    2026: (0, 0, 17_000, 4_800, 90),
}  # fmt: skip
"""Persons by last MO decision of the year: not fulfilled, fulfilled, passed, failed, not applicable. The decision by
result came with the decree of 29 February 2016; before that, regular attendance counted and was seldom written down."""

EFFORTS_DECLARED = {2022: 60, 2023: 240, 2024: 310, 2025: 350, 2026: 360}
"""Declarations of efforts, AgII (since 2022; published numbers not found)."""
INFRINGEMENTS = {2020: 420, 2021: 600, 2022: 720, 2023: 860, 2024: 900, 2025: 880, 2026: 880}
"""AgII without Brussels; all Flanders forwarded 1,175 in 2023 (policy note)."""

SECOND_CONTRACTS = 0.045
"""Further contracts of people whose first one ended, for each first contract of the year."""
SAME_YEAR_CITIES = 0.5
"""First contracts of people who came into sight in the same year: Brussels and the cities (Figuur 10 has neither)."""
REGISTRATIONS_PER_CONTRACT = 1.12
"""As in Figuur 4 and 7 over 2015-2019."""
