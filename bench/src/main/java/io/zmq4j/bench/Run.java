package io.zmq4j.bench;

import java.util.Locale;

/**
 * What one run is told on the command line.
 *
 * @param size of a message, in bytes
 * @param count of messages or round trips that are timed; as many again come before them to warm up
 */
record Run(String endpoint, int size, int count) {
    private static final String INPROC = "inproc://perf";

    /** {@code ENDPOINT SIZE COUNT}. */
    static Run of(String... args) {
        if (args.length != 3) {
            throw new IllegalArgumentException("%d arguments, expected are ENDPOINT SIZE COUNT".formatted(args.length));
        }
        return new Run(args[0], number("SIZE", args[1], 0), number("COUNT", args[2], 1));
    }

    /** {@code SIZE COUNT}: inproc needs no endpoint, as both ends are here. */
    static Run inproc(String... args) {
        if (args.length != 2) {
            throw new IllegalArgumentException("%d arguments, expected are SIZE COUNT".formatted(args.length));
        }
        return of(INPROC, args[0], args[1]);
    }

    private static int number(String name, String text, int smallest) {
        try {
            int value = Integer.parseInt(text);
            if (value >= smallest) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Refused below, with the same words.
        }
        throw new IllegalArgumentException("%s is %s: a number from %d on is allowed".formatted(name, text, smallest));
    }

    /** All messages or round trips: those that warm up, then those that are timed. */
    long total() {
        return 2L * count;
    }

    static void printThroughput(double messagesPerSecond) {
        System.out.printf(Locale.ROOT, "msg/s %.0f%n", messagesPerSecond);
    }

    static void printLatency(double micros) {
        System.out.printf(Locale.ROOT, "us %.3f%n", micros);
    }
}
