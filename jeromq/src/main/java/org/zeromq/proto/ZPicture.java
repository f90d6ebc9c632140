package org.zeromq.proto;

public class ZPicture {

    public ZPicture() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMsg msgBinaryPicture(java.lang.String arg0, java.lang.Object... arg1) {
        throw new UnsupportedOperationException();
    }

    public java.lang.Object[] recvBinaryPicture(org.zeromq.ZMQ.Socket arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public java.lang.Object[] recvPicture(org.zeromq.ZMQ.Socket arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public boolean sendBinaryPicture(org.zeromq.ZMQ.Socket arg0, java.lang.String arg1, java.lang.Object... arg2) {
        throw new UnsupportedOperationException();
    }

    public boolean sendPicture(org.zeromq.ZMQ.Socket arg0, java.lang.String arg1, java.lang.Object... arg2) {
        throw new UnsupportedOperationException();
    }
}
