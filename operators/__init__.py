"""Picture processing with declared parameters. Nothing here knows a project or a screen."""
