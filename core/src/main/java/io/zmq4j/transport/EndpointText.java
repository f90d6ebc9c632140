package io.zmq4j.transport;

import io.zmq4j.error.EndpointException;
import java.nio.charset.StandardCharsets;

/** An endpoint's text in its two parts, with the words for what is wrong with it. */
record EndpointText(String whole, Use use, String scheme, String address) {
    private static final String SEPARATOR = "://";

    /** No endpoint of any transport is as long. */
    private static final int LONGEST = 2_000;

    /** What is longer is no use in a message. */
    private static final int LONGEST_SHOWN = 300;

    enum Use {
        BIND,
        CONNECT
    }

    static EndpointText split(String whole, Use use) {
        if (whole.length() > LONGEST) {
            throw wrong(whole, "an endpoint of " + whole.length() + " characters", "at most " + LONGEST);
        }
        int separator = whole.indexOf(SEPARATOR);
        if (separator < 0) {
            throw wrong(whole, "there is no :// in it", LinkTransports.schemes());
        }
        String scheme = whole.substring(0, separator);
        String address = whole.substring(separator + SEPARATOR.length());
        if (scheme.isEmpty()) {
            throw wrong(whole, "there is nothing before ://", LinkTransports.schemes());
        }
        if (address.isEmpty()) {
            throw wrong(whole, "there is nothing after ://", "an address after it");
        }
        return new EndpointText(whole, use, scheme, address);
    }

    boolean isBind() {
        return use == Use.BIND;
    }

    int addressBytes() {
        return address.getBytes(StandardCharsets.UTF_8).length;
    }

    EndpointException wrong(String problem, String allowed) {
        return wrong(whole, problem, allowed);
    }

    private static EndpointException wrong(String whole, String problem, String allowed) {
        return new EndpointException(
                "Endpoint \"" + shortened(whole) + "\": " + shortened(problem) + "; allowed: " + allowed);
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
