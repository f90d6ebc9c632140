package zmq.util;

public class Wire {

    Wire() {}

    public static java.lang.String getLongString(java.nio.ByteBuffer arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static java.lang.String getLongString(java.nio.charset.Charset arg0, java.nio.ByteBuffer arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public static java.lang.String getShortString(java.nio.ByteBuffer arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static java.lang.String getShortString(java.nio.charset.Charset arg0, java.nio.ByteBuffer arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public static int getUInt16(byte[] arg0) {
        throw new UnsupportedOperationException();
    }

    public static int getUInt16(java.nio.ByteBuffer arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static int getUInt32(byte[] arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static int getUInt32(java.nio.ByteBuffer arg0) {
        throw new UnsupportedOperationException();
    }

    public static int getUInt32(java.nio.ByteBuffer arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static int getUInt32(zmq.Msg arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static long getUInt64(java.nio.ByteBuffer arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static long getUInt64(zmq.Msg arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static int putLongString(java.nio.ByteBuffer arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public static int putLongString(java.nio.charset.Charset arg0, java.nio.ByteBuffer arg1, java.lang.String arg2) {
        throw new UnsupportedOperationException();
    }

    public static int putShortString(java.nio.ByteBuffer arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public static int putShortString(java.nio.charset.Charset arg0, java.nio.ByteBuffer arg1, java.lang.String arg2) {
        throw new UnsupportedOperationException();
    }

    public static byte[] putUInt16(int arg0) {
        throw new UnsupportedOperationException();
    }

    public static java.nio.ByteBuffer putUInt16(java.nio.ByteBuffer arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static zmq.Msg putUInt16(zmq.Msg arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static byte[] putUInt32(int arg0) {
        throw new UnsupportedOperationException();
    }

    public static java.nio.ByteBuffer putUInt32(java.nio.ByteBuffer arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static zmq.Msg putUInt32(zmq.Msg arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static java.nio.ByteBuffer putUInt64(java.nio.ByteBuffer arg0, long arg1) {
        throw new UnsupportedOperationException();
    }
}
