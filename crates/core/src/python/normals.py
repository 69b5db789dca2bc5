def normals(seed, count):
    """Nearly normal numbers, so many at a time: each the sum of twelve uniform ones, less 6."""
    bits = pcg64(seed, 2**64)
    while True:
        yield np.array([sum((next(bits) >> 11) * 2**-53 for _ in range(12)) - 6 for _ in range(count)])
