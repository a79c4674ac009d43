"""Hostile input through the whole program (threats.md §8, §9): strings, bodies, pictures, names, leaks, widgets, erasure."""
