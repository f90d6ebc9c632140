package org.zeromq;

public class ZFrame {
    public static final int MORE = 2;
    public static final int REUSE = 128;
    public static final int DONTWAIT = 1;

    protected ZFrame(zmq.Msg arg0) {
        throw new UnsupportedOperationException();
    }

    public ZFrame(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public ZFrame(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    protected ZFrame() {
        throw new UnsupportedOperationException();
    }

    public void destroy() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZFrame duplicate() {
        throw new UnsupportedOperationException();
    }

    public boolean equals(java.lang.Object arg0) {
        throw new UnsupportedOperationException();
    }

    public byte[] getData() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String getGroup() {
        throw new UnsupportedOperationException();
    }

    public int getRoutingId() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String getString(java.nio.charset.Charset arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean hasData() {
        throw new UnsupportedOperationException();
    }

    public boolean hasMore() {
        throw new UnsupportedOperationException();
    }

    public boolean hasSameData(org.zeromq.ZFrame arg0) {
        throw new UnsupportedOperationException();
    }

    public int hashCode() {
        throw new UnsupportedOperationException();
    }

    public void print(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public static org.zeromq.ZFrame recvFrame(org.zeromq.ZMQ.Socket arg0) {
        throw new UnsupportedOperationException();
    }

    public static org.zeromq.ZFrame recvFrame(org.zeromq.ZMQ.Socket arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public void reset(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public void reset(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean send(org.zeromq.ZMQ.Socket arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public boolean sendAndDestroy(org.zeromq.ZMQ.Socket arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean sendAndDestroy(org.zeromq.ZMQ.Socket arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public boolean sendAndKeep(org.zeromq.ZMQ.Socket arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean sendAndKeep(org.zeromq.ZMQ.Socket arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public void setGroup(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public void setRoutingId(int arg0) {
        throw new UnsupportedOperationException();
    }

    public int size() {
        throw new UnsupportedOperationException();
    }

    public boolean streq(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String strhex() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String toString() {
        throw new UnsupportedOperationException();
    }
}
