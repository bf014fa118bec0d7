"""From characters to sentences, tokens, quotations and headings. Offsets are always into the original text."""

from trucewatch.text.fold import fold
from trucewatch.text.quotations import find_quotations
from trucewatch.text.sentences import Sentence, find_sentences
from trucewatch.text.tokens import Token, find_tokens

__all__ = ["Sentence", "Token", "find_quotations", "find_sentences", "find_tokens", "fold"]
