package io.zmq4j.view;

import io.zmq4j.Context;
import io.zmq4j.snapshot.ContextSnapshot;
import java.util.List;
import java.util.Objects;

/** Gives the snapshots of the contexts of one process. Every call ends in bounded time. Used by one thread at a time. */
public interface Source extends AutoCloseable {
    /** What is looked at, for people: such as {@code pid 4711} or {@code tcp://localhost:9000}. */
    String name();

    /**
     * The contexts as they are now; none if the process has closed all.
     *
     * @throws ViewException if the process is gone, does not answer, or answers with what is no snapshot. The next look may succeed
     *     all the same, as when a server has been started again
     */
    List<ContextSnapshot> look() throws ViewException;

    /** Leaves the process as it was, as far as that can be. Later calls do nothing. */
    @Override
    void close();

    /**
     * Opens a source by what a user types.
     *
     * @param target a process id such as {@code 4711}, or an endpoint such as {@code tcp://localhost:9000}
     * @param mayStartAgent whether the JVM's management agent may be started if it does not run: it stays in that JVM
     * @param asking how an endpoint is asked
     * @throws ViewException if that cannot be seen, or is neither
     */
    static Source open(String target, boolean mayStartAgent, Asking asking) throws ViewException {
        if (target.matches("[0-9]{1,9}")) {
            return JvmSource.attach(Long.parseLong(target), mayStartAgent);
        }
        if (target.matches(":[0-9]{1,5}")) {
            return EndpointSource.connect("tcp://localhost" + target, EndpointSource.PATIENCE, asking::apply);
        }
        if (target.matches("(?s)[a-z]+://.+")) {
            return EndpointSource.connect(target, EndpointSource.PATIENCE, asking::apply);
        }
        throw new ViewException("'" + Plain.text(target)
                + "' is neither a process id, such as 4711, nor an endpoint, such as tcp://localhost:9000");
    }

    /** A context of this process; it is not closed with the source. */
    static Source of(Context context) {
        Objects.requireNonNull(context, "context");
        return new Source() {
            @Override
            public String name() {
                return "this process";
            }

            @Override
            public List<ContextSnapshot> look() {
                return List.of(context.snapshot());
            }

            @Override
            public void close() {}
        };
    }
}
