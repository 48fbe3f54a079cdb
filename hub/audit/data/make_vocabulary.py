"""Writes ``schemaorg.json`` anew: python -m hub.audit.data.make_vocabulary schema.d.ts VERSION

The file read is schema-dts' own (npm install schema-dts; dist/schema.d.ts). Only facts are taken from it: which types
there are and what they are kinds of, which properties each brings, what a property's value may be, what is superseded.
"""

import json
import re
import sys
from pathlib import Path

TARGET = Path(__file__).with_name("schemaorg.json")
INTERFACE = re.compile(r"^(?:export )?interface (\w+?)(Base|Leaf) extends ([^{]+)\{\n(.*?)^\}", re.M | re.S)
PROPERTY = re.compile(r'(/\*\*(?:(?!\*/).)*\*/\s*)?"([a-zA-Z]\w*)"\?: SchemaValue<(.*?), "\w+">;', re.S)
MEMBERS = re.compile(r"^export type (\w+) = (.*);$", re.M)
INSTEAD = re.compile(r"@deprecated Consider using https://schema\.org/(\w+)")


def vocabulary(declarations: str) -> dict:
    """Return the vocabulary that TypeScript ``declarations`` hold, as ``vocabulary.py`` reads it."""
    kinds, own, values, superseded = {}, {}, {}, {}
    for name, part, parents, inside in INTERFACE.findall(declarations):
        named = [parent.strip().removesuffix("Base") for parent in parents.split(",")]
        named = [parent for parent in named if parent.isidentifier() and parent != name]
        if "_" in name or (part == "Leaf" and name in kinds):
            continue
        kinds[name] = sorted(parent for parent in named if "_" not in parent)
        for comment, label, allowed in PROPERTY.findall(inside):
            own.setdefault(name, []).append(label)
            found = {kind.strip().strip('"') for kind in allowed.split("|")} - {"IdReference"}
            values[label] = sorted({*values.get(label, []), *(kind for kind in found if kind.isidentifier())})
            if instead := INSTEAD.search(comment):
                superseded[label] = instead[1]
    members = {
        value: name
        for name, union in MEMBERS.findall(declarations)
        for value in re.findall(r'"https://schema\.org/(\w+)"', union)
    }
    return {
        "types": {name: " ".join(parents) for name, parents in sorted(kinds.items())},
        "properties": {name: " ".join(sorted(labels)) for name, labels in sorted(own.items())},
        "values": {label: " ".join(allowed) for label, allowed in sorted(values.items())},
        "members": dict(sorted(members.items())),
        "superseded": dict(sorted(superseded.items())),
    }


if __name__ == "__main__":
    source, version = sys.argv[1:]
    found = vocabulary(Path(source).read_text(encoding="utf-8"))
    notice = {
        "source": f"schema.org's vocabulary, read from the declarations of schema-dts {version}",
        "licence": "schema.org is licensed CC BY-SA 3.0 (https://creativecommons.org/licenses/by-sa/3.0/)",
    }
    TARGET.write_text(json.dumps(notice | found, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
