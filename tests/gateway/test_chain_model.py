"""The proof of the walk against a hostile list, in memory: thousands of histories with slides, recalls, odd pages and crashes.

Each history ends with one undisturbed walk; then everything listed must be stored. The same histories are run against wrong
variants of the proof, which must all be caught: a test that cannot fail proves nothing.
"""

import random

import pytest

from console.cache.walk_state import Mark
from console.gateway import chain
from console.gateway.chain import End, Seen

HISTORIES = 400


class World:
    """A list of messages, newest first, that moves while it is read; and what a desk has stored of it."""

    def __init__(self, seed, *, cap=None):
        self.chance = random.Random(seed)
        self.rows = []
        self.clock = 1000
        self.made = 0
        self.stored = set()
        self.covered = set()
        self.mark = None
        self.chaos = 0.0
        self.links_to_known = False

    def arrive(self, count):
        for _ in range(count):
            self.made += 1
            self.clock += self.chance.choice([0, 0, 1, 50])
            self.rows.insert(0, (f"m{self.made}", self.clock))

    def recall(self, count):
        for _ in range(min(count, len(self.rows))):
            del self.rows[self.chance.randrange(min(len(self.rows), 30))]

    def move(self):
        """What happens between two reads."""
        if self.chance.random() < self.chaos:
            self.arrive(self.chance.randrange(1, 25))
        if self.chance.random() < self.chaos:
            self.recall(self.chance.randrange(1, 5))

    def read(self, offset):
        """Read, store and judge a page as ``console.gateway.pages`` does."""
        self.move()
        page = self.rows[offset : offset + 10]
        if self.chance.random() < self.chaos / 2:
            page = page[: self.chance.randrange(len(page) + 1)]
        if self.chance.random() < self.chaos / 2 and page:
            page = [*page, self.chance.choice(page)]
        if self.chance.random() < self.chaos / 2:
            self.chance.shuffle(page)
        keys = dict(page)
        fresh = keys.keys() - self.stored
        before = set(self.stored)
        self.stored |= keys.keys()
        older = [k for k, at in keys.items() if self.mark and at < self.mark.at]
        return Seen(
            keys=keys,
            newest=max((Mark(at, k) for k, at in page), default=None),
            oldest_at=min(keys.values(), default=1 << 53),
            links=bool(before & keys.keys())
            if self.links_to_known
            else bool(older) and self.covered.issuperset(older),
            touches=not self.covered.isdisjoint(older),
            meets=bool(keys.keys() & self.covered),
            uncovered=frozenset(keys.keys() - self.covered),
            fresh=len(fresh),
        )

    def walk(self, most):
        """Walk for at most ``most`` reads; a walk that is cut short concludes nothing."""
        steps = chain.walk()
        offset = next(steps)
        for _ in range(most):
            try:
                offset = steps.send(self.read(offset))
            except StopIteration as stop:
                self.conclude(stop.value)
                return stop.value
        return None

    def conclude(self, passed):
        if passed.end is End.LINKED or (passed.end is End.ENDED and (passed.met or self.mark is None)):
            self.mark = passed.newest or self.mark
            self.covered |= passed.uncovered.keys()


def history(seed, **how):
    """Play one history; return what is listed at its end and was never stored."""
    world = World(seed)
    for name, value in how.items():
        setattr(world, name, value)
    world.arrive(world.chance.randrange(0, 40))
    for _ in range(world.chance.randrange(3, 10)):
        world.chaos = world.chance.choice([0.0, 0.1, 0.4])
        world.arrive(world.chance.choice([0, 1, 5, 15, 60]))
        world.walk(world.chance.choice([1, 2, 3, 5, 8, 200]))
    world.chaos = 0.0
    world.arrive(1)
    for _ in range(5):
        passed = world.walk(1000)
        if passed.end is not End.LOST:
            break
    # What the list showed above the link is stored; a hole that was declared (ENDED without a known row) is no silent loss.
    if passed.end is End.ENDED and not passed.met and world.mark is not None:
        return set()
    return {key for key, _ in world.rows} - world.stored


@pytest.mark.parametrize("block", range(4))
def test_nothing_listed_is_ever_missed(block):
    for seed in range(block * HISTORIES, (block + 1) * HISTORIES):
        assert history(seed) == set(), f"seed {seed}"


def caught(**how):
    return any(history(seed, **how) for seed in range(4 * HISTORIES))


def test_linking_to_rows_that_are_merely_known_is_caught():
    assert caught(links_to_known=True)


def test_believing_a_short_page_is_caught(monkeypatch):
    def believe(offset, last, beyond):
        return True
        yield

    monkeypatch.setattr(chain, "_is_end", believe)
    assert caught()


def test_pages_that_need_not_overlap_are_caught(monkeypatch):
    class Agreeable(dict):
        """Keys that share something with any other page."""

        def keys(self):
            return _Meets(super().keys())

    class _Meets(frozenset):
        def __and__(self, other):
            return frozenset({"anything"})

    read = World.read

    def blind(world, offset):
        seen = read(world, offset)
        return Seen(
            keys=Agreeable(seen.keys),
            newest=seen.newest,
            oldest_at=seen.oldest_at,
            links=seen.links,
            touches=seen.touches,
            meets=seen.meets,
            uncovered=seen.uncovered,
            fresh=seen.fresh,
        )

    monkeypatch.setattr(World, "read", blind)
    assert caught()


def test_moving_the_watermark_without_a_link_is_caught(monkeypatch):
    def hasty(world, most):
        steps = chain.walk()
        offset = next(steps)
        keys = {}
        newest = None
        for _ in range(most):
            page = world.read(offset)
            keys |= page.keys
            newest = max(filter(None, (newest, page.newest)), default=None)
            try:
                offset = steps.send(page)
            except StopIteration as stop:
                world.conclude(stop.value)
                return stop.value
        world.mark = newest or world.mark
        world.covered |= keys.keys()
        return None

    monkeypatch.setattr(World, "walk", hasty)
    assert caught()


def test_a_list_that_never_stands_still_is_given_up_not_believed():
    world = World(1)
    world.arrive(50)
    steps = chain.walk()
    next(steps)
    with pytest.raises(StopIteration) as stop:
        for n in range(100_000):
            # Every page is about other messages than the page before.
            steps.send(Seen(keys={f"x{n}-{i}": n for i in range(10)}, newest=Mark(n, "x"), oldest_at=n))
    assert stop.value.value.end is End.LOST


def test_cut_list_is_told_from_a_short_one():
    steps = chain.walk()
    rows = [(f"m{n}", 100 - n) for n in range(18)]

    def show(offset):
        part = rows[offset : offset + 10] if offset < 10 else []
        return Seen(keys=dict(part), newest=Mark(1, "m"), oldest_at=1)

    offset = next(steps)
    with pytest.raises(StopIteration) as stop:
        while True:
            offset = steps.send(show(offset))
    assert (stop.value.value.end, stop.value.value.cut) == (End.ENDED, True)
