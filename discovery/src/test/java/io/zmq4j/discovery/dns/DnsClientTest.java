package io.zmq4j.discovery.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Name servers that lie, send too much, or never come to an end: each answers as the test says, at one port over UDP and TCP. */
@Timeout(60)
class DnsClientTest {
    private static final int TRUNCATED = 0x8380;
    private static final int FINE = 0x8180;

    private final InetAddress here = InetAddress.getLoopbackAddress();
    private final ServerSocket stream;
    private final DatagramSocket datagrams;

    DnsClientTest() throws IOException {
        stream = new ServerSocket(0, 5, here);
        datagrams = new DatagramSocket(stream.getLocalPort(), here);
    }

    @AfterEach
    void close() throws IOException {
        stream.close();
        datagrams.close();
    }

    private DnsAnswer ask(Duration patience) throws IOException {
        var server = new InetSocketAddress(here, stream.getLocalPort());
        return new DnsClient(patience).ask(new NameServers(List.of(server), List.of(), 1), "w.test", RecordType.A);
    }

    /** The question as it came, with these flags, and one address behind it. */
    private static byte[] answer(byte[] question, int flags, int lastOctet) {
        ByteBuffer answer = ByteBuffer.allocate(question.length + 16);
        answer.put(question).putShort(2, (short) flags).putShort(6, (short) 1);
        return answer.putShort((short) 0xc00c)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(60)
                .putShort((short) 4)
                .put(new byte[] {10, 0, 0, (byte) lastOctet})
                .array();
    }

    private static byte[] forged(byte[] question) {
        byte[] answer = answer(question, FINE, 66);
        answer[0] ^= 1;
        return answer;
    }

    private void inBackground(IoStep step) {
        var thread = new Thread(() -> {
            try {
                while (true) {
                    step.run();
                }
            } catch (IOException e) {
                // The test is over.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface IoStep {
        void run() throws IOException;
    }

    private void answerDatagrams(List<UnaryOperator<byte[]>> answers) {
        inBackground(() -> {
            var packet = new DatagramPacket(new byte[512], 512);
            datagrams.receive(packet);
            byte[] question = Arrays.copyOf(packet.getData(), packet.getLength());
            for (var each : answers) {
                byte[] answer = each.apply(question);
                datagrams.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        });
    }

    private void answerStreams(UnaryOperator<byte[]> framed, boolean isClosed) {
        inBackground(() -> {
            var connection = stream.accept();
            var in = new DataInputStream(connection.getInputStream());
            byte[] question = in.readNBytes(in.readUnsignedShort());
            connection.getOutputStream().write(framed.apply(question));
            if (isClosed) {
                connection.close();
            }
        });
    }

    @Test
    void whatAnswersAnotherQuestionIsPassedOver() throws IOException {
        answerDatagrams(List.of(
                DnsClientTest::forged, question -> new byte[] {1, 2, 3}, question -> answer(question, FINE, 1)));

        assertThat(ask(Duration.ofSeconds(20)).records())
                .extracting(DnsRecord::address)
                .containsExactly("10.0.0.1");
    }

    @Test
    void whoGoesOnLyingIsNotListenedToForLongerThanForAnAnswer() {
        inBackground(() -> {
            var packet = new DatagramPacket(new byte[512], 512);
            datagrams.receive(packet);
            byte[] lie = forged(Arrays.copyOf(packet.getData(), packet.getLength()));
            while (true) {
                datagrams.send(new DatagramPacket(lie, lie.length, packet.getSocketAddress()));
            }
        });

        assertThatThrownBy(() -> ask(Duration.ofMillis(300))).hasMessageContaining("does not answer");
    }

    @Test
    void anAnswerOverTcpThatIsNotAllThereIsWaitedForNoLonger() {
        answerDatagrams(List.of(question -> answer(question, TRUNCATED, 1)));
        answerStreams(question -> new byte[] {(byte) 0xff, (byte) 0xff, 1, 2, 3}, false);

        assertThatThrownBy(() -> ask(Duration.ofMillis(300))).hasMessageContaining("does not answer");
    }

    @Test
    void aConnectionThatEndsWithinAnAnswerIsNoAnswer() {
        answerDatagrams(List.of(question -> answer(question, TRUNCATED, 1)));
        answerStreams(question -> new byte[] {0, 99, 1, 2, 3}, true);

        assertThatThrownBy(() -> ask(Duration.ofSeconds(20))).hasMessageContaining("closed the connection");
    }

    @Test
    void whatIsCutOffOverTcpAsWellIsRefused() {
        answerDatagrams(List.of(question -> answer(question, TRUNCATED, 1)));
        answerStreams(
                question -> {
                    byte[] answer = answer(question, TRUNCATED, 1);
                    return ByteBuffer.allocate(2 + answer.length)
                            .putShort((short) answer.length)
                            .put(answer)
                            .array();
                },
                false);

        assertThatThrownBy(() -> ask(Duration.ofSeconds(20))).hasMessageContaining("no end, over TCP as well");
    }
}
