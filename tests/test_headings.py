"""The lent files of fixed words: each language has a word for every key."""

from pathlib import Path
from string import Template

import pytest
import yaml

from press.language.languages import languages

CONTENT = Path(__file__).resolve().parents[1] / "content"


def words(tag: str) -> dict[str, str]:
    """The fixed words of a language by `group.key`."""
    groups = yaml.safe_load((CONTENT / f"headings.{tag}.yaml").read_text("utf-8"))
    return {f"{name}.{key}": text for name, keys in groups.items() for key, text in keys.items()}


@pytest.mark.parametrize("tag", sorted(languages()))
def test_every_language_has_a_word_for_every_key_and_no_other(tag):
    assert words(tag).keys() == words("ar").keys()


@pytest.mark.parametrize("tag", sorted(languages()))
def test_what_stands_in_a_sentence_stands_in_it_in_every_language(tag):
    def named(text: str) -> list[str]:
        return sorted(Template(text).get_identifiers())

    arabic = words("ar")
    assert {k: named(t) for k, t in words(tag).items()} == {k: named(t) for k, t in arabic.items()}
