"""What the window says of an error of the store or of an action, in the language in force."""

from console.actions.desk import ActionError
from console.cache.errors import StoreError
from console.runtime.i18n import said


def said_error(error: BaseException) -> str:
    """Return what happened, what is safe and what to do; the text of any other error as it is."""
    if isinstance(error, StoreError):
        return said(error.words)
    if isinstance(error, ActionError):
        from console.ui.desk.acts import say  # all the desk does, for the first error only

        return say(error.words)
    return str(error)
