"""The screens before the queue: who signs in, the lock, and the choice of a new PIN. None of them shows anything of a case."""
