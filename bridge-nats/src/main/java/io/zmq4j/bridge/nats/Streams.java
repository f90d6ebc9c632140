package io.zmq4j.bridge.nats;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.api.StreamInfo;
import java.io.IOException;
import java.util.Optional;

/** Whether a stream is there, asked before a bridge reads anything. */
final class Streams {
    static final String CREATE = "create";

    private Streams() {}

    /**
     * Makes sure of the stream; makes it, if the address says {@code create=SUBJECTS}, with commas between them.
     *
     * @throws io.zmq4j.bridge.spi.BridgeException if it is not there
     */
    static StreamInfo check(Connection connection, Server server) {
        try {
            var management = connection.jetStreamManagement();
            Optional<String> subjects = server.address().setting(CREATE);
            if (subjects.isPresent()) {
                try {
                    return management.addStream(StreamConfiguration.builder()
                            .name(server.stream())
                            .subjects(subjects.get().split(","))
                            .storageType(StorageType.File)
                            .build());
                } catch (JetStreamApiException e) {
                    if (e.getApiErrorCode() != ErrorCode.STREAM_IN_USE) {
                        throw e;
                    }
                }
            }
            return management.getStreamInfo(server.stream());
        } catch (IOException | JetStreamApiException | IllegalArgumentException e) {
            throw server.failure(e);
        }
    }
}
