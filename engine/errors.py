"""The few true exceptions: the author or we ourselves erred."""


class LocarnoError(Exception):
    """Any fault that a player's command cannot cause."""


class BrokenScenario(LocarnoError):
    """A scenario that cannot be played; the message says where and why."""


class BrokenJournal(LocarnoError):
    """A journal that does not replay; the message says at which event."""
