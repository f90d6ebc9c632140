package io.zmq4j.interop.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An endpoint as the generator sees it: who has bound it, and who is connected to it. */
final class Place {
    final String name;
    final List<Node> connectors = new ArrayList<>();

    @Nullable
    Node binder;

    /** Whether somebody was bound here before. */
    boolean wasBound;

    /** Whether a connection that was given up may still wait here for a binder, with what was sent by it. */
    boolean isHaunted;

    Place(String name) {
        this.name = name;
    }

    Optional<Node> binder() {
        return Optional.ofNullable(binder);
    }

    boolean has(Node node) {
        return binder == node || connectors.contains(node);
    }
}
