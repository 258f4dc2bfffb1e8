"""Invented names: a few dozen common ones by group of languages. Nobody is meant."""

from functools import cache

import numpy as np
import polars as pl

from baken.demo.draw import Ints, Rng
from baken.demo.origins import languages

NAMES = {
    "arabic": (
        "Haddad Khalil Mansour Najjar Saleh Hamdan Aziz Karam Darwish Nasser Rahimi Benali Amrani Idrissi Tahiri",
        "Ahmad Omar Yusuf Karim Samir Tarek Bilal Hassan Nabil Rachid Walid Ziad Jamal Mounir",
        "Amina Fatima Layla Nour Salma Hanan Rania Yasmin Zeinab Maryam Dalia Huda Samira Khadija",
    ),
    "persian": (
        "Ahmadi Rezaei Karimi Hosseini Noori Sharifi Amiri Rahmani Azizi Yousufzai Haidari Qaderi Sadat Wardak",
        "Ali Reza Farid Hamid Javad Mehdi Navid Omid Sohrab Zabi Idris Mirwais",
        "Shirin Parisa Leila Maryam Nasrin Zahra Farzana Soraya Mina Roya Nilofar Laila",
    ),
    "turkish": (
        "Yilmaz Kaya Demir Celik Sahin Aydin Ozturk Arslan Dogan Kilic Polat Aslan Kurt Simsek",
        "Mehmet Mustafa Emre Murat Can Hakan Serkan Onur Burak Baran Azad Volkan",
        "Ayse Elif Zeynep Emine Derya Esra Selin Hatice Merve Berfin Gul Dilan",
    ),
    "slavic": (
        "Kowalski Nowak Wisniewski Ivanov Petrov Smirnova Kovalenko Shevchenko Georgiev Dimitrov Jovanovic Horvat "
        "Bondarenko Marchenko Zielinska Todorova",
        "Piotr Jan Ivan Dmitri Oleh Andriy Georgi Stefan Marko Nikola Pavel Tomasz Yuri Milan",
        "Anna Olga Natalia Katarzyna Elena Iryna Oksana Maria Svetlana Ivana Agnieszka Tetiana Magdalena Daria",
    ),
    "romance": (
        "Popescu Ionescu Dumitru Radu Silva Santos Ferreira Garcia Lopez Rodriguez Rossi Bianchi Martin Dubois "
        "Moreno Costa Pereira Stan",
        "Andrei Ion Mihai Joao Pedro Carlos Luis Marco Luca Pierre Diego Javier Tiago Florin",
        "Maria Elena Ana Ioana Sofia Carmen Lucia Giulia Claire Camila Beatriz Andreea Isabel Marta",
    ),
    "germanic": (
        "De_Vries Jansen Bakker Visser Smit Meijer Mulder Smith Brown Taylor Johnson Okafor Mensah Owusu Fischer Weber",
        "Daan Bram Thomas Peter James John Kwame Emeka Lukas Mark Sven Paul",
        "Emma Sanne Eva Julia Mary Grace Abena Ngozi Lisa Sarah Femke Linda",
    ),
    "horn": (
        "Abdi Hassan Mohamud Warsame Farah Tesfay Gebremedhin Haile Kidane Berhane Yohannes Ghebre Jama Nur",
        "Abdullahi Mohamed Yonas Dawit Samuel Filmon Ayanle Liban Bereket Robel Cabdi Tekle",
        "Hodan Faduma Ayaan Selam Miriam Hiwet Sahra Amran Feven Luwam Ifrah Winta",
    ),
    "south_asian": (
        "Sharma Patel Singh Gupta Kumar Reddy Khan Malik Hussain Thapa Gurung Tamang Iyer Nair",
        "Raj Arjun Vikram Sanjay Imran Bilal Suresh Rohan Anil Bishal Prakash Usman",
        "Priya Anjali Neha Deepa Sunita Ayesha Kavita Pooja Sita Rekha Saima Maya",
    ),
    "east_asian": (
        "Wang Li Zhang Chen Liu Yang Huang Saetang Srisuk Chaiyasit Tenzin Dolma Tashi Norbu",
        "Wei Jun Ming Lei Somchai Anan Dorje Sonam Chao Tao Kelsang Prasert",
        "Mei Ling Xia Yan Malee Ploy Siriporn Pema Yangchen Lan Dechen Wanida",
    ),
    "balkan": (
        "Hoxha Krasniqi Berisha Gashi Shehu Dervishi Sargsyan Petrosyan Grigoryan Papadopoulos Nikolaidis Georgiou",
        "Arben Besnik Driton Ilir Armen Tigran Hayk Nikos Giorgos Agim Luan Vahan",
        "Arta Besa Drita Valbona Anahit Lusine Narine Eleni Katerina Teuta Mirela Ani",
    ),
}  # fmt: skip
"""Group: family names, names of men, names of women."""

GROUP_OF = {
    **dict.fromkeys(("ara", "ary", "tzm"), "arabic"),
    **dict.fromkeys(("fas", "prs", "pus"), "persian"),
    **dict.fromkeys(("tur", "kur"), "turkish"),
    **dict.fromkeys(("pol", "rus", "ukr", "bul", "hbs"), "slavic"),
    **dict.fromkeys(("ron", "por", "spa", "ita", "fra"), "romance"),
    **dict.fromkeys(("nld", "eng"), "germanic"),
    **dict.fromkeys(("som", "tir"), "horn"),
    **dict.fromkeys(("hin", "urd", "nep"), "south_asian"),
    **dict.fromkeys(("zho", "tha", "bod"), "east_asian"),
    **dict.fromkeys(("sqi", "hye", "ell"), "balkan"),
}


def names(rng: Rng, language: Ints, female: np.ndarray) -> tuple[pl.Series, pl.Series]:
    """Family and given names for people of these languages (numbers in `origins.languages()`)."""
    groups, lists = _lists()
    group = groups[language]
    family = _drawn(rng, lists[0], group)
    given = _drawn(rng, lists[1], group * 2 + female)
    return family, given


@cache
def _lists() -> tuple[Ints, tuple[list[list[str]], list[list[str]]]]:
    """The group of each language; family names by group; given names by group, men before women."""
    order = list(NAMES)
    groups = np.array([order.index(GROUP_OF[language]) for language in languages()])
    family = [NAMES[name][0].split() for name in order]
    given = [NAMES[name][part].split() for name in order for part in (1, 2)]
    return groups, (family, given)


def _drawn(rng: Rng, lists: list[list[str]], which: Ints) -> pl.Series:
    sizes = np.array([len(one) for one in lists])
    first = np.cumsum(sizes) - sizes
    place = first[which] + np.floor(rng.random(len(which)) * sizes[which]).astype(np.int64)
    return pl.Series([name.replace("_", " ") for one in lists for name in one]).gather(place)
