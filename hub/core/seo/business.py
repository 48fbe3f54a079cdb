"""JSON-LD of the practice and of the places it works from. Pure functions.

Source: Google Search Central, "Local business (LocalBusiness) structured data": name and address are required, and a
day on which the business is closed opens and closes at 00:00.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from .graph import node, reference

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

#: What a practice without an address is: nobody can visit it, so that it is no local business.
WITHOUT_ADDRESS = "Organization"


@dataclass(frozen=True)
class Address:
    """A postal address, each part as it is printed."""

    street: str = ""
    locality: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""


@dataclass(frozen=True)
class Hours:
    """Opening hours of a run of days. ``days`` are names from ``DAYS``; without times the practice is closed."""

    days: tuple[str, ...]
    opens: time | None = None
    closes: time | None = None


@dataclass(frozen=True)
class Business:
    """The practice, or one of its places, as the page shows it. ``logo`` and ``image`` are absolute addresses."""

    name: str
    url: str
    kind: str = "ProfessionalService"
    telephone: str = ""
    email: str = ""
    address: Address = Address()
    hours: tuple[Hours, ...] = ()
    area_served: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    logo: str = ""
    image: str = ""
    profiles: tuple[str, ...] = ()
    map_url: str = ""


def days_between(first: str, last: str = "") -> tuple[str, ...]:
    """Return the run of days from ``first`` to ``last``, over the end of the week where it must."""
    if first not in DAYS:
        return ()
    start = DAYS.index(first)
    length = (DAYS.index(last) - start) % 7 if last in DAYS else 0
    return tuple(DAYS[(start + step) % 7] for step in range(length + 1))


def practice(home: str, business: Business, *, in_full: bool = True) -> dict:
    """Return the practice, the one node every page has; ``in_full`` adds e-mail, hours, area and profiles."""
    found = _business(f"{home}#practice", business)
    if not in_full:
        for name in ("email", "openingHoursSpecification", "areaServed", "sameAs"):
            found.pop(name, None)
    return found


def place(business: Business, home: str) -> dict:
    """Return one place the practice works from, on the page of its own at ``business.url``."""
    found = _business(f"{business.url}#place", business)
    return found | {"parentOrganization": reference(f"{home}#practice")}


def _business(identity: str, business: Business) -> dict:
    address = _address(business.address)
    is_local = bool(address) and business.kind
    return node(
        business.kind if is_local else WITHOUT_ADDRESS,
        identity,
        name=business.name,
        url=business.url,
        logo=business.logo,
        image=business.image,
        telephone=business.telephone,
        email=business.email,
        address=address,
        geo=_geo(business) if is_local else None,
        hasMap=business.map_url if is_local else "",
        openingHoursSpecification=[_hours(row) for row in business.hours if row.days] if is_local else None,
        areaServed=_one_or_all(business.area_served),
        sameAs=list(business.profiles),
    )


def _address(address: Address) -> dict | None:
    if not (address.street or address.locality):
        return None
    return node(
        "PostalAddress",
        streetAddress=address.street,
        addressLocality=address.locality,
        addressRegion=address.region,
        postalCode=address.postcode,
        addressCountry=address.country,
    )


def _geo(business: Business) -> dict | None:
    if business.latitude is None or business.longitude is None:
        return None
    return node("GeoCoordinates") | {"latitude": business.latitude, "longitude": business.longitude}


def _hours(row: Hours) -> dict:
    opens, closes = (row.opens, row.closes) if row.opens and row.closes else (time(), time())
    return node(
        "OpeningHoursSpecification",
        dayOfWeek=_one_or_all(row.days),
        opens=opens.isoformat("minutes"),
        closes=closes.isoformat("minutes"),
    )


def _one_or_all(values: Sequence[str]):
    return values[0] if len(values) == 1 else list(values)
