package org.zeromq;

public class ZMsg implements java.lang.Iterable<org.zeromq.ZFrame>, java.util.Deque<org.zeromq.ZFrame> {

    public ZMsg() {
        throw new UnsupportedOperationException();
    }

    public boolean add(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean add(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean add(org.zeromq.ZFrame arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean addAll(java.util.Collection<? extends org.zeromq.ZFrame> arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMsg addFirst(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMsg addFirst(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public void addFirst(org.zeromq.ZFrame arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMsg addLast(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMsg addLast(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public void addLast(org.zeromq.ZFrame arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMsg addString(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMsg append(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMsg append(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMsg append(org.zeromq.ZMsg arg0) {
        throw new UnsupportedOperationException();
    }

    public void clear() {
        throw new UnsupportedOperationException();
    }

    public boolean contains(java.lang.Object arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean containsAll(java.util.Collection<?> arg0) {
        throw new UnsupportedOperationException();
    }

    public long contentSize() {
        throw new UnsupportedOperationException();
    }

    public java.util.Iterator<org.zeromq.ZFrame> descendingIterator() {
        throw new UnsupportedOperationException();
    }

    public void destroy() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMsg dump() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMsg dump(java.lang.Appendable arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMsg duplicate() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZFrame element() {
        throw new UnsupportedOperationException();
    }

    public boolean equals(java.lang.Object arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZFrame getFirst() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZFrame getLast() {
        throw new UnsupportedOperationException();
    }

    public int hashCode() {
        throw new UnsupportedOperationException();
    }

    public boolean isEmpty() {
        throw new UnsupportedOperationException();
    }

    public java.util.Iterator<org.zeromq.ZFrame> iterator() {
        throw new UnsupportedOperationException();
    }

    public static org.zeromq.ZMsg load(java.io.DataInputStream arg0) {
        throw new UnsupportedOperationException();
    }

    public static org.zeromq.ZMsg newStringMsg(java.lang.String... arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean offer(org.zeromq.ZFrame arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean offerFirst(org.zeromq.ZFrame arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean offerLast(org.zeromq.ZFrame arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZFrame peek() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZFrame peekFirst() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZFrame peekLast() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZFrame poll() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZFrame pollFirst() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZFrame pollLast() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZFrame pop() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String popString() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMsg push(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMsg push(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public void push(org.zeromq.ZFrame arg0) {
        throw new UnsupportedOperationException();
    }

    public static org.zeromq.ZMsg recvMsg(org.zeromq.ZMQ.Socket arg0) {
        throw new UnsupportedOperationException();
    }

    public static org.zeromq.ZMsg recvMsg(org.zeromq.ZMQ.Socket arg0, boolean arg1) {
        throw new UnsupportedOperationException();
    }

    public static org.zeromq.ZMsg recvMsg(org.zeromq.ZMQ.Socket arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static void recvMsg(org.zeromq.ZMQ.Socket arg0, int arg1, zmq.util.function.Consumer<org.zeromq.ZMsg> arg2) {
        throw new UnsupportedOperationException();
    }

    public static void recvMsg(org.zeromq.ZMQ.Socket arg0, int arg1, zmq.util.function.Consumer<org.zeromq.ZMsg> arg2, zmq.util.function.Consumer<org.zeromq.ZMQException> arg3) {
        throw new UnsupportedOperationException();
    }

    public boolean remove(java.lang.Object arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZFrame remove() {
        throw new UnsupportedOperationException();
    }

    public boolean removeAll(java.util.Collection<?> arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZFrame removeFirst() {
        throw new UnsupportedOperationException();
    }

    public boolean removeFirstOccurrence(java.lang.Object arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZFrame removeLast() {
        throw new UnsupportedOperationException();
    }

    public boolean removeLastOccurrence(java.lang.Object arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean retainAll(java.util.Collection<?> arg0) {
        throw new UnsupportedOperationException();
    }

    public static boolean save(org.zeromq.ZMsg arg0, java.io.DataOutputStream arg1) {
        throw new UnsupportedOperationException();
    }

    public boolean send(org.zeromq.ZMQ.Socket arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean send(org.zeromq.ZMQ.Socket arg0, boolean arg1) {
        throw new UnsupportedOperationException();
    }

    public int size() {
        throw new UnsupportedOperationException();
    }

    public java.lang.Object[] toArray() {
        throw new UnsupportedOperationException();
    }

    public <T> T[] toArray(T[] arg0) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String toString() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZFrame unwrap() {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.ZMsg wrap(org.zeromq.ZFrame arg0) {
        throw new UnsupportedOperationException();
    }
}
