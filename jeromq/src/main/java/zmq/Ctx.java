package zmq;

public class Ctx {

    public Ctx() {
        throw new UnsupportedOperationException();
    }

    public boolean checkTag() {
        throw new UnsupportedOperationException();
    }

    public boolean closeSelector(java.nio.channels.Selector arg0) {
        throw new UnsupportedOperationException();
    }

    public java.nio.channels.Selector createSelector() {
        throw new UnsupportedOperationException();
    }

    public zmq.SocketBase createSocket(int arg0) {
        throw new UnsupportedOperationException();
    }

    public zmq.util.Errno errno() {
        throw new UnsupportedOperationException();
    }

    public int get(int arg0) {
        throw new UnsupportedOperationException();
    }

    public java.lang.Thread.UncaughtExceptionHandler getNotificationExceptionHandler() {
        throw new UnsupportedOperationException();
    }

    public zmq.util.function.BiFunction<java.lang.Runnable, java.lang.String, java.lang.Thread> getThreadFactory() {
        throw new UnsupportedOperationException();
    }

    public java.lang.Thread.UncaughtExceptionHandler getUncaughtExceptionHandler() {
        throw new UnsupportedOperationException();
    }

    public boolean isActive() {
        throw new UnsupportedOperationException();
    }

    public boolean set(int arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public void setNotificationExceptionHandler(java.lang.Thread.UncaughtExceptionHandler arg0) {
        throw new UnsupportedOperationException();
    }

    public void setThreadFactory(zmq.util.function.BiFunction<java.lang.Runnable, java.lang.String, java.lang.Thread> arg0) {
        throw new UnsupportedOperationException();
    }

    public void setUncaughtExceptionHandler(java.lang.Thread.UncaughtExceptionHandler arg0) {
        throw new UnsupportedOperationException();
    }

    public void terminate() {
        throw new UnsupportedOperationException();
    }

    public static class Endpoint {
        public final zmq.SocketBase socket = null;
        public final zmq.Options options = null;

        public Endpoint(zmq.SocketBase arg0, zmq.Options arg1) {
            throw new UnsupportedOperationException();
        }
    }
}
