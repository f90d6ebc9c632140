package zmq.io.net;

/** A family of addresses. */
public interface ProtocolFamily {
    /** Such as {@code INET}. */
    String name();
}
