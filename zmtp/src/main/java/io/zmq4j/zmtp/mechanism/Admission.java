package io.zmq4j.zmtp.mechanism;

import java.util.List;

/** A question about a peer with what it proves itself by, and the one way on. */
record Admission(List<byte[]> credentials, Ask.Answer goOn) implements Ask.Authenticate {
    @Override
    public Ask.Answer decided(Verdict verdict) {
        return goOn;
    }

    /** Credentials are secrets. */
    @Override
    public String toString() {
        return "Admission[%d credentials]".formatted(credentials.size());
    }
}
