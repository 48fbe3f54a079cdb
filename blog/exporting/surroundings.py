"""What an article shows that is kept elsewhere, so that a document of it can be read on its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from blog.importing.outline import Invitation


@dataclass(frozen=True)
class Surroundings:
    """``titles`` of pages by the address they are linked by; shared ``invitations`` by name; ``crisis_lines`` plain.

    A page without a title here is shown by its address.
    """

    titles: Mapping[str, str] = field(default_factory=dict)
    invitations: Mapping[str, Invitation] = field(default_factory=dict)
    crisis_lines: tuple[str, ...] = ()

    def title(self, address: str) -> str:
        return self.titles.get(address) or address
