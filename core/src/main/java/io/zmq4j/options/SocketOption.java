package io.zmq4j.options;

import io.zmq4j.zmtp.SocketType;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;

/**
 * A typed key for one value of a socket: what it is called, what it may be and which socket types have it. All of them
 * are constants of {@link SocketOptions}. Immutable.
 *
 * @param <T> the value's type: Integer, Long, Boolean, {@link java.time.Duration}, byte[], String or
 *     {@link io.zmq4j.zmtp.mechanism.Security}
 */
public final class SocketOption<T> {
    private static final int LONGEST_SHOWN_BYTES = 32;

    private final int index;
    private final String name;
    private final int number;
    private final ValueKind<T> kind;
    private final boolean mutable;
    private final String unit;
    private final T defaultValue;
    private final Allowed<T> allowed;
    private final Set<SocketType> socketTypes;
    private final boolean isEverybodys;
    private final String description;

    SocketOption(
            int index,
            String name,
            int number,
            ValueKind<T> kind,
            String unit,
            T defaultValue,
            Allowed<T> allowed,
            Set<SocketType> socketTypes,
            String description) {
        this.index = index;
        this.name = name;
        this.number = number;
        this.kind = kind;
        this.mutable = kind.type().isArray();
        this.unit = unit;
        this.defaultValue = defaultValue;
        this.allowed = allowed;
        this.socketTypes = Collections.unmodifiableSet(socketTypes);
        this.isEverybodys = socketTypes.containsAll(SocketType.values());
        this.description = description;
    }

    /** libzmq's name without its ZMQ_, such as {@code SNDHWM}. */
    public String name() {
        return name;
    }

    /** libzmq's number, as in {@code zmq_setsockopt}. */
    public int number() {
        return number;
    }

    public Class<T> type() {
        return kind.type();
    }

    /** What the number counts, such as {@code ms} or {@code messages}; empty if it has no unit. */
    public String unit() {
        return unit;
    }

    public T defaultValue() {
        return copy(defaultValue);
    }

    /** The values that may be set, in words. */
    public String allowed() {
        return allowed.words();
    }

    /** What the option does, in one line. */
    public String description() {
        return description;
    }

    /** Those of RFC 28 to 31 that have it, in the order of their numbers. */
    public Set<SocketType> socketTypes() {
        return socketTypes;
    }

    /** Whether sockets of this type have it: what all of {@link #socketTypes} have, every other one has as well. */
    public boolean appliesTo(SocketType type) {
        return socketTypes.contains(Objects.requireNonNull(type, "type")) || isEverybodys;
    }

    /**
     * The value of a text: numbers in decimal, durations in milliseconds with -1 as libzmq has it, booleans as 0, 1,
     * true or false, bytes as UTF-8 text or as hex digits after {@code 0x}; security as {@link SocketOptions#SECURITY} says.
     *
     * @throws IllegalArgumentException if the text is not of that form or its value is not allowed
     */
    public T parse(String text) {
        Objects.requireNonNull(text, "text");
        T value;
        try {
            value = kind.parse(text);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    name + " = \"" + kind.shown(text) + "\" is not " + kind.form() + kind.problem(e) + "; allowed: "
                            + allowed.words(),
                    e);
        }
        return accept(value);
    }

    /** The value as a text that {@link #parse} reads; but secrets, which security has, are left out. */
    public String format(T value) {
        return kind.format(Objects.requireNonNull(value, "value"));
    }

    @Override
    public String toString() {
        return name;
    }

    int index() {
        return index;
    }

    /** The value to keep for one that a caller gave: checked, and the caller's no more. */
    T accept(T value) {
        if (value == null) {
            throw new NullPointerException("value is null: " + name + " takes " + kind.form());
        }
        // A raw type from unchecked code would otherwise surface on some later send.
        if (!kind.type().isInstance(value)) {
            throw new IllegalArgumentException(
                    name + " takes " + kind.form() + ", not " + value.getClass().getName());
        }
        if (!allowed.test(value)) {
            throw new IllegalArgumentException(
                    name + " = " + shown(value) + " is not allowed; allowed: " + allowed.words());
        }
        return kind.copy(value);
    }

    /** The value to hand out for one that is kept. */
    T copy(T value) {
        // Every send reads options, hardly any of them bytes: no call through the kind for the others.
        return mutable ? kind.copy(value) : value;
    }

    IllegalArgumentException notOf(SocketType type) {
        return new IllegalArgumentException(name + " is not an option of " + type + " sockets; it is one of "
                + String.join(", ", socketTypes.stream().map(SocketType::name).toList()));
    }

    private String shown(T value) {
        if (value instanceof byte[] bytes && bytes.length > LONGEST_SHOWN_BYTES) {
            return bytes.length + " bytes";
        }
        String text = Shown.text(format(value));
        return unit.isEmpty() ? text : text + " " + unit;
    }
}
