"""What was changed is named, and can be laid over another version."""

from hypothesis import given
from hypothesis import strategies as st

from milkit.packs.changes import changes, lay_over

OLD = {
    "title": "Flood",
    "needs": ["projector"],
    "steps": [
        {
            "id": "look",
            "minutes": 5,
            "blocks": [{"text": "a", "html": "<p>a", "line": 3}],
        },
        {"id": "vote", "minutes": 5, "blocks": []},
    ],
}


def changed(**more):
    return {**OLD, **more}


def step(at, **more):
    steps = [dict(each) for each in OLD["steps"]]
    steps[at] |= more
    return changed(steps=steps)


def test_nothing():
    assert changes(OLD, OLD) == {}


def test_fields_are_named_by_ids():
    assert changes(OLD, step(1, minutes=8)) == {"steps/vote/minutes": 8}
    blocks = [{"text": "b", "html": "<p>b", "line": 9}]
    assert changes(OLD, step(0, blocks=blocks)) == {"steps/look/blocks/0/text": "b"}
    assert changes(OLD, changed(title="Storm")) == {"title": "Storm"}


def test_a_list_with_other_parts_is_one_change():
    assert changes(OLD, changed(steps=OLD["steps"][:1])) == {"steps": OLD["steps"][:1]}
    assert changes(OLD, changed(steps=OLD["steps"][::-1])) == {
        "steps": OLD["steps"][::-1]
    }
    assert changes(OLD, changed(needs=[])) == {"needs": []}


def test_changes_meet_a_renewed_lesson():
    mine = changes(OLD, step(1, minutes=8))
    new = changed(title="New flood", steps=OLD["steps"][::-1])
    laid, lost = lay_over(new, mine)
    assert laid["title"] == "New flood"
    assert laid["steps"][0] == {"id": "vote", "minutes": 8, "blocks": []}
    assert lost == []
    assert new["steps"][0]["minutes"] == 5


def test_what_has_no_place_is_told():
    mine = changes(OLD, step(1, minutes=8))
    assert lay_over(changed(steps=OLD["steps"][:1]), mine)[1] == ["steps/vote/minutes"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("ab", max_size=2),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "b", "id"]), inner, max_size=3)
    ),
    max_leaves=12,
)
TABLE = st.dictionaries(st.sampled_from(["a", "b", "c"]), JSON, max_size=3)


@given(TABLE, TABLE)
def test_changes_laid_over_the_old_give_the_new(old, new):
    laid, lost = lay_over(old, changes(old, new))
    assert lost == []
    assert {k: v for k, v in laid.items() if v is not None} == {
        k: v for k, v in new.items() if v is not None
    } or changes(laid, new) == {}
