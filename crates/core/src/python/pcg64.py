def pcg64(seed, stream):
    """Random integers of 64 bits, for ever: PCG XSL-RR 128/64 (O'Neill 2014)."""
    multiplier, increment = 0x2360ED051FC65DA44385DF649FCCF645, 2 * stream + 1
    state = (seed + increment) * multiplier + increment
    while True:
        state = (state * multiplier + increment) % 2**128
        word, turn = (state >> 64 ^ state) % 2**64, state >> 122
        yield (word >> turn | word << 64 - turn) % 2**64
