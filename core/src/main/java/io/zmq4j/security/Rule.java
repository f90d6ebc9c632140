package io.zmq4j.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may come in with a mechanism. */
@FunctionalInterface
interface Rule {
    /** As whom the one with these credentials may come in; null if not at all. */
    @Nullable
    String userId(List<byte[]> credentials);
}
