"""Artwork of soft overlapping shapes, grown from a seed: each page has its own, and all belong together.

Pure functions. Colours are classes (``f1`` to ``f5``), so that the style sheet paints them for light, dark and
paper; ``painted`` draws the same scene as pixels for places that take pictures only.
"""

import hashlib
import math
import random
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 600, 400
SCHEMES = 5

#: RGB of the ground and of f1 to f5 for each scheme, light: the twin of ``css/components/art.css``.
PALETTES = (
    ("#e9e2d0", "#2f5d50", "#8fae9b", "#c9744f", "#e8c48f", "#55776d"),
    ("#e6e0d6", "#3d5a6c", "#9fb8bf", "#b8634a", "#e3b79a", "#6b8891"),
    ("#ece1cf", "#7a5b3a", "#c7a977", "#4f6f52", "#dfc7a0", "#a9785a"),
    ("#e4e3d8", "#4a5a3f", "#a7b48a", "#c98a4b", "#ddd0a0", "#72855f"),
    ("#eadfd9", "#6b4a5a", "#c09aa0", "#3f6660", "#e5bfa8", "#94707c"),
)


@dataclass(frozen=True)
class Shape:
    """A closed outline of at least three points, in the 600 by 400 field, and its colour, 1 to 5."""

    points: tuple[tuple[float, float], ...]
    colour: int
    curve: str = ""


@dataclass(frozen=True)
class Scene:
    """``scheme`` is 0 to 4; shapes are painted in order."""

    scheme: int
    shapes: tuple[Shape, ...]


def scene(seed: str) -> Scene:
    """Return the artwork of ``seed``: the same for the same seed, on every machine."""
    number = int.from_bytes(hashlib.sha256(seed.encode()).digest()[:8], "big")
    source = random.Random(number)  # noqa: S311
    family = FAMILIES[number % len(FAMILIES)]
    return Scene(number // len(FAMILIES) % SCHEMES, tuple(family(source)))


def svg(seed: str) -> str:
    """Return the artwork as SVG markup without styles of its own; decorative, so hidden from screen readers."""
    drawn = scene(seed)
    paths = "".join(f'<path class="f{shape.colour}" d="{shape.curve}"/>' for shape in drawn.shapes)
    return (
        f'<svg class="art art--{drawn.scheme + 1}" viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="xMidYMid slice" '
        f'aria-hidden="true" focusable="false">{paths}</svg>'
    )


def painted(seed: str, width: int = 1500) -> bytes:
    """Return the artwork as a PNG, three to two, ``width`` pixels wide."""
    out = BytesIO()
    canvas(seed, width).save(out, "PNG", optimize=True)
    return out.getvalue()


def canvas(seed: str, width: int) -> Image.Image:
    """Return the artwork as an image to paint on, three to two, ``width`` pixels wide."""
    drawn = scene(seed)
    ground, *colours = PALETTES[drawn.scheme]
    scale = width / WIDTH
    picture = Image.new("RGB", (width * 2, width * 2 * HEIGHT // WIDTH), ground)
    for shape in drawn.shapes:
        layer = Image.new("L", picture.size, 0)
        outline = [(x * scale * 2, y * scale * 2) for x, y in shape.points]
        ImageDraw.Draw(layer).polygon(outline, fill=214)
        picture.paste(colours[shape.colour - 1], mask=layer)
    return picture.resize((width, width * HEIGHT // WIDTH), Image.Resampling.LANCZOS)


def _ellipse(x, y, rx, ry, colour, turn=0.0) -> Shape:
    points = []
    for step in range(72):
        angle = step * math.tau / 72
        px, py = rx * math.cos(angle), ry * math.sin(angle)
        points.append((x + px * math.cos(turn) - py * math.sin(turn), y + px * math.sin(turn) + py * math.cos(turn)))
    (sx, sy), (ex, ey) = points[0], points[36]
    degrees = round(math.degrees(turn))
    curve = (
        f"M{sx:.0f} {sy:.0f}A{rx:.0f} {ry:.0f} {degrees} 1 1 {ex:.0f} {ey:.0f}"
        f"A{rx:.0f} {ry:.0f} {degrees} 1 1 {sx:.0f} {sy:.0f}Z"
    )
    return Shape(tuple(points), colour, curve)


def _wave(y, swell, phase, colour) -> Shape:
    """A band from edge to edge, its upper side a wave, down to the lower edge."""
    heights = [y + swell * math.sin(phase + x * math.tau / 520) for x in range(0, WIDTH + 1, 10)]
    points = [(x * 10, height) for x, height in enumerate(heights)]
    knots = range(0, WIDTH + 1, 150)

    def slope(x):
        return swell * math.tau / 520 * math.cos(phase + x * math.tau / 520)

    curve = f"M0 {heights[0]:.0f}"
    for left, right in zip(knots, list(knots)[1:], strict=False):
        curve += (
            f"C{left + 50} {heights[left // 10] + 50 * slope(left):.0f} "
            f"{right - 50} {heights[right // 10] - 50 * slope(right):.0f} {right} {heights[right // 10]:.0f}"
        )
    return Shape((*points, (WIDTH, HEIGHT), (0, HEIGHT)), colour, f"{curve}V{HEIGHT}H0Z")


def _leaf(x, y, length, breadth, turn, colour) -> Shape:
    """Two arcs that meet in two points."""

    def place(along, across):
        return (
            x + along * math.cos(turn) - across * math.sin(turn),
            y + along * math.sin(turn) + across * math.cos(turn),
        )

    points = [place(length * step / 24, breadth * math.sin(math.pi * step / 24)) for step in range(25)]
    points += [place(length * step / 24, -breadth * math.sin(math.pi * step / 24)) for step in range(23, 0, -1)]
    tip, left, right = place(length, 0), place(length / 2, breadth * 2), place(length / 2, -breadth * 2)
    curve = (
        f"M{x:.0f} {y:.0f}Q{left[0]:.0f} {left[1]:.0f} {tip[0]:.0f} {tip[1]:.0f}"
        f"Q{right[0]:.0f} {right[1]:.0f} {x:.0f} {y:.0f}Z"
    )
    return Shape(tuple(points), colour, curve)


def _arch(x, base, width, height, colour) -> Shape:
    radius = width / 2
    top = base - height + radius
    points = [(x - radius, base)]
    points += [
        (x - radius * math.cos(step * math.pi / 24), top - radius * math.sin(step * math.pi / 24)) for step in range(25)
    ]
    points.append((x + radius, base))
    curve = (
        f"M{x - radius:.0f} {base:.0f}V{top:.0f}A{radius:.0f} {radius:.0f} 0 0 1 {x + radius:.0f} {top:.0f}V{base:.0f}Z"
    )
    return Shape(tuple(points), colour, curve)


def _harbour(source):
    sun = source.randint(150, 450)
    yield _disc(sun, source.randint(120, 175), source.randint(60, 92), 3)
    yield _wave(source.randint(200, 225), source.randint(10, 22), source.uniform(0, 6), 2)
    boat = sun + source.choice((-1, 1)) * source.randint(60, 140)
    yield _leaf(boat - 70, 262, 150, 26, source.uniform(-0.12, 0.12), 4)
    yield _wave(source.randint(265, 285), source.randint(12, 24), source.uniform(0, 6), 5)
    yield _wave(source.randint(325, 345), source.randint(10, 22), source.uniform(0, 6), 1)


def _hills(source):
    yield _disc(source.randint(120, 480), source.randint(90, 140), source.randint(46, 70), 4)
    for colour, base in ((2, 420), (5, 440), (3, 470), (1, 490)):
        yield _ellipse(source.randint(40, 560), base, source.randint(210, 330), source.randint(130, 215), colour)


def _leaves(source):
    root, count = source.randint(230, 370), 7
    spread = source.uniform(2.1, 2.6)
    for place in range(count):
        turn = -math.pi / 2 - spread / 2 + spread * place / (count - 1)
        colour = (1, 2, 5, 3, 5, 2, 1)[(place + source.randint(0, 1)) % 7]
        yield _leaf(root, 392, source.randint(215, 330), source.randint(24, 40), turn, colour)
    yield _disc(root + source.choice((-190, 190)), 110, source.randint(34, 50), 4)


def _stones(source):
    x, y = source.randint(240, 360), 372
    for colour, rx in ((1, 150), (2, 122), (3, 96), (5, 70), (4, 42)):
        width, height = rx + source.randint(-10, 12), source.randint(32, 40) * (0.75 + rx / 500)
        y -= height * 0.86
        yield _ellipse(x + source.randint(-16, 16), y, width, height, colour, source.uniform(-0.09, 0.09))
        y -= height * 0.86


def _arches(source):
    for colour, width in ((2, 190), (4, 150), (1, 170), (3, 120), (5, 140)):
        yield _arch(source.randint(90, 510), HEIGHT, width + source.randint(-20, 40), source.randint(150, 330), colour)


def _meeting(source):
    """Two large discs that share a part, and smaller ones around them."""
    y, gap, radius = source.randint(185, 215), source.randint(90, 120), source.randint(118, 140)
    middle = source.randint(260, 340)
    yield _disc(middle - gap, y, radius, 2)
    yield _disc(middle + gap, y, radius, 3)
    yield _leaf(middle, y - 105, 210, 38, math.pi / 2, 1)
    for _ in range(2):
        yield _disc(source.randint(60, 540), source.choice((60, 345)), source.randint(18, 36), source.choice((4, 5)))


def _disc(x, y, radius, colour):
    return _ellipse(x, y, radius, radius, colour)


FAMILIES = (_harbour, _hills, _leaves, _stones, _arches, _meeting)
