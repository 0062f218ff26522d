"""What a pane gets while edits overtake the pictures in the making."""

from concurrent.futures import Future
from types import SimpleNamespace

from app.engine.look import Look
from app.engine.request import Stage
from widgets.bridge.pictures import Pictures


def test_an_edit_that_overtakes_a_picture_has_it_made_anew(qapp):
    made: list[Future] = []
    supply = SimpleNamespace(seq=1, at_hand=lambda *_: None, put=lambda *_: None, watch=lambda _: None)

    def render(*_):
        made.append(Future())
        return made[-1]

    pictures = Pictures(render, supply, SimpleNamespace(post=lambda call: call()))
    came = []
    pictures.arrived.connect(lambda arrived: came.append(arrived.shown))
    look = Look(Stage.GRADE)
    pictures.want("a", 0, look)
    pictures.want("a", 0, look)
    assert len(made) == 1  # nothing has changed: one picture for both

    supply.seq = 2
    pictures.want("a", 0, look)
    made[0].set_result("before the edit")
    made[1].set_result("after it")
    assert came == ["after it"]
