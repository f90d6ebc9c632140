package org.zeromq;

public class ZPoller implements java.io.Closeable {
    public static final int POLLIN = 1;
    public static final int POLLOUT = 2;
    public static final int POLLERR = 4;
    public static final int IN = 1;
    public static final int OUT = 2;
    public static final int ERR = 4;
    public static final int READABLE = 1;
    public static final int WRITABLE = 2;

    public ZPoller(org.zeromq.ZPoller.ItemCreator arg0, org.zeromq.ZContext arg1) {
        throw new UnsupportedOperationException();
    }

    public ZPoller(org.zeromq.ZPoller.ItemCreator arg0, org.zeromq.ZPoller arg1) {
        throw new UnsupportedOperationException();
    }

    public ZPoller(org.zeromq.ZPoller arg0) {
        throw new UnsupportedOperationException();
    }

    public ZPoller(java.nio.channels.Selector arg0) {
        throw new UnsupportedOperationException();
    }

    public ZPoller(org.zeromq.ZContext arg0) {
        throw new UnsupportedOperationException();
    }

    protected boolean add(java.lang.Object arg0, org.zeromq.ZPoller.ItemHolder arg1) {
        throw new UnsupportedOperationException();
    }

    public void close() {
        throw new UnsupportedOperationException();
    }

    protected org.zeromq.ZPoller.ItemHolder create(java.nio.channels.SelectableChannel arg0, org.zeromq.ZPoller.EventsHandler arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    protected org.zeromq.ZPoller.ItemHolder create(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZPoller.EventsHandler arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    protected java.util.Set<org.zeromq.ZPoller.ItemHolder> createContainer(int arg0) {
        throw new UnsupportedOperationException();
    }

    public void destroy() {
        throw new UnsupportedOperationException();
    }

    protected boolean dispatch(java.util.Collection<? extends org.zeromq.ZPoller.ItemHolder> arg0) {
        throw new UnsupportedOperationException();
    }

    protected boolean dispatch(java.util.Collection<? extends org.zeromq.ZPoller.ItemHolder> arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public boolean dispatch() {
        throw new UnsupportedOperationException();
    }

    public boolean error(java.lang.Object arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean error(java.nio.channels.SelectableChannel arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean error(org.zeromq.ZMQ.Socket arg0) {
        throw new UnsupportedOperationException();
    }

    protected zmq.poll.PollItem filter(java.lang.Object arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZPoller.EventsHandler getGlobalHandler() {
        throw new UnsupportedOperationException();
    }

    public boolean isError(java.nio.channels.SelectableChannel arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean isError(org.zeromq.ZMQ.Socket arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean isReadable(java.nio.channels.SelectableChannel arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean isReadable(org.zeromq.ZMQ.Socket arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean isWritable(java.nio.channels.SelectableChannel arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean isWritable(org.zeromq.ZMQ.Socket arg0) {
        throw new UnsupportedOperationException();
    }

    protected java.lang.Iterable<org.zeromq.ZPoller.ItemHolder> items(java.lang.Object arg0) {
        throw new UnsupportedOperationException();
    }

    protected java.util.Collection<org.zeromq.ZPoller.ItemHolder> items() {
        throw new UnsupportedOperationException();
    }

    protected int poll(java.nio.channels.Selector arg0, long arg1, java.util.Collection<zmq.poll.PollItem> arg2) {
        throw new UnsupportedOperationException();
    }

    protected int poll(long arg0, boolean arg1) {
        throw new UnsupportedOperationException();
    }

    public int poll(long arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean pollerr(java.nio.channels.SelectableChannel arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean pollerr(org.zeromq.ZMQ.Socket arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean pollin(java.nio.channels.SelectableChannel arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean pollin(org.zeromq.ZMQ.Socket arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean pollout(java.nio.channels.SelectableChannel arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean pollout(org.zeromq.ZMQ.Socket arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean readable(java.lang.Object arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean readable(java.nio.channels.SelectableChannel arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean readable(org.zeromq.ZMQ.Socket arg0) {
        throw new UnsupportedOperationException();
    }

    public final boolean register(java.nio.channels.SelectableChannel arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public final boolean register(java.nio.channels.SelectableChannel arg0, org.zeromq.ZPoller.EventsHandler arg1) {
        throw new UnsupportedOperationException();
    }

    public final boolean register(java.nio.channels.SelectableChannel arg0, org.zeromq.ZPoller.EventsHandler arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public final boolean register(java.nio.channels.SelectableChannel arg0, zmq.util.function.BiFunction<java.nio.channels.SelectableChannel, java.lang.Integer, java.lang.Boolean> arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public final boolean register(org.zeromq.ZMQ.Socket arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public final boolean register(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZPoller.EventsHandler arg1) {
        throw new UnsupportedOperationException();
    }

    public final boolean register(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZPoller.EventsHandler arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public final boolean register(org.zeromq.ZMQ.Socket arg0, zmq.util.function.BiFunction<org.zeromq.ZMQ.Socket, java.lang.Integer, java.lang.Boolean> arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public final boolean register(org.zeromq.ZPoller.ItemHolder arg0) {
        throw new UnsupportedOperationException();
    }

    public int registered() {
        throw new UnsupportedOperationException();
    }

    public void setGlobalHandler(org.zeromq.ZPoller.EventsHandler arg0) {
        throw new UnsupportedOperationException();
    }

    public final boolean unregister(java.lang.Object arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean writable(java.lang.Object arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean writable(java.nio.channels.SelectableChannel arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean writable(org.zeromq.ZMQ.Socket arg0) {
        throw new UnsupportedOperationException();
    }

    public interface ItemCreator {

        org.zeromq.ZPoller.ItemHolder create(java.nio.channels.SelectableChannel arg0, org.zeromq.ZPoller.EventsHandler arg1, int arg2);

        org.zeromq.ZPoller.ItemHolder create(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZPoller.EventsHandler arg1, int arg2);
    }

    public static class SimpleCreator implements org.zeromq.ZPoller.ItemCreator {

        public SimpleCreator() {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZPoller.ItemHolder create(java.nio.channels.SelectableChannel arg0, org.zeromq.ZPoller.EventsHandler arg1, int arg2) {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZPoller.ItemHolder create(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZPoller.EventsHandler arg1, int arg2) {
            throw new UnsupportedOperationException();
        }
    }

    public interface EventsHandler {

        boolean events(java.nio.channels.SelectableChannel arg0, int arg1);

        boolean events(org.zeromq.ZMQ.Socket arg0, int arg1);
    }

    public interface ItemHolder {

        org.zeromq.ZPoller.EventsHandler handler();

        zmq.poll.PollItem item();

        org.zeromq.ZMQ.Socket socket();
    }

    public static class ComposeEventsHandler implements org.zeromq.ZPoller.EventsHandler {

        public ComposeEventsHandler(zmq.util.function.BiFunction<org.zeromq.ZMQ.Socket, java.lang.Integer, java.lang.Boolean> arg0, zmq.util.function.BiFunction<java.nio.channels.SelectableChannel, java.lang.Integer, java.lang.Boolean> arg1) {
            throw new UnsupportedOperationException();
        }

        public boolean events(java.nio.channels.SelectableChannel arg0, int arg1) {
            throw new UnsupportedOperationException();
        }

        public boolean events(org.zeromq.ZMQ.Socket arg0, int arg1) {
            throw new UnsupportedOperationException();
        }
    }

    public static class ZPollItem extends org.zeromq.ZMQ.PollItem implements org.zeromq.ZPoller.ItemHolder {

        public ZPollItem(org.zeromq.ZMQ.Socket arg0, org.zeromq.ZPoller.EventsHandler arg1, int arg2) {
            super((org.zeromq.ZMQ.Socket) null, (int) 0);
            throw new UnsupportedOperationException();
        }

        public ZPollItem(java.nio.channels.SelectableChannel arg0, org.zeromq.ZPoller.EventsHandler arg1, int arg2) {
            super((org.zeromq.ZMQ.Socket) null, (int) 0);
            throw new UnsupportedOperationException();
        }

        public boolean equals(java.lang.Object arg0) {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZPoller.EventsHandler handler() {
            throw new UnsupportedOperationException();
        }

        public int hashCode() {
            throw new UnsupportedOperationException();
        }

        public zmq.poll.PollItem item() {
            throw new UnsupportedOperationException();
        }

        public org.zeromq.ZMQ.Socket socket() {
            throw new UnsupportedOperationException();
        }
    }
}
