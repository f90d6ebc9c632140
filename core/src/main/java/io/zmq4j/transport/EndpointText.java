package io.zmq4j.transport;

import io.zmq4j.error.EndpointException;
import io.zmq4j.transport.spi.Use;
import java.nio.charset.StandardCharsets;

/**
 * An endpoint's text in its two parts, with the words for what is wrong with it.
 *
 * @param scheme what is before {@code ://}, empty without that
 */
public record EndpointText(String whole, Use use, String scheme, String address) {
    private static final String SEPARATOR = "://";

    /** No endpoint of any transport is as long. */
    private static final int LONGEST = 2_000;

    /** What is longer is no use in a message. */
    private static final int LONGEST_SHOWN = 300;

    /**
     * Splits a text.
     *
     * @throws EndpointException if it is too long, or has nothing after {@code ://}
     */
    public static EndpointText of(String whole, Use use) {
        if (whole.length() > LONGEST) {
            throw wrong(whole, "an endpoint of " + whole.length() + " characters", "at most " + LONGEST);
        }
        int separator = whole.indexOf(SEPARATOR);
        if (separator < 0) {
            return new EndpointText(whole, use, "", "");
        }
        String scheme = whole.substring(0, separator);
        String address = whole.substring(separator + SEPARATOR.length());
        if (!scheme.isEmpty() && address.isEmpty()) {
            throw wrong(whole, "there is nothing after ://", "an address after it");
        }
        return new EndpointText(whole, use, scheme, address);
    }

    public boolean isBind() {
        return use == Use.BIND;
    }

    /** Whether there is a {@code ://} in it. */
    public boolean hasScheme() {
        return whole.contains(SEPARATOR);
    }

    public int addressBytes() {
        return address.getBytes(StandardCharsets.UTF_8).length;
    }

    /** To throw. */
    public EndpointException wrong(String problem, String allowed) {
        return wrong(whole, problem, allowed);
    }

    private static EndpointException wrong(String whole, String problem, String allowed) {
        return new EndpointException(
                "Endpoint \"" + shortened(whole) + "\": " + shortened(problem) + "; allowed: " + allowed);
    }

    /** A text that may be no endpoint at all, at a length that a message can bear. */
    public static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
