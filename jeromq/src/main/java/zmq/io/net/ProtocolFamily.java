package zmq.io.net;

public interface ProtocolFamily {

    java.lang.String name();
}
