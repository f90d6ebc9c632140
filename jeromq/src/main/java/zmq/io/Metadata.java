package zmq.io;

public class Metadata {
    public static final java.lang.String IDENTITY = "Identity";
    public static final java.lang.String SOCKET_TYPE = "Socket-Type";
    public static final java.lang.String USER_ID = "User-Id";
    public static final java.lang.String PEER_ADDRESS = "Peer-Address";

    public Metadata(java.util.Map<java.lang.String, java.lang.String> arg0) {
        throw new UnsupportedOperationException();
    }

    public Metadata(java.util.Properties arg0) {
        throw new UnsupportedOperationException();
    }

    public Metadata() {
        throw new UnsupportedOperationException();
    }

    public byte[] bytes() {
        throw new UnsupportedOperationException();
    }

    public void clear() {
        throw new UnsupportedOperationException();
    }

    public boolean containsKey(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public java.util.Set<java.util.Map.Entry<java.lang.String, java.lang.String>> entrySet() {
        throw new UnsupportedOperationException();
    }

    public boolean equals(java.lang.Object arg0) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String get(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public int hashCode() {
        throw new UnsupportedOperationException();
    }

    public boolean isEmpty() {
        throw new UnsupportedOperationException();
    }

    public java.util.Set<java.lang.String> keySet() {
        throw new UnsupportedOperationException();
    }

    public void put(java.lang.String arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public int read(java.nio.ByteBuffer arg0, int arg1, zmq.io.Metadata.ParseListener arg2) {
        throw new UnsupportedOperationException();
    }

    public int read(zmq.Msg arg0, int arg1, zmq.io.Metadata.ParseListener arg2) {
        throw new UnsupportedOperationException();
    }

    public void remove(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public void set(java.lang.String arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public void set(zmq.io.Metadata arg0) {
        throw new UnsupportedOperationException();
    }

    public int size() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String toString() {
        throw new UnsupportedOperationException();
    }

    public java.util.Collection<java.lang.String> values() {
        throw new UnsupportedOperationException();
    }

    public void write(java.io.OutputStream arg0) throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    public interface ParseListener {

        int parsed(java.lang.String arg0, byte[] arg1, java.lang.String arg2);
    }
}
