"""Which words are English at all: a word that is right is never "corrected" to another that happens to be in a text."""

from functools import cache

from spellchecker import SpellChecker

from search.spelling import american

#: What readers of this subject write and dictionaries lack.
_OURS = frozenset(
    """
    adhd asd autistic bacp bpd cbt cbtp codependency coercive counsellor counsellors counselling dbt dissociation
    emdr gad gaslight gaslighting ghosting gp hypervigilance hypervigilant infidelity lgbt lgbtq menopause
    mindfulness neurodivergent neurodiverse nhs ocd perimenopause perinatal polyamory postnatal psychodynamic
    psychoeducation ptsd ruminating rumination somatic stonewalling tinnitus traumatised triggering ukcp
    """.split()
)


@cache
def _english() -> frozenset[str]:
    return frozenset(SpellChecker(language="en").word_frequency.keys())


def is_english(word: str) -> bool:
    """Say whether a folded word, in either spelling, is in the dictionary."""
    return word in _OURS or word in _english() or american(word) in _english()
