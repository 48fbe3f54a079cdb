"""The old site's files: found by name, never trusted."""

import io
import zipfile

import pytest
from PIL import Image

from blog.wordpress.addresses import file_keys, key_of
from blog.wordpress.faults import UnreadableExport
from blog.wordpress.fetching import Fetcher
from blog.wordpress.uploads import UnreadableFile, Uploads
from hub.core.models import HubImage
from tests.blog.wordpress.exports import item

PICTURE = '<p>Words</p><img src="https://old.example.org/wp-content/uploads/2020/01/a.jpg" alt="A">'


def zipped(path, **files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def picture(size=(30, 20)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, "JPEG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://x/wp-content/uploads/2020/01/a.jpg", "2020/01/a.jpg"),
        ("https://x/wp-content/uploads/2020/01/a-300x200.jpg", "2020/01/a.jpg"),
        ("https://x/wp-content/uploads/2020/01/a-scaled.jpg", "2020/01/a.jpg"),
        ("https://x/wp-content/uploads/2020/01/b%20c.jpg", "2020/01/b c.jpg"),
        ("https://x.files.wordpress.com/2020/01/a.jpg?w=300", "2020/01/a.jpg"),
    ],
)
def test_names_a_file_goes_by(address, name):
    assert file_keys(address)[0] == name


def test_of_two_files_with_one_name_the_one_in_the_same_folder_is_taken(tmp_path):
    for month in ("01", "02"):
        (tmp_path / "2020" / month).mkdir(parents=True)
        (tmp_path / "2020" / month / "a.jpg").write_bytes(month.encode())
    found = Uploads(tmp_path)

    assert found.read(found.find("https://x/wp-content/uploads/2020/02/a-300x200.jpg"), 10) == b"02"


def test_link_out_of_the_folder_is_not_followed(tmp_path):
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jpg").symlink_to(tmp_path / "secret.jpg")
    found = Uploads(tmp_path / "in")

    assert found.find("https://x/a.jpg") is None
    with pytest.raises(UnreadableFile):
        found.read("../secret.jpg", 100)


def test_zip_with_names_that_climb_writes_nothing(tmp_path, articles, write, run):
    media = zipped(tmp_path / "m.zip", **{"../../../../evil.jpg": picture(), "2020/01/a.jpg": picture()})
    before = set(tmp_path.parent.rglob("evil*"))

    run(write(item(1, PICTURE)), "--media", media)

    assert set(tmp_path.parent.rglob("evil*")) == before
    assert HubImage.objects.count() == 1


def test_zip_bomb_is_read_no_further_than_a_picture_may_be(tmp_path):
    found = Uploads(zipped(tmp_path / "m.zip", **{"a.jpg": b"\0" * 50_000_000}))
    with pytest.raises(UnreadableFile, match="larger than 1 MB"):
        found.read("a.jpg", 1024 * 1024)


def test_what_is_no_zip_is_refused(tmp_path):
    (tmp_path / "m.zip").write_bytes(b"PK\x03\x04 and nothing")
    with pytest.raises(UnreadableExport, match="no ZIP"):
        Uploads(tmp_path / "m.zip")


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"GIF89a", "damaged"), (b"<svg onload=x>", "damaged"), (picture((9000, 9000)), "million pixels")],
)
def test_picture_that_cannot_be_used_is_listed_and_harms_nothing_else(tmp_path, articles, write, run, data, why):
    media = zipped(tmp_path / "m.zip", **{"2020/01/a.jpg": data})

    found = run(write(item(1, PICTURE), item(2)), "--media", media, "--publish")

    assert why in found.reports[1]["missing"]["https://old.example.org/wp-content/uploads/2020/01/a.jpg"]
    assert "A" in found.reports[1]["left_out"]
    assert all(page.live for page in found.pages.values())


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1/a.jpg",
        "http://localhost:8000/a",
        "http://169.254.169.254/x",
        "ftp://x/a",
        "http://[::1]/a",
    ],
)
def test_nothing_is_fetched_from_our_own_network(address):
    with pytest.raises(UnreadableFile):
        Fetcher().fetch(address, 1000)


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://old.example.org/a/B/", "/a/b"),
        ("http://www.old.example.org/a/b#part", "/a/b"),
        ("//old.example.org/a/b", "/a/b"),
        ("/a/b/", "/a/b"),
        ("?p=12", "?p=12"),
        ("https://old.example.org/?page_id=12", "?p=12"),
        ("https://old.example.org/index.php", "/"),
        ("https://else.example.net/a", None),
        ("mailto:a@old.example.org", None),
        ("http://[::1", None),
        ("words", None),
    ],
)
def test_what_an_old_address_comes_down_to(address, key):
    assert key_of(address, "https://old.example.org") == key
