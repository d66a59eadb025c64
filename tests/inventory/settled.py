"""How the property tests run: the same examples every time, no clock, nothing kept between runs."""

from hypothesis import HealthCheck, settings

ALWAYS_THE_SAME = settings(
    derandomize=True, database=None, deadline=None, max_examples=30, suppress_health_check=list(HealthCheck)
)
