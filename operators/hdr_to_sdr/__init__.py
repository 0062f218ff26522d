"""From high back to standard dynamic range, for SDR masters and to judge a round trip."""
