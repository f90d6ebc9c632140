package org.zeromq;

public abstract class UncheckedZMQException extends java.lang.RuntimeException {

    public UncheckedZMQException(java.lang.String arg0, java.lang.Throwable arg1) {
        throw new UnsupportedOperationException();
    }

    public UncheckedZMQException(java.lang.Throwable arg0) {
        throw new UnsupportedOperationException();
    }

    public UncheckedZMQException(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public UncheckedZMQException() {
        throw new UnsupportedOperationException();
    }
}
