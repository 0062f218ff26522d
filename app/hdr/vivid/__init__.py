"""HDR Vivid metadata (T/UWA 005.1): its fields, its bits, its display curve, its controls, its text. No streams."""
