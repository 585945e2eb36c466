from jknassist.core.gate.tree import (
    Entries,
    Entry,
    Items,
    Node,
    Scalar,
    line_at,
    node_at,
    put,
    rename,
)

NAME = Scalar(1, "Bantuan")
SECOND = Scalar(4, "dua")
TREE: Node = Entries(
    1,
    {"name": Entry(1, NAME), "about": Entry(2, Items(3, [Scalar(3, "satu"), SECOND]))},
)


def test_a_value_is_found_by_its_path() -> None:
    assert node_at(TREE, ()) is TREE
    assert node_at(TREE, ("name",)) is NAME
    assert node_at(TREE, ("about", 1)) is SECOND


def test_what_is_not_there_is_not_found() -> None:
    assert node_at(TREE, ("nama",)) is None
    assert node_at(TREE, ("nama", 0)) is None
    assert node_at(TREE, ("about", 2)) is None
    assert node_at(TREE, ("about", "satu")) is None
    assert node_at(TREE, ("name", 0)) is None


def test_a_value_has_its_line_and_a_list_that_of_its_key() -> None:
    assert line_at(TREE, ("about",)) == 2
    assert line_at(TREE, ("about", 0)) == 3
    assert line_at(TREE, ("about", 1)) == 4


def test_what_is_not_there_has_the_line_of_what_is_around_it() -> None:
    assert line_at(TREE, ("nama",)) == 1
    assert line_at(TREE, ("about", 2)) == 2
    assert line_at(TREE, ("about", 1, "id")) == 4


def test_a_key_gets_another_name_and_keeps_its_line() -> None:
    tree = Entries(1, {"nama": Entry(3, NAME), "lain": Entry(4, SECOND)})
    rename(tree, ("nama",), "name")
    rename(tree, ("name", "lain"), "hampa")
    rename(tree, ("lain",), "")
    assert tree == Entries(1, {"name": Entry(3, NAME)})


def test_a_value_is_put_in_the_place_of_another() -> None:
    tree = Entries(1, {"about": Entry(2, Items(3, [NAME]))})
    put(tree, ("about", 0), SECOND)
    put(tree, ("about", 0, "id"), NAME)
    put(tree, ("name",), NAME)
    assert tree == Entries(1, {"about": Entry(2, Items(3, [SECOND])), "name": Entry(1, NAME)})
