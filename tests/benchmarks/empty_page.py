"""An overview with nothing on it: what sign-in, menu, title, filter and answer cost by themselves."""

from pages.parts.frame import answer, heading, surroundings
from pages.parts.refusals import guard
from planning.core.rights import Right
from planning.core.translation import gettext as _

guard(Right.READ, Right.READ_PUBLISHED)
heading(surroundings(), _("Overview"))
answer(_("Here you see how far every school is."))
