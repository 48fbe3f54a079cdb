"""llms.txt (llmstxt.org), security.txt (RFC 9116) and the web app manifest (W3C)."""

import datetime as dt
import json
import re
from urllib.parse import urljoin

from ..answers import File
from ..documents import split
from ..findings import LLMS, MANIFEST, SECURITY, Severity, shortened
from .dates import RFC3339, moment

MARKDOWN_LINK = re.compile(r"\[[^\]]*\]\(<?([^)\s>]+)>?\)")
SECURITY_FIELDS = {"acknowledgments", "canonical", "contact", "encryption", "expires", "hiring", "policy"}
SECURITY_FIELDS |= {"preferred-languages", "csaf"}
SOON, LONGEST = dt.timedelta(days=30), dt.timedelta(days=366)
DISPLAYS = {"fullscreen", "standalone", "minimal-ui", "browser"}


@LLMS("llms-form", Severity.ERROR)
def llms_is_well_formed(file: File):
    """llms.txt is Markdown: one first-level heading at its top, links under second-level headings."""
    if file.status != 200:
        return
    if file.kind not in {"text/plain", "text/markdown"}:
        yield f"llms.txt is sent as {file.kind}: send it as text/plain or text/markdown."
    written = [line for line in file.text.lstrip("\ufeff").splitlines() if line.strip()]
    if not written or not re.match(r"# \S", written[0]):
        yield "llms.txt does not begin with a first-level heading: the name of the site belongs there."
    if len([line for line in written if re.match(r"# \S", line)]) > 1:
        yield "llms.txt has more than one first-level heading: use the second level for sections."
    if any(line.startswith("### ") for line in written):
        yield "llms.txt has headings of the third level: sections are of the second."


@LLMS("llms-links", Severity.ERROR)
def llms_links_answer(file: File):
    """What llms.txt links to has a whole address and can be opened."""
    for url in MARKDOWN_LINK.findall(file.text) if file.status == 200 else ():
        answer = file.answer(url)
        if split(url).scheme not in {"http", "https"}:
            yield f"llms.txt links to {url}: write its whole address."
        elif answer and not answer.is_found:
            yield f"llms.txt links to {url}, which answers {answer.status}: remove or mend it."


def security_fields(text: str) -> list[tuple[str, str]]:
    """Return the fields of a security.txt in order; a line that is none has the name ""."""
    found = []
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            name, colon, value = line.partition(":")
            found.append((name.strip().lower(), value.strip()) if colon else ("", line))
    return found


@SECURITY("security-form", Severity.ERROR)
def security_is_well_formed(file: File):
    """security.txt has a contact, one date of expiry, and no field that RFC 9116 doesn't know."""
    if file.status != 200:
        return
    if file.kind != "text/plain":
        yield f"security.txt is sent as {file.kind}: send it as text/plain."
    fields = security_fields(file.text)
    names = [name for name, _ in fields]
    if "contact" not in names:
        yield "security.txt names no contact: add a line Contact: with mailto:, tel: or https:."
    if names.count("expires") != 1:
        yield f"security.txt has {names.count('expires') or 'no'} dates of expiry: it must have one."
    if names.count("preferred-languages") > 1:
        yield "security.txt names preferred languages twice: write them in one line."
    for name, value in fields:
        if name not in SECURITY_FIELDS:
            yield f"security.txt has the line “{shortened(name or value)}”, which RFC 9116 doesn't know."
        elif name not in {"expires", "preferred-languages"} and not split(value).scheme:
            yield f"{name} in security.txt is “{shortened(value)}”: write an address with mailto:, tel: or https:."
        elif value.startswith("http://") and not _is_local(value):
            yield f"{name} in security.txt is {value}: it must begin with https://."


def _is_local(url: str) -> bool:
    return split(url).hostname in {"localhost", "127.0.0.1", "testserver", "::1"}


@SECURITY("security-expired", Severity.ERROR)
def security_is_valid(file: File):
    """security.txt has not expired."""
    for value in _expiries(file):
        if not RFC3339.match(value) or not moment(value):
            yield f"Expires in security.txt is “{shortened(value)}”: write 2027-11-24T09:00:00Z."
        elif moment(value) <= file.now:
            yield f"security.txt expired on {value}: check it, and set a new date."


@SECURITY("security-expires", Severity.WARNING)
def security_is_valid_for_a_while(file: File):
    """security.txt expires in more than a month and less than a year."""
    for value in _expiries(file):
        if (when := moment(value)) and when > file.now:
            if when - file.now < SOON:
                yield f"security.txt expires on {value}: check it, and set a new date."
            elif when - file.now > LONGEST:
                yield f"security.txt expires on {value}, in more than a year: a nearer date says that it is kept."


def _expiries(file: File) -> list[str]:
    return [value for name, value in security_fields(file.text) if name == "expires"] if file.status == 200 else []


@SECURITY("security-canonical", Severity.ERROR)
def security_is_where_it_says(file: File):
    """security.txt is found at the address that it calls its own."""
    said = [value for name, value in security_fields(file.text) if name == "canonical"] if file.status == 200 else []
    if said and file.url not in said:
        yield f"security.txt calls {said[0]} its own address and was found at {file.url}: correct it."


def read_manifest(file: File) -> dict:
    try:
        found = json.loads(file.text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


@MANIFEST("manifest-form", Severity.ERROR)
def manifest_is_well_formed(file: File):
    """The manifest answers 200 as JSON with a name, icons, a start and a display that browsers know."""
    if file.status != 200:
        yield f"The manifest answers {file.status}."
        return
    if file.kind not in {"application/manifest+json", "application/json"}:
        yield f"The manifest is sent as {file.kind}: send it as application/manifest+json."
    found = read_manifest(file)
    if not found:
        yield "The manifest is no JSON object."
        return
    if lacking := [name for name in ("name", "icons", "start_url") if not found.get(name)]:
        yield f"The manifest lacks {', '.join(lacking)}."
    if found.get("display", "browser") not in DISPLAYS:
        yield f"The manifest's display is “{found['display']}”: browsers know {', '.join(sorted(DISPLAYS))}."


@MANIFEST("manifest-icons", Severity.ERROR)
def manifest_icons_answer(file: File):
    """The icons in the manifest can be fetched, and are as large as is said; one has 192 pixels, one 512."""
    icons = [icon for icon in read_manifest(file).get("icons") or () if isinstance(icon, dict)]
    sizes = {size for icon in icons for size in str(icon.get("sizes", "")).lower().split()}
    if icons and "any" not in sizes and (lacking := {"192x192", "512x512"} - sizes):
        yield f"The manifest has no icon of {' and '.join(sorted(lacking))} pixels: phones want both."
    for icon in icons:
        url = urljoin(file.url, str(icon.get("src", "")))
        answer = file.answer(url)
        said = str(icon.get("sizes", "")).lower().split()
        if answer and not answer.is_found:
            yield f"The manifest names the icon {url}, which answers {answer.status}."
        elif answer and answer.size and said and "any" not in said and "{}x{}".format(*answer.size) not in said:
            yield f"The icon {url} is said to be {said[0]} and is {answer.size[0]}x{answer.size[1]}."
