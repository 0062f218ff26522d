"""Pictures and sound: opening, reading and writing reels in their own format and bit depth."""
