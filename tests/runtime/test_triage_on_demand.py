"""Suggestions are loaded late, and a broken rules file keeps no message out."""

import pytest

from console.domain.catalog import CatalogError
from console.runtime import resources
from console.runtime.resources import TriageOnDemand, load_triage


def test_it_suggests_what_the_rules_do():
    found = TriageOnDemand("2022").suggest(["có trộm ở Nước Hai"], kinds=["text"])
    assert found == load_triage().suggest(["có trộm ở Nước Hai"], kinds=["text"])
    assert found.district == "HA"


def test_making_it_reads_nothing(monkeypatch):
    def read(**_kwargs):
        pytest.fail("the rules were read")

    monkeypatch.setattr(resources, "load_triage", read)
    TriageOnDemand("2022")


def test_a_broken_rules_file_gives_no_suggestion(monkeypatch):
    def broken(**_kwargs):
        raise CatalogError("triage-rules.json: hỏng")

    monkeypatch.setattr(resources, "load_triage", broken)
    found = TriageOnDemand("2022").suggest(["cháy nhà"])
    assert (found.category, found.priority, found.reasons) == (None, None, ())
