package org.zeromq.util;

public class ZData {

    public ZData(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean equals(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public boolean equals(java.lang.Object arg0) {
        throw new UnsupportedOperationException();
    }

    public int hashCode() {
        throw new UnsupportedOperationException();
    }

    public static void print(java.io.PrintStream arg0, java.lang.String arg1, byte[] arg2, int arg3) {
        throw new UnsupportedOperationException();
    }

    public void print(java.io.PrintStream arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public boolean streq(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    public static boolean streq(byte[] arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String strhex() {
        throw new UnsupportedOperationException();
    }

    public static java.lang.String strhex(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public java.lang.String toString() {
        throw new UnsupportedOperationException();
    }

    public static java.lang.String toString(byte[] arg0) {
        throw new UnsupportedOperationException();
    }
}
