package org.zeromq.util;

public class ZDigest {

    public ZDigest() {
        throw new UnsupportedOperationException();
    }

    public ZDigest(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public byte[] data() {
        throw new UnsupportedOperationException();
    }

    public int size() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String string() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.util.ZDigest update(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.util.ZDigest update(byte[] arg0, int arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.util.ZDigest update(java.io.InputStream arg0) throws java.io.IOException {
        throw new UnsupportedOperationException();
    }
}
