"""A chart of bars, as SVG that is readable on light and dark pages."""

from collections.abc import Sequence
from html import escape

WIDTH, ROW, LEFT, RIGHT = 720, 30, 300, 90
STYLE = (
    "text{font:13px sans-serif;fill:#24292f}rect{fill:#0969da}.base rect{fill:#8c959f}"
    "@media(prefers-color-scheme:dark){text{fill:#e6edf3}rect{fill:#4493f8}.base rect{fill:#9198a1}}"
)


def chart(title: str, bars: Sequence[tuple[str, float]]) -> str:
    """*bars* by label, to one scale; the first is what the others are measured by."""
    most = max(value for _, value in bars)
    rows = [
        f'<g class="{"other" if number else "base"}">'
        f'<text x="{LEFT - 8}" y="{40 + number * ROW + 18}" text-anchor="end">{escape(label)}</text>'
        f'<rect x="{LEFT}" y="{40 + number * ROW + 5}" height="{ROW - 10}"'
        f' width="{max(2, (WIDTH - LEFT - RIGHT) * value / most):.0f}"/>'
        f'<text x="{LEFT + max(2, (WIDTH - LEFT - RIGHT) * value / most) + 6:.0f}" y="{40 + number * ROW + 18}">'
        f"{value:.1f}</text></g>"
        for number, (label, value) in enumerate(bars)
    ]
    height = 50 + len(bars) * ROW
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n"
        f'<text x="8" y="22">{escape(title)}</text>\n' + "\n".join(rows) + "\n</svg>\n"
    )
