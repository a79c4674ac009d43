"""Reading what is shipped: once, however it is asked for."""

from console.runtime.resources import load_catalog, load_confidentiality


def test_a_default_left_out_and_a_default_said_are_the_same_catalog():
    assert load_catalog() is load_catalog(unit_tree="2022") is load_catalog(None, "2022")
    assert load_confidentiality() is load_confidentiality(unit_tree="2022")


def test_another_tree_of_units_is_another_catalog():
    assert load_catalog(unit_tree="2025") is not load_catalog()
