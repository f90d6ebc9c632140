package zmq.io.mechanism.curve;

public class Curve {

    public Curve() {
        throw new UnsupportedOperationException();
    }

    public int box(byte[] arg0, byte[] arg1, int arg2, byte[] arg3, byte[] arg4, byte[] arg5) {
        throw new UnsupportedOperationException();
    }

    public int box(java.nio.ByteBuffer arg0, java.nio.ByteBuffer arg1, int arg2, java.nio.ByteBuffer arg3, byte[] arg4, byte[] arg5) {
        throw new UnsupportedOperationException();
    }

    public byte[][] keypair() {
        throw new UnsupportedOperationException();
    }

    public java.lang.String[] keypairZ85() {
        throw new UnsupportedOperationException();
    }

    public static java.lang.String z85EncodePublic(byte[] arg0) {
        throw new UnsupportedOperationException();
    }
}
