package io.zmq4j.micrometer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * W3C Trace Context, level 1: which trace a message belongs to, as it is between a tracer and a {@link TraceFrame}. Anything but the
 * two headers, such as baggage, is not carried.
 */
public final class TraceContext {
    private static final String TRACEPARENT = "traceparent";
    private static final String TRACESTATE = "tracestate";

    /** Section 3.3.1.5: what everybody should carry. */
    private static final int LONGEST_STATE = 512;

    private @Nullable String parent;
    private @Nullable String state;

    TraceContext() {}

    /** For a propagator; a header that is unknown or breaks the rules is ignored. */
    void set(String header, String value) {
        switch (header.toLowerCase(Locale.ROOT)) {
            case TRACEPARENT -> parent = isParent(value) ? value : null;
            case TRACESTATE -> state = isState(value) ? value : null;
            default -> {}
        }
    }

    /** For a propagator; null if there is none. */
    @Nullable
    String get(String header) {
        return switch (header.toLowerCase(Locale.ROOT)) {
            case TRACEPARENT -> parent;
            case TRACESTATE -> parent == null ? null : state;
            default -> null;
        };
    }

    /** The header lines, the parent's first; none if there is no parent. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(2);
        if (parent != null) {
            lines.add(TRACEPARENT + ": " + parent);
            if (state != null) {
                lines.add(TRACESTATE + ": " + state);
            }
        }
        return lines;
    }

    /** Whether it is {@code 00-<32 hex>-<16 hex>-<2 hex>}, or what a later version makes of it: section 3.2. */
    private static boolean isParent(String value) {
        return value.length() >= 55
                && value.length() <= LONGEST_STATE
                && isHex(value, 0, 2)
                && !value.startsWith("ff")
                && value.charAt(2) == '-'
                && isHex(value, 3, 35)
                && !isZero(value, 3, 35)
                && value.charAt(35) == '-'
                && isHex(value, 36, 52)
                && !isZero(value, 36, 52)
                && value.charAt(52) == '-'
                && isHex(value, 53, 55)
                && (value.length() == 55 || (!value.startsWith("00") && value.charAt(55) == '-' && isState(value)));
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    /** Printable ASCII: what is in it is its vendor's affair. */
    private static boolean isState(String value) {
        return !value.isEmpty()
                && value.length() <= LONGEST_STATE
                && value.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}
