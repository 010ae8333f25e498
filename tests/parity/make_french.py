#!/usr/bin/env python3
"""French news prose for comparing pipelines: sentences from patterns, with invented people and real places.

    python3 tests/parity/make_french.py [DOCUMENTS]     one JSON object a line, always the same for the same number

No text of anybody else's is in it. The patterns vary voice, negation, clitics, elision, inversion, relative clauses,
quotation, figures and dates, which is what French tokenizers, lemma tables and trees turn on.
"""
import json
import random
import sys

FIRST = "Anne Claire Élodie Jean-Marc Hélène Loïc Noémie Karim François Zoé Marie-Ange Gaël Inès Théo Aïcha Benoît".split()
LAST = "Lefort Dumas-Royer N'Guessan Le Goff Benali d'Aubigny Chevallier Mérieux de-La-Tour Vasseur O'Brien Schœlcher Ruiz".split()
PLACE = ["Paris", "Aix-en-Provence", "Saint-Denis", "La Rochelle", "Lyon", "Bruxelles", "Genève", "L'Haÿ-les-Roses", "Le Mans", "Nîmes",
         "Montréal", "Dakar", "Bastia", "l'île de Ré"]
OFFICE = ["ministre de l'Intérieur", "procureure de la République", "maire", "députée européenne", "ex-préfet", "juge d'instruction",
          "présidente du conseil départemental", "sous-secrétaire d'État", "garde des Sceaux", "vice-présidente"]
CRIME = ["détournement de fonds publics", "corruption passive", "abus de biens sociaux", "escroquerie en bande organisée", "faux et usage de faux",
         "blanchiment aggravé", "prise illégale d'intérêts", "violences volontaires", "trafic d'influence", "non-dénonciation de crime"]
BODY = ["le parquet national financier", "la cour d'appel", "le tribunal correctionnel", "l'Assemblée nationale", "la Cour de cassation",
        "la police judiciaire", "l'Office anticorruption", "la gendarmerie", "le Conseil d'État"]
WHEN = ["lundi", "mardi 3 mars", "le 1er juin 2021", "hier soir", "la semaine dernière", "en 2019", "vendredi à 14 h 30", "depuis six mois",
        "au début des années 1990", "jeudi matin, vers 9h15,", "le 14/07/2020", "il y a deux ans", "dès demain", "d'ici à la mi-octobre"]
SUM = ["3,5 millions d'euros", "12 000 €", "1.200 euros", "près de 40 %", "une centaine de milliers d'euros", "200 k€", "$1 million", "0,5 % du budget"]
PATTERNS = [
    "{W}, {b} a condamné {n}, {o} de {p}, à trois ans de prison pour {c}.",
    "{N} n'a jamais été mis{e} en examen pour {c}, a rappelé {s} avocat{e}.",
    "« Je n'ai rien à me reprocher », a-t-{il} déclaré {w} à {p}.",
    "D'après {b}, l'ancien{ne} {o} aurait perçu {m} qu'{il} n'aurait pas déclarés.",
    "Y a-t-il eu {c} ? {b} l'affirme ; {n} le nie.",
    "{N}, qui s'était vu{e} refuser sa mise en liberté, sera rejugé{e} {w}.",
    "L'enquête, ouverte {w} à {p}, vise aussi {n} et {n2}.",
    "Qu'est-ce que {b} lui reproche ? D'avoir, dit-on, touché {m}.",
    "Relaxé{e} en appel, {n} a quitté {p} aussitôt : « C'est fini », a-t-{il} soufflé.",
    "{b} s'y est opposée, mais celui-ci n'en a pas tenu compte.",
    "Aucune charge n'a été retenue contre {n}, précise {b}.",
    "Il faut qu'{il} s'explique, répète-t-on à {p}, où l'on s'attend à ce que {b} tranche {w}.",
    "Aujourd'hui {o}, {n} fut autrefois l'élève de {n2}.",
    "M. {l} et Mme {l2}, poursuivis pour {c}, seront jugés à huis clos (art. 306 du C. pr. pén.).",
    "Le parquet requiert jusqu'à 5 ans d'emprisonnement et {m} d'amende à l'encontre de l'ex-{o}.",
    "« Donnez-moi les pièces, donnez-les-moi ! » aurait lancé {n}, selon l'A.F.P.",
    "C'est-à-dire ? Rien, ou presque : {n} n'aurait signé qu'un avenant, là-bas, en {p}.",
    "{b} et l'avocat de {n} n'étaient pas joignables {w}.",
    "Arrêté{e} {w} à {p} puis remis{e} aux autorités suisses, {n} conteste toute {c}.",
    "Selon le porte-parole, {n2} a vendu le rez-de-chaussée, {n} les bureaux ; quant à l'arrière-boutique, nul ne sait.",
]
ODD = ["l'", "L'", "d'", "aujourd'hui", "Aujourd’hui", "l’aigle", "qu’il n’y en a pas", "entr'ouvrir", "grand'mère", "prud'homme", "presqu'île",
       "porte-monnaie", "c'est-à-dire", "Va-t'en !", "vas-y", "donne-m'en", "dis-le-lui", "peut-être", "rendez-vous", "a-t-on", "puis-je", "M. X", "Mme. Y",
       "1er 2e 3ème XXe", "n° 5", "20 h", "20h30", "5 %", "« »", "«Non»", "“Non”", "— Oui.", "– Non –", "etc.", "p. ex.", "ex-mari", "anti-inflammatoire",
       "pré-2010", "œuvre Œdipe", "ÉTAT", "État", "N'EST-CE PAS", "s'il vous plaît", "jusqu'au", "lorsqu'il", "puisqu'elle", "quelqu'un", "quoiqu'", "S'", "t'",
       "Saint-Étienne-du-Rouvray", "mi-temps", "vice-versa", "-ci", "ceux-là", "là-dessus", "e-mail: a@b.fr", "http://exemple.fr/l'été", "10€", "€10", "10 000"]


def sentence(rng):
    woman = rng.random() < 0.5
    name = lambda: f"{rng.choice(FIRST)} {rng.choice(LAST)}"
    fill = {"n": name(), "n2": name(), "l": rng.choice(LAST), "l2": rng.choice(LAST), "o": rng.choice(OFFICE), "p": rng.choice(PLACE),
            "c": rng.choice(CRIME), "b": rng.choice(BODY), "w": rng.choice(WHEN), "m": rng.choice(SUM), "il": "elle" if woman else "il",
            "e": "e" if woman else "", "ne": "ne" if woman else "", "s": "son"}
    fill["N"] = fill["n"]
    fill["W"] = fill["w"][0].upper() + fill["w"][1:]
    text = rng.choice(PATTERNS).format(**fill)
    text = text[0].upper() + text[1:]
    if rng.random() < 0.3:
        text = text.replace("'", "\u2019")
    if rng.random() < 0.2:
        text = text.replace(" ?", "\u00a0?").replace("« ", "«\u00a0").replace(" »", "\u00a0»").replace(" ;", "\u202f;")
    return text


def documents(count, seed=1905):
    rng = random.Random(seed)
    for text in ODD + [f"({text}), « {text} » {text}." for text in ODD]:
        yield text
    for number in range(count):
        sentences = [sentence(rng) for _ in range(rng.choice([1, 1, 1, 1, 8, 20]))]
        yield rng.choice([" ", "\n", "\n\n", "  "]).join(sentences)


if __name__ == "__main__":
    for document in documents(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000):
        print(json.dumps({"text": document}, ensure_ascii=False))
