"""How the property tests of the reader run; that the examples are the same every time is so for the whole suite."""

from hypothesis import HealthCheck, settings

ALWAYS_THE_SAME = settings(max_examples=30, suppress_health_check=list(HealthCheck))
