"""One simulated OA with its citizens, and the way back to its beginning."""

from console.simulator.config import Config
from console.simulator.corpus import load
from console.simulator.player import Player
from console.simulator.state import State


class World:
    """What the API and the control endpoint share.

    Raises:
        CorpusError: the corpus cannot be read, or with `strict` has a bad line.
        FaultError: the fault specification is malformed.

    """

    def __init__(self, config: Config) -> None:
        self.config = config
        self.base_url = ""
        self.conversations, self.warnings = (
            load(config.corpus, strict=config.strict) if config.corpus else ([], [])
        )
        self.restart()

    def restart(self) -> None:
        """Begin again: no messages, the first token pair, the corpus from its start; knobs and clock too."""
        self.state = State(self.config, self.base_url)
        self.player = Player(self.state, self.conversations)
        self.player.warnings += self.warnings
