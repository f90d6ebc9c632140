package io.zmq4j.spring.autoconfigure;

import io.zmq4j.Context;
import io.zmq4j.DishSocket;
import io.zmq4j.NamedSocket;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.XSubSocket;
import io.zmq4j.error.EndpointException;
import io.zmq4j.options.SocketOption;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.spring.EndpointResolver;
import io.zmq4j.spring.SocketCustomizer;
import io.zmq4j.zmtp.SocketType;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens sockets as properties say: options, customizers, subscriptions, then endpoints. What is wrong fails with its property. */
final class SocketFactory {
    private final Context context;
    private final List<SocketCustomizer> customizers;
    private final EndpointResolver endpoints;

    SocketFactory(Context context, List<SocketCustomizer> customizers, EndpointResolver endpoints) {
        this.context = context;
        this.endpoints = endpoints;
        this.customizers = customizers;
    }

    /** @throws InvalidPropertyException if something in the properties is impossible; then no socket is left open */
    Socket open(String name, SocketProperties properties, SocketType type) {
        String prefix = "zmq4j.sockets." + name;
        Socket socket = context.socket(type);
        boolean isReady = false;
        try {
            ((NamedSocket<?>) socket).named(name);
            options(socket, properties.options(), prefix);
            security(socket, properties.security(), prefix);
            customizers.forEach(customizer -> customizer.customize(socket));
            subscriptions(socket, properties.subscribe(), prefix);
            endpoints(socket, properties, prefix);
            isReady = true;
            return socket;
        } finally {
            if (!isReady) {
                socket.close();
            }
        }
    }

    /** The first value of an option counts: it is that of the source that goes before others. */
    private static void options(Socket socket, Map<String, String> options, String prefix) {
        Set<SocketOption<?>> done = new HashSet<>();
        options.forEach((key, text) -> {
            SocketOption<?> option = option(key, prefix + ".options.");
            if (done.add(option)) {
                set(socket, option, text, prefix + ".options." + key);
            }
        });
    }

    static SocketOption<?> option(String key, String prefix) {
        try {
            return OptionText.option(key);
        } catch (IllegalArgumentException e) {
            throw new InvalidPropertyException(
                    prefix + key,
                    message(e),
                    "Name an option as in libzmq, with or without ZMQ_; io.zmq4j.options.SocketOptions has all of them.",
                    e);
        }
    }

    private static <T> void set(Socket socket, SocketOption<T> option, String text, String property) {
        try {
            socket.set(option, option.parse(OptionText.plain(option, text)));
        } catch (IllegalArgumentException e) {
            String action = option.appliesTo(socket.type())
                    ? "Give " + option.name() + " a value that is allowed. It is: " + option.description() + "."
                    : "Leave it out, or make the socket one of the types that have it.";
            throw new InvalidPropertyException(property, message(e), action, e);
        }
    }

    private static void security(Socket socket, Map<String, String> security, String prefix) {
        if (security.isEmpty()) {
            return;
        }
        try {
            socket.set(SocketOptions.SECURITY, SocketOptions.SECURITY.parse(SecurityText.of(security)));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new InvalidPropertyException(
                    prefix + ".security",
                    message(e),
                    "Name a mechanism that is there, and its settings: for PLAIN role=server, or username and password; for CURVE"
                            + " role=server and certificate, or server-key and, if wanted, certificate.",
                    e);
        }
    }

    private static void subscriptions(Socket socket, @Nullable List<String> topics, String prefix) {
        if (topics == null) {
            return;
        }
        // A property that is empty text comes as an empty list: the topic that every message begins with.
        for (String topic : topics.isEmpty() ? List.of("") : topics) {
            if (socket instanceof SubSocket sub) {
                sub.subscribe(topic);
            } else if (socket instanceof XSubSocket xsub) {
                xsub.subscribe(topic);
            } else if (socket instanceof DishSocket dish) {
                dish.join(topic);
            } else {
                throw new InvalidPropertyException(
                        prefix + ".subscribe",
                        "a " + socket.type() + " does not subscribe",
                        "Leave it out, or make the socket a sub, xsub or dish.",
                        null);
            }
        }
    }

    private void endpoints(Socket socket, SocketProperties properties, String prefix) {
        each(properties.bind(), prefix + ".bind", socket::bind);
        each(properties.connect(), prefix + ".connect", socket::connect);
    }

    private interface Attaching {
        Object to(String endpoint);
    }

    private void each(List<String> given, String property, Attaching attaching) {
        for (int i = 0; i < given.size(); i++) {
            try {
                var unused = attaching.to(endpoints.resolve(given.get(i)));
            } catch (EndpointException e) {
                throw new InvalidPropertyException(
                        given.size() == 1 ? property : property + "[" + i + "]",
                        message(e),
                        "Give an endpoint that can be used here, such as tcp://*:5555 to bind or tcp://server:5555 to connect to;"
                                + " if its address is in use, end whoever uses it, or choose another one.",
                        e);
            }
        }
    }

    static String message(Exception e) {
        return String.valueOf(e.getMessage());
    }
}
