package io.zmq4j.options;

/** A typed option. */
public final class SocketOption<T> {
    private final String name;
    private final int index;
    private final T defaultValue;

    SocketOption(String name, int index, T defaultValue) {
        this.name = name;
        this.index = index;
        this.defaultValue = defaultValue;
    }

    public String name() {
        return name;
    }

    public T defaultValue() {
        return defaultValue;
    }

    int index() {
        return index;
    }
}
