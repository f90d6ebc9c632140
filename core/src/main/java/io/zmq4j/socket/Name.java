package io.zmq4j.socket;

import java.util.Objects;

/** The names that applications give contexts and sockets: they stand in logs, in tables and in the names of threads. */
final class Name {
    private static final int LONGEST = 100;

    private Name() {}

    static String check(String name) {
        Objects.requireNonNull(name, "name");
        if (name.isEmpty() || name.length() > LONGEST || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("name is \"" + shown(name) + "\": 1 to " + LONGEST
                    + " characters are allowed, none of them a control character");
        }
        return name;
    }

    private static String shown(String name) {
        String start = name.length() <= LONGEST ? name : name.substring(0, LONGEST) + "…";
        return start.replaceAll("\\p{Cntrl}", "?");
    }
}
