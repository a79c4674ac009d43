"""What a pass phrase of an export file has to be: what is tried first is not taken, and no keyboard makes another one."""

import random
import unicodedata

import pytest

from console.domain.pass_phrase import SHORTEST, PassPhrase, Strength, proposed, strength, taken


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", Strength.SHORT),
        ("tr0ng#Rung3", Strength.SHORT),
        ("   tr0ng#Rung3   ", Strength.SHORT),
        ("aaaaaaaaaaaaaaaa", Strength.ALIKE),
        ("abc1abc1abc1abc1", Strength.ALIKE),
        ("123456789012", Strength.WEAK),
        ("abcdefghijklmnop", Strength.WEAK),
        ("matkhau12345", Strength.WEAK),
        ("congancaobang2026", Strength.WEAK),
        ("Công an tỉnh Cao Bằng 2026", Strength.WEAK),
        ("qwertyuiop1234", Strength.WEAK),
        ("xk7pxk7pxk7pxk7pxk7p", Strength.ALIKE),
        ("xk7pwxk7pwxk7pwxk7pw", Strength.WEAK),
        ("mưa xuân trên núi", Strength.ENOUGH),
        ("tr0ng#Rung3x&", Strength.STRONG),
    ],
)
def test_what_is_tried_first_is_not_taken(typed, found):
    assert strength(typed) is found
    if found.taken:
        assert taken(typed).text == typed
    else:
        with pytest.raises(ValueError, match="too easy"):
            taken(typed)


def test_the_same_words_are_the_same_secret_however_they_are_typed():
    composed = unicodedata.normalize("NFC", "Mưa xuân trên núi")
    apart = unicodedata.normalize("NFD", composed)
    assert composed != apart
    same = {
        PassPhrase(text).secret
        for text in (composed, apart, f"  {composed} ", composed.replace(" ", "\u00a0"))
    }
    assert same == {composed.encode()}
    assert PassPhrase(composed.lower()).secret not in same


def test_a_proposed_one_is_strong_and_another_each_time():
    lot = random.Random(4)
    made = [proposed(lot.randrange) for _ in range(200)]
    assert len(set(made)) == 200
    assert all(strength(one) is Strength.STRONG and len(one) > SHORTEST for one in made)
    # Nothing that is mistaken for something else when it is copied by hand.
    assert not set("".join(made)) & set("01loiI")


def test_no_trace_tells_it():
    phrase = taken("tr0ng#Rung3x&")
    assert "Rung" not in repr(phrase) and "Rung" not in f"{phrase}" and "Rung" not in str([phrase])
