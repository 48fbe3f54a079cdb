from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def samples() -> Path:
    """Where the sample articles in plain text lie."""
    return ROOT / "tests" / "samples" / "text"


@pytest.fixture(scope="session")
def seed() -> Path:
    """Where the first real article lies, beside the project; it is not ours to copy."""
    folder = ROOT.parent / "shared" / "seed"
    if not (folder / "outline.json").exists():
        pytest.skip("the first real article is not beside this checkout")
    return folder
