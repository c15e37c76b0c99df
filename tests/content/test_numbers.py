"""One slip a student, with the class and never a name of a student."""

from milkit.activities.paper import Cards
from milkit.content.numbers import slips
from milkit.ground.words import words


def test_there_is_one_for_each_student():
    sheet = slips("9 Anggrek", 47, words("en"))
    cards = next(block for block in sheet.blocks if isinstance(block, Cards))
    assert [card[0].text for card in cards.cards] == [str(n) for n in range(1, 48)]


def test_numbers_are_in_the_users_digits():
    sheet = slips("ថ្នាក់ទី៨", 3, words("km", own_digits=True))
    assert "១" in str(sheet.blocks)
