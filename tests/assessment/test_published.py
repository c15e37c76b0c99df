"""Figures that others have printed, each with the tolerance of its digits."""

import pytest

from milkit.assessment.change import apart, changed, hake, mean_of, paired, wilson
from milkit.assessment.detection import Told, discernment
from milkit.assessment.raters import icc, kappa
from milkit.assessment.reliability import feldt, reliability

CLOSE = 1e-4
LSAT6 = (
    *(3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15),
    *(10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298),
)


def lsat6():
    return [
        [int(bit) for bit in f"{pattern:05b}"]
        for pattern, many in enumerate(LSAT6)
        for _ in range(many)
    ]


@pytest.mark.parametrize(
    ("told", "d_prime", "c"),
    [
        (Told(100, 100, 82, 54), 1.002793, -0.4019603),
        (Told(10, 10, 10, 10), 3.381243, 0),
        (Told(10, 10, 10, 0), 0, -1.690622),
        (Told(10, 10, 8, 7), 1.220648, -0.137535),
    ],
)
def test_discernment(told, d_prime, c):
    found = discernment(told)
    assert found.d_prime == pytest.approx(d_prime, abs=1e-6)
    assert found.c == pytest.approx(c, abs=1e-6)
    assert found.se_c == found.se / 2


def test_a_pupil_is_known_to_about_six_tenths():
    assert discernment(Told(10, 10, 8, 7)).se == pytest.approx(0.6, abs=0.01)


def test_distrust_and_naivety():
    for real in range(9):
        for spotted in range(9):
            told = Told(8, 8, real, spotted)
            assert told.right == real + spotted
            assert told.distrust == max(0, spotted - real)
            assert told.naivety == max(0, real - spotted)


def test_lsat6():
    found = reliability(lsat6())
    assert found.alpha == pytest.approx(0.294997, abs=1e-6)
    assert found.kr20 == pytest.approx(0.294997, abs=1e-6)
    assert found.kr21 == pytest.approx(0.196441, abs=1e-6)
    assert found.sd**2 * 999 / 1000 == pytest.approx(1.070239, abs=1e-6)
    assert found.sem == pytest.approx(found.sd * (1 - 0.294997) ** 0.5, abs=1e-6)
    for name, printed in (
        ("p", (0.924, 0.709, 0.553, 0.763, 0.870)),
        ("alpha_if_dropped", (0.2754, 0.2376, 0.2168, 0.2459, 0.2663)),
        ("item_rest_r", (0.1128, 0.1532, 0.1728, 0.1444, 0.1216)),
        ("discrimination", (0.1966, 0.6315, 0.8109, 0.5370, 0.3203)),
    ):
        got = [getattr(item, name) for item in found.items]
        assert got == pytest.approx(printed, abs=6e-5), name


def test_feldt():
    assert feldt(0.85, 89, 7) == pytest.approx((0.7971, 0.8932), abs=CLOSE)


def test_a_paired_mean_from_what_is_printed():
    found = paired((51.4, 58.2), (8.92, 7.43), 0.537, 30)
    assert found.diff == pytest.approx(6.8)
    assert found.se == pytest.approx(1.455922, abs=1e-6)
    assert found.t == pytest.approx(4.6706, abs=CLOSE)
    assert found.ci == pytest.approx((3.822304, 9.777696), abs=1e-5)


def test_sleep():
    one = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
    two = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    found = changed(two, one)
    assert found.t == pytest.approx(-4.062128, abs=1e-6)
    assert found.p == pytest.approx(0.002833, abs=1e-6)
    assert found.d_z == pytest.approx(-1.284558, abs=1e-6)
    assert found.df == 9


def test_two_groups():
    d, g = apart((103, 100), (5.5, 4.5), (50, 50))
    assert d == pytest.approx(0.597022, abs=1e-6)
    assert g == pytest.approx(0.592442, abs=1e-5)
    assert apart((1, 0), (0, 0), (5, 5)) is None
    assert apart((1, 0), (1, 1), (1, 1)) is None


def test_gain():
    assert hake(40, 60) == pytest.approx(1 / 3)
    assert hake(60, 45) == pytest.approx(-0.375)
    assert hake(100, 100) is None


def test_a_proportion():
    assert wilson(120, 300) == pytest.approx((0.346165, 0.456363), abs=1e-6)
    assert wilson(0, 10)[0] == pytest.approx(0)
    assert wilson(10, 10)[1] == pytest.approx(1)
    assert wilson(0, 0) is None


def test_raters():
    assert kappa([[31, 12], [4, 58]]) == pytest.approx(0.675676, abs=1e-6)
    assert kappa([[9, 0], [0, 0]]) is None
    assert kappa([[0, 0], [0, 0]]) is None
    rows = [
        *([9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8]),
        *([7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]),
    ]
    assert icc(rows) == pytest.approx((0.289764, 0.714841), abs=1e-6)
    assert icc([[1, 2]]) is None
    assert icc([[3, 3], [3, 3]]) is None


def test_a_mean():
    assert mean_of([]) is None
    assert mean_of([3]) == (1, 3, None, None)
    assert mean_of([0.1, 0.1, 0.1]).sd == 0
