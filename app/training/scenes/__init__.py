"""Scenes to learn from: a few clean frames in which things move as they do in film."""

from app.training.scenes.layers import LAYERS
from app.training.scenes.maker import SceneMaker
from app.training.scenes.scene import Scene
from app.training.scenes.shelf import Shelf

__all__ = ["LAYERS", "Scene", "SceneMaker", "Shelf"]
