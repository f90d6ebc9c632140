package io.zmq4j.cli;

import io.zmq4j.DishSocket;
import io.zmq4j.Socket;
import io.zmq4j.zmtp.SocketType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code -j}: the groups that dish wants to hear. */
final class Joining {
    @Option(
            names = {"-j", "--join"},
            paramLabel = "GROUP",
            required = true,
            description = "Receive what is sent to this group, which is matched whole. Repeatable.")
    private List<String> groups = new ArrayList<>();

    static boolean isFor(SocketType type) {
        return type == SocketType.DISH;
    }

    /** Joins with a socket that can; does nothing to others. */
    void apply(Socket socket) {
        if (socket instanceof DishSocket dish) {
            for (var group : new LinkedHashSet<>(groups)) {
                dish.join(ArgumentBytes.of(group));
            }
        }
    }
}
