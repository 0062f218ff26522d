"""The training room: clean sources, scenes made from them, damage over them, and the networks' lessons."""
