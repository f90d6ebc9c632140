package io.zmq4j.pattern;

import io.zmq4j.event.DropCounters;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketOption;
import io.zmq4j.zmtp.SocketType;
import java.util.Set;

/**
 * A socket type: what the wire knows of it, what the machine under a socket knows of it, and its pattern.
 *
 * @param options those it has beside the ones that name it, or that all types have
 * @param pattern makes the pattern of one socket
 */
public record Row(SocketType type, Traits traits, Set<SocketOption<?>> options, Factory pattern) {
    /** Makes a pattern. */
    public interface Factory {
        Pattern create(OptionValues options, DropCounters drops);
    }

    /** One whose options name it. */
    public Row(SocketType type, Traits traits, Factory pattern) {
        this(type, traits, Set.of(), pattern);
    }

    /** This row with these options as well: for a type that they do not name. */
    public Row having(SocketOption<?>... more) {
        return new Row(type, traits, Set.of(more), pattern);
    }
}
