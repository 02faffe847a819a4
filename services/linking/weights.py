"""How much each signal counts; different for occupations and skills.

Round numbers between what 1,500 of ESCO's own synonyms teach when each is looked up without itself
(logistic regression over the signals) and what served the development titles best. The optimum is
flat: any of these moved by half changes the mean reciprocal rank by .005 at most, letters by .013.
The weight of meaning is the best on those synonyms alone, with the six others as they are.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass

from services.vocabulary.concepts import Kind


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the signals; letters is the measure of the others."""

    letters: float
    all_names: float
    about: float
    translated: float
    translated_about: float
    cognate: float
    meaning: float = 0.0  # only with the extra ``semantic``

    @property
    def shares(self) -> tuple[float, ...]:
        """The weights as shares of 1, in the order above."""
        each = astuple(self)
        return tuple(weight / sum(each) for weight in each)


WEIGHTS: dict[Kind, Weights] = {
    "occupation": Weights(1.0, 0.5, 0.4, 0.5, 0.4, 0.3),
    "skill": Weights(1.0, 0.4, 0.3, 0.4, 0.6, 0.3),
}
SEMANTIC: dict[Kind, Weights] = {
    "occupation": Weights(1.0, 0.5, 0.4, 0.5, 0.4, 0.3, 2.5),
    "skill": Weights(1.0, 0.4, 0.3, 0.4, 0.6, 0.3, 4.0),
}


def weights(kind: Kind, *, semantic: bool) -> Weights:
    """Those for the six signals, or for the seven when meaning is one of them."""
    return (SEMANTIC if semantic else WEIGHTS)[kind]
