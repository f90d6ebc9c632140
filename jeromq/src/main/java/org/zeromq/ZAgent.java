package org.zeromq;

public interface ZAgent {

    void close();

    org.zeromq.ZMQ.Socket pipe();

    org.zeromq.ZMsg recv();

    org.zeromq.ZMsg recv(boolean arg0);

    org.zeromq.ZMsg recv(int arg0);

    boolean send(java.lang.String arg0);

    boolean send(java.lang.String arg0, boolean arg1);

    boolean send(org.zeromq.ZMsg arg0);

    boolean send(org.zeromq.ZMsg arg0, boolean arg1);

    boolean sign();

    interface SelectorCreator {

        java.nio.channels.Selector create() throws java.io.IOException;

        void destroy(java.nio.channels.Selector arg0) throws java.io.IOException;
    }

    final class SimpleAgent implements org.zeromq.ZAgent {

        public SimpleAgent(org.zeromq.ZMQ.Socket arg0, java.lang.String arg1) {
            throw new UnsupportedOperationException();
        }

        public void close() {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZMQ.Socket pipe() {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZMsg recv() {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZMsg recv(boolean arg0) {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZMsg recv(int arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean send(java.lang.String arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean send(java.lang.String arg0, boolean arg1) {
            throw new UnsupportedOperationException();
        }

        public boolean send(org.zeromq.ZMsg arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean send(org.zeromq.ZMsg arg0, boolean arg1) {
            throw new UnsupportedOperationException();
        }

        public boolean sign() {
            throw new UnsupportedOperationException();
        }
    }

    class Creator {

        Creator() {}

        public static org.zeromq.ZAgent create(org.zeromq.ZMQ.Socket arg0, java.lang.String arg1) {
            throw new UnsupportedOperationException();
        }
    }
}
