"""Numbers in any spacing: the words of texts that hold some are indexed again, with each number in one piece."""

from alembic import op

from console.domain.identifiers import squeezed_forms
from console.domain.text import fold

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TEXTS = (
    "SELECT s.docid, m.text FROM search_source s JOIN message m ON m.message_id = s.ref "
    "WHERE s.kind IN ('citizen', 'outside')",
    "SELECT s.docid, r.text FROM search_source s JOIN reply r ON r.reply_id = s.ref WHERE s.kind = 'reply'",
    "SELECT s.docid, n.text FROM search_source s JOIN note n ON n.note_id = s.ref WHERE s.kind = 'note'",
)


def upgrade() -> None:
    """Index again what has numbers."""
    connection = op.get_bind()
    for statement in TEXTS:
        for docid, text in connection.exec_driver_sql(statement).all():
            folded = fold(text)
            forms = squeezed_forms(folded)
            if forms:
                connection.exec_driver_sql("DELETE FROM search_text WHERE rowid = ?", (docid,))
                connection.exec_driver_sql(
                    "INSERT INTO search_text(rowid, folded) VALUES (?, ?)",
                    (docid, f"{folded} {' '.join(forms)}"),
                )
