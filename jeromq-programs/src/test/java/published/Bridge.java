package published;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import mmcorej.org.json.JSONException;
import mmcorej.org.json.JSONObject;
import org.micromanager.pyjavaz.ZMQPullSocket;
import org.micromanager.pyjavaz.ZMQPushSocket;
import org.micromanager.pyjavaz.ZMQServer;
import org.micromanager.pyjavaz.ZMQSocketWrapper;

/**
 * A server that carries out calls from Python, and a pipeline that doubles numbers. Prints the first of its three ports: of the server,
 * of what it pushes, and of what it pulls from; ends when its input does.
 */
public final class Bridge {
    private static final int PORTS = 3;
    private static final int TRIES = 100;

    private Bridge() {}

    public static void main(String[] arguments) throws Exception {
        int first = threeFreePorts();
        ZMQSocketWrapper.STARTING_PORT_NUMBER = first;
        var server =
                new ZMQServer(List.of(Bridge.class.getClassLoader()), type -> null, new String[0], line -> {}, first);
        var push = new ZMQPushSocket<Integer>(Bridge::json);
        var pull = new ZMQPullSocket<Integer>(Bridge::number);
        var doubling = new Thread(() -> twice(pull, push), "doubling");
        doubling.setDaemon(true);
        doubling.start();
        System.out.println(first);
        while (System.in.read() >= 0) {
            // Not meant for this program.
        }
        server.close();
    }

    /** Of images, which Python gets as bytes. */
    public static byte[] image(int size) {
        var image = new byte[size];
        for (int i = 0; i < size; i++) {
            image[i] = (byte) i;
        }
        return image;
    }

    private static void twice(ZMQPullSocket<Integer> from, ZMQPushSocket<Integer> to) {
        while (true) {
            to.push(2 * from.next());
        }
    }

    private static JSONObject json(int number) {
        try {
            return new JSONObject().put("number", number);
        } catch (JSONException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int number(JSONObject json) {
        try {
            return json.getInt("number");
        } catch (JSONException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first of three. The library takes ports one after the other, and cannot be asked which. */
    private static int threeFreePorts() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            try (var first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                int port = first.getLocalPort();
                if (areFree(port + 1, port + PORTS - 1)) {
                    return port;
                }
            }
        }
        throw new IOException("no three free ports in a row");
    }

    private static boolean areFree(int from, int to) {
        for (int port = from; port <= to; port++) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                socket.getLocalPort();
            } catch (IOException | IllegalArgumentException taken) {
                return false;
            }
        }
        return true;
    }
}
