package io.zmq4j.interop;

import io.zmq4j.testkit.NodePeer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Where tests find Node with npm's {@code zeromq}, which is libzmq 4.3.5 with its draft types. */
final class Node {
    private Node() {}

    /** Who has no Node, or no way to npm's registry, tests everything else: then this test is aborted, and says so. */
    static NodePeer.Home orAbort() {
        try {
            return NodePeer.Home.in(Path.of("target", "node"));
        } catch (IOException e) {
            System.err.println(
                    "\n*** NOT TESTED: the draft types with libzmq, for which node, npm and its package zeromq are"
                            + " needed ***\n" + e.getMessage() + "\n");
            Assumptions.abort("no Node with zeromq: " + e.getMessage());
            throw new AssertionError(e);
        }
    }
}
