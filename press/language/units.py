"""List the units that amounts may have: SI and beside it, shares, information, ISO 4217."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from babel.core import get_global


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: what it measures, how many of the first unit of its kind it is, CLDR's names.

    `per` is CLDR's name of what it is divided by. `zero`: what nought of it is in that first unit,
    which is not nought of temperatures alone.
    """

    id: str
    measures: str
    factor: Fraction
    cldr: str = ""
    per: str = ""
    zero: Fraction = Fraction(0)


_F = Fraction
_TABLE = """
length      m meter 1 | mm millimeter 1/1000 | cm centimeter 1/100 | km kilometer 1000
length      µm micrometer 1/1000000 | nm nanometer 1/1000000000 | nmi nautical-mile 1852
length      in inch 254/10000 | ft foot 3048/10000 | yd yard 9144/10000 | mi mile 1609344/1000
area        m2 square-meter 1 | km2 square-kilometer 1000000 | ha hectare 10000
area        cm2 square-centimeter 1/10000 | mi2 square-mile 2589988110336/1000000
volume      m3 cubic-meter 1 | km3 cubic-kilometer 1000000000 | L liter 1/1000
volume      mL milliliter 1/1000000 | hL hectoliter 1/10
mass        kg kilogram 1 | g gram 1/1000 | mg milligram 1/1000000 | t tonne 1000
mass        lb pound 45359237/100000000 | oz ounce 28349523125/1000000000000
duration    s second 1 | min minute 60 | h hour 3600 | d day 86400 | wk week 604800
duration    ms millisecond 1/1000 | a year 31557600
speed       m/s meter-per-second 1 | km/h kilometer-per-hour 1000/3600 | kn knot 1852/3600
temperature K kelvin 1
pressure    Pa pascal 1 | hPa hectopascal 100 | kPa kilopascal 1000 | bar bar 100000
pressure    mbar millibar 100 | MPa megapascal 1000000
energy      J joule 1 | kJ kilojoule 1000 | kWh kilowatt-hour 3600000
power       W watt 1 | kW kilowatt 1000 | MW megawatt 1000000 | GW gigawatt 1000000000
frequency   Hz hertz 1 | kHz kilohertz 1000 | MHz megahertz 1000000 | GHz gigahertz 1000000000
electric    V volt 1
electric    A ampere 1 | mA milliampere 1/1000
electric    Ω ohm 1
digital     B byte 1 | kB kilobyte 1000 | MB megabyte 1000000 | GB gigabyte 1000000000
digital     TB terabyte 1000000000000
angle       ° degree 1
"""
_SPELT = {"m²": "m2", "m³": "m3", "km²": "km2", "km³": "km3", "cm²": "cm2", "l": "L", "μm": "µm",
          "per cent": "%", "percent": "%", "ml": "mL", "hl": "hL"}  # fmt: skip
# What editors type in the words of a language, for the hint that names the id.
_WORDS = {
    "م": "m", "متر": "m", "كم": "km", "سم": "cm", "ملم": "mm", "مم": "mm", "هكتار": "ha",
    "كغ": "kg", "كجم": "kg", "طن": "t", "م2": "m2", "م²": "m2", "م3": "m3", "م³": "m3",
    "كم2": "km2", "كم²": "km2", "م3/ث": "m3/s", "م³/ث": "m3/s", "م/ث": "m/s", "كم/س": "km/h",
    "يورو": "EUR", "دولار": "USD", "في المئة": "%", "بالمئة": "%", "٪": "%", "°م": "°C",
    "metre": "m", "metres": "m", "meters": "m", "tonnes": "t", "hectares": "ha", "euros": "EUR",
    "dollars": "USD", "€": "EUR", "$": "USD", "£": "GBP", "feet": "ft", "knots": "kn",
    "hours": "h", "minutes": "min", "days": "d",
}  # fmt: skip


@cache
def units() -> dict[str, Unit]:
    """Every unit by its id, currencies apart."""
    found = {}
    for number, line in enumerate(_TABLE.strip().splitlines()):
        measures, rest = line.split(None, 1)
        for entry in rest.split(" | "):
            id, name, factor = entry.split()
            # An ampere is no volt: what is electric is a kind of its own on each line.
            kind = f"{measures}-{number}" if measures == "electric" else measures
            found[id] = Unit(id, kind, Fraction(factor), f"{measures}-{name}")
    found["°C"] = Unit("°C", "temperature", _F(1), "temperature-celsius", zero=_F("273.15"))
    found["°F"] = Unit("°F", "temperature", _F(5, 9), "temperature-fahrenheit",
                       zero=_F("273.15") - 32 * _F(5, 9))  # fmt: skip
    found["%"] = Unit("%", "share", _F(1, 100))
    found["‰"] = Unit("‰", "share", _F(1, 1000), "concentr-permille")
    found["ppm"] = Unit("ppm", "share", _F(1, 1000000), "concentr-permillion")
    for top, bottom in (
        ("m3", "s"), ("L", "s"), ("m3", "h"), ("m3", "d"), ("m3", "a"), ("km3", "a"), ("mm", "h"),
        ("mm", "d"), ("mm", "a"), ("t", "a"), ("kg", "ha"), ("t", "ha"), ("kg", "m3"), ("mg", "L"),
        ("g", "L"), ("m", "a"), ("L", "d"), ("MB", "s"),
    ):  # fmt: skip
        over, under = found[top], found[bottom]
        found[f"{top}/{bottom}"] = Unit(
            f"{top}/{bottom}", f"{over.measures} per {under.measures}",
            over.factor / under.factor, over.cldr, under.cldr,
        )  # fmt: skip
    return found


def unit_of(typed: str) -> Unit | None:
    """The unit that is called so, a currency by its code of ISO 4217 too; None for no unit."""
    spelt = "/".join(_SPELT.get(part, part) for part in typed.split("/"))
    if spelt in units():
        return units()[spelt]
    if spelt in get_global("all_currencies"):
        return Unit(spelt, f"money in {spelt}", Fraction(1))
    return None


def meant(typed: str) -> str:
    """The id of the unit that a word of a language means; empty for none that is known."""
    return _WORDS.get(typed.strip(), "")
