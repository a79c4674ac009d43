"""Pure rules of the duty desk: no I/O, no Qt, no SQL. Standard library only."""
