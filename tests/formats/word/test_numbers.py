"""The numbers that Word makes are read as it prints them."""

from __future__ import annotations

from reslint.formats.word.surface import Surface


def lines(data):
    return [line for line in Surface(data).text.content.splitlines() if line]


def lists(make):
    """List 1: 1. (a) (i); list 2: I.; list 3: list 1 begun again; list 4: by the styles Op and Sub; list 5: 1.1."""
    of = make.level
    by_style = (
        of(0, "decimal", "%1.", '<w:pStyle w:val="Op"/>'),
        of(1, "lowerLetter", "(%2)", '<w:pStyle w:val="Sub"/>'),
    )
    abstract = (
        (of(0, "decimal", "%1."), of(1, "lowerLetter", "(%2)"), of(2, "lowerRoman", "(%3)")),
        (of(0, "upperRoman", "%1."),),
        by_style,
        (of(0, "upperRoman", "%1"), of(1, "decimal", "%1.%2", "<w:isLgl/>"), of(2, "bullet", "x")),
    )
    kinds = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'
        for number, levels in enumerate(abstract)
    )
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    uses = ((1, 0, ""), (2, 1, ""), (3, 0, again), (4, 2, ""), (5, 3, ""))
    return kinds + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{more}</w:num>' for number, kind, more in uses
    )


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Op"><w:name w:val="Op"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr>'
    '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Op"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
)


def numbered(make, *places):
    body = [make.paragraph("x", properties=make.in_list(*each) if each else "") for each in places]
    return lines(make.word(*body, numbering=lists(make)))


def test_levels_count_apart_and_begin_anew_below_a_higher_one(make):
    assert numbered(make, (1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)) == [
        "1. x", "(a) x", "(b) x", "(i) x", "2. x", "(a) x",
    ]  # fmt: skip


def test_a_list_goes_on_after_other_paragraphs_and_beside_other_lists(make):
    assert numbered(make, (2, 0), (1, 0), (), (1, 0), (2, 0)) == ["I. x", "1. x", "x", "2. x", "II. x"]


def test_a_list_that_begins_anew_does_so_once(make):
    assert numbered(make, (1, 0), (1, 0), (3, 0), (3, 0)) == ["1. x", "2. x", "1. x", "2. x"]


def test_legal_numbers_are_figures_and_bullets_are_dashes(make):
    assert numbered(make, (5, 0), (5, 1), (5, 2)) == ["I x", "1.1 x", "- x"]


def test_styles_give_numbers_and_levels_and_a_paragraph_can_refuse_them(make):
    style = '<w:pStyle w:val="{}"/>'.format
    none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    body = [
        make.paragraph("one", properties=style("Op")),
        make.paragraph("a", properties=style("Sub")),
        make.paragraph("plain", properties=style("Op") + none),
        make.paragraph(properties=style("Op")),  # an empty paragraph has a number, too
        make.paragraph("three", properties=style("Op")),
    ]
    assert lines(make.word(*body, styles=STYLES, numbering=lists(make))) == ["1. one", "(a) a", "plain", "3. three"]


def test_a_list_that_is_not_there_numbers_nothing(make):
    assert numbered(make, (77, 0)) == ["x"]
