package io.zmq4j.bench.role;

import java.util.List;

/** A command whose subcommands are roles: it says which library plays them. */
public interface Roles {
    /**
     * The library, with nothing open yet.
     *
     * @param options what every socket is set to, each as {@code NAME=VALUE}
     * @param credentials of every socket
     * @throws IllegalArgumentException if it cannot do that
     */
    Library library(List<String> options, Credentials credentials);
}
