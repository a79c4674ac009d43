"""Free words come to the screen through the helpers that cover them: read from the source, so that a new place is not forgotten."""

import ast
from pathlib import Path

UI = Path(__file__).parents[2] / "console" / "ui"
RAW = {"safe_line", "safe_block"}
COVERING = {"name_shown", "words_shown", "deed_shown", "names_shown", "hit_words"}
# What an officer, a citizen or a unit wrote freely, or where and who it was. A new field of such words belongs in here.
FREE = {
    "text", "snippet", "summary", "place", "quote_text", "file_name", "masked_name", "masked_phone", "phone", "remark",
    "question", "next_step", "deed_time", "snooze_reason", "hold", "zalo_user_id", "first_text", "explained", "reported",
}  # fmt: skip
# Words of the program itself, of its policies or of its ready answers, which happen to be called so.
OWN = {
    ("common/message.py", "text"), ("common/tooltip.py", "text"), ("common/sharing.py", "text"),
    ("composer/canned.py", "text"), ("knowledge/detail.py", "text"), ("knowledge/panel.py", "text"), ("rail/item.py", "text"),
    ("statistics/numbers.py", "text"), ("dialogs/pending.py", "text"), ("desk/saved_views.py", "text"),
    # Covered where they are used: a value of the review, a row of the queue, a label that knows it was told, a text to copy.
    ("review/page.py", "text"), ("queue/model.py", "snippet"), ("composer/quote.py", "text"), ("conversation/rows.py", "text"),
}  # fmt: skip


def offences(tree, name):
    """Yield line and field of every free word that is made fit to be shown and not covered."""

    def walk(node, covered):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            covered = covered or node.func.id in COVERING
            if node.func.id in RAW and node.args and not covered:
                for part in ast.walk(node.args[0]):
                    called = part.attr if isinstance(part, ast.Attribute) else ""
                    called = part.id if isinstance(part, ast.Name) else called
                    if called in FREE and (name, called) not in OWN and not _inside_cover(node.args[0], part):
                        yield node.lineno, called
        for child in ast.iter_child_nodes(node):
            yield from walk(child, covered)

    return list(walk(tree, False))


def _inside_cover(root, wanted):
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in COVERING
        and any(part is wanted for part in ast.walk(node))
        for node in ast.walk(root)
    )


def test_no_free_word_is_shown_past_the_cover():
    files = sorted(UI.rglob("*.py"))
    assert len(files) > 150
    found = [
        f"{path.relative_to(UI)}:{line} {called}"
        for path in files
        for line, called in offences(ast.parse(path.read_text("utf-8")), path.relative_to(UI).as_posix())
    ]
    assert found == []


def test_the_rule_sees_an_offence_and_knows_a_cover():
    tree = ast.parse(
        "a(safe_line(said(hit.text), 9))\nwords_shown(safe_line(hit.text))\nsafe_line(words_shown(case.place))"
    )
    assert offences(tree, "x.py") == [(1, "text")]
