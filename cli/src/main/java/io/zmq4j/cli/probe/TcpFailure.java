package io.zmq4j.cli.probe;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Why one address took no connection, in the system's words. */
record TcpFailure(String address, Obstacle obstacle, String reason) {
    /** What it comes to for all addresses of a host, of which there is one at least. */
    static ObstacleException of(List<TcpFailure> failures, Duration timeout) {
        Obstacle first = failures.get(0).obstacle;
        boolean areAlike = failures.stream().allMatch(failure -> failure.obstacle == first);
        String addresses = failures.stream().map(TcpFailure::address).collect(Collectors.joining(", "));
        if (!areAlike) {
            String each = failures.stream()
                    .map(failure -> failure.address + ": " + failure.reason)
                    .collect(Collectors.joining("; "));
            return new ObstacleException(Obstacle.UNREACHABLE, "has several addresses and none is reached: " + each);
        }
        return new ObstacleException(
                first,
                switch (first) {
                    case NOBODY_LISTENS ->
                        "has nobody who listens at " + addresses
                                + ": the program is not started, has another port, or is bound to"
                                + " another address of that machine";
                    case NO_ANSWER ->
                        "gives no answer within " + timeout.toMillis() + " ms from " + addresses
                                + ": packets are dropped, by a"
                                + " firewall or a security group, or it is the wrong network";
                    default -> "cannot be reached at " + addresses + ": " + failures.get(0).reason;
                });
    }
}
