"""Garbage is collected again when the last of the works without it has ended."""

import gc

from planning.core.garbage import not_collected


def test_garbage_is_collected_again_after_the_last_work() -> None:
    with not_collected():
        with not_collected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_who_collects_none_is_left_alone() -> None:
    gc.disable()
    try:
        with not_collected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
