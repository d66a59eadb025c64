"""`python -m data.examples.maker` (`make examples`) writes them all again."""

from data.examples.maker.workbooks import write_workbooks
from planning.core.paths import EXAMPLES

write_workbooks(EXAMPLES)
