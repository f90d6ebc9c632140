package org.zeromq;

public class ZProxy {
    public static final java.lang.String STARTED = "STARTED";
    public static final java.lang.String PAUSED = "PAUSED";
    public static final java.lang.String STOPPED = "STOPPED";
    public static final java.lang.String EXITED = "EXITED";
    public static final java.lang.String ALIVE = "ALIVE";

    public ZProxy(org.zeromq.ZContext arg0, java.lang.String arg1, org.zeromq.ZAgent.SelectorCreator arg2, org.zeromq.ZProxy.Proxy arg3, org.zeromq.ZProxy.Pump arg4, java.lang.String arg5, java.lang.Object... arg6) {
        throw new UnsupportedOperationException();
    }

    public ZProxy(org.zeromq.ZProxy.Proxy arg0, java.lang.String arg1, java.lang.Object... arg2) {
        throw new UnsupportedOperationException();
    }

    public ZProxy(java.lang.String arg0, org.zeromq.ZProxy.Proxy arg1, java.lang.String arg2, java.lang.Object... arg3) {
        throw new UnsupportedOperationException();
    }

    public ZProxy(java.lang.String arg0, org.zeromq.ZAgent.SelectorCreator arg1, org.zeromq.ZProxy.Proxy arg2, java.lang.String arg3, java.lang.Object... arg4) {
        throw new UnsupportedOperationException();
    }

    public ZProxy(java.lang.String arg0, org.zeromq.ZProxy.Proxy arg1, org.zeromq.ZProxy.Pump arg2, java.lang.String arg3, java.lang.Object... arg4) {
        throw new UnsupportedOperationException();
    }

    public ZProxy(org.zeromq.ZContext arg0, java.lang.String arg1, org.zeromq.ZProxy.Proxy arg2, org.zeromq.ZProxy.Pump arg3, java.lang.String arg4, java.lang.Object... arg5) {
        throw new UnsupportedOperationException();
    }

    public ZProxy(org.zeromq.ZAgent.SelectorCreator arg0, org.zeromq.ZProxy.Proxy arg1, java.lang.String arg2, java.lang.Object... arg3) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String command(java.lang.String arg0, boolean arg1) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMsg command(org.zeromq.ZProxy.Command arg0, org.zeromq.ZMsg arg1, boolean arg2) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZProxy.State command(org.zeromq.ZProxy.Command arg0, boolean arg1) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMsg configure(org.zeromq.ZMsg arg0) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String exit() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String exit(boolean arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean isStarted() {
        throw new UnsupportedOperationException();
    }

    public static org.zeromq.ZProxy newProxy(org.zeromq.ZContext arg0, java.lang.String arg1, org.zeromq.ZAgent.SelectorCreator arg2, org.zeromq.ZProxy.Proxy arg3, java.lang.String arg4, java.lang.Object... arg5) {
        throw new UnsupportedOperationException();
    }

    public static org.zeromq.ZProxy newProxy(org.zeromq.ZContext arg0, java.lang.String arg1, org.zeromq.ZProxy.Proxy arg2, java.lang.String arg3, java.lang.Object... arg4) {
        throw new UnsupportedOperationException();
    }

    public static org.zeromq.ZProxy newZProxy(org.zeromq.ZContext arg0, java.lang.String arg1, org.zeromq.ZAgent.SelectorCreator arg2, org.zeromq.ZProxy.Proxy arg3, java.lang.String arg4, java.lang.Object... arg5) {
        throw new UnsupportedOperationException();
    }

    public static org.zeromq.ZProxy newZProxy(org.zeromq.ZContext arg0, java.lang.String arg1, org.zeromq.ZProxy.Proxy arg2, java.lang.String arg3, java.lang.Object... arg4) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String pause(boolean arg0) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String restart(org.zeromq.ZMsg arg0) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String start(boolean arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean started() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String status() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String status(boolean arg0) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String stop(boolean arg0) {
        throw new UnsupportedOperationException();
    }

    public interface Proxy {

        boolean configure(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZMsg arg1, org.zeromq.ZMQ.Socket arg2, org.zeromq.ZMQ.Socket arg3, org.zeromq.ZMQ.Socket arg4, java.lang.Object... arg5);

        boolean configure(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZProxy.Plug arg1, java.lang.Object... arg2) throws java.io.IOException;

        org.zeromq.ZMQ.Socket create(org.zeromq.ZContext arg0, org.zeromq.ZProxy.Plug arg1, java.lang.Object... arg2);

        boolean custom(org.zeromq.ZMQ.Socket arg0, java.lang.String arg1, org.zeromq.ZMQ.Socket arg2, org.zeromq.ZMQ.Socket arg3, org.zeromq.ZMQ.Socket arg4, java.lang.Object... arg5);

        boolean restart(org.zeromq.ZMsg arg0, org.zeromq.ZMQ.Socket arg1, org.zeromq.ZProxy.Plug arg2, java.lang.Object... arg3) throws java.io.IOException;

        abstract class SimpleProxy implements org.zeromq.ZProxy.Proxy {

            public SimpleProxy() {
                throw new UnsupportedOperationException();
            }

            public boolean configure(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZMsg arg1, org.zeromq.ZMQ.Socket arg2, org.zeromq.ZMQ.Socket arg3, org.zeromq.ZMQ.Socket arg4, java.lang.Object... arg5) {
                throw new UnsupportedOperationException();
            }

            public boolean custom(org.zeromq.ZMQ.Socket arg0, java.lang.String arg1, org.zeromq.ZMQ.Socket arg2, org.zeromq.ZMQ.Socket arg3, org.zeromq.ZMQ.Socket arg4, java.lang.Object... arg5) {
                throw new UnsupportedOperationException();
            }

            public boolean restart(org.zeromq.ZMsg arg0, org.zeromq.ZMQ.Socket arg1, org.zeromq.ZProxy.Plug arg2, java.lang.Object... arg3) {
                throw new UnsupportedOperationException();
            }
        }
    }

    public static class ZPump implements org.zeromq.ZProxy.Pump {

        public ZPump() {
            throw new UnsupportedOperationException();
        }

        public ZPump(org.zeromq.ZProxy.ZPump.Transformer arg0) {
            throw new UnsupportedOperationException();
        }

        public boolean flow(org.zeromq.ZProxy.Plug arg0, org.zeromq.ZMQ.Socket arg1, org.zeromq.ZMQ.Socket arg2, org.zeromq.ZProxy.Plug arg3, org.zeromq.ZMQ.Socket arg4) {
            throw new UnsupportedOperationException();
        }

        public interface Transformer {

            org.zeromq.ZMsg transform(org.zeromq.ZMsg arg0, org.zeromq.ZProxy.Plug arg1, org.zeromq.ZProxy.Plug arg2);
        }
    }

    public interface Pump {

        boolean flow(org.zeromq.ZProxy.Plug arg0, org.zeromq.ZMQ.Socket arg1, org.zeromq.ZMQ.Socket arg2, org.zeromq.ZProxy.Plug arg3, org.zeromq.ZMQ.Socket arg4);
    }

    public enum Command {
        START, PAUSE, STOP, RESTART, EXIT, STATUS, CONFIG;
    }

    public enum State {
        ALIVE, STARTED, PAUSED, STOPPED, EXITED;
    }

    public enum Plug {
        FRONT, BACK, CAPTURE;
    }
}
