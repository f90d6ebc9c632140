package io.zmq4j.spring;

import io.zmq4j.Socket;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.beans.factory.ListableBeanFactory;

/** The sockets that are beans, by name: those of the properties, and those that the application has made itself. */
public final class Sockets {
    private final ListableBeanFactory beans;

    /** Those of an application. */
    public Sockets(ListableBeanFactory beans) {
        this.beans = Objects.requireNonNull(beans, "beans");
    }

    /**
     * The socket of this name.
     *
     * @throws IllegalArgumentException if there is none; its message names those that there are
     */
    public Socket get(String name) {
        Objects.requireNonNull(name, "name");
        if (!beans.containsBean(name) || !beans.isTypeMatch(name, Socket.class)) {
            throw new IllegalArgumentException("there is no socket \"" + name + "\"; there are "
                    + Arrays.toString(beans.getBeanNamesForType(Socket.class, true, false)));
        }
        return beans.getBean(name, Socket.class);
    }

    /**
     * The socket of this name, of a certain kind.
     *
     * @param kind such as {@link io.zmq4j.Sender}
     * @throws IllegalArgumentException if there is none, or it is another kind
     */
    public <T> T get(String name, Class<T> kind) {
        Objects.requireNonNull(kind, "kind");
        Socket socket = get(name);
        if (!kind.isInstance(socket)) {
            throw new IllegalArgumentException(
                    "the socket \"" + name + "\" is a " + socket.type() + ", which is no " + kind.getSimpleName());
        }
        return kind.cast(socket);
    }
}
