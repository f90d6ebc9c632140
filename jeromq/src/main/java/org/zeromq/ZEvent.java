package org.zeromq;

public class ZEvent {

    ZEvent() {}

    public boolean equals(java.lang.Object arg0) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String getAddress() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMonitor.Event getEvent() {
        throw new UnsupportedOperationException();
    }

    public <M> M getValue() {
        throw new UnsupportedOperationException();
    }

    public int hashCode() {
        throw new UnsupportedOperationException();
    }

    public boolean isDebug() {
        throw new UnsupportedOperationException();
    }

    public boolean isError() {
        throw new UnsupportedOperationException();
    }

    public boolean isInformation() {
        throw new UnsupportedOperationException();
    }

    public boolean isWarn() {
        throw new UnsupportedOperationException();
    }

    public static org.zeromq.ZEvent recv(org.zeromq.ZMQ.Socket arg0) {
        throw new UnsupportedOperationException();
    }

    public static org.zeromq.ZEvent recv(org.zeromq.ZMQ.Socket arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String toString() {
        throw new UnsupportedOperationException();
    }

    public interface ZEventConsummer extends zmq.ZMQ.EventConsummer {

        void consume(org.zeromq.ZEvent arg0);

        default void consume(zmq.ZMQ.Event arg0) {
            throw new UnsupportedOperationException();
        }
    }
}
