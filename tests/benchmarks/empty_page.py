"""An overview with nothing on it: what sign-in, menu, title, filter and answer cost by themselves."""

from pages.parts.frame import answer, heading, surroundings
from pages.parts.places import START
from pages.parts.refusals import guard
from planning.core.translation import gettext as _

guard(START)
heading(surroundings(), _("Overview"))
answer(_("Here you see how far every school is."))
