package io.zmq4j.patterns.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.DealerSocket;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a peer sends, others are served. */
class StrangersTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String INTRODUCTION = "0102030405060708090a0b0c0d0e0f10 000003e8 ";
    private static final String SENDER_HELLO = "01 00000007 01 53 " + INTRODUCTION + "00000000 0000000000000000";
    private static final String RECEIVER_HELLO = "01 00000007 01 52 " + INTRODUCTION + "7fffffff 7fffffffffffffff";

    private final Context context = Context.create();
    private final DeliverySender sender = DeliverySender.open(context);
    private final DeliveryReceiver receiver = DeliveryReceiver.open(context, it -> it.window(3, 10));
    private final DealerSocket stranger = context.dealer();

    @AfterEach
    void close() {
        sender.close(Duration.ZERO);
        receiver.close();
        context.close(Duration.ZERO);
    }

    @Test
    void noiseDoesNotDisturb() throws Exception {
        String here = sender.bind("inproc://sender").uri();
        stranger.connect(here);
        stranger.connect(receiver.bind("inproc://receiver").uri());
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            var header = new byte[random.nextInt(45)];
            random.nextBytes(header);
            if (header.length > 5) {
                header[0] = (byte) random.nextInt(8);
                header[1] = header[2] = header[3] = header[4] = 0;
                header[5] = (byte) random.nextInt(3);
            }
            stranger.send(Message.wrap(header).append(new byte[random.nextInt(3)]));
            if (i % 1000 == 0) {
                stranger.send(message(i % 2000 == 0 ? SENDER_HELLO : RECEIVER_HELLO));
            }
        }
        Eventually.becomes(
                () -> sender.statistics().refused() > 0 && receiver.statistics().refused() > 0);
        served(here);
    }

    @Test
    void whoSendsMoreThanTheWindowIsSentAway() {
        stranger.connect(receiver.bind("inproc://receiver").uri());
        stranger.send(message(SENDER_HELLO));
        assertThat(stranger.receive(SOON).orElseThrow().bytes()).startsWith(2);
        stranger.send(message("03 00000007 00 0000000000000001", "61", "62", "63"));
        stranger.send(message("03 00000007 00 0000000000000004", "64"));

        Message bye = stranger.receive(SOON).orElseThrow();
        assertThat(bye.bytes()).startsWith(6, 0, 0, 0, 7);
        assertThat(bye.text()).contains("credit for 3 messages and 10 bytes");
        assertThat(receiver.statistics().discarded()).isEqualTo(3);
    }

    @Test
    void whoAcknowledgesWhatItNeverGotChangesNothing() {
        String here = sender.bind("inproc://sender").uri();
        stranger.connect(here);
        stranger.send(message(RECEIVER_HELLO));
        assertThat(stranger.receive(SOON).orElseThrow().bytes()).startsWith(2);
        stranger.send(message("04 00000007 0000000000000001 7fffffff"));
        stranger.send(message("04 00000008 0000000000000001 00000001"));
        assertThat(stranger.receive(SOON).orElseThrow().bytes()).startsWith(6, 0, 0, 0, 8);
        sender.send(Message.of("one"));
        assertThat(stranger.receive(SOON).orElseThrow().text(1)).isEqualTo("one");
        stranger.send(message("06 00000007"));

        served(here);
        // What served sends may go to the one who is about to leave.
        assertThat(sender.statistics().redelivered()).isBetween(1L, 2L);
    }

    @Test
    void whoFallsSilentIsTakenForDead() {
        try (var impatient = DeliverySender.open(context, it -> it.silence(Duration.ofMillis(200)))) {
            String here = impatient.bind("inproc://impatient").uri();
            stranger.connect(here);
            stranger.send(message(RECEIVER_HELLO));
            impatient.send(Message.of("one"));
            assertThat(stranger.receive(SOON).orElseThrow().bytes()).startsWith(2);
            assertThat(stranger.receive(SOON).orElseThrow().text(1)).isEqualTo("one");
            receiver.connect(here);

            Delivery delivery = receiver.receive(SOON).orElseThrow();
            assertThat(delivery.isRedelivered()).isTrue();
            delivery.acknowledge();
            assertThat(impatient.flush(SOON)).isTrue();
        }
    }

    @Test
    void heartbeatsComeAsOftenAsTheOtherSideWants() {
        stranger.connect(receiver.bind("inproc://receiver").uri());
        stranger.send(message("01 00000007 01 53 0102030405060708090a0b0c0d0e0f10 00000064 00000000 0000000000000000"));
        assertThat(stranger.receive(SOON).orElseThrow().bytes()).startsWith(2);
        for (int i = 0; i < 5; i++) {
            assertThat(stranger.receive(SOON).orElseThrow()).isEqualTo(message("05 00000007"));
        }
    }

    private void served(String endpoint) {
        sender.send(Message.of("tea"));
        receiver.connect(endpoint);
        while (!sender.flush(Duration.ZERO)) {
            receiver.receive(Duration.ofMillis(20)).ifPresent(Delivery::acknowledge);
        }
    }

    private static Message message(String... frames) {
        var bytes = new byte[frames.length][];
        for (int i = 0; i < frames.length; i++) {
            bytes[i] = HexFormat.of().parseHex(frames[i].replace(" ", ""));
        }
        return Message.wrap(bytes);
    }
}
