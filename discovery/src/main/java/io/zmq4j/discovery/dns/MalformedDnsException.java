package io.zmq4j.discovery.dns;

import java.io.IOException;

/** What came is no message of a name server. */
final class MalformedDnsException extends IOException {
    private static final long serialVersionUID = 1;

    MalformedDnsException(String what) {
        super("the answer has " + what);
    }
}
