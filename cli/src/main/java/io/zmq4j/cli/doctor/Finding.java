package io.zmq4j.cli.doctor;

/**
 * What a check has found.
 *
 * @param level how bad it is
 * @param name of the check, a word or two
 * @param says what is so
 * @param todo what to do; empty where nothing is to be done
 */
public record Finding(Level level, String name, String says, String todo) {
    /** The names are part of the JSON. */
    public enum Level {
        OK,
        /** It works, and fails under load or in some use. */
        WARN,
        /** It does not work. */
        BROKEN,
        /** This system does not tell. */
        UNKNOWN
    }

    static Finding ok(String name, String says) {
        return new Finding(Level.OK, name, says, "");
    }

    static Finding warn(String name, String says, String todo) {
        return new Finding(Level.WARN, name, says, todo);
    }

    static Finding broken(String name, String says, String todo) {
        return new Finding(Level.BROKEN, name, says, todo);
    }

    static Finding unknown(String name) {
        return new Finding(Level.UNKNOWN, name, "not known here", "");
    }
}
