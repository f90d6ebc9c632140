package io.zmq4j.cli;

import org.jspecify.annotations.Nullable;

/** The level of a log record, by the names of Python's {@code logging}, from the least severe on. */
enum LogLevel {
    DEBUG("96"),
    INFO(""),
    WARNING("33"),
    ERROR("91"),
    CRITICAL("1;91");

    /** How a terminal shows it: parameters of SGR (ECMA-48); empty for as usual. */
    private final String colour;

    LogLevel(String colour) {
        this.colour = colour;
    }

    /** The level of this name, or null: Python lets a program have levels of its own. */
    static @Nullable LogLevel named(String name) {
        for (var level : values()) {
            if (level.name().equals(name)) {
                return level;
            }
        }
        return null;
    }

    /** The text in this level's colour. */
    String coloured(String text) {
        return colour.isEmpty() ? text : "\u001b[" + colour + "m" + text + "\u001b[0m";
    }
}
