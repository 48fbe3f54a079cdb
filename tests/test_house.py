"""The house rules a machine can hold: blocks describe themselves, templates carry no code, pages state their place."""

import importlib
import pkgutil
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page

from hub.core.blocks import BodyBlock
from hub.core.headings import RESERVED
from tests.helpers import BLOCK_NAMES, BODY, soup

ROOMS = ("hub", "home", "blog", "search")
OUR_MODELS = [
    model
    for room in (
        "core",
        "users",
        "consultations",
        "addresses",
        "outbound",
        "home",
        "blog",
        "importing",
        "wordpress",
        "discovery",
        "search",
    )
    for model in apps.get_app_config(room).get_models()
]
PAGE_TYPES = [model for model in OUR_MODELS if issubclass(model, Page)]
SOURCES = [path for room in ROOMS for path in sorted((settings.BASE_DIR / room).rglob("*"))]
TEMPLATES = [path for path in SOURCES if path.suffix in {".html", ".svg"} and "templates" in path.parts]

INLINE = re.compile(
    r"""<style\b|\sstyle\s*=|\son[a-z]+\s*=\s*["'{]|<script\b(?![^>]*\b(?:src=|type="application/(?:ld\+)?json"))|javascript:""",
    re.IGNORECASE,
)


def relative(path):
    return str(path.relative_to(settings.BASE_DIR))


def streams():
    """Every stream a model of ours has, by name."""
    return {
        f"{model._meta.object_name}.{field.name}": field.stream_block
        for model in OUR_MODELS
        for field in model._meta.local_fields
        if isinstance(field, StreamField)
    }


def template_context():
    return Context({"level": 2, "anchor": "here"})


@pytest.mark.parametrize("name", BLOCK_NAMES)
def test_block_describes_itself(name):
    meta = BODY.child_blocks[name].meta
    assert (bool(meta.icon != "placeholder"), bool(meta.group), bool(meta.description), bool(meta.template)) == (
        True,
    ) * 4


@pytest.mark.parametrize("name", BLOCK_NAMES)
def test_template_of_a_block_is_named_after_it(name):
    assert BODY.child_blocks[name].meta.template == f"core/blocks/{name}.html"


def test_chooser_shows_the_blocks_in_five_groups():
    assert list(dict.fromkeys(block.meta.group for block in BODY.child_blocks.values())) == [
        "Text",
        "Emphasis",
        "Reference",
        "Media",
        "Action",
    ]


@pytest.mark.parametrize("name", BLOCK_NAMES)
def test_block_previews_in_the_admin(admin_client, name):
    block = BodyBlock().child_blocks[name]
    assert block.is_previewable

    answer = admin_client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})

    shown = soup(answer).main
    assert answer.status_code == 200
    assert shown.get_text(strip=True) or shown.find(["img", "svg"])


# The others' previews stand in for a picture, a document or a page of the site.
@pytest.mark.parametrize(
    "name",
    sorted({*BLOCK_NAMES} - {"image", "download", "person_card", "related_articles", "shared_invitation"}),
)
def test_preview_value_is_one_an_editor_could_save(name, db):
    block = BODY.child_blocks[name]

    block.clean(block.get_preview_value())


def empty_values():
    """Every way a block may be stored without content: as the editor saves it, as a later version may find it."""
    for name, block in BODY.child_blocks.items():
        if isinstance(block, blocks.StructBlock):
            yield name, {}
            yield name, {child: _nothing(inner) for child, inner in block.child_blocks.items()}
            for child, inner in block.child_blocks.items():
                if isinstance(inner, blocks.ListBlock):
                    yield name, {child: [_nothing(inner.child_block)]}
        elif isinstance(block, blocks.RichTextBlock):
            yield name, ""
        else:
            yield name, None


def _nothing(block):
    if isinstance(block, blocks.StructBlock):
        return {name: _nothing(inner) for name, inner in block.child_blocks.items()}
    if isinstance(block, blocks.ListBlock):
        return []
    is_chosen = isinstance(block, blocks.ChooserBlock | blocks.IntegerBlock | blocks.BooleanBlock)
    return None if is_chosen else ""


@pytest.mark.parametrize(("name", "raw"), list(empty_values()))
def test_block_renders_empty(db, name, raw):
    block = BODY.child_blocks[name]

    shown = block.bind(block.to_python(raw)).render_as_block(context=template_context().flatten())

    assert "None" not in str(shown)


@pytest.mark.parametrize("name", BLOCK_NAMES)
def test_block_renders_with_its_defaults(db, name):
    block = BODY.child_blocks[name]

    assert block.bind(block.get_default()).render_as_block(context=template_context().flatten()) is not None


@pytest.mark.parametrize(("name", "block"), streams().items(), ids=streams())
def test_stream_nests_at_most_two_levels(name, block):
    # The levels an editor opens: a block in the stream, and rows inside it. A choice of a picture is a field.
    def depth(block):
        inner = []
        if isinstance(block, blocks.BaseStructBlock | blocks.BaseStreamBlock) and not _is_field(block):
            inner = list(block.child_blocks.values())
        elif isinstance(block, blocks.ListBlock):
            return depth(block.child_block) + (0 if isinstance(block.child_block, blocks.BaseStructBlock) else 1)
        return 1 + max(map(depth, inner), default=0) if inner else 0

    def _is_field(block):
        return type(block).__name__ == "ImageBlock"

    assert max(depth(child) for child in block.child_blocks.values()) <= 2


@pytest.mark.parametrize(("name", "block"), streams().items(), ids=streams())
def test_every_child_of_a_stream_has_an_icon(name, block):
    assert [child.name for child in block.child_blocks.values() if child.meta.icon == "placeholder"] == []


# The admin has a policy of its own.
@pytest.mark.parametrize("path", [path for path in TEMPLATES if "wagtailadmin" not in path.parts], ids=relative)
def test_template_has_no_inline_style_or_script(path):
    assert INLINE.findall(path.read_text()) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=relative)
def test_template_compiles(path):
    assert get_template(str(path).rpartition("templates/")[2])


# The desk's templates stand in the admin, where nobody's headings do.
def test_identifiers_of_templates_are_kept_from_headings():
    public = [path for path in TEMPLATES if "desk" not in path.parts]
    ids = {name for path in public for name in re.findall(r'\sid="([a-z][\w-]*)"', path.read_text())}

    assert ids - RESERVED == set()


@pytest.mark.parametrize("bad", ['<p style="x">', "<style>", '<a onclick="x">', "<script>", '<a href="javascript:x">'])
def test_inline_code_would_be_found(bad):
    assert INLINE.search(bad)


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_page_type_states_its_place(model):
    assert "parent_page_types" in vars(model)
    assert "subpage_types" in vars(model) or model.__name__ == "HomePage"


def test_only_one_home_page_is_offered():
    assert apps.get_model("home.HomePage").max_count_per_parent == 1


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_page_type_ends_in_page_and_has_a_template_of_its_name(model):
    assert model.__name__.endswith("Page")
    assert get_template(model.template)


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_page_type_asks_what_a_visitor_may_see_in_one_word(model):
    assert callable(model.objects.published)


def test_no_module_is_named_for_nothing():
    vague = {"utils", "common", "services", "misc", "helpers"}
    assert [relative(path) for path in SOURCES if path.stem in vague] == []


def test_no_module_is_longer_than_a_screenful_of_screens():
    long = {relative(path): len(path.read_text().splitlines()) for path in SOURCES if path.suffix == ".py"}
    data = ("home/demo/articles/", "migrations/")
    assert {name: lines for name, lines in long.items() if lines > 330 and not any(part in name for part in data)} == {}


@pytest.mark.parametrize(
    "room", ["core", "users", "consultations", "addresses", "outbound", "home", "blog", "importing"]
)
def test_app_has_one_migration_until_the_first_release(room):
    folder = Path(importlib.import_module(f"{apps.get_app_config(room).name}.migrations").__file__).parent
    assert [module.name for module in pkgutil.iter_modules([str(folder)])] == ["0001_initial"]


def test_migrations_match_the_models(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
