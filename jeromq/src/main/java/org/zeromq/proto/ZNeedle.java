package org.zeromq.proto;

public final class ZNeedle {

    public ZNeedle(org.zeromq.ZFrame arg0) {
        throw new UnsupportedOperationException();
    }

    public byte[] getBlock(int arg0) {
        throw new UnsupportedOperationException();
    }

    public java.util.List<java.lang.String> getList() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String getLongString() {
        throw new UnsupportedOperationException();
    }

    public java.util.Map<java.lang.String, java.lang.String> getMap() {
        throw new UnsupportedOperationException();
    }

    public int getNumber1() {
        throw new UnsupportedOperationException();
    }

    public int getNumber2() {
        throw new UnsupportedOperationException();
    }

    public int getNumber4() {
        throw new UnsupportedOperationException();
    }

    public long getNumber8() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String getShortString() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String getString() {
        throw new UnsupportedOperationException();
    }

    public void putBlock(byte[] arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public void putList(java.util.Collection<java.lang.String> arg0) {
        throw new UnsupportedOperationException();
    }

    public void putLongString(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public void putMap(java.util.Map<java.lang.String, java.lang.String> arg0) {
        throw new UnsupportedOperationException();
    }

    public void putNumber1(int arg0) {
        throw new UnsupportedOperationException();
    }

    public void putNumber2(int arg0) {
        throw new UnsupportedOperationException();
    }

    public void putNumber4(int arg0) {
        throw new UnsupportedOperationException();
    }

    public void putNumber8(long arg0) {
        throw new UnsupportedOperationException();
    }

    public void putShortString(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public void putString(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String toString() {
        throw new UnsupportedOperationException();
    }
}
