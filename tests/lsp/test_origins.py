"""Which files the rules in force come from."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from reslint.engine.project.configuration import read_configuration
from reslint.lsp.origins import files_of


def origins(path: Path) -> set[str]:
    checker = SimpleNamespace(configuration=read_configuration(path))
    return {file.name for file in files_of(checker)}  # type: ignore[arg-type]


def test_an_extended_configuration_counts_through_several_levels_and_before_it_is_written(tmp_path):
    (tmp_path / "reslint.yaml").write_text("extends: [house.yaml]\n")
    (tmp_path / "house.yaml").write_text("extends: [older.yaml]\n")
    assert origins(tmp_path / "reslint.yaml") == {"reslint.yaml", "house.yaml", "older.yaml"}


def test_names_that_no_file_can_have_are_passed_over(tmp_path):
    (tmp_path / "reslint.yaml").write_text('extends: ["\\0", "~nobody-of-that-name/x.yaml", house.yaml]\n')
    assert origins(tmp_path / "reslint.yaml") == {"reslint.yaml", "x.yaml", "house.yaml"}
