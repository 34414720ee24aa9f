"""How property tests run here: the same inputs every time, unless a run is asked to search."""

from hypothesis import HealthCheck, settings

# No deadline: a busy machine is not a defect.
settings.register_profile(
    "repeatable",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "fuzz",
    deadline=None,
    max_examples=300,  # of one round; a search goes on with the next as long as it has time
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("repeatable")
