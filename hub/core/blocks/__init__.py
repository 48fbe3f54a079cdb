"""The block library, one module for each editorial purpose; ``body`` composes them."""

from .body import BodyBlock, Part, Question, parts, question_links, questions, words_of

__all__ = ["BodyBlock", "Part", "Question", "parts", "question_links", "questions", "words_of"]
