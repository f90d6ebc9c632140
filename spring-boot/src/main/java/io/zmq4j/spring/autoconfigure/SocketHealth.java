package io.zmq4j.spring.autoconfigure;

import io.zmq4j.Socket;
import io.zmq4j.health.Finding;
import io.zmq4j.health.HealthCheck;
import io.zmq4j.spring.autoconfigure.SocketProperties.HealthRole;
import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** What is found about one socket, and about its context as a whole. */
final class SocketHealth implements HealthIndicator {
    private final Socket socket;
    private final String title;
    private final HealthRole role;
    private final HealthCheck check;

    /** @param check is shared by the sockets of a context */
    SocketHealth(Socket socket, HealthRole role, HealthCheck check) {
        this.socket = socket;
        this.title = socket.type() + " \"" + socket.name() + "\"";
        this.role = role;
        this.check = check;
    }

    @Override
    public Health health() {
        List<Finding> findings = check.check().findings().stream()
                .filter(each -> each.socketId() == 0 || each.socket().equals(title))
                .toList();
        boolean isDown =
                socket.isClosed() || findings.stream().anyMatch(each -> each.severity() == Finding.Severity.ERROR);
        Health.Builder health = isDown && role == HealthRole.REQUIRED ? Health.down() : Health.up();
        health.withDetail("type", socket.type().name()).withDetail("peers", socket.peerCount());
        if (!findings.isEmpty()) {
            health.withDetail(
                    "findings", findings.stream().map(Finding::sentence).toList());
        }
        return health.build();
    }
}
