"""What a visitor chooses on the first page lasts one visit."""

from tests.gui.kiosk.conftest import Hall


def test_size_language_and_reach_last_one_visit(hall: Hall) -> None:
    plain = hall.start_page.choice
    hall.press(f"{hall.start_page.context.words.kiosk_text_size} A+")
    hall.press(hall.start_page.context.words.kiosk_reach_on)
    hall.press("English")
    chosen = hall.start_page.choice
    assert (chosen.language, chosen.size, chosen.reach) == ("en", 1.5, True)
    visitor = hall.begin()
    assert visitor.window.context.knowledge.language == "en"
    assert visitor.window.context.theme.scale > hall.visit.context.theme.scale / 1.6
    hall.window.reset()
    assert hall.start_page.choice == plain
    again = hall.begin()
    assert again.window.context.knowledge.language == "id"
