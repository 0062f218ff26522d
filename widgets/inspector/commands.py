"""The inspector's commands: everything its buttons do, by key and palette too."""

from __future__ import annotations

from collections.abc import Callable

from widgets.commands import Command
from widgets.context import Context
from widgets.inspector import clipboard, edits
from widgets.inspector.box import OperatorBox
from widgets.inspector.panel import Inspector
from widgets.inspector.reading import STAGES
from widgets.text import translate


def add_commands(context: Context, panel: Inspector) -> None:
    """Add them to the table."""
    actions = _Actions(context, panel)
    actions.add_all()
    # The hand and the table live as long as the panel; so do the actions, which their connections keep.
    panel.hand.focused.connect(actions.refresh)


class _Actions:
    def __init__(self, context: Context, panel: Inspector) -> None:
        self.context = context
        self.panel = panel
        self.hand = panel.hand

    def add_all(self) -> None:
        self._add_scopes()
        self._add_operators()
        self._add_copying()
        self._add_keys()

    def refresh(self, _: object = None) -> None:
        table = self.context.commands
        table.refresh(command.id for command in table.all() if command.id.startswith("inspector."))

    def _add(
        self,
        id: str,
        title: str,
        run: Callable[[], object],
        enabled: Callable[[], bool | str],
        *keys: str,
        icon: str = "",
        tip: str = "",
    ) -> None:
        category = translate("Category", "Grade")
        self.context.commands.add(Command(f"inspector.{id}", title, category, keys, tip, icon=icon), run, enabled)

    # --- when they can run --------------------------------------------------------------------------------

    def editable(self) -> bool | str:
        if self.hand.target is None:
            return translate("Inspector", "The project has no film yet")
        return self.hand.locked_because or True

    def focused(self) -> bool | str:
        editable = self.editable()
        if editable is not True:
            return editable
        return self.panel.focused_box() is not None or translate("Inspector", "Choose an operator in the inspector")

    def shown(self) -> bool | str:
        return self.hand.target is not None or translate("Inspector", "The project has no film yet")

    def selected(self) -> bool | str:
        some = bool(self.context.desk.selected_shots) or self.hand.scope == "selected"
        return some or translate("Inspector", "No shot is selected")

    # --- groups -------------------------------------------------------------------------------------------

    def _add_scopes(self) -> None:
        titles = {
            "this": (translate("Inspector", "Edit this shot"), "Alt+T"),
            "selected": (translate("Inspector", "Edit the selected shots"), "Alt+S"),
            "all": (translate("Inspector", "Edit all shots"), "Alt+F"),
        }
        for scope, (title, key) in titles.items():
            command = Command(
                f"inspector.scope_{scope}", title, translate("Category", "Grade"), (key,), checkable=True
            )
            enabled = self.selected if scope == "selected" else None
            self.context.commands.add(command, lambda _, chosen=scope: self._choose_scope(chosen), enabled)

    def _choose_scope(self, scope: str) -> None:
        self.hand.set_scope(scope)
        self.panel.bar.show_state()

    def _add_operators(self) -> None:
        passes, focused, shown = self.panel.passes, self.focused, self.shown
        run = translate("Inspector", "Run the chosen recipe")
        self._add(
            "run", run, passes.run, lambda: passes.cannot_run() or True, "Ctrl+Shift+Return", icon="wand-sparkles"
        )
        add = translate("Inspector", "Add an operator...")
        self._add("add", add, self.panel.open_adder, self.editable, "Alt+N", icon="plus")
        remove = translate("Inspector", "Remove the operator")
        self._add("remove", remove, self._with(self._remove), focused, "Alt+Delete", icon="trash-2")
        toggle = translate("Inspector", "Operator on or off")
        self._add("toggle", toggle, self._with(self._toggle), focused, "Alt+E", icon="power")
        reset = translate("Inspector", "Reset the operator")
        self._add("reset", reset, self._with(self._reset), focused, "Alt+Home", icon="rotate-ccw")
        up, down = translate("Inspector", "Move the operator up"), translate("Inspector", "Move the operator down")
        self._add("move_up", up, self._with(lambda box: self._move(box, -1)), focused, "Alt+Up", icon="arrow-up")
        self._add(
            "move_down", down, self._with(lambda box: self._move(box, 1)), focused, "Alt+Down", icon="arrow-down"
        )
        self._add(
            "previous", translate("Inspector", "To the operator above"), lambda: self._step(-1), shown, "Alt+PgUp"
        )
        self._add("next", translate("Inspector", "To the operator below"), lambda: self._step(1), shown, "Alt+PgDown")

    def _add_copying(self) -> None:
        copied, pasted = translate("Inspector", "Copy the operator"), translate("Inspector", "Paste the operators in")
        self._add("copy_operator", copied, self._with(self._copy_operator), self.focused, "Ctrl+Shift+C", icon="copy")
        self._add(
            "paste_operator", pasted, self._paste_operator, self.editable, "Ctrl+Shift+V", icon="clipboard-paste"
        )
        copied = translate("Inspector", "Copy all operators of the shot")
        pasted = translate("Inspector", "Paste operators over the shot's")
        self._add("copy_stack", copied, self._copy_stack, self.shown, "Ctrl+Alt+C", icon="copy")
        self._add("paste_stack", pasted, self._paste_stack, self.editable, "Ctrl+Alt+V", icon="clipboard-paste")
        bar, save = self.panel.bar, translate("Inspector", "Save the operators as a recipe...")
        self._add(
            "presets", translate("Inspector", "Presets..."), bar.open_presets, self.shown, "Alt+P", icon="bookmark"
        )
        self._add("save_preset", save, bar.ask_name, self.shown, icon="save")

    def _add_keys(self) -> None:
        before, after = translate("Inspector", "To the key before"), translate("Inspector", "To the next key")
        self._add("key_previous", before, lambda: self._go_key(-1), self.shown, "Alt+[", icon="chevron-left")
        self._add("key_next", after, lambda: self._go_key(1), self.shown, "Alt+]", icon="chevron-right")
        title = translate("Inspector", "Set or take away a key")
        tip = translate("Inspector", "Set or take away a key of the parameter in focus")
        self._add("key", title, self._with(self._toggle_key), self.focused, "Alt+D", icon="diamond", tip=tip)

    # --- what they do -------------------------------------------------------------------------------------

    def _with(self, act: Callable[[OperatorBox], object]) -> Callable[[], None]:
        def run() -> None:
            box = self.panel.focused_box()
            if box is not None:
                act(box)

        return run

    def _remove(self, box: OperatorBox) -> None:
        self.hand.commit(edits.remove(box.item))

    def _toggle(self, box: OperatorBox) -> None:
        self.hand.commit(edits.enable(box.item, not box.item.entry.enabled))

    def _reset(self, box: OperatorBox) -> None:
        if self.hand.target is not None and box.item.operator is not None:
            self.hand.commit(edits.reset(self.hand.target, box.item))

    def _move(self, box: OperatorBox, by: int) -> None:
        self.panel.stages[box.place.stage].move_operator(box.place, by)

    def _step(self, by: int) -> None:
        boxes = self.panel.boxes()
        if not boxes:
            return
        current = self.panel.focused_box()
        index = boxes.index(current) + by if current in boxes else 0
        box = boxes[index % len(boxes)]
        self.hand.set_focus(box.place)
        self.panel.area.ensureWidgetVisible(box)
        box.switch.setFocus()

    def _copy_stack(self) -> None:
        target, snapshot = self.hand.target, self.hand.snapshot
        if target is not None:
            stacks = {stage: snapshot.stack(target.lead.id, stage) for stage in STAGES}
            clipboard.copy(clipboard.Copied(stacks, target.lead.start, True))

    def _copy_operator(self, box: OperatorBox) -> None:
        if self.hand.target is not None:
            stacks = {box.place.stage: (box.item.entry,)}
            clipboard.copy(clipboard.Copied(stacks, self.hand.target.lead.start, False))

    def _copied(self) -> clipboard.Copied | None:
        # Asked only now: another program may hold the clipboard, and be slow to answer.
        found = clipboard.copied()
        if found is None:
            headline = translate("Inspector", "There is nothing to paste")
            self.context.bridge.tell(headline, translate("Inspector", "Copy operators in the inspector first."))
        return found

    def _paste_stack(self) -> None:
        copied = self._copied()
        if copied is not None:
            self.hand.commit(edits.paste_stacks(copied.stacks, copied.start))

    def _paste_operator(self) -> None:
        copied = self._copied()
        if copied is not None:
            self.hand.commit(edits.paste_operators(copied.stacks, copied.start, self.hand.focus))

    def _toggle_key(self, box: OperatorBox) -> None:
        focus = self.panel.window().focusWidget()
        row = next((row for row in box.rows.values() if focus is not None and row.isAncestorOf(focus)), None)
        if row is not None:
            row.toggle_key()

    def _go_key(self, direction: int) -> None:
        box = self.panel.focused_box()
        boxes = self.panel.boxes() if box is None else [box]
        frames = [frame for box in boxes if (frame := box.step_key(direction)) is not None]
        if frames:
            self.hand.go_to_frame(min(frames) if direction > 0 else max(frames))
