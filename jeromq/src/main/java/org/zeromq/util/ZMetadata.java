package org.zeromq.util;

public class ZMetadata {

    public ZMetadata() {
        throw new UnsupportedOperationException();
    }

    public ZMetadata(zmq.io.Metadata arg0) {
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

    public static org.zeromq.util.ZMetadata read(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public static org.zeromq.util.ZMetadata read(org.zeromq.ZConfig arg0) {
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
}
