package io.zmq4j.transport.ipc;

import io.zmq4j.transport.Endpoint;
import io.zmq4j.transport.EndpointText;

/**
 * {@code ipc://path}: a Unix domain socket.
 *
 * @param path a file, 1 to 106 bytes in UTF-8, where a lone surrogate U+DC80 to U+DCFF stands for the byte 80 to FF that
 *     is not UTF-8; or {@code *} to bind a file of the system's choice; or {@code @name}, a
 *     name in the abstract namespace of Linux
 */
public record IpcEndpoint(String path) implements Endpoint {
    /** sockaddr_un has 108 bytes for the path, the last of them a zero; Java's channels leave another one unused. */
    public static final int MOST_BYTES = 106;

    private static final String WILDCARD = "*";
    private static final String ABSTRACT = "@";

    public static IpcEndpoint parse(EndpointText text) {
        String path = text.address();
        if (text.addressBytes() > MOST_BYTES) {
            throw text.wrong("a path of " + text.addressBytes() + " bytes", "1 to " + MOST_BYTES + " bytes in UTF-8");
        }
        if (path.indexOf('\0') >= 0) {
            throw text.wrong("a zero character in the path", "any other character");
        }
        if (path.equals(ABSTRACT)) {
            throw text.wrong("an abstract name without the name", "@name");
        }
        if (path.equals(WILDCARD) && !text.isBind()) {
            throw text.wrong("* can be bound only", "the path that the bound socket tells as its last endpoint");
        }
        return new IpcEndpoint(path);
    }

    /** Whether the file is to be of the system's choice. */
    public boolean isWildcard() {
        return path.equals(WILDCARD);
    }

    /** Whether this is a name in the abstract namespace: no file. */
    public boolean isAbstract() {
        return path.startsWith(ABSTRACT);
    }

    @Override
    public String toString() {
        return "ipc://" + path;
    }
}
