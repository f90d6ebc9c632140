package io.zmq4j.bench.role;

/** An option of the command line. */
record NamedValue(String name, String value) {
    static NamedValue parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "'%s' is no option: NAME=VALUE is allowed, such as SNDHWM=5000".formatted(text));
        }
        return new NamedValue(text.substring(0, equals), text.substring(equals + 1));
    }
}
