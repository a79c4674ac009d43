"""Composition root: opens a profile and puts the packages together. The only code that knows them all."""
