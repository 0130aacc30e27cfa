"""Find what keeps an order of its own in a text: identifiers, values, phrases of another script.

UAX #9 alone turns `(202) 555-0142`, `2005-2012` and `45%` inside Arabic, and turns them otherwise
where a line begins with them. So each is set, and read back, as one isolated element.

- An identifier (telephone, ISO date, ISBN, address, handle, symbol, formula, version, coordinate,
  file name) and a phrase in another script run from left to right always.
- A value follows the publication: in Arabic the first number of a range stands right, and a sign
  stands where CLDR has it for the family of digits, `45%` from left to right, `٤٥٪` right to left.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from press.language.phrases import Direction, Phrase

Kind = Literal["words", "phrase", "identifier", "address", "value", "foreign"]


@dataclass(frozen=True, slots=True)
class OrderedToken:
    """Characters `start` to `end` of a text as they are set.

    `text` may hold U+200E and U+200F, which keep the order inside. `words` are what stands
    between the others, in the direction of the publication; `language` is that of a passage that is
    typed with it, `{lang fa: چاپخانه}`.
    """

    kind: Kind
    text: str
    direction: Direction
    start: int
    end: int
    language: str = ""


# Letters, digits and marks of Hebrew, Arabic and the like; letters of the other scripts, with the
# marks above them and the small figures of formulas.
RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
LEFT_TO_RIGHT = (
    "A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02b8\u0300-\u058f\u0900-\u1fff"
    "\u2c00-\u2dff\u3005-\ud7ff\uf900-\ufaff\U00010000-\U0001efff"
)
_RUN = f"{LEFT_TO_RIGHT}0-9\u00b2\u00b3\u00b9\u2070-\u209c"
_LRM, _RLM = "\u200e", "\u200f"
_D = "[0-9٠-٩۰-۹]"
_GAP = "[ \u00a0\u202f]"
_DASH = "[–—−-]"
_FRACTION = "[\u00bc-\u00be\u2150-\u215e]"
_DECIMAL = rf"{_D}+(?:[.,٫]{_D}+)?"

# A passage in another language, in its own letters, digits and marks (BCP 47).
FOREIGN = re.compile(r"\{lang (?P<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*):(?P<said>[^{}]*)\}")

# An address ends before the marks of the sentence that it stands in.
_ADDRESS = (
    r"(?:[A-Za-z][A-Za-z0-9+.-]*://|www\.|(?:mailto|tel|doi|urn|geo):(?=\S)"
    r"|(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?::[0-9]+)?[/?#])"
    r"(?:[^\s<>«»“”\"،؛؟()]|\([^\s()]*\))*(?<![.,:;!?'’])"
)
_MAIL = r"(?<![A-Za-z0-9])[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_HANDLE = r"(?<![A-Za-z0-9])[@#](?=[0-9_]*[A-Za-z])[A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*"

_ISO = (
    rf"{_D}{{4}}-(?:[0٠]{_D}|[1١][0-2٠-٢])(?:-[0-3٠-٣]{_D})?"
    rf"(?:T{_D}\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?"
)
_BOOK = rf"97[89](?:[ -]{_D}{{1,7}}){{3}}[ -]{_D}|{_D}{{1,5}}-{_D}{{1,7}}-{_D}{{1,7}}-[0-9X]"
_SEVEN = rf"(?=(?:[ \u00a0()./-]*{_D}){{7}})"
_PART = rf"[ \u00a0./-]?\(?{_D}+\)?"
_TELEPHONE = (
    rf"\+{_SEVEN}{_D}{{1,4}}(?:{_PART})+"
    rf"|\({_D}{{1,5}}\)[ \u00a0-]?{_D}{{2,4}}(?:[ \u00a0.-]{_D}{{2,4}})+"
    rf"|{_SEVEN}[0٠]{_D}{{1,4}}(?:[ \u00a0/-]{_D}{{1,8}})+"
    rf"|(?:{_D}-)?{_D}{{3}}-{_D}{{3}}-{_D}{{4}}|{_D}{{3}}-[0٠]{_D}{{3}}"
)
TELEPHONE = re.compile(rf"(?<![0-9٠-٩۰-۹A-Za-z.+])(?:{_TELEPHONE})(?![A-Za-z0-9_٠-٩])")
_VERSION = rf"{_D}+(?:\.{_D}+){{2,}}"
_ANGLE = rf"{_DECIMAL}°(?:{_GAP}?{_DECIMAL}['’′](?:{_GAP}?{_DECIMAL}(?:[\"”″]|''|’’))?)?"
_DEGREES = rf"[+−-]?{_D}{{1,3}}\.{_D}{{3,}}"
_PLACE = (
    rf"{_ANGLE}{_GAP}?[NSEW](?:[,،]?{_GAP}?{_ANGLE}{_GAP}?[NSEW])?|{_DEGREES},{_GAP}?{_DEGREES}"
    rf"|{_D}+°{_GAP}?{_DECIMAL}['’′](?:{_GAP}?{_DECIMAL}(?:[\"”″]|''|’’))?"
)
# Names of files and numbers of documents that begin with a digit, DOI too.
_COMPOUND = (
    r"[0-9]+(?:[-._/:][0-9]+)*[-._/:]+(?:[A-Za-z_][A-Za-z0-9_./:-]*|\([A-Za-z0-9]+\))+"
    r"(?<![-.:])"
)
_IDENTIFIER = (
    rf"(?<![0-9٠-٩۰-۹A-Za-z.])(?:{_COMPOUND}|{_ISO}|{_BOOK}|{_TELEPHONE}|{_PLACE}|{_VERSION})"
    rf"(?![A-Za-z0-9_٠-٩]|[-/.][A-Za-z0-9٠-٩])"
)

# Units of the SI and beside it (BIPM brochure, tables 2 to 8), of currencies the commonest.
_UNIT = (
    r"(?:°[CF]?|[%٪‰]|(?:da|[munpfdchkMGTPµ])?(?:m|g|s|A|K|Hz|N|Pa|J|W|V|Ω|F|T|lx|Bq|Gy|Sv|l|L|t"
    r"|B|bit|Wh|eV|mol|cd|bar)[²³]?|ha|kn|nmi|min|h|d|ppm|dB|mi|ft|in|yd|lb|oz|mph"
    r"|USD|EUR|GBP|CHF|JPY|CNY|SDG|SSP|EGP|SAR|AED|QAR|KWD|BHD|OMR|JOD|IQD|SYP|LBP|LYD|TND|DZD"
    r"|MAD|YER|TRY|IRR|INR|RUB|CAD|AUD|SEK|NOK|DKK)"
    r"(?:/(?:s²?|h|min|d|a|k?m[²³]?|kg|g|l|L|ha|t))?"
)
_MONEY = "[$€£¥₪₽₺₹₩﷼]"
_NUMBER = (
    rf"(?:(?:{_D}{{1,3}}(?:{_GAP}{_D}{{3}})+(?!{_D})|{_D}+)(?:[.,:٫٬]{_D}+)*"
    rf"(?:{_GAP}?{_FRACTION})?|{_FRACTION})"
)
# A hyphen after a word joins («كوفيد-19»); after و alone and the like it is a sign.
_AMOUNT = (
    rf"(?:(?:(?<!\w)|(?<=(?<!\w)[وفبلك]))[±-]|[+~≈−])?(?:{_MONEY}{_GAP}?|[%٪#])?{_NUMBER}"
    rf"(?:{_GAP}?(?:{_UNIT}(?![A-Za-z0-9_°²³]|[/.-][A-Za-z0-9])|{_MONEY})|\+(?!{_D}))?"
)
_JOIN = rf"(?:{_GAP}?±{_GAP}?|{_DASH})"
_VALUE = (
    rf"(?<![A-Za-z0-9٠-٩۰-۹_]){_AMOUNT}(?:{_JOIN}{_AMOUNT})*"
    rf"(?![A-Za-z0-9٠-٩۰-۹_]|[-/.:_]+[A-Za-z])"
)
# The sign of an Arabic scale belongs to its letter: «25°م».
_DEGREE = rf"(?<![A-Za-z0-9٠-٩۰-۹.,٫])(?:[−-])?{_DECIMAL}{_GAP}?°{_GAP}?[مف](?!\w)"

_QUOTED = "|".join(
    rf"{a}(?=[^{b}\n]*[{LEFT_TO_RIGHT}])[^{b}{RIGHT_TO_LEFT}\n]*{b}" for a, b in ('""', "“”", "‘’")
)
_ASIDE = (
    rf"\((?=[^()]*[{LEFT_TO_RIGHT}])[^(){RIGHT_TO_LEFT}]*\)|(?<=[0-9] )\([12][0-9]{{3}}\)"
    r"|(?:(?<=\+[0-9] )|(?<=\+[0-9]{2} )|(?<=\+[0-9]{3} ))\([0-9]{1,5}\)"  # +44 (0)20 …
)
_PHRASE = (
    rf"(?:[{LEFT_TO_RIGHT}]|[0-9][0-9._/:\\-]*(?=[A-Za-z_])|{_QUOTED})"
    rf"(?:[{_RUN} .,:;'’&/@+_–%°~=#$€£?!*\\-]|{_ASIDE}|{_QUOTED})*"
    rf"(?:(?<=[{_RUN})\"”’%_])|(?<=[{_RUN}][+#°])|(?<=\+\+)"
    rf"|(?<=[{_RUN}][?!])(?={_GAP}?[»”\")]))(?:(?<=\.[A-Za-z])\.)?"
)

# What begins no token: most of an Arabic text is passed over at once.
PASSED = "\u0620-\u065f\u066e-\u06ef\ufffc \n،؛.:«»"
TOKEN = re.compile(
    rf"(?![{PASSED}])(?:{FOREIGN.pattern}"
    rf"|(?P<address>{_ADDRESS})|(?P<mail>{_MAIL})|(?P<handle>{_HANDLE})"
    rf"|(?P<identifier>{_IDENTIFIER})|(?P<degree>{_DEGREE})|(?P<value>{_VALUE})"
    rf"|(?P<phrase>{_PHRASE}))"
)
_IN_LATIN = re.compile(
    rf"{FOREIGN.pattern}|(?P<arabic>[\u0591-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
    rf"(?:[{RIGHT_TO_LEFT} 0-9/–-]*[{RIGHT_TO_LEFT}])?)"
    rf"|(?P<address>{_ADDRESS})|(?P<identifier>{_IDENTIFIER})|(?P<value>{_VALUE})"
)
# Every token of an Arabic text has a letter of another script or a figure.
IN_A_TOKEN = re.compile(rf"[{LEFT_TO_RIGHT}]|{_D}|{_FRACTION}")
_BETWEEN = re.compile(rf"(?<=[^\s–—−-]){_JOIN}(?=\S)")
_BARE = re.compile(rf"{_D}+(?:[.,:٫٬/]{_D}+)*")
_STEP = re.compile(r"(?<=[/?&=#;,_+-])(?![/?&=#;,_+-])|(?<!%)(?=%[0-9A-Fa-f]{2})")
# A word of an address that is longer is broken where it must be, in letters.
_LONG = 24
# After these words two groups of digits are one number, not a range.
_NUMBERED = re.compile(r"(?:هاتف|فاكس|تليفون|تلفون|جوال|محمول|خلوي|ردمد|ردمك|تدمد)\W{1,3}$")


@lru_cache(maxsize=65536)  # every text is asked where it is audited, set and read back
def tokens(text: str, base: Direction = "rtl") -> tuple[OrderedToken, ...]:
    """The whole of `text` in order, in a publication that runs in direction `base`."""
    found = _in_latin(text) if base == "ltr" else _in_arabic(text)
    out: list[OrderedToken] = []
    done = 0
    for token in found:
        if token.start > done:
            out.append(OrderedToken("words", text[done : token.start], base, done, token.start))
        out.append(token)
        done = token.end
    if done < len(text):
        out.append(OrderedToken("words", text[done:], base, done, len(text)))
    return tuple(out)


def said(text: str, base: Direction = "rtl") -> Phrase:
    """`text` as a value that is printed alone: of the direction of the one token that it is."""
    found = tokens(text, base)
    return Phrase(text, found[0].direction if len(found) == 1 else base)


def tokens_of(phrase: Phrase, base: Direction = "rtl") -> tuple[OrderedToken, ...]:
    """A value that is printed alone in its tokens; one of another direction is a single token."""
    found = tokens(phrase.text, base)
    if len(found) == 1 and found[0].direction == phrase.direction:
        return found
    if phrase.direction == base and phrase.text:
        return found
    return (OrderedToken("identifier", phrase.text, phrase.direction, 0, len(phrase.text)),)


def unmarked(text: str) -> str:
    """`text` as a reader sees it, passages in another language without their marking."""
    return FOREIGN.sub(lambda match: match["said"].strip(), text) if "{lang " in text else text


def address_parts(address: str) -> list[str]:
    """What no line breaks of an address: a break stands behind its signs, or before an escape."""
    parts = (part for part in _STEP.split(address) if part)
    return [part[at : at + _LONG] for part in parts for at in range(0, len(part), _LONG)]


def _in_latin(text: str) -> Iterator[OrderedToken]:
    """What stands in a text that runs from left to right: passages in Arabic letters, tokens."""
    for match in _IN_LATIN.finditer(text):
        typed, span = match[0], match.span()
        if match["language"]:
            yield _foreign(match)
        elif match.lastgroup == "arabic":
            yield OrderedToken("phrase", typed, "rtl", *span)
        elif match.lastgroup == "address":
            yield OrderedToken("address", typed, "ltr", *span)
        elif not _BARE.fullmatch(typed):
            kind: Kind = "value" if match.lastgroup == "value" else "identifier"
            yield OrderedToken(kind, _identifier(typed), "ltr", *span)


def _in_arabic(text: str) -> Iterator[OrderedToken]:
    if not IN_A_TOKEN.search(text):
        return
    for match in TOKEN.finditer(text):
        typed, span = match[0], match.span()
        if match["language"]:
            yield _foreign(match)
            continue
        match match.lastgroup:
            case "value" if _BARE.fullmatch(typed):
                continue  # digits alone keep their order on any line
            case "value" if "±" not in typed and _NUMBERED.search(text, 0, span[0]):
                yield OrderedToken("identifier", _identifier(typed), "ltr", *span)
            case "value":
                yield OrderedToken("value", *_value(typed), *span)
            case "degree":
                sign = typed.index("°")
                yield OrderedToken("value", typed[:sign] + _RLM + typed[sign:], "rtl", *span)
            case "address":
                yield OrderedToken("address", typed, "ltr", *span)
            case "phrase":
                yield OrderedToken("phrase", typed, "ltr", *span)
            case _:
                yield OrderedToken("identifier", _identifier(typed), "ltr", *span)


def _foreign(match: re.Match[str]) -> OrderedToken:
    """A passage in another language, in the direction of its first letter."""
    said = match["said"].strip()
    first = re.search(rf"[{LEFT_TO_RIGHT}]|[{RIGHT_TO_LEFT}]", said)
    rtl = first is not None and re.match(f"[{RIGHT_TO_LEFT}]", first[0]) is not None
    return OrderedToken("foreign", said, "rtl" if rtl else "ltr", *match.span(), match["language"])


def _european(text: str) -> bool:
    return any("0" <= character <= "9" for character in text) or not re.search(_D, text)


def _identifier(typed: str) -> str:
    """An identifier as it is set: its groups do not change places in Arabic-Indic digits either."""
    return typed if _european(typed) else re.sub(rf"(?<={_D})(?=[^\w])", _LRM, typed)


def _value(typed: str) -> tuple[str, Direction]:
    """A value as it is set, and its direction."""
    text = re.sub(rf"(?<={_D}) (?={_D})", "\u00a0", typed)
    parts = _BETWEEN.split(text)
    joins = [*_BETWEEN.findall(text), ""]
    if not _european(typed):
        # The letters of a unit stand left of the figure, in their own order.
        set_ = re.sub(r"(°?[A-Za-zµΩ][A-Za-z/²³]*)", f"{_RLM}{_LRM}\\1", text)
        return set_, "rtl"
    if len(parts) == 1:
        return text, "ltr"
    pairs = zip(parts, joins, strict=True)
    return "".join(f"{_LRM}{part}{_RLM}{join}{_RLM}" for part, join in pairs), "rtl"
