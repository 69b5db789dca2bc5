def cyclic(size):
    """The rows of one update after another: every epoch in data order, with a smaller batch at its end."""
    while True:
        for first in range(0, POINTS, size):
            yield slice(first, min(first + size, POINTS))
