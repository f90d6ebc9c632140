package io.zmq4j.options;

import static io.zmq4j.options.SocketOptions.XPUB_VERBOSE;
import static io.zmq4j.options.SocketOptions.XPUB_VERBOSER;

import io.zmq4j.zmtp.SocketType;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values of one socket's options. Safe for any thread: a read takes no lock, every set makes a new array.
 *
 * <p>All methods throw {@link IllegalArgumentException} for an option that sockets of this type do not have.
 */
public final class OptionValues {
    private final SocketType type;

    // By index of option; null where the option is not one of this socket type. An array is never changed once it is
    // in this field, so a reader needs no more than the field and the element. Replaced with the monitor held.
    private volatile @Nullable Object[] values;

    /** The defaults of this socket type. */
    public OptionValues(SocketType type) {
        this(type, Set.of());
    }

    /** The defaults of this socket type, which has these options beside those that {@linkplain SocketOption#appliesTo it has}. */
    public OptionValues(SocketType type, Set<SocketOption<?>> more) {
        this(type, selected(type, more, SocketOption::defaultValue));
    }

    private OptionValues(SocketType type, @Nullable Object[] values) {
        this.type = type;
        this.values = values;
    }

    /** The value now. */
    public <T> T get(SocketOption<T> option) {
        Objects.requireNonNull(option, "option");
        return option.copy(element(values, option));
    }

    /** The value now, or the default if sockets of this type do not have the option. */
    public <T> T getOrDefault(SocketOption<T> option) {
        Objects.requireNonNull(option, "option");
        return has(option) ? get(option) : option.defaultValue();
    }

    /** Whether sockets of this type have the option. */
    public boolean has(SocketOption<?> option) {
        return values[Objects.requireNonNull(option, "option").index()] != null;
    }

    /** Checks and sets; the message of the error names the option, the value and what is allowed. */
    public <T> void set(SocketOption<T> option, T value) {
        Objects.requireNonNull(option, "option");
        checkApplies(option);
        replace(option, option.accept(value));
    }

    /** Sets by name and text, as {@link SocketOptions#named} and {@link SocketOption#parse} read them. */
    public void set(String name, String value) {
        Objects.requireNonNull(value, "value");
        setText(SocketOptions.named(name), value);
    }

    /** The value now, and the default from now on: of several callers one alone gets a value that was set once. */
    public <T> T getAndReset(SocketOption<T> option) {
        Objects.requireNonNull(option, "option");
        return replace(option, option.defaultValue());
    }

    /** The value now as {@link SocketOption#format} has it. */
    public String format(SocketOption<?> option) {
        return getText(Objects.requireNonNull(option, "option"));
    }

    /** Whether the value now is the one that it has if nobody sets it. */
    public boolean isDefault(SocketOption<?> option) {
        return Objects.deepEquals(
                values[Objects.requireNonNull(option, "option").index()], option.defaultValue());
    }

    /** These values as they are now, for an endpoint that keeps them; later sets do not change it. */
    public OptionValues snapshot() {
        return new OptionValues(type, values);
    }

    /** These values as they are now, for one endpoint alone, and this one among them, whether or not its type has the option. */
    public <T> OptionValues snapshotWith(SocketOption<T> option, T value) {
        Objects.requireNonNull(option, "option");
        @Nullable Object[] more = values.clone();
        more[option.index()] = Objects.requireNonNull(value, "value");
        return new OptionValues(type, more);
    }

    /**
     * The values of a new socket of this type, which has these options beside those that {@linkplain SocketOption#appliesTo it
     * has}: as they are here, of the options that are there.
     */
    public OptionValues forSocket(SocketType type, Set<SocketOption<?>> more) {
        return new OptionValues(type, selected(type, more, this::kept));
    }

    private void checkApplies(SocketOption<?> option) {
        if (!has(option)) {
            throw option.notOf(type);
        }
    }

    private <T> void setText(SocketOption<T> option, String text) {
        // Before the text is looked at: what is wrong first is that there is no such option here.
        checkApplies(option);
        set(option, option.parse(text));
    }

    private <T> String getText(SocketOption<T> option) {
        return option.format(get(option));
    }

    private synchronized <T> T replace(SocketOption<T> option, T value) {
        T before = element(values, option);
        @Nullable Object[] next = values.clone();
        next[option.index()] = value;
        // One state with three values behind two options, as in libzmq: verbose for nothing, for subscriptions, for
        // subscriptions and unsubscriptions. XPUB_VERBOSE then reads as the first, XPUB_VERBOSER as the second.
        if (option == XPUB_VERBOSE) {
            next[XPUB_VERBOSER.index()] = false;
        } else if (option == XPUB_VERBOSER) {
            next[XPUB_VERBOSE.index()] = value;
        }
        values = next;
        return before;
    }

    @SuppressWarnings("unchecked") // only replace and selected write elements, each with its own option's type
    private <T> T element(@Nullable Object[] values, SocketOption<T> option) {
        Object value = values[option.index()];
        if (value == null) {
            throw option.notOf(type);
        }
        return (T) value;
    }

    /** What is kept, if sockets of this type have the option, else the default: it is not one's own. */
    private <T> Object kept(SocketOption<T> option) {
        Object value = values[option.index()];
        return value == null ? option.defaultValue() : value;
    }

    private static @Nullable Object[] selected(
            SocketType type, Set<SocketOption<?>> more, Function<SocketOption<?>, Object> value) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(more, "more");
        return SocketOptions.all().stream()
                .map(option -> option.appliesTo(type) || more.contains(option) ? value.apply(option) : null)
                .toArray();
    }
}
