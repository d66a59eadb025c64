"""The sums of a school's choice once more, written apart: from amounts in euros, with nothing of the product."""

from fractions import Fraction


def hours_given_up(fte: str, cost_of_one: str) -> Fraction:
    """Euros that so much of a teacher costs every year."""
    return Fraction(fte) * Fraction(cost_of_one)


def kept_standing(yearly: Fraction, price: int, years: int) -> tuple[int, Fraction]:
    """Devices that a yearly amount keeps standing, each bought anew after so many years; euros left in that time."""
    devices = int(yearly * years / price)
    return devices, yearly * years - devices * price


def bought_at_once(euros: Fraction, price: int) -> tuple[int, Fraction]:
    """Devices for an amount that is spent once; euros left of it."""
    devices = int(euros / price)
    return devices, euros - devices * price


def hours_of_training(euros: Fraction, per_fte: int, hours: int) -> Fraction:
    """Hours that go with training money, by what the agreement gives for one fte."""
    return euros / per_fte * hours


def left_after(years: int, means: Fraction, yearly: Fraction, once: Fraction) -> Fraction:
    """What is left of the means of so many years, once all of it is paid."""
    there = Fraction(0)
    for _year in range(years):
        there += means - yearly
    return there - once


def hours_for(euros: Fraction, an_hour: str) -> Fraction:
    """Hours of work that an amount pays."""
    return euros / Fraction(an_hour)
