package io.zmq4j.bench.role;

import java.util.List;

/** A command whose subcommands are roles: it says which library plays them. */
public interface Roles {
    /**
     * The library, with nothing open yet.
     *
     * @param options what every socket is set to, each as {@code NAME=VALUE}
     */
    Library library(List<String> options);
}
