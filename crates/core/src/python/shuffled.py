def shuffled(size, seed):
    """The rows of one update after another: every epoch in an order of its own (Fisher and Yates)."""
    for epoch in range(STEPS):
        bits, order = pcg64(seed, epoch), list(range(POINTS))
        for i in reversed(range(1, POINTS)):
            j = next(bits) * (i + 1) >> 64
            order[i], order[j] = order[j], order[i]
        for first in range(0, POINTS, size):
            yield order[first : first + size]
