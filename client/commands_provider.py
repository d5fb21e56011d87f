"""Every action by name, in the command palette."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from client.screens.places import TABS
from client.screens.play import PlayScreen
from client.texts import Words


class Acts(Provider):
    """The tabs and every act that is open now."""

    def _all(self) -> list[tuple[str, Callable[[], None]]]:
        screen = self.screen
        if not isinstance(screen, PlayScreen):
            return []
        words: Words = screen.app.words
        tabs = [(words(f"tab.{name}"), partial(screen.action_tab, name)) for name in TABS]
        return [*tabs, (words("account.open"), screen.action_account), *screen.named_acts()]

    async def discover(self) -> Hits:
        """All of them."""
        for name, act in self._all():
            yield DiscoveryHit(name, act)

    async def search(self, query: str) -> Hits:
        """Those that match."""
        matcher = self.matcher(query)
        for name, act in self._all():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(name), act)
