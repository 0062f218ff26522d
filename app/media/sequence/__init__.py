"""Folders of numbered frames: finding them, reading and writing them."""
