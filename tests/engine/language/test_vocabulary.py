from __future__ import annotations

from reslint.draft import OpenerEntry, Organ
from reslint.engine.language.vocabulary import build_vocabulary


def test_lexicons_become_a_vocabulary():
    vocabulary = build_vocabulary(
        {
            "openers": {
                "participle": {"Noting": {"count": 7, "counterpart": "Notes", "complements": ["that"]},
                               "Noting with concern": None},
                "finite": {"Requests": {"directive": True, "exempt": True}},
                "sequence": ["also", "further"],
                "strengthening": ["once again"],
            },
            "organs": {"organs": {"General Assembly": {"short": "the Assembly"}, "Lake Board": None},
                       "patterns": ["The Meeting of .+"]},
            "layout": {"page": ["Page \\d+$"], "annex": ["Annex"]},
        }
    )  # fmt: skip
    assert vocabulary.openers["noting"] == (
        OpenerEntry("Noting with concern", "participle"),
        OpenerEntry("Noting", "participle", 7, False, "Notes", ("that",)),
    )
    assert vocabulary.openers["requests"][0].directive
    assert vocabulary.openers["requests"][0].exempt
    assert vocabulary.organs == (Organ("General Assembly", "the Assembly"), Organ("Lake Board"))
    assert vocabulary.enacting[0].fullmatch("The Meeting of Lakes")
    assert vocabulary.layout.page[0].match("Page 4")
    assert vocabulary.layout.masthead == ()
    assert (vocabulary.sequence_adverbs, vocabulary.strengthening_adverbs) == (("also", "further"), ("once again",))


def test_no_lexicon_makes_an_empty_vocabulary():
    assert build_vocabulary({}).openers == {}
