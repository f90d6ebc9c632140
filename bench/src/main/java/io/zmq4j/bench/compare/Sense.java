package io.zmq4j.bench.compare;

/** On which side of a bar a figure must be. */
enum Sense {
    AT_LEAST("≥"),
    AT_MOST("≤"),
    BELOW("<");

    private final String sign;

    Sense(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    boolean holds(double figure, double limit) {
        return switch (this) {
            case AT_LEAST -> figure >= limit;
            case AT_MOST -> figure <= limit;
            case BELOW -> figure < limit;
        };
    }
}
