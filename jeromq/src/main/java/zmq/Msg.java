package zmq;

public class Msg {
    public static final int MORE = 1;
    public static final int COMMAND = 2;
    public static final int CREDENTIAL = 32;
    public static final int IDENTITY = 64;
    public static final int SHARED = 128;
    public static final int MAX_GROUP_LENGTH = 255;

    public Msg(java.nio.ByteBuffer arg0) {
        throw new UnsupportedOperationException();
    }

    public Msg(zmq.Msg arg0) {
        throw new UnsupportedOperationException();
    }

    public Msg() {
        throw new UnsupportedOperationException();
    }

    public Msg(int arg0) {
        throw new UnsupportedOperationException();
    }

    public Msg(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public java.nio.ByteBuffer buf() {
        throw new UnsupportedOperationException();
    }

    public boolean check() {
        throw new UnsupportedOperationException();
    }

    public byte[] data() {
        throw new UnsupportedOperationException();
    }

    public java.nio.channels.SocketChannel fd() {
        throw new UnsupportedOperationException();
    }

    public int flags() {
        throw new UnsupportedOperationException();
    }

    public byte get() {
        throw new UnsupportedOperationException();
    }

    public byte get(int arg0) {
        throw new UnsupportedOperationException();
    }

    public int getBytes(int arg0, byte[] arg1, int arg2, int arg3) {
        throw new UnsupportedOperationException();
    }

    public int getBytes(int arg0, java.nio.ByteBuffer arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String getGroup() {
        throw new UnsupportedOperationException();
    }

    public int getInt(int arg0) {
        throw new UnsupportedOperationException();
    }

    public long getLong(int arg0) {
        throw new UnsupportedOperationException();
    }

    public zmq.io.Metadata getMetadata() {
        throw new UnsupportedOperationException();
    }

    public int getRoutingId() {
        throw new UnsupportedOperationException();
    }

    public int getShort(int arg0) {
        throw new UnsupportedOperationException();
    }

    protected final int getWriteIndex() {
        throw new UnsupportedOperationException();
    }

    public boolean hasMore() {
        throw new UnsupportedOperationException();
    }

    public void initDelimiter() {
        throw new UnsupportedOperationException();
    }

    public void initJoin() {
        throw new UnsupportedOperationException();
    }

    public void initLeave() {
        throw new UnsupportedOperationException();
    }

    public boolean isCommand() {
        throw new UnsupportedOperationException();
    }

    public boolean isCredential() {
        throw new UnsupportedOperationException();
    }

    public boolean isDelimiter() {
        throw new UnsupportedOperationException();
    }

    public boolean isIdentity() {
        throw new UnsupportedOperationException();
    }

    public boolean isJoin() {
        throw new UnsupportedOperationException();
    }

    public boolean isLeave() {
        throw new UnsupportedOperationException();
    }

    protected zmq.Msg put(int arg0, byte arg1) {
        throw new UnsupportedOperationException();
    }

    public zmq.Msg put(byte arg0) {
        throw new UnsupportedOperationException();
    }

    public zmq.Msg put(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public zmq.Msg put(byte[] arg0, int arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public zmq.Msg put(int arg0) {
        throw new UnsupportedOperationException();
    }

    public zmq.Msg put(java.nio.ByteBuffer arg0) {
        throw new UnsupportedOperationException();
    }

    public zmq.Msg put(java.nio.ByteBuffer arg0, int arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public zmq.Msg putShortString(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public void resetFlags(int arg0) {
        throw new UnsupportedOperationException();
    }

    public void resetMetadata() {
        throw new UnsupportedOperationException();
    }

    public void resetRoutingId() {
        throw new UnsupportedOperationException();
    }

    public void setFd(java.nio.channels.SocketChannel arg0) {
        throw new UnsupportedOperationException();
    }

    public void setFlags(int arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean setGroup(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public zmq.Msg setMetadata(zmq.io.Metadata arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean setRoutingId(int arg0) {
        throw new UnsupportedOperationException();
    }

    protected final void setWriteIndex(int arg0) {
        throw new UnsupportedOperationException();
    }

    public int size() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String toString() {
        throw new UnsupportedOperationException();
    }

    public void transfer(java.nio.ByteBuffer arg0, int arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public static final class Builder extends zmq.Msg {

        public Builder() {
            super((java.nio.ByteBuffer) null);
            throw new UnsupportedOperationException();
        }

        public zmq.Msg build() {
            throw new UnsupportedOperationException();
        }

        protected zmq.Msg put(int arg0, byte arg1) {
            throw new UnsupportedOperationException();
        }

        public zmq.Msg put(byte[] arg0, int arg1, int arg2) {
            throw new UnsupportedOperationException();
        }

        public zmq.Msg put(java.nio.ByteBuffer arg0, int arg1, int arg2) {
            throw new UnsupportedOperationException();
        }

        public zmq.Msg putShortString(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public void setFlags(int arg0) {
            throw new UnsupportedOperationException();
        }

        public int size() {
            throw new UnsupportedOperationException();
        }
    }
}
