"""The clock is local, and is not believed when it lies in the past."""

from datetime import UTC, datetime, timedelta

from milkit.ground.clock import Clock, today_doubtful

NOW = datetime(2026, 11, 12, 9, tzinfo=UTC)
YEAR = timedelta(days=365)


def test_now_has_its_zone():
    assert Clock().now().utcoffset() is not None
    assert Clock().monotonic() <= Clock().monotonic()


def test_a_past_clock_is_doubtful():
    assert today_doubtful(NOW - 10 * YEAR, None, NOW)
    assert today_doubtful(NOW, NOW + timedelta(days=3), None)
    assert today_doubtful(NOW + 60 * YEAR, None, NOW)


def test_an_honest_clock_is_not():
    assert not today_doubtful(NOW, NOW, NOW)
    assert not today_doubtful(NOW, NOW + timedelta(hours=8), None)
    assert not today_doubtful(NOW + 3 * YEAR, NOW, NOW)
    assert not today_doubtful(NOW, None, None)
