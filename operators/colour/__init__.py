"""Colour maths that operators, analysis and previews share: transfer functions, primaries, ICtCp. No files."""
