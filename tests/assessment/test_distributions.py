"""Quantiles from printed tables, to the digits that they print."""

import pytest

from milkit.assessment.distributions import (
    beta_part,
    f_below,
    f_quantile,
    t_quantile,
    t_two_sided,
)


@pytest.mark.parametrize(
    ("p", "df", "t"),
    [
        (0.975, 1, 12.7062),
        (0.975, 2, 4.3027),
        (0.975, 10, 2.2281),
        (0.975, 29, 2.0452),
        (0.975, 120, 1.9799),
        (0.95, 5, 2.0150),
        (0.995, 30, 2.7500),
        (0.5, 7, 0.0),
    ],
)
def test_t(p, df, t):
    assert t_quantile(p, df) == pytest.approx(t, abs=5e-5)
    assert t_quantile(1 - p, df) == pytest.approx(-t, abs=5e-5)


@pytest.mark.parametrize(
    ("p", "df1", "df2", "f"),
    [
        (0.95, 1, 1, 161.4476),
        (0.95, 3, 10, 3.7083),
        (0.95, 10, 20, 2.3479),
        (0.975, 1, 10, 6.9367),
        (0.975, 20, 20, 2.4645),
        (0.99, 5, 5, 10.9670),
    ],
)
def test_f(p, df1, df2, f):
    assert f_quantile(p, df1, df2) == pytest.approx(f, abs=5e-5)
    assert f_quantile(1 - p, df2, df1) == pytest.approx(1 / f, abs=5e-5)


@pytest.mark.parametrize("df", [1, 3, 30, 999, 100_000])
def test_quantile_and_share_are_each_others_inverse(df):
    t = t_quantile(0.975, df)
    assert t_two_sided(t, df) == pytest.approx(0.05, abs=1e-12)
    f = f_quantile(0.025, df, 4 * df)
    assert f_below(f, df, 4 * df) == pytest.approx(0.025, abs=1e-12)


def test_the_ends():
    assert beta_part(2, 3, 0) == 0
    assert beta_part(2, 3, 1) == 1
    assert beta_part(1, 1, 0.3) == pytest.approx(0.3)
    assert t_two_sided(0, 5) == pytest.approx(1)
