from __future__ import annotations

import pickle
from functools import cached_property
from typing import ClassVar

import pytest

from reslint.text.record import NamedTuple, dataclass, field, fields, replace


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    KIND: ClassVar[str] = "operative"

    words: str
    number: int = 0
    notes: tuple[str, ...] = ()

    @property
    def is_numbered(self) -> bool:
        return self.number > 0


@dataclass
class Draft:
    paragraphs: list[Paragraph] = field(default_factory=list)
    title: str = ""


@dataclass(frozen=True)
class Resolution:
    title: str

    @cached_property
    def capitals(self) -> str:
        return self.title.upper()


@dataclass(slots=True)
class Item(Draft):
    """An item of a list, which is a draft in small; its label comes last."""

    label: str = "a"
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Nothing:
    """No field at all."""


@dataclass(eq=False)
class Sheet:
    number: int = 1

    def __repr__(self) -> str:
        return f"sheet {self.number}"


def test_an_object_is_made_from_its_fields_and_their_defaults() -> None:
    first = Paragraph("Decides to meet", number=1)

    assert (first.words, first.number, first.notes, first.KIND, first.is_numbered) == (
        "Decides to meet",
        1,
        (),
        "operative",
        True,
    )
    with pytest.raises(TypeError):
        Paragraph()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Paragraph("Decides", letter="a")  # type: ignore[call-arg]


def test_what_a_factory_makes_is_made_for_every_object() -> None:
    one, other = Draft(), Draft()
    one.paragraphs.append(Paragraph("Decides"))

    assert other.paragraphs == []
    assert one != other


def test_equal_fields_make_equal_objects_of_the_same_class() -> None:
    assert Paragraph("Decides", 1) == Paragraph("Decides", 1)
    assert hash(Paragraph("Decides", 1)) == hash(Paragraph("Decides", 1))
    assert Paragraph("Decides", 1) != Paragraph("Decides", 2)
    assert Resolution("Water") != Draft(title="Water")
    with pytest.raises(TypeError, match="unhashable"):
        hash(Draft())


def test_a_frozen_object_keeps_its_fields_but_may_remember_answers() -> None:
    water = Resolution("Water")

    assert water.capitals == water.capitals == "WATER"
    with pytest.raises(AttributeError, match="title"):
        water.title = "Fire"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Paragraph("Decides").words = "Requests"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del water.title


def test_a_copy_differs_in_what_was_changed() -> None:
    assert replace(Paragraph("Decides", 1), number=2) == Paragraph("Decides", 2)
    assert [one.name for one in fields(Paragraph("Decides"))] == ["words", "number", "notes"]


def test_objects_go_to_other_processes_and_come_back() -> None:
    for given in (Paragraph("Decides", 3, ("a",)), Resolution("Water"), Draft([Paragraph("Decides")], "Water")):
        assert pickle.loads(pickle.dumps(given)) == given


def test_an_object_shows_its_fields() -> None:
    assert repr(Paragraph("Decides", 1)) == "Paragraph(words='Decides', number=1, notes=())"


def test_an_object_with_slots_takes_no_other_names() -> None:
    assert not hasattr(Paragraph("Decides"), "__dict__")


def test_the_fields_of_a_class_come_after_those_it_inherits() -> None:
    item = Item([Paragraph("Decides")], "Water", "b")

    assert [one.name for one in fields(Item)] == ["paragraphs", "title", "label", "notes"]
    assert Item.__match_args__ == ("paragraphs", "title", "label", "notes")
    assert (item.title, item.label, item.notes) == ("Water", "b", [])
    assert item == Item([Paragraph("Decides")], "Water", "b")
    assert item != Draft([Paragraph("Decides")], "Water")
    assert pickle.loads(pickle.dumps(item)) == item


def test_an_object_without_fields_equals_all_of_its_class() -> None:
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())
    assert repr(Nothing()) == "Nothing()"


def test_an_object_that_is_only_equal_to_itself_may_stand_in_a_set() -> None:
    first, second = Sheet(), Sheet()

    assert first != second
    assert len({first, second, first}) == 2
    assert repr(first) == "sheet 1"


def test_a_field_may_be_given_what_its_factory_would_make() -> None:
    paragraphs: list[Paragraph] = []

    assert Draft(paragraphs).paragraphs is paragraphs
    assert Draft(None).paragraphs is None  # type: ignore[arg-type]


def test_a_class_keeps_its_name_its_words_and_its_defaults() -> None:
    assert Paragraph.__qualname__ == "Paragraph"
    assert Paragraph.__doc__ == "A paragraph."
    assert Paragraph.__init__.__qualname__ == "Paragraph.__init__"
    assert Draft.title == Draft().title == ""
    assert not hasattr(Draft, "paragraphs")


def test_a_class_made_inside_a_function_says_so() -> None:
    @dataclass(frozen=True, slots=True)
    class Clause:
        words: str

    assert repr(Clause("Urges")).endswith("<locals>.Clause(words='Urges')")
    assert hash(Clause("Urges")) == hash(Clause("Urges"))
    assert {Clause("Urges"): 1}[Clause("Urges")] == 1


@dataclass
class Annex:
    title: str
    numeral: str = ""


def test_every_field_counts_in_a_comparison() -> None:
    assert Annex("Boats", "I") == Annex("Boats", "I")
    assert Annex("Boats", "I") != Annex("Boats", "II")
    assert Annex("Boats", "I") != Annex("Oars", "I")
    assert Resolution("Water") == Resolution("Water")
    assert Resolution("Water") != Resolution("Fire")
    assert len({Resolution("Water"), Resolution("Fire"), Resolution("Water")}) == 2


def test_an_object_that_may_change_has_no_hash() -> None:
    annex = Annex("Boats")
    annex.numeral = "IV"

    assert annex == Annex("Boats", "IV")
    with pytest.raises(TypeError, match="unhashable type: 'Annex'"):
        hash(annex)


def test_an_object_with_other_fields_is_not_taken_for_one_of_these() -> None:
    with pytest.raises(ValueError, match="shorter"):
        Paragraph("Decides").__setstate__(["Decides", 1])  # type: ignore[attr-defined]


def test_the_constructor_stays_the_same_when_many_objects_are_made() -> None:
    for number in range(100):
        made = Paragraph("Decides", number=number)
        assert (made.words, made.number, made.notes) == ("Decides", number, ())
        assert Draft(title="Water").paragraphs == []
        assert Draft(title="Water").paragraphs is not Draft(title="Water").paragraphs
    for wrong in ({}, {"words": "Decides", "letter": "a"}):
        with pytest.raises(TypeError, match="__init__"):
            Paragraph(**wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="multiple values"):
        Paragraph("Decides", words="Requests")  # type: ignore[misc]
    with pytest.raises(TypeError, match="positional"):
        Paragraph("Decides", 1, (), 2)  # type: ignore[call-arg]


class Citation(NamedTuple):
    """A citation."""

    number: str
    date: str = ""
    pages: int = 1

    @property
    def is_dated(self) -> bool:
        return bool(self.date)

    def __bool__(self) -> bool:
        return True


def test_a_named_tuple_is_a_tuple_with_names() -> None:
    for _ in range(100):
        citation = Citation("66/181", pages=2)

        assert citation == ("66/181", "", 2)
        assert (citation.number, citation.date, citation.pages, citation.is_dated) == ("66/181", "", 2, False)
        assert isinstance(citation, tuple)
        assert hash(citation) == hash(("66/181", "", 2))
    number, _, pages = citation
    assert (number, pages) == ("66/181", 2)
    assert Citation._fields == Citation.__match_args__ == ("number", "date", "pages")
    assert Citation.__doc__ == "A citation."


def test_a_named_tuple_refuses_other_fields_and_other_values() -> None:
    for _ in range(100):
        with pytest.raises(TypeError, match="__new__"):
            Citation()  # type: ignore[call-arg]
        with pytest.raises(TypeError, match="__new__"):
            Citation("66/181", volume=2)  # type: ignore[call-arg]
        with pytest.raises(TypeError, match="__new__"):
            Citation("66/181", "", 1, 2)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Citation("66/181").date = "19 December 2011"  # type: ignore[misc]
    assert not hasattr(Citation("66/181"), "__dict__")


def test_a_named_tuple_is_copied_told_and_sent() -> None:
    dated = Citation("66/181")._replace(date="19 December 2011")

    assert dated == Citation("66/181", "19 December 2011")
    assert dated._asdict() == {"number": "66/181", "date": "19 December 2011", "pages": 1}
    assert repr(Citation("66/181")) == "Citation(number='66/181', date='', pages=1)"
    assert pickle.loads(pickle.dumps(dated)) == dated
    assert type(pickle.loads(pickle.dumps(dated))) is Citation


def test_a_named_tuple_without_fields_is_a_mistake() -> None:
    with pytest.raises(TypeError, match="Blank has no fields"):

        class Blank(NamedTuple):
            pass
