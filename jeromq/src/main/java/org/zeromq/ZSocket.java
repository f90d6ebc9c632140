package org.zeromq;

public class ZSocket implements java.lang.AutoCloseable {

    public ZSocket(int arg0) {
        throw new UnsupportedOperationException();
    }

    public ZSocket(org.zeromq.SocketType arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean bind(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public void close() {
        throw new UnsupportedOperationException();
    }

    public boolean connect(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean disconnect(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public org.zeromq.SocketType getSocketType() {
        throw new UnsupportedOperationException();
    }

    public int getType() {
        throw new UnsupportedOperationException();
    }

    public final boolean hasReceiveMore() {
        throw new UnsupportedOperationException();
    }

    public byte[] receive() {
        throw new UnsupportedOperationException();
    }

    public byte[] receive(int arg0) {
        throw new UnsupportedOperationException();
    }

    public zmq.Msg receiveMessage() {
        throw new UnsupportedOperationException();
    }

    public zmq.Msg receiveMessage(int arg0) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String receiveStringUtf8() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String receiveStringUtf8(int arg0) {
        throw new UnsupportedOperationException();
    }

    public int send(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public int send(byte[] arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public boolean sendFrame(org.zeromq.ZFrame arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public boolean sendMessage(org.zeromq.ZMsg arg0) {
        throw new UnsupportedOperationException();
    }

    public int sendMessage(zmq.Msg arg0) {
        throw new UnsupportedOperationException();
    }

    public int sendMessage(zmq.Msg arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public int sendStringUtf8(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public int sendStringUtf8(java.lang.String arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public void subscribe(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public void subscribe(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean unbind(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public void unsubscribe(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public void unsubscribe(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }
}
