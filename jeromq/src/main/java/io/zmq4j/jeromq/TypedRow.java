package io.zmq4j.jeromq;

import io.zmq4j.Socket;
import io.zmq4j.options.SocketOption;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import zmq.Options;

/**
 * An option that only some socket types have. Of those JeroMQ lets set it, some have no use for it: there it is kept.
 *
 * @param types the numbers of the socket types
 * @param option zmq4j's own
 */
record TypedRow<T>(
        int number, Set<Integer> types, SocketOption<T> option, BiFunction<Integer, @Nullable Object, T> parse)
        implements OptionRow {
    @Override
    public @Nullable Object get(Options kept, @Nullable Socket socket) {
        check(kept);
        return socket != null && option.appliesTo(socket.type())
                ? socket.get(option)
                : kept.others.getOrDefault(number, option.defaultValue());
    }

    @Override
    public boolean set(Options kept, @Nullable Socket socket, @Nullable Object value) {
        check(kept);
        T parsed = parse.apply(number, value);
        if (socket != null && option.appliesTo(socket.type())) {
            socket.set(option, parsed);
        } else {
            kept.others.put(number, parsed);
        }
        return true;
    }

    private void check(Options kept) {
        if (!types.contains(kept.type)) {
            throw new IllegalArgumentException("Sockets of type " + kept.type + " have no option " + number
                    + "; those of the types " + types + " have");
        }
    }
}
