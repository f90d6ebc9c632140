package org.zeromq;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Beacons that are sent to this machine alone, as a network need not let datagrams to all of it through. */
class ZBeaconTest {
    private final InetAddress here = InetAddress.getLoopbackAddress();
    private final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
    private ZBeacon beacon;

    @AfterEach
    void stop() throws InterruptedException {
        if (beacon != null) {
            beacon.stop();
        }
    }

    private static int freePort() throws Exception {
        try (DatagramSocket socket = new DatagramSocket()) {
            return socket.getLocalPort();
        }
    }

    private ZBeacon.Builder builder(int port) {
        return new ZBeacon.Builder()
                .client(here)
                .server(here)
                .port(port)
                .beacon("HELLO".getBytes(UTF_8))
                .broadcastInterval(5)
                .ignoreLocalAddress(false)
                .listener((sender, bytes) -> heard.add(new String(bytes, UTF_8)));
    }

    private Object next() throws InterruptedException {
        return heard.poll(20, TimeUnit.SECONDS);
    }

    private void awaitBeacon(String wanted) throws InterruptedException {
        Object got = next();
        while (got != null && !got.equals(wanted)) {
            got = next();
        }
        assertThat(got).isEqualTo(wanted);
    }

    private void send(int port, byte[] bytes) throws Exception {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, bytes.length, here, port));
        }
    }

    private static boolean isRunning(String thread) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(one -> one.getName().equals(thread));
    }

    @Test
    void aBeaconIsHeardAgainAndAgain() throws Exception {
        beacon = builder(freePort()).prefix("HE".getBytes(UTF_8)).build();

        beacon.start();
        beacon.start();

        assertThat(next()).isEqualTo("HELLO");
        assertThat(next()).isEqualTo("HELLO");
    }

    @Test
    @SuppressWarnings("deprecation")
    void whatIsSentCanBeChanged() throws Exception {
        beacon = builder(freePort()).build();
        beacon.start();
        awaitBeacon("HELLO");

        beacon.setBeacon("CHANGED".getBytes(UTF_8));

        awaitBeacon("CHANGED");
        assertThat(beacon.getBeacon()).isEqualTo("CHANGED".getBytes(UTF_8));
    }

    @Test
    void onlyWhatBeginsWithThePrefixIsHeard() throws Exception {
        int port = freePort();
        beacon = builder(port).prefix("XX".getBytes(UTF_8)).build();
        beacon.startServer();

        send(port, new byte[0]);
        send(port, "X".getBytes(UTF_8));
        send(port, "YYY".getBytes(UTF_8));
        send(port, "XXours".getBytes(UTF_8));

        assertThat(next()).isEqualTo("XXours");
    }

    @Test
    void aListenerThatThrowsIsToldAndListeningGoesOn() throws Exception {
        beacon = builder(freePort())
                .listener((sender, bytes) -> {
                    throw new IllegalStateException("thrown");
                })
                .setServerUncaughtExceptionHandlers((thread, failure) -> heard.add(failure.getMessage()))
                .build();

        beacon.start();

        assertThat(next()).isEqualTo("thrown");
        assertThat(next()).isEqualTo("thrown");
    }

    @Test
    void beaconsOfThisMachineAreLeftOutIfWanted() throws Exception {
        int port = freePort();
        beacon = builder(port).ignoreLocalAddress(true).build();
        beacon.startServer();
        send(port, "from here".getBytes(UTF_8));
        ZBeacon another = builder(port).build();
        another.start();

        assertThat(next()).as("heard by the other one").isNotNull();

        another.stop();
        assertThat(heard).isNotNull().allMatch("HELLO"::equals);
    }

    @Test
    void itCanBeStoppedAndStartedAgain() throws Exception {
        beacon = builder(freePort()).build();
        beacon.stop();
        beacon.start();
        awaitBeacon("HELLO");

        beacon.stop();
        beacon.stop();
        assertThat(isRunning("ZBeacon Client Thread")).isFalse();
        assertThat(isRunning("ZBeacon Server Thread")).isFalse();
        heard.clear();

        beacon.start();
        awaitBeacon("HELLO");
    }

    @Test
    void itListensOnlyWithAListener() {
        assertThat(builder(1).listener(null).build().getListener()).isNull();
        beacon = builder(1).listener(null).build();

        beacon.start();

        assertThat(isRunning("ZBeacon Client Thread")).isTrue();
        assertThat(isRunning("ZBeacon Server Thread")).isFalse();
    }

    @Test
    void aListenerMayStopIt() throws Exception {
        beacon = builder(freePort())
                .listener((sender, bytes) -> {
                    try {
                        beacon.stop();
                        heard.add(Thread.currentThread());
                    } catch (InterruptedException e) {
                        heard.add(e);
                    }
                })
                .build();

        beacon.start();

        Object stopped = next();
        assertThat(stopped).isInstanceOf(Thread.class);
        ((Thread) stopped).join(20_000);
        assertThat(((Thread) stopped).isAlive()).isFalse();
    }

    @Test
    void aPortThatIsTakenIsToldAtTheStart() throws Exception {
        try (DatagramSocket taken = new DatagramSocket(0)) {
            ZBeacon late = builder(taken.getLocalPort()).build();

            assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(late::startServer);
            late.stop();
        }
    }

    @Test
    @SuppressWarnings("deprecation")
    void settingsHaveDefaultsAndLimits() {
        ZBeacon plain = new ZBeacon(5670, "abc".getBytes(UTF_8));

        assertThat(plain.getBroadcastInterval()).isEqualTo(ZBeacon.DEFAULT_BROADCAST_INTERVAL);
        assertThat(plain.getPrefix()).isNull();
        assertThat(plain.getListener()).isNull();
        plain.setPrefix("p".getBytes(UTF_8));
        plain.setBroadcastInterval(5);
        plain.setListener((sender, bytes) -> {});
        plain.setUncaughtExceptionHandlers(null, null);
        assertThat(plain.getPrefix()).isEqualTo("p".getBytes(UTF_8));
        assertThat(plain.getBroadcastInterval()).isEqualTo(5);
        assertThat(plain.getListener()).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> plain.setBroadcastInterval(0));
        assertThatIllegalArgumentException().isThrownBy(() -> plain.setBeacon(null));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZBeacon(5670, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZBeacon((String) null, 5670, new byte[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZBeacon(-1, new byte[1]));
        assertThatIllegalArgumentException().isThrownBy(() -> new ZBeacon.Builder().build());
        assertThatIllegalArgumentException().isThrownBy(() -> new ZBeacon.Builder().server(new byte[3]));
        assertThat(new ZBeacon.Builder()
                        .client("127.0.0.1")
                        .server(new byte[4])
                        .blocking(true)
                        .setClientUncaughtExceptionHandlers(null)
                        .beacon(new byte[1])
                        .build()
                        .getBeacon())
                .hasSize(1);
    }
}
