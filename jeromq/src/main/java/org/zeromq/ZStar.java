package org.zeromq;

public class ZStar implements org.zeromq.ZAgent {

    public ZStar(org.zeromq.ZContext arg0, org.zeromq.ZStar.Fortune arg1, java.lang.String arg2, java.lang.Object... arg3) {
        throw new UnsupportedOperationException();
    }

    public ZStar(org.zeromq.ZStar.Fortune arg0, java.lang.String arg1, java.lang.Object... arg2) {
        throw new UnsupportedOperationException();
    }

    public ZStar(org.zeromq.ZAgent.SelectorCreator arg0, org.zeromq.ZStar.Fortune arg1, java.lang.String arg2, java.lang.Object... arg3) {
        throw new UnsupportedOperationException();
    }

    public ZStar(org.zeromq.ZContext arg0, org.zeromq.ZAgent.SelectorCreator arg1, org.zeromq.ZStar.Fortune arg2, zmq.util.function.BiFunction<org.zeromq.ZMQ.Socket, java.lang.String, org.zeromq.ZAgent> arg3, java.lang.String arg4, java.lang.Object... arg5) {
        throw new UnsupportedOperationException();
    }

    public ZStar(org.zeromq.ZContext arg0, org.zeromq.ZStar.Fortune arg1, zmq.util.function.BiFunction<org.zeromq.ZMQ.Socket, java.lang.String, org.zeromq.ZAgent> arg2, java.lang.String arg3, java.lang.Object... arg4) {
        throw new UnsupportedOperationException();
    }

    public ZStar(org.zeromq.ZContext arg0, org.zeromq.ZAgent.SelectorCreator arg1, org.zeromq.ZStar.Fortune arg2, java.lang.String arg3, java.lang.Object... arg4) {
        throw new UnsupportedOperationException();
    }

    protected org.zeromq.ZAgent agent(org.zeromq.ZMQ.Socket arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZAgent agent() {
        throw new UnsupportedOperationException();
    }

    public void close() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZStar.Exit exit() {
        throw new UnsupportedOperationException();
    }

    public static void party(long arg0, java.util.concurrent.TimeUnit arg1) {
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

    public interface Fortune extends org.zeromq.ZStar.TimeTaker {

        org.zeromq.ZStar.Star create(org.zeromq.ZContext arg0, org.zeromq.ZMQ.Socket arg1, int arg2, org.zeromq.ZStar.Star arg3, java.lang.Object... arg4);

        default org.zeromq.ZStar.Star create(org.zeromq.ZContext arg0, org.zeromq.ZMQ.Socket arg1, java.nio.channels.Selector arg2, int arg3, org.zeromq.ZStar.Star arg4, java.lang.Object... arg5) {
            throw new UnsupportedOperationException();
        }

        boolean interview(org.zeromq.ZMQ.Socket arg0);

        java.lang.String premiere(org.zeromq.ZMQ.Socket arg0, java.lang.Object... arg1);
    }

    public interface Set {

        boolean fire();

        void lights(java.lang.String arg0, int arg1);
    }

    public interface Entourage extends org.zeromq.ZStar.TimeTaker {

        void breakaleg(org.zeromq.ZContext arg0, org.zeromq.ZStar.Fortune arg1, org.zeromq.ZMQ.Socket arg2, java.lang.Object... arg3);
    }

    public static class SimpleSet implements org.zeromq.ZStar.Set {

        public SimpleSet() {
            throw new UnsupportedOperationException();
        }

        public static java.lang.String createDefaultName(java.lang.String arg0, int arg1) {
            throw new UnsupportedOperationException();
        }

        public boolean fire() {
            throw new UnsupportedOperationException();
        }

        public void lights(java.lang.String arg0, int arg1) {
            throw new UnsupportedOperationException();
        }
    }

    public interface Exit {

        boolean await(long arg0, java.util.concurrent.TimeUnit arg1) throws java.lang.InterruptedException;

        void await() throws java.lang.InterruptedException;

        void awaitSilent();

        boolean isExited();
    }

    public interface TimeTaker {

        void party(org.zeromq.ZContext arg0);
    }

    public interface Star {

        boolean act(int arg0);

        int breathe();

        boolean entract();

        void prepare();

        boolean renews();
    }
}
