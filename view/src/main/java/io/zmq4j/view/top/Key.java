package io.zmq4j.view.top;

/**
 * A key that was pressed.
 *
 * @param kind which
 * @param character what was typed, for {@link Kind#CHARACTER}; else 0
 */
record Key(Kind kind, int character) {
    enum Kind {
        CHARACTER,
        ENTER,
        ESCAPE,
        BACKSPACE,
        UP,
        DOWN,
        PAGE_UP,
        PAGE_DOWN,
        HOME,
        END,
        /** The terminal is gone. */
        CLOSED
    }

    static Key of(Kind kind) {
        return new Key(kind, 0);
    }

    static Key of(int character) {
        return new Key(Kind.CHARACTER, character);
    }
}
