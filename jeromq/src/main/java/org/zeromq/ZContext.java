package org.zeromq;

public class ZContext implements java.io.Closeable {

    public ZContext(int arg0) {
        throw new UnsupportedOperationException();
    }

    public ZContext() {
        throw new UnsupportedOperationException();
    }

    public void close() {
        throw new UnsupportedOperationException();
    }

    public void closeSelector(java.nio.channels.Selector arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMQ.Poller createPoller(int arg0) {
        throw new UnsupportedOperationException();
    }

    public java.nio.channels.Selector createSelector() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMQ.Socket createSocket(int arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMQ.Socket createSocket(org.zeromq.SocketType arg0) {
        throw new UnsupportedOperationException();
    }

    public void destroy() {
        throw new UnsupportedOperationException();
    }

    public void destroySocket(org.zeromq.ZMQ.Socket arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMQ.Socket fork(org.zeromq.ZThread.IAttachedRunnable arg0, java.lang.Object... arg1) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMQ.Context getContext() {
        throw new UnsupportedOperationException();
    }

    public int getIoThreads() {
        throw new UnsupportedOperationException();
    }

    public int getLinger() {
        throw new UnsupportedOperationException();
    }

    public java.lang.Thread.UncaughtExceptionHandler getNotificationExceptionHandler() {
        throw new UnsupportedOperationException();
    }

    public java.util.List<org.zeromq.ZMQ.Socket> getSockets() {
        throw new UnsupportedOperationException();
    }

    public zmq.util.function.BiFunction<java.lang.Runnable, java.lang.String, java.lang.Thread> getThreadFactory() {
        throw new UnsupportedOperationException();
    }

    public java.lang.Thread.UncaughtExceptionHandler getUncaughtExceptionHandler() {
        throw new UnsupportedOperationException();
    }

    public boolean isClosed() {
        throw new UnsupportedOperationException();
    }

    public boolean isEmpty() {
        throw new UnsupportedOperationException();
    }

    public boolean isMain() {
        throw new UnsupportedOperationException();
    }

    public void setContext(org.zeromq.ZMQ.Context arg0) {
        throw new UnsupportedOperationException();
    }

    public void setIoThreads(int arg0) {
        throw new UnsupportedOperationException();
    }

    public void setLinger(int arg0) {
        throw new UnsupportedOperationException();
    }

    public void setMain(boolean arg0) {
        throw new UnsupportedOperationException();
    }

    public void setNotificationExceptionHandler(java.lang.Thread.UncaughtExceptionHandler arg0) {
        throw new UnsupportedOperationException();
    }

    public void setRcvHWM(int arg0) {
        throw new UnsupportedOperationException();
    }

    public void setSndHWM(int arg0) {
        throw new UnsupportedOperationException();
    }

    public void setThreadFactor(zmq.util.function.BiFunction<java.lang.Runnable, java.lang.String, java.lang.Thread> arg0) {
        throw new UnsupportedOperationException();
    }

    public void setUncaughtExceptionHandler(java.lang.Thread.UncaughtExceptionHandler arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZContext shadow() {
        throw new UnsupportedOperationException();
    }

    public static org.zeromq.ZContext shadow(org.zeromq.ZContext arg0) {
        throw new UnsupportedOperationException();
    }
}
