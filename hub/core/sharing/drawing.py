"""The share image: the page's title and the practice's name on paper, beside the page's own artwork. No Django here."""

from io import BytesIO

from PIL import Image, ImageDraw

from hub.core.art import PALETTES, canvas, scene

from .lettering import drawable, fitted, font

WIDTH, HEIGHT = 1200, 630

_PAPER, _INK, _GREEN = "#f7f2e8", "#25302b", "#1f4d40"
_MARGIN = 76
#: Where the artwork begins, and how wide a picture of it is taken: it shows its middle.
_ART_LEFT = 800
_ART_WIDTH = HEIGHT * 3 // 2 + 15
_TITLE_TOP, _TITLE_BOTTOM = 168, HEIGHT - 72
_TITLE_SIZES = range(100, 35, -4)
#: The two discs of the practice's mark and what they share, as in ``includes/mark.html``.
_MARK = ((19, 21, 15, _GREEN), (30, 27, 14, "#a04526"))
_SHARED = "#a59a87"


def drawn(title: str, practice: str, seed: str) -> bytes:
    """Return the share image as a PNG, 1200 by 630 pixels.

    Args:    title, practice: plain text; what the typeface lacks is left out, and a title of which too little would
             be left gives way to the practice's name. seed: what the page's artwork grows from.
    """
    title, practice = drawable(title), drawable(practice)
    picture = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    _paint_art(picture, seed)
    pen = ImageDraw.Draw(picture)
    if title and title != practice:
        _write_practice(picture, pen, practice)
    _write_title(pen, title or practice, PALETTES[scene(seed).scheme][1])
    out = BytesIO()
    picture.quantize(192, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _paint_art(picture, seed):
    art = canvas(seed, _ART_WIDTH)
    width = WIDTH - _ART_LEFT
    left = (art.width - width) // 2
    picture.paste(art.crop((left, 0, left + width, HEIGHT)), (_ART_LEFT, 0))


def _write_practice(picture, pen, practice):
    if not practice:
        return
    side = 56
    picture.paste(_mark(side), (_MARGIN - 6, 66), _mark(side))
    name = fitted(practice, _ART_LEFT - _MARGIN * 2 - side, 40, range(30, 17, -2), 500)
    pen.text((_MARGIN + side + 8, 66 + side // 2), name.lines[0], font=font(name.size, 500), fill=_GREEN, anchor="lm")


def _mark(side) -> Image.Image:
    """Return the practice's mark with a transparent ground, ``side`` pixels square."""
    scale = side * 4 / 48
    mark = Image.new("RGBA", (side * 4, side * 4), (0, 0, 0, 0))
    masks = []
    for x, y, radius, colour in _MARK:
        mask = Image.new("L", mark.size, 0)
        box = [(x - radius) * scale, (y - radius) * scale, (x + radius) * scale, (y + radius) * scale]
        ImageDraw.Draw(mask).ellipse(box, fill=255)
        mark.paste(colour, mask=mask)
        masks.append(mask)
    shared = Image.composite(masks[1], Image.new("L", mark.size, 0), masks[0])
    mark.paste(_SHARED, mask=shared)
    return mark.resize((side, side), Image.Resampling.LANCZOS)


def _write_title(pen, title, accent):
    if not title:
        return
    room = _TITLE_BOTTOM - _TITLE_TOP
    setting = fitted(title, _ART_LEFT - _MARGIN - 60, room, _TITLE_SIZES, 560)
    top = _TITLE_BOTTOM - setting.leading * len(setting.lines)
    for place, line in enumerate(setting.lines):
        position = (_MARGIN, top + (place + 0.5) * setting.leading)
        pen.text(position, line, font=font(setting.size, 560), fill=_INK, anchor="lm")
    if top - _TITLE_TOP > 30:
        pen.rectangle([_MARGIN + 2, top - 22, _MARGIN + 74, top - 16], fill=accent)
