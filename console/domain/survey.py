"""The satisfaction survey: who is asked, when, and what an answer in free words means (features V-01 to V-04).

All lists are data (`survey-rules.json`). Reading an answer is careful: what it is not sure of is no answer but a message,
and an answer that says anything beside its mark is shown to an officer as well.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from console.domain.calendar import local_datetime
from console.domain.case import Case, CaseState, ReplyState
from console.domain.clock import DAY_MS, MINUTE_MS
from console.domain.ids import derived_id
from console.domain.jsonread import Node
from console.domain.message import Direction, Message, MessageType
from console.domain.phrases import PhraseBook, split_words
from console.domain.text import fold, fold_map, nfc

MOST_LETTERS = 300
"""A longer text is content, whatever mark it holds."""
SCALE = range(1, 6)
_NEGATION_REACH = 3
_GRUMBLE = 2
"""So far words and figures may lie apart and still mean the same."""
_TURNED = {5: 2, 4: 2, 3: 2, 2: 4, 1: 4}
_FRACTION = re.compile(
    r"(?<![\d/.,])(\d{1,3}(?:[.,]\d)?)\s*(?:/|tren)\s*(5|10|100)(?![\d/])(?:\s*(?:diem|sao|d)\b)?"
)
_COUNTED = re.compile(r"(?<![\d/.,])([1-5])\s*(?:sao|diem|\*|★|⭐|d\b)")
_SPELLED = re.compile(r"\b(mot|hai|ba|bon|tu|nam)\s+(?:sao|diem)\b")
_CHOSEN = re.compile(r"\b(?:chon|danh gia|muc|cho|diem|tang|cham)\s*:?\s*([1-5])(?![\d/.,])")
_ALONE = re.compile(r"^\W*([1-5])\W*(?:a|nha|nhe|ban|ah|ak|em|anh|chi|vang|da)?\W*$")
_STARS = re.compile(r"[★⭐🌟*]+")
_MARKS = re.compile(r"[★⭐🌟☆*\ufe0f\s]+")
_SPELL = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5}
_DIGIT_ONLY = re.compile(r"\d")


def survey_reply_id(case_id: str) -> str:
    """Return the id of the one reply that asks about a case."""
    return derived_id("survey", case_id)


@dataclass(frozen=True, slots=True)
class Answer:
    """A mark 1–5. ``more``: the text says something beside it."""

    score: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class SurveyRules:
    """Who is asked and when. ``from_hour``/``to_hour`` are local; ``answer_days`` is how long an answer is waited for."""

    canned_code: str
    categories_never: frozenset[str]
    tags_never: frozenset[str]
    outcomes_never: frozenset[str]
    delay_minutes: int
    within_days: int
    answer_days: int
    from_hour: int
    to_hour: int
    low_score: int

    def forbids(self, case: Case, categories: frozenset[str], *, under_age: bool) -> str:
        """Return which rule forbids asking this citizen for good, or "".

        Args:
            case: the closed case.
            categories: all it was ever classified as; an informant stays one.
            under_age: Zalo says the citizen is a minor.

        """
        if under_age:
            return "chua-thanh-nien"
        if not self.categories_never.isdisjoint(categories) or not categories:
            return "loai"
        if not self.tags_never.isdisjoint(case.tags):
            return "nhan"
        return "ket-qua" if case.outcome in self.outcomes_never else ""

    def is_due(self, case: Case, now_ms: int) -> bool:
        """Return whether a closed case is to be asked now: late enough after closing, not too late, not at night."""
        since = now_ms - case.closed_at
        hour = local_datetime(now_ms).hour
        return (
            case.state is CaseState.CLOSED
            and self.delay_minutes * MINUTE_MS <= since <= self.within_days * DAY_MS
            and self.from_hour <= hour < self.to_hour
        )

    def awaits(self, case: Case, at_ms: int) -> bool:
        """Return whether a message of that time, by Zalo's clock, can be the answer to this case's survey."""
        if not case.survey_at:
            return False
        return _asked_since(case) <= at_ms <= case.survey_at + self.answer_days * DAY_MS


def _asked_since(case: Case) -> int:
    """Return since when the citizen can have been asked: by Zalo's clock once it has arrived, for this machine's may be ahead."""
    asked = survey_reply_id(case.case_id)
    arrived = any(
        one.reply_id == asked and one.state in (ReplyState.SENT, ReplyState.CONFIRMED) for one in case.replies
    )
    return min(case.survey_at, case.last_outbound_at) if arrived else case.survey_at


@dataclass(frozen=True, slots=True)
class SurveyIntake:
    """What the gateway needs to know an answer when one comes in."""

    rules: SurveyRules
    read: Callable[[str], Answer | None]

    def answer(self, case: Case, message: Message) -> Answer | None:
        """Return what a citizen's message says to the survey of its case, or ``None``."""
        asked = message.direction is Direction.INBOUND and self.rules.awaits(case, message.at)
        return self.read(message.text) if asked and message.type is MessageType.TEXT else None

    def is_low(self, answer: Answer) -> bool:
        """Return whether somebody must follow an answer up."""
        return answer.score <= self.rules.low_score


class SurveyReader:
    """Reads answers. Made once from the data."""

    def __init__(self, file: Node, shorthand: Mapping[str, tuple[str, ...]]) -> None:
        """Compile the phrases of `survey-rules.json`.

        Raises:
            CatalogError: the file is malformed.

        """
        words = file.get("words")
        labelled = [(score, phrase) for score in words.names() for phrase in words.get(score).texts()]
        self._phrases = PhraseBook(labelled)
        self._negations = frozenset(file.get("negations").texts())
        self._strong = frozenset(file.get("intensifiers").texts())
        self._filler = frozenset(file.get("filler").texts()) | self._negations | self._strong
        self._shorthand = shorthand

    def read(self, text: str) -> Answer | None:
        """Return the mark a text gives, or ``None`` where it gives none that is sure."""
        plain = nfc(text).strip()
        if not plain or len(plain) > MOST_LETTERS:
            return None
        number, rest = self._number(plain)
        found, more = self._said(rest)
        if number is None and found is None:
            return None
        if number is not None and found is not None and abs(number - found) > _GRUMBLE:
            # «1 sao, rất hài lòng»: which of them is meant only a person can ask. The lower one is followed up.
            return Answer(min(number, found), more=True)
        if number is not None and found is not None and abs(number - found) == _GRUMBLE:
            # «4 sao, trả lời hơi chậm»: the mark is the citizen's, and somebody reads what he adds.
            return Answer(number, more=True)
        score = number if number is not None else found
        assert score is not None
        return Answer(score, more)

    def _number(self, text: str) -> tuple[int | None, str]:
        """Return the mark given in figures or stars, and the text without it."""
        stars = [run for run in _STARS.findall(text) if 1 <= len(run) <= SCALE[-1]]
        if stars and (len(stars) == 1 or _MARKS.fullmatch(text)):
            count = sum(len(run) for run in stars)
            if count in SCALE and (len(stars[0]) > 1 or "*" not in stars[0] or _MARKS.fullmatch(text)):
                return count, _MARKS.sub(" ", text)
        folded, index = fold_map(text)
        for pattern in (_FRACTION, _COUNTED, _SPELLED, _ALONE, _CHOSEN):
            match = pattern.search(folded)
            if match is None:
                continue
            if self._denied(folded[: match.start()]):
                return None, text
            score = _score_of(pattern, match)
            if score is None:
                return None, text
            left = f"{text[: index[match.start()]]} {text[index[match.end()] :]}"
            # A second mark in the same text: nobody knows which one is meant.
            if any(other.search(fold(left)) for other in (_FRACTION, _COUNTED, _SPELLED)):
                return None, text
            return score, left
        return None, text

    def _denied(self, before: str) -> bool:
        return any(word in self._negations for word in split_words([before], self._shorthand).folded[-4:])

    def _said(self, text: str) -> tuple[int | None, bool]:
        """Return the mark given in words, and whether anything else is said."""
        words = split_words([text], self._shorthand)
        best: list[tuple[int, int, int]] = []
        for hit in sorted(self._phrases.find(words), key=lambda h: (h.start, h.start - h.end)):
            if not best or hit.start >= best[-1][1]:
                best.append((hit.start, hit.end, int(hit.label)))
        scores = [self._weigh(words.folded, start, end, score) for start, end, score in best]
        covered = {number for start, end, _score in best for number in range(start, end)}
        left = [w for n, w in enumerate(words.folded) if w and n not in covered and w not in self._filler]
        # Marks that lie far apart are a mixed answer: the lowest one counts, and somebody reads it.
        mixed = bool(scores) and max(scores) - min(scores) > 1
        more = bool(left) or mixed or "?" in text or _DIGIT_ONLY.search(text) is not None
        return (min(scores) if scores else None), more

    def _weigh(self, words: Sequence[str], start: int, end: int, score: int) -> int:
        before = list(words[max(0, start - _NEGATION_REACH) : start])
        if "" in before:
            before = before[len(before) - before[::-1].index("") :]
        after = list(words[end : end + _NEGATION_REACH])
        strong = not self._strong.isdisjoint(before[-1:]) or not self._strong.isdisjoint(after[:1])
        if not self._negations.isdisjoint(before):
            turned = _TURNED[score]
            return 1 if turned == 2 and strong else turned
        if strong and score in (4, 2):
            return 5 if score == 4 else 1
        return score


def _score_of(pattern: re.Pattern[str], match: re.Match[str]) -> int | None:
    if pattern is _SPELLED:
        return _SPELL[match.group(1)]
    if pattern is not _FRACTION:
        return int(match.group(1))
    value, most = float(match.group(1).replace(",", ".")), int(match.group(2))
    if value > most:
        return None
    return min(5, max(1, int(value * 5 / most + 0.5)))


def parse_survey_rules(
    file: Node,
    categories: Mapping[str, object],
    tags: Mapping[str, object],
    outcomes: Mapping[str, object],
    canned: Mapping[str, object],
) -> SurveyRules:
    """Build the rules from `survey-rules.json`.

    Raises:
        CatalogError: a member is missing or wrong, or names a code the other files do not have.

    """

    def codes(name: str, allowed: Mapping[str, object], where: str) -> frozenset[str]:
        return frozenset(node.one_of(allowed, where) for node in file.get(name).items())

    first, last = file.get("from_hour").whole(), file.get("to_hour").whole()
    if not 0 <= first < last <= 24:
        raise file.get("to_hour").fail("phải sau from_hour và không quá 24")
    return SurveyRules(
        file.get("canned_code").one_of(canned, "canned-replies.json"),
        codes("categories_never", categories, "categories.json"),
        codes("tags_never", tags, "tags.json"),
        codes("outcomes_never", outcomes, "các kết quả"),
        file.get("delay_minutes").whole(),
        file.get("within_days").whole(),
        file.get("answer_days").whole(),
        first,
        last,
        file.get("low_score").whole(),
    )
