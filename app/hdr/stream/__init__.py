"""HEVC streams, their SEI messages and containers: metadata in, metadata out, and the proof of it."""
