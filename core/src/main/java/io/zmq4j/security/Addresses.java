package io.zmq4j.security;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which addresses may come as far as to be looked at: those that are listed, or all but those. */
final class Addresses {
    private enum Kind {
        ALL,
        LISTED_ALONE,
        ALL_BUT_LISTED
    }

    private final Set<String> listed = Collections.newSetFromMap(new ConcurrentHashMap<>());
    private volatile Kind kind = Kind.ALL;

    void allow(String... addresses) {
        list(Kind.LISTED_ALONE, addresses);
    }

    void deny(String... addresses) {
        list(Kind.ALL_BUT_LISTED, addresses);
    }

    private synchronized void list(Kind wanted, String... addresses) {
        if (kind != Kind.ALL && kind != wanted) {
            throw new IllegalStateException("addresses are allowed or denied, not both");
        }
        // A null is found before anything has changed.
        listed.addAll(Set.of(addresses));
        kind = wanted;
    }

    boolean admit(String address) {
        return switch (kind) {
            case ALL -> true;
            case LISTED_ALONE -> listed.contains(address);
            case ALL_BUT_LISTED -> !listed.contains(address);
        };
    }
}
