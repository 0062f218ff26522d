"""From standard to high dynamic range: four ways, to PQ or HLG."""
