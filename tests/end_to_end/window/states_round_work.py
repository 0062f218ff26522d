"""States round the work: history, versions, jobs, dialogs, messages, screens."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from app.document.commands import NameVersion
from app.jobs.lint import Linter
from tests.end_to_end.window.slow_jobs import every_kind
from tests.end_to_end.window.studio import Studio
from widgets.commands.palette import Palette
from widgets.export import ExportDialog
from widgets.preferences import PreferencesDialog
from widgets.text import translate

LINTED = (5, 12)


def history(studio: Studio) -> Iterator[None]:
    """The ledger with all filters open."""
    studio.window.show_panel("history")
    panel = studio.window.docks["history"].widget()
    panel.filters.more.setChecked(True)
    yield
    panel.filters.more.setChecked(False)


def earlier_row(studio: Studio) -> Iterator[None]:
    """Looking at an earlier state."""
    studio.context.desk.view_row(3)
    yield
    studio.run("history.now")


def earlier_stack(studio: Studio) -> Iterator[None]:
    """What the inspector says of an earlier state."""
    bridge, desk = studio.context.bridge, studio.context.desk
    studio.window.show_panel("inspector")
    desk.view_row(bridge.snapshot.seq - 2)
    inspector = studio.window.docks["inspector"].widget()
    studio.until(lambda: inspector.hand.snapshot.seq == desk.viewing)
    yield
    studio.run("history.now")
    studio.window.show_panel("history")


def nothing_found(studio: Studio) -> Iterator[None]:
    """A filter that lets no row through."""
    panel = studio.window.docks["history"].widget()
    panel.filters.text.setText("zzz")
    studio.pump(0.3)
    yield
    panel.filters.text.clear()


def versions(studio: Studio) -> Iterator[None]:
    """Named states, and a name that is taken."""
    bridge = studio.context.bridge
    bridge.dispatch(NameVersion("first look"))
    studio.pump(0.1)
    studio.run("history.name_version")
    panel = studio.window.docks["history"].widget()
    panel.versions.name.setText("first look")
    yield
    panel.versions.name.clear()
    panel.tabs.setCurrentIndex(0)
    bridge.undo()


def jobs(studio: Studio) -> Iterator[None]:
    """Jobs in every state."""
    studio.window.show_panel("jobs")
    with every_kind(studio):
        yield


def no_jobs(studio: Studio) -> Iterator[None]:
    """Nothing to do."""
    studio.window.banners.clear()
    studio.window.show_panel("jobs")
    yield
    studio.window.show_panel("repairs")


def export(target: str, studio: Studio) -> Iterator[None]:
    """The export dialog."""
    studio.run("file.export")
    dialog = studio.window.findChild(ExportDialog)
    assert dialog is not None
    if target:
        dialog.form.target.setText(target)
    studio.pump(0.3)
    yield
    dialog.close()


def preferences(page: str, studio: Studio) -> Iterator[None]:
    """A page of the preferences."""
    studio.run("edit.preferences")
    dialog = studio.window.findChild(PreferencesDialog)
    assert dialog is not None
    dialog.show_page(getattr(dialog, page))
    yield
    dialog.close()


def shortcut_conflict(studio: Studio) -> Iterator[None]:
    """A key that is taken."""
    studio.run("edit.preferences")
    dialog = studio.window.findChild(PreferencesDialog)
    assert dialog is not None
    dialog.show_page(dialog.keys)
    dialog.editor.choose("viewer.wipe")
    dialog.editor.recorder.recorded.emit("Ctrl+E")
    yield
    dialog.close()


def palette(asked: str, studio: Studio) -> Iterator[None]:
    """The command palette."""
    studio.run("help.palette")
    found = next(one for one in studio.window.findChildren(Palette) if one.isVisible())
    found.field.setText(asked)
    yield
    found.reject()


def dialog(id: str, studio: Studio) -> Iterator[None]:
    """A dialog that a command opens."""
    before = set(studio.tops())
    studio.run(id)
    (opened,) = set(studio.tops()) - before
    yield
    opened.close()


def banners(studio: Studio) -> Iterator[None]:
    """A failure and a notice."""
    told = translate(
        "Window", "{error}. You can go on; every edit told as kept is on the disk. The details are in {file}"
    )
    log = "~/.local/state/reelmend/log/of-a-long-name/reelmend.log"
    studio.context.bridge.failed.emit(
        translate("Bridge", "The edit was not made"), told.format(error="OSError: 28", file=log)
    )
    studio.window.banners.show_notice(
        translate("Window", "%n shot(s) found", n=7),
        translate("Window", "Cuts can be dragged, split and merged on the timeline; undo brings the old ones back."),
    )
    yield
    studio.window.banners.clear()


def only_the_picture(studio: Studio) -> Iterator[None]:
    """No panel at all."""
    studio.run("screen.picture")
    yield
    studio.run("screen.picture")


def overlay_choices(studio: Studio) -> Iterator[None]:
    """How the masks are drawn."""
    from widgets.viewer.overlay_panel import OverlayPanel

    viewer = studio.window.panels.viewer
    panel = OverlayPanel(viewer.chooser, viewer.header)
    panel.open_below(viewer.header)
    yield
    panel.close()


def menu(category: str, studio: Studio) -> Iterator[None]:
    """A menu that is open."""
    wanted = translate("Category", category)
    action = next(one for one in studio.window.menuBar().actions() if one.text().replace("&", "").startswith(wanted))
    opened: QWidget = action.menu()
    opened.popup(studio.window.menuBar().mapToGlobal(studio.window.menuBar().actionGeometry(action).bottomLeft()))
    yield
    opened.close()


def linter_not_asked(studio: Studio) -> Iterator[None]:
    """The linter before it has looked."""
    studio.window.show_panel("lint")
    yield
    studio.window.show_panel("repairs")


def linter(studio: Studio) -> Iterator[None]:
    """What shows of the repairs of two frames, and the one of them that the person stands at."""
    studio.window.show_panel("lint")
    bridge, walk = studio.context.bridge, studio.window.docks["lint"].widget().walk
    asked = Linter(bridge.session.engine, bridge.snapshot)
    for position in LINTED:
        frame = bridge.film.frame(position)
        asked.frame(frame, bridge.project.repairs_of(bridge.snapshot, frame.reel, frame.index))
    walk.ask()
    studio.until(lambda: walk.looked)
    walk.step(1)
    yield
    studio.window.show_panel("repairs")


STATES = {
    "linter_not_asked": linter_not_asked,
    "linter": linter,
    "history": history,
    "earlier_row": earlier_row,
    "earlier_stack": earlier_stack,
    "history_filtered_out": nothing_found,
    "versions": versions,
    "jobs": jobs,
    "no_jobs": no_jobs,
    "export": partial(export, ""),
    "export_refused": partial(export, "/proc/nowhere/film.dpx"),
    **{f"preferences_{page}": partial(preferences, page) for page in ("general", "machine", "colour", "keys")},
    "shortcut_conflict": shortcut_conflict,
    "palette": partial(palette, "wi"),
    "palette_nothing": partial(palette, "qqqq"),
    "key_sheet": partial(dialog, "help.keys"),
    "about": partial(dialog, "help.about"),
    "second_screen": partial(dialog, "screen.second"),
    "menu_compare": partial(menu, "Compare"),
    "menu_grade": partial(menu, "Grade"),
    "overlay_choices": overlay_choices,
    "banners": banners,
    "only_the_picture": only_the_picture,
}
