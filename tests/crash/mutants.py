"""Wrong variants of the protocol. The crash runner must catch every one, or it proves nothing about the right one.

A mutant is an edit of the product's own source, made in memory of the test process. An edit whose words are no longer
there fails loudly, so a mutant cannot fade away unnoticed when the product changes.
"""

import importlib
import inspect
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from types import FunctionType

from tests.crash.plan import Plan


def anywhere(_plan: Plan) -> bool:
    """Show in any trial."""
    return True


@dataclass(frozen=True, slots=True)
class Edit:
    """In the function ``where`` (``module:qualified.name``) the words ``old`` become ``new``."""

    where: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mistake that programs of this kind make.

    ``shows_in`` tells the trials in which it can show at all; one that needs more luck than that is looked for in a
    ``scenario``, killed at one point after the other.
    """

    name: str
    mistake: str
    edits: tuple[Edit, ...]
    shows_in: Callable[[Plan], bool] = anywhere
    scenario: str = ""


class MutantError(LookupError):
    """The product has changed under a mutant; the text says which."""


_PAGES = "console.gateway.pages:"
_CHAIN = "console.gateway.chain:"
_SENDER = "console.gateway.sender:"
_TOKENS = "console.gateway.tokens:"
_SEEN = "seen = _seen(tx.connection, page, list(bad), link_before, fresh=fresh)"
_LINKS = "links=bool(older) and covered.issuperset(older) and covered.issuperset(unread),"
_UNKNOWN = "body = ReplyUnknown(item.reply_id, error.text_vi)"
_PERMIT = "if not self._call(lambda store: self._permit(store, item, page)):"

MUTANTS = (
    Mutant(
        "time_cursor",
        "the cursor moves with each page and anything older than it counts as read",
        (
            Edit(_PAGES + "_seen", _LINKS, "links=bool(older),"),
            Edit(
                _PAGES + "Pages._take",
                _SEEN,
                _SEEN
                + "; mark = walk_state.watermark(tx.connection)"
                + "; seen.newest and (not mark or seen.newest > mark)"
                + " and walk_state.set_watermark(tx.connection, seen.newest)",
            ),
        ),
    ),
    Mutant(
        "stop_at_known",
        "the first page with a known row ends the walk",
        (Edit(_PAGES + "_seen", _LINKS, "links=fresh < len(keys),"),),
    ),
    Mutant(
        "short_page_is_end",
        "a page with fewer rows than asked for is the last one",
        (
            Edit(
                _CHAIN + "_pass",
                "passed.add(page, offset, keep_rows=keep_rows)",
                "passed.add(page, offset, keep_rows=keep_rows); since_link += len(page.keys) < 10",
            ),
        ),
    ),
    Mutant(
        "no_overlap",
        "pages follow each other without a common row",
        (
            Edit(
                _CHAIN + "_pass",
                "if previous is not None and not page.keys.keys() & previous.keys.keys():",
                "if previous is page:",
            ),
            Edit(_CHAIN + "_pass", "offset += len(page.keys) - OVERLAP", "offset += len(page.keys)"),
        ),
    ),
    Mutant(
        "no_overlap_check",
        "pages are asked for with common rows, but nobody looks whether they have any",
        (
            Edit(
                _CHAIN + "_pass",
                "if previous is not None and not page.keys.keys() & previous.keys.keys():",
                "if previous is page:",
            ),
        ),
    ),
    Mutant(
        "weak_end",
        "one empty page is the end of the list, and nothing is suspected beyond it",
        (
            Edit(
                _CHAIN + "_pass",
                "ended = yield from _is_end(previous_offset, previous, offset)",
                "ended = True",
            ),
            Edit(
                "console.gateway.walk:_hole",
                "if passed.end is not End.ENDED or passed.touched:",
                "if passed is not None:",
            ),
        ),
    ),
    Mutant(
        "capped_list_is_whole",
        "where the list ends before anything known, nothing is missing",
        (
            Edit(
                "console.gateway.walk:_hole",
                "if passed.end is not End.ENDED or passed.touched:",
                "if passed is not None:",
            ),
        ),
    ),
    Mutant(
        "list_judged_by_rows",
        "a list that is cut counts as whole if something was recalled while it was read",
        (
            Edit(
                "console.gateway.walk:_hole",
                "cut = passed.cut or passed.listed % PAGE == 0",
                "cut = passed.cut or len(passed.keys) % PAGE == 0",
            ),
        ),
        scenario="cut-first-list",
    ),
    Mutant(
        "old_gap_forgotten",
        "after a start everything counts as read before a gap that was left open is looked at",
        (
            Edit(
                "console.gateway.walk:Walker._settle",
                "left_open = self._catch_up.gaps_due and bool(walk_state.open_gaps(tx.connection))",
                "left_open = False",
            ),
        ),
        scenario="gap",
    ),
    Mutant(
        "no_sweep",
        "what comes late, with an old time, below the end of a capped list is looked for nowhere",
        (
            Edit(
                "console.gateway.catchup:CatchUp._next_job",
                "return self._sweeping.next()",
                "return None",
            ),
        ),
        shows_in=lambda plan: plan.late and "list_cap" in plan.knobs,
    ),
    Mutant(
        "stopped_reply_lost",
        "a reply that was not handed to Zalo after all is gone with its text",
        (Edit(_SENDER + "Sender._permit", "drafts.give_back(tx, item.reply_id)", "pass"),),
    ),
    Mutant(
        "covered_without_link",
        "a page counts as covered as soon as it is read, linked or not",
        (
            Edit(
                _PAGES + "Pages._take",
                _SEEN,
                _SEEN
                + "; walk_state.add_covered(tx.connection, seen.keys)"
                + "; mark = walk_state.watermark(tx.connection)"
                + "; seen.newest and (not mark or seen.newest > mark)"
                + " and walk_state.set_watermark(tx.connection, seen.newest)",
            ),
        ),
    ),
    Mutant(
        "watermark_before_commit",
        "the watermark moves first, what was read is stored afterwards",
        (
            Edit(
                _PAGES + "Pages.take",
                "return self._call(lambda store: self._take(store, page, source, link_before))",
                'if source != "list":\n'
                "    return self._call(lambda store: self._take(store, page, source, link_before))\n"
                'self.__dict__.setdefault("later", []).append(page)\n'
                "def look(store):\n"
                "    with store.read() as connection:\n"
                "        return _seen(connection, page, [], link_before, fresh=1)\n"
                "return self._call(look)",
            ),
            Edit(
                "console.gateway.walk:Walker._conclude",
                'fp("walk.link.after")',
                'fp("walk.link.after"); [self._pages._call(lambda store, page=page: self._pages._take(store, page, '
                '"late", None)) for page in self._pages.__dict__.pop("later", [])]',
            ),
        ),
    ),
    Mutant(
        "dedupe_by_time",
        "two messages of one millisecond are one",
        (
            Edit(
                _PAGES + "_new_rows",
                "rows = {row.message_id: row for row in reversed(page.rows) if row.message_id not in known}",
                "one = {row.at_ms: row for row in reversed(page.rows) if row.message_id not in known}\n"
                "rows = {row.message_id: row for row in one.values()}",
            ),
        ),
    ),
    Mutant(
        "identity_by_name",
        "a citizen is known by the display name",
        (
            Edit(
                "console.gateway.translate:inbound_row",
                "return InboundRow(to_message(row), row.user_id, row.user_name, row.user_avatar)",
                "known = inbound_row.__dict__.setdefault(row.user_name, row.user_id)\n"
                "return InboundRow(to_message(row), known, row.user_name, row.user_avatar)",
            ),
        ),
    ),
    Mutant(
        "retry_after_timeout",
        "a reply whose answer was lost is posted again",
        (Edit(_SENDER + "Sender._post", _UNKNOWN, "return self._post(item, uploaded, still_allowed)"),),
    ),
    Mutant(
        "resend_on_restart",
        "a permit that a crash left is used again",
        (
            Edit(_SENDER + "_leave_unknown", "for item in left_over:", "for item in []:"),
            Edit(
                _SENDER + "Sender._next",
                "return outbox.next_queued(connection)",
                "return outbox.in_state(connection, ReplyState.QUEUED, ReplyState.PERMITTED)",
            ),
            Edit(
                _SENDER + "Sender._permit",
                "if current is None or current.state is not ReplyState.QUEUED:",
                "if current is None:",
            ),
            Edit(
                _SENDER + "Sender._permit",
                "permitted = _add(",
                "permitted = current.state is ReplyState.PERMITTED or _add(",
            ),
        ),
    ),
    Mutant(
        "permit_after_post",
        "the right to post is written down once the post has been made",
        (
            Edit(_SENDER + "Sender._send", _PERMIT, "self._page = page\nif page is None:"),
            Edit(
                _SENDER + "Sender._post",
                "self._result = _Result(item, body, receipt)",
                "self._call(lambda store: self._permit(store, item, self._page))\n"
                "self._result = _Result(item, body, receipt)",
            ),
        ),
    ),
    Mutant(
        "optimistic_sent",
        "a reply is shown as sent although its answer was lost",
        (
            Edit(
                _SENDER + "Sender._post",
                _UNKNOWN,
                'body = ReplySent(item.reply_id, "probably-" + item.reply_id, self._clock.now_ms())',
            ),
        ),
    ),
    Mutant(
        "unclear_is_refused",
        "a 5xx, a garbled or a lost answer counts as «not sent»",
        (Edit(_SENDER + "Sender._post", _UNKNOWN, "body = ReplyRejected(item.reply_id, 0, error.text_vi)"),),
    ),
    Mutant(
        "echo_not_held",
        "an outbound row that may be our own unknown reply is taken in as somebody else's",
        (
            Edit(
                "console.cache.held:hold_back",
                "if not any(row.message.direction is Direction.OUTBOUND for row in everything):",
                "if everything is not None:",
            ),
        ),
    ),
    Mutant(
        "token_saved_after_use",
        "a new token pair is used at once and saved later",
        (
            Edit("console.cache.vault:Journal.write", "plain = {", "return\nplain = {"),
            Edit(
                _TOKENS + "TokenKeeper._buy",
                "self._file(self._unfiled, pair)",
                'self._take(Grant(generation + 1, TokenState.ACTIVE, "", pair.access_token.reveal(), '
                "pair.refresh_token.reveal(), self._clock.now_ms(), "
                "self._clock.now_ms() + pair.expires_in_s * 1000, 1 << 53))",
            ),
        ),
    ),
    Mutant(
        "token_not_journalled",
        "the answer of the token service is parsed and filed, but not kept before that",
        (Edit("console.cache.vault:Journal.write", "plain = {", "return\nplain = {"),),
    ),
    Mutant(
        "refresh_races",
        "two refreshes use one refresh token",
        (Edit(_TOKENS + "TokenKeeper._buy", "pair = ask(keep)", "ask(keep); pair = ask(keep)"),),
    ),
    Mutant(
        "media_forgotten_early",
        "a picture leaves the queue when its fetch begins",
        (
            Edit(
                "console.gateway.media:MediaWorker.tick",
                "file = self._bring(task)",
                "def forget(store):\n"
                "    with store.write() as tx:\n"
                "        media_queue.finish(tx.connection, task)\n"
                "self._call(forget)\n"
                "file = self._bring(task)",
            ),
            Edit(
                "console.gateway.media:_store",
                "if not media_queue.finish(tx.connection, task):",
                "if task is None:",
            ),
        ),
    ),
)
CORE = (
    "time_cursor",
    "stop_at_known",
    "short_page_is_end",
    "retry_after_timeout",
    "resend_on_restart",
    "permit_after_post",
    "token_saved_after_use",
)
BY_NAME = {mutant.name: mutant for mutant in MUTANTS}


def choose(names: str) -> list[Mutant]:
    """Return the mutants that ``all``, ``core`` or a comma-separated list names. Raises ``MutantError``."""
    if names == "all":
        return list(MUTANTS)
    wanted = CORE if names == "core" else names.split(",")
    return [_known(name) for name in wanted]


def apply(name: str) -> None:
    """Turn this process' product into a mutant; "" leaves it as it is. Raises ``MutantError``."""
    if name:
        for where, edits in by_function(_known(name)):
            target, changed = prepare(where, edits)
            # In place, so that whoever imported the function has the mutant too.
            target.__code__ = changed.__code__


def _known(name: str) -> Mutant:
    if name not in BY_NAME:
        raise MutantError(f"no mutant {name!r}; there are: {', '.join(BY_NAME)}")
    return BY_NAME[name]


def by_function(mutant: Mutant) -> list[tuple[str, list[Edit]]]:
    """Return a mutant's edits, those of one function together."""
    found: dict[str, list[Edit]] = {}
    for edit in mutant.edits:
        found.setdefault(edit.where, []).append(edit)
    return list(found.items())


def prepare(where: str, edits: list[Edit]) -> tuple[FunctionType, FunctionType]:
    """Return a function of the product and its mutant. Raises ``MutantError``."""
    module_name, _, name = where.partition(":")
    try:
        module = importlib.import_module(module_name)
        target: object = module
        for part in name.split("."):
            target = getattr(target, part)
    except (ImportError, AttributeError) as error:
        raise MutantError(f"{where} is not there any more") from error
    if not isinstance(target, FunctionType):
        raise MutantError(f"{where} is not a function")
    source = textwrap.dedent(inspect.getsource(target))
    for edit in edits:
        if source.count(edit.old) != 1:
            raise MutantError(f"{where} does not say {edit.old!r} once any more")
        source = _replaced(source, edit)
    names: dict[str, object] = {}
    exec(compile(source, f"<mutant of {where}>", "exec"), vars(module), names)
    changed = names[target.__name__]
    assert isinstance(changed, FunctionType)
    return target, changed


def _replaced(source: str, edit: Edit) -> str:
    """Return the source with an edit, whose further lines are indented as the one it stands in."""
    place = source.index(edit.old)
    line = source[source.rfind("\n", 0, place) + 1 : place]
    indent = line[: len(line) - len(line.lstrip())]
    return source.replace(edit.old, edit.new.replace("\n", "\n" + indent))
