package io.zmq4j.bench.compare;

import java.util.Locale;

/** What a figure counts, how it prints, and whether more of it is better. */
enum Unit {
    MESSAGES_PER_SECOND("msg/s", true),
    MICROSECONDS("µs", false),
    NANOSECONDS("ns", false),
    MILLISECONDS("ms", false),
    SECONDS("s", false),
    BYTES("B", false),
    TIMES("×", true),
    PIECES("", false);

    private final String symbol;
    private final boolean moreIsBetter;

    Unit(String symbol, boolean moreIsBetter) {
        this.symbol = symbol;
        this.moreIsBetter = moreIsBetter;
    }

    String symbol() {
        return symbol;
    }

    boolean moreIsBetter() {
        return moreIsBetter;
    }

    /** With three digits that count, without the symbol: {@code 5.61 M}, {@code 703 k}, {@code 46.4}, {@code 8}. */
    static String digits(double value) {
        if (value >= 999_500) {
            return threeDigits(value / 1e6) + " M";
        }
        if (value >= 9_995) {
            return threeDigits(value / 1e3) + " k";
        }
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%,.0f", value) : threeDigits(value);
    }

    /** The same without zeros after the point, as beside a tick of an axis: {@code 10 k}. */
    static String brief(double value) {
        return digits(value).replaceFirst("\\.0+(?=\\D|$)", "");
    }

    /** With the symbol: {@code 5.61 M msg/s}. */
    String text(double value) {
        return symbol.isEmpty() ? digits(value) : digits(value) + " " + symbol;
    }

    private static String threeDigits(double value) {
        var size = Math.abs(value);
        int decimals = size == 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
