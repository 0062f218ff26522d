"""The summary of a proof: what was touched, by whom, and what was touched that should not be."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.jobs.proof_report import Report
from widgets.masks.words import class_name
from widgets.text import filled, sentence, translate
from widgets.theme import figures, icon
from widgets.theme.palette import BAD, OK

HASH = 16
"""Digits of a hash that are shown; all of them in the tip, and in the saved summary."""


class ProofSummary(QWidget):
    """Hidden until there is a proof. `width` is what its words are wrapped to, in pixels."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._width = width
        self._sign = QLabel(self)
        self.headline = QLabel(self, wordWrap=True)
        self.headline.setProperty("role", "heading")
        self.shares = QWidget(self)
        self._grid = QGridLayout(self.shares)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self.facts = QLabel(self, wordWrap=True)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = QGridLayout()
        top.addWidget(self._sign, 0, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.headline, 0, 1)
        top.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.shares)
        layout.addWidget(self.facts)
        self._shown: tuple[Report | None, str] = (None, "")
        self.hide()

    def show_report(self, report: Report | None, signed: str) -> None:
        """Show a report, or nothing; `signed` is who put a name to it."""
        self.setVisible(report is not None)
        if report is None or (report, signed) == self._shown:
            return
        self._shown = (report, signed)
        holds = report["holds"]
        picture = icon("circle-check", OK) if holds else icon("octagon-alert", BAD)
        self._sign.setPixmap(picture.pixmap(QSize(20, 20)))
        outside = f"{report['pixels_outside_masks']:,}"
        self.headline.setText(filled(translate("Export", "Pixels touched outside the masks: {count}"), count=outside))
        self._fill_shares(report["touched_share"])
        self.facts.setText("\n".join(facts(report, signed)))
        self.fit()
        whole = {
            translate("Export", "Ledger"): report["ledger_hash"],
            translate("Export", "Export"): report["export_hash"],
        }
        self.facts.setToolTip("\n".join(f"{name}: {hash}" for name, hash in whole.items()))

    def fit(self) -> None:
        """Make room for every line; anew once it is shown, for only then its fonts are known."""
        self.facts.setMinimumHeight(max(self.facts.heightForWidth(self._width), 0))

    def _fill_shares(self, shares: dict[str, Any]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        heads: tuple[str, ...] = (
            translate("Export", "Class"),
            translate("Export", "Touched"),
            translate("Export", "By machine"),
            translate("Export", "By hand"),
        )
        rows = [
            (class_name(name), *(f"{100 * share[which]:.4f} %" for which in ("all", "by_machine", "by_hand")))
            for name, share in shares.items()
        ]
        if not rows:
            rows, heads = [], (translate("Export", "Nothing was touched."),)
        for row, cells in enumerate((heads, *rows)):
            for column, text in enumerate(cells):
                label = QLabel(text, self.shares)
                if row == 0:
                    label.setProperty("role", "dim")
                elif column:
                    label.setFont(figures())
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                self._grid.addWidget(label, row, column, side)
                label.show()  # at once: the dialog takes its size from what is shown
        self._grid.setColumnStretch(len(heads), 1)
        self.shares.setToolTip(translate("Export", "Share of all pixels of all frames under masks in force"))


def facts(report: Report, signed: str) -> list[str]:
    """What else it says, a line each."""
    frames = translate("Export", "%n frame(s)", n=report["frames"])
    lines = [
        filled(translate("Export", "Compared: {what}"), what=sentence(report["compared"])),
        filled(
            translate("Export", "{frames}; samples changed inside the masks: {count}"),
            frames=frames,
            count=f"{report['samples_inside_masks']:,}",
        ),
    ]
    if report["unproved_frames"]:
        lines.append(
            translate("Export", "%n frame(s) have no scan to compare with.", n=len(report["unproved_frames"]))
        )
    lines.append(
        filled(
            translate("Export", "Ledger row {row}, hash {ledger}...; export, hash {export}..."),
            row=report["ledger_row"],
            ledger=report["ledger_hash"][:HASH],
            export=report["export_hash"][:HASH],
        )
    )
    lines.append(
        filled(translate("Export", "Signed by {name}; the history keeps it."), name=signed)
        if signed
        else translate("Export", "Not signed.")
    )
    return lines
