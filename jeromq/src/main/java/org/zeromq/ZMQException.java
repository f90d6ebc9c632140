package org.zeromq;

public class ZMQException extends org.zeromq.UncheckedZMQException {

    public ZMQException(java.lang.String arg0, int arg1, java.lang.Throwable arg2) {
        super((java.lang.String) null, (java.lang.Throwable) null);
        throw new UnsupportedOperationException();
    }

    public ZMQException(java.lang.String arg0, int arg1) {
        super((java.lang.String) null, (java.lang.Throwable) null);
        throw new UnsupportedOperationException();
    }

    public ZMQException(int arg0) {
        super((java.lang.String) null, (java.lang.Throwable) null);
        throw new UnsupportedOperationException();
    }

    public int getErrorCode() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String toString() {
        throw new UnsupportedOperationException();
    }
}
