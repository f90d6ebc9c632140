package io.zmq4j.cli.probe;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a probe has found out; what it has not is null or empty. Text of the peer's is as it came: whoever prints it escapes it.
 *
 * @param endpoint as it was asked for
 * @param obstacle why it is no ZMTP for this side; null if it is
 * @param sentence what it is, or what is wrong and what to do
 * @param transport "tcp" or "ipc"
 * @param address what the endpoint's name stands for
 * @param connected how long connecting took
 * @param version of the greeting, major and minor, such as "3.1"
 * @param revision the greeting's octet for it: the revision of ZMTP 1.0 and 2.0, the major version of later ones; -1 for none
 * @param mechanism of the greeting
 * @param asServer whether the greeting says that the peer is the mechanism's server
 * @param socketType the peer's
 * @param metadata every property of its READY
 * @param roundTrip the shortest of some PINGs
 * @param answers to a handshake as each type
 */
public record Report(
        String endpoint,
        @Nullable Obstacle obstacle,
        String sentence,
        @Nullable String transport,
        @Nullable String address,
        @Nullable Duration connected,
        @Nullable String version,
        int revision,
        @Nullable String mechanism,
        boolean asServer,
        @Nullable String socketType,
        Map<String, String> metadata,
        @Nullable Duration roundTrip,
        List<Answer> answers) {
    /** Whether there is ZMTP for this side. */
    public boolean isFine() {
        return obstacle == null;
    }
}
