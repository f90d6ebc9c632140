package zmq.util;

public class Utils {

    Utils() {}

    public static byte[] bytes(java.nio.ByteBuffer arg0) {
        throw new UnsupportedOperationException();
    }

    public static void checkArgument(boolean arg0, java.lang.String arg1) {
        throw new UnsupportedOperationException();
    }

    public static void checkArgument(boolean arg0, zmq.util.function.Supplier<java.lang.String> arg1) {
        throw new UnsupportedOperationException();
    }

    public static boolean delete(java.io.File arg0) {
        throw new UnsupportedOperationException();
    }

    public static java.lang.String dump(java.nio.ByteBuffer arg0, int arg1, int arg2) {
        throw new UnsupportedOperationException();
    }

    public static int findOpenPort() throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    public static zmq.io.net.Address getLocalIpAddress(java.nio.channels.SocketChannel arg0) {
        throw new UnsupportedOperationException();
    }

    public static zmq.io.net.Address getPeerIpAddress(java.nio.channels.SocketChannel arg0) {
        throw new UnsupportedOperationException();
    }

    public static byte[] randomBytes(int arg0) {
        throw new UnsupportedOperationException();
    }

    public static int randomInt() {
        throw new UnsupportedOperationException();
    }

    public static int randomInt(int arg0) {
        throw new UnsupportedOperationException();
    }

    public static byte[] realloc(byte[] arg0, int arg1) {
        throw new UnsupportedOperationException();
    }

    public static <T> T[] realloc(java.lang.Class<T> arg0, T[] arg1, int arg2, boolean arg3) {
        throw new UnsupportedOperationException();
    }

    public static void unblockSocket(java.nio.channels.SelectableChannel... arg0) throws java.io.IOException {
        throw new UnsupportedOperationException();
    }

    public static java.lang.String unhash(int arg0) {
        throw new UnsupportedOperationException();
    }
}
