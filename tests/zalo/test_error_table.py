import re

import pytest

from console.zalo.error_entry import Retry
from console.zalo.error_table import ARTICLE_QUOTA, BY_CODE, ENTRIES, lookup
from console.zalo.errors import (
    BadBody,
    Cause,
    ForbiddenUrl,
    HttpStatusError,
    MediaError,
    NotSent,
    OutcomeUnknown,
    ZaloError,
)

# zalo-openapi.md §8.1 and §1.3, typed from the document.
DOCUMENTED = {
    *(
        -32,
        -100,
        -118,
        -155,
        -200,
        -201,
        -202,
        -204,
        -205,
        -207,
        -208,
        -215,
        -222,
        -305,
        -311,
        -209,
        -210,
        -211,
        -212,
    ),
    *(
        -213,
        -214,
        -216,
        -217,
        -218,
        -219,
        -220,
        -221,
        -223,
        -224,
        -227,
        -230,
        -232,
        -233,
        -234,
        -235,
        -237,
        -238,
        -240,
    ),
    *(-241, -242, -244, -248, -249, -320, -321, -403, -1340, -1341, 404, 216, 401, -401),
    *(-14001, -14002, -14003, -14004, -14005, -14012, -14024, -14014, -14018),
}
RETRIES = {
    -32: Retry.NEXT_MINUTE,
    -100: Retry.REUPLOAD,
    -155: Retry.REUPLOAD,
    -200: Retry.BACKOFF,
    -214: Retry.BACKOFF,
    -210: Retry.NEVER,
    -216: Retry.AFTER_REFRESH,
    -220: Retry.AFTER_REFRESH,
    216: Retry.AFTER_REFRESH,
    -230: Retry.LATER,
    -213: Retry.LATER,
    -321: Retry.LATER,
    404: Retry.NEVER,
    -14005: Retry.NEW_CONSENT,
    -14014: Retry.NEW_CONSENT,
}
EVERY = [*ENTRIES, ARTICLE_QUOTA, lookup(-99999)]


def every_error_class(base=ZaloError):
    for kind in base.__subclasses__():
        # Only the public ones, so that the list does not depend on what else is imported.
        if kind.__module__ == ZaloError.__module__:
            yield kind
        yield from every_error_class(kind)


def test_every_documented_code_has_one_row():
    assert set(BY_CODE) >= DOCUMENTED
    assert len(BY_CODE) == len(ENTRIES)
    assert len({entry.symbol for entry in EVERY}) == len(EVERY)


@pytest.mark.parametrize(("code", "retry"), RETRIES.items())
def test_retry_classes(code, retry):
    assert lookup(code).retry is retry


@pytest.mark.parametrize("entry", EVERY, ids=lambda entry: entry.symbol)
def test_texts_for_the_officer(entry):
    text = entry.text_vi
    assert re.search("[ăâđêôơưàáảãạèéẻẽẹìíỉĩịòóỏõọùúủũụỳýỷỹỵ]", text.casefold()), "not Vietnamese"
    assert text.count(".") >= 2, "what happened, what is safe, what to do"
    assert text.endswith(".")
    assert "!" not in text
    assert "vui lòng" not in text.casefold()
    assert not re.search(r"\s\s|(?<![\d(mã ])-\d{2,}", text), "a code without words"
    assert entry.meaning


@pytest.mark.parametrize("text", [kind.text_vi for kind in [ZaloError, *every_error_class()]])
def test_texts_of_other_failures(text):
    assert text.count(".") >= 2
    assert "!" not in text


def test_what_proves_nothing():
    unproven = {entry.code for entry in ENTRIES if not entry.proves_refusal}
    assert unproven == {-200, -249, -118, -14001, -14012, -14024}
    assert not lookup(-99999).proves_refusal
    assert "-99999" in lookup(-99999).text_vi


def test_minus_223_by_text():
    assert lookup(-223, "Your OA has reach the limit QUOTA create article") is ARTICLE_QUOTA
    assert lookup(-223, "Official Account has not authorized this API").symbol == "NOT_AUTHORIZED"
    assert lookup(-211, "Out of quota").symbol == "OUT_OF_QUOTA"


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        (NotSent("/p", Cause.DNS), "/p: not sent (dns)"),
        (OutcomeUnknown("/p", Cause.RESET), "/p: outcome unknown (reset)"),
        (BadBody("/p", "empty body"), "/p: unreadable reply: empty body"),
        (HttpStatusError("/p", 502), "/p: HTTP status 502"),
        (ForbiddenUrl("media", "names a user"), "media: media address refused: names a user"),
    ],
)
def test_messages(error, shown):
    assert str(error) == shown
    assert isinstance(error, ZaloError)


def test_media_errors_share_a_base():
    assert {kind.__name__ for kind in MediaError.__subclasses__()} >= {
        "ForbiddenUrl",
        "MediaGone",
        "MediaTooBig",
        "MediaTimedOut",
        "MediaRedirected",
        "MediaUnreachable",
        "MediaStatus",
    }
