"""Names beside the marks of a picture, none on another name or on a mark."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.transforms import Bbox

MARK: Final = 6.0  # points from the middle of a mark to its edge, with some air
ASIDE: Final = 8.0
LINE: Final = 11.0  # points from one line of names to the next
Spot = tuple[float, float]


def spread(axes: "Axes", names: Mapping[Spot, str], marks: Iterable[Spot]) -> None:
    """Write each name as near to its mark as there is room, with a thin line where that is not beside it.

    ``axes`` must have their limits already; ``marks`` are the places, in data, of everything drawn.
    """
    from matplotlib.text import Text  # noqa: PLC0415  # an extra, and slow to load
    from matplotlib.transforms import Bbox  # noqa: PLC0415

    figure = axes.get_figure(root=True)
    assert figure is not None
    figure.draw_without_rendering()
    scale = figure.dpi / 72
    edge = MARK * scale
    taken = [
        Bbox([[x - edge, y - edge], [x + edge, y + edge]]) for x, y in map(axes.transData.transform, marks)
    ]
    frame = axes.get_window_extent()
    for at, name in names.items():
        for side, up in _places(at[0] > sum(axes.get_xlim()) / 2):
            said = axes.annotate(
                name,
                at,
                xytext=(ASIDE * side, up),
                textcoords="offset points",
                ha="left" if side > 0 else "right",
                va="center",
                fontsize=8,
                arrowprops={"arrowstyle": "-", "linewidth": 0.6, "shrinkA": 0, "shrinkB": 3} if up else None,
            )
            said.get_window_extent()  # puts the name in its place
            box = Text.get_window_extent(said).padded(scale)  # of the name alone, without its line
            if _is_inside(box, frame) and not any(box.overlaps(other) for other in taken):
                break
            said.remove()
        else:
            said = axes.annotate(name, at, xytext=(ASIDE, 0), textcoords="offset points", fontsize=8)
            box = Text.get_window_extent(said)
        taken.append(box)


def _places(is_right: bool) -> Iterator[tuple[int, float]]:
    """Sides and heights to try, the nearest first; names keep to the inside of the picture."""
    sides = (-1, 1) if is_right else (1, -1)
    for lines in range(8):
        for up in dict.fromkeys((lines * LINE, -lines * LINE)):
            for side in sides:
                yield side, up


def _is_inside(box: "Bbox", frame: "Bbox") -> bool:
    return bool(box.x0 >= frame.x0 and box.x1 <= frame.x1 and box.y0 >= frame.y0 and box.y1 <= frame.y1)
