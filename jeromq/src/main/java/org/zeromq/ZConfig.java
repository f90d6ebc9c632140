package org.zeromq;

public class ZConfig {

    public ZConfig(java.lang.String arg0, org.zeromq.ZConfig arg1) {
        throw new UnsupportedOperationException();
    }

    public void addComment(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZConfig getChild(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String getName() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String getValue(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String getValue(java.lang.String arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public java.util.Map<java.lang.String, java.lang.String> getValues() {
        throw new UnsupportedOperationException();
    }

    public static org.zeromq.ZConfig load(java.lang.String arg0) throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    public boolean pathExists(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZConfig putValue(java.lang.String arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public void putValues(org.zeromq.ZConfig arg0) {
        throw new UnsupportedOperationException();
    }

    public java.io.File save(java.lang.String arg0) throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    public void save(java.io.Writer arg0) throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    public static class ReadException extends java.lang.RuntimeException {
        public final int currentLineNumber = 0;
        public final java.lang.String currentLine = null;

        public ReadException(java.lang.String arg0, java.lang.String arg1, java.util.concurrent.atomic.AtomicInteger arg2) {
            throw new UnsupportedOperationException();
        }
    }
}
