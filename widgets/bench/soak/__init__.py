"""Does a long day leave anything behind? `reelmend bench soak`."""
