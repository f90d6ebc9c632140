package io.zmq4j.transport;

import io.zmq4j.transport.spi.Directory;

/** Where a directory is to be asked who is there: {@code dns+tcp://workers.example:5555}. */
public record DirectoryEndpoint(Directory directory) implements Endpoint {
    @Override
    public String toString() {
        return directory.toString();
    }
}
