from jknassist.core.parsing.tree import (
    MappingEntry,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    line_at,
    node_at,
    put,
    rename,
)

NAME = ScalarNode(1, "Bantuan")
SECOND = ScalarNode(4, "dua")
TREE: Node = MappingNode(
    1,
    {
        "name": MappingEntry(1, NAME),
        "about": MappingEntry(2, SequenceNode(3, [ScalarNode(3, "satu"), SECOND])),
    },
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
    tree = MappingNode(1, {"nama": MappingEntry(3, NAME), "lain": MappingEntry(4, SECOND)})
    rename(tree, ("nama",), "name")
    rename(tree, ("name", "lain"), "hampa")
    rename(tree, ("lain",), "")
    assert tree == MappingNode(1, {"name": MappingEntry(3, NAME)})


def test_a_value_is_put_in_the_place_of_another() -> None:
    tree = MappingNode(1, {"about": MappingEntry(2, SequenceNode(3, [NAME]))})
    put(tree, ("about", 0), SECOND)
    put(tree, ("about", 0, "id"), NAME)
    put(tree, ("name",), NAME)
    assert tree == MappingNode(
        1, {"about": MappingEntry(2, SequenceNode(3, [SECOND])), "name": MappingEntry(1, NAME)}
    )
