"""Measurements that `reelmend bench` prints: each runs beside what it is compared with, as a median of several."""
