"""A keyring that lives in the test's own memory."""

import keyring.backend

from console.cache import keys


class MemoryKeyring(keyring.backend.KeyringBackend):
    """Stands for an allowed back end; the tests add it to the list."""

    priority = 1  # type: ignore[assignment]

    def __init__(self):
        super().__init__()
        self.kept = {}
        self.trouble = None

    def get_password(self, service, username):
        if self.trouble:
            raise self.trouble
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        if self.trouble:
            raise self.trouble
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


def allow_memory(monkeypatch):
    """Return such a keyring, and let the program take it for a safe one until the test ends."""
    allowed = (MemoryKeyring.__module__, MemoryKeyring.__qualname__)
    monkeypatch.setattr(keys, "ALLOWED_BACKENDS", (*keys.ALLOWED_BACKENDS, allowed))
    return MemoryKeyring()
