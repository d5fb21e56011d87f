"""The client's colours: dark, light and high contrast, each with a hue for every power that stays apart for the colour-blind."""

from __future__ import annotations

from textual.theme import Theme

HUES = 8
"""Hues for powers; a ninth power begins again, and its letters tell it from the first."""


def _hues(*colours: str) -> dict[str, str]:
    return {f"power-{place}": colour for place, colour in enumerate(colours)}


_ON_DARK = _hues("#e6a532", "#5ab9f0", "#2fc092", "#f0e442", "#6f9ff5", "#f07d3c", "#e58fc0", "#c0c0c8")
_ON_LIGHT = _hues("#8a5a00", "#005f8f", "#00684a", "#6b6000", "#2a4fb0", "#a83c00", "#93356c", "#4a4a52")
_ON_BLACK = _hues("#ffb000", "#56c8ff", "#00e090", "#ffff00", "#8ab0ff", "#ff8a40", "#ff9ad5", "#ffffff")

THEMES = (
    Theme(
        name="locarno-dark",
        primary="#7aa2d6",
        secondary="#5f87b0",
        accent="#e6b450",
        warning="#e6a532",
        error="#ef7d6b",
        success="#57b894",
        foreground="#e4e4e0",
        background="#14171c",
        surface="#1b2027",
        panel="#262d37",
        dark=True,
        variables=_ON_DARK | {"footer-key-foreground": "#e6b450"},
    ),
    Theme(
        name="locarno-light",
        primary="#234f86",
        secondary="#44668f",
        accent="#7a4a00",
        warning="#8a5a00",
        error="#a5281b",
        success="#0b6b48",
        foreground="#1a1a1a",
        background="#f7f5ef",
        surface="#efece3",
        panel="#dedacd",
        dark=False,
        variables=_ON_LIGHT | {"footer-key-foreground": "#7a4a00"},
    ),
    Theme(
        name="locarno-contrast",
        primary="#ffffff",
        secondary="#ffff00",
        accent="#ffff00",
        warning="#ffb000",
        error="#ff8080",
        success="#00ff90",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#2a2a2a",
        dark=True,
        text_alpha=1.0,
        variables=_ON_BLACK | {"footer-key-foreground": "#ffff00"},
    ),
)
"""The first is the one to begin with."""

DEFAULTS = _ON_DARK
"""For any other theme: what `App.get_theme_variable_defaults` gives."""
