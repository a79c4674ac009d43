"""The fault matrix of reliability.md §6: what goes wrong, what must hold, what must be said."""
