package org.zeromq;

public class ZThread {

    ZThread() {}

    public static org.zeromq.ZMQ.Socket fork(org.zeromq.ZContext arg0, org.zeromq.ZThread.IAttachedRunnable arg1, java.lang.Object... arg2) {
        throw new UnsupportedOperationException();
    }

    public static void start(org.zeromq.ZThread.IDetachedRunnable arg0, java.lang.Object... arg1) {
        throw new UnsupportedOperationException();
    }

    public interface IDetachedRunnable {

        void run(java.lang.Object[] arg0);
    }

    public interface IAttachedRunnable {

        void run(java.lang.Object[] arg0, org.zeromq.ZContext arg1, org.zeromq.ZMQ.Socket arg2);
    }
}
